import { useState } from 'preact/hooks'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { answerWords } from '../../render/consult/answers.js'
import { consultWords } from '../../words/consultWords.js'
import { pageWords } from '../../words/pageWords.js'
import type { ControlProps } from './controlProps.js'
import { MemberAnswers } from './memberAnswers.js'
import { numberInput } from './numberInput.js'

/** How a question is answered: by a touch, by ticking, or by a number. */
export function Controls(props: ControlProps) {
  const { input } = typeOf(props.question)
  if (input === 'number') return <NumberAnswer {...props} />
  return input === 'members' ? <MemberAnswers {...props} /> : <WordAnswers {...props} />
}

/** One of a few answers: a touch is enough. */
function WordAnswers({ sitting, question, locale, answer }: ControlProps) {
  const values = typeOf(question).values(question, [])
  return (
    <fieldset class="answers" aria-labelledby="asked">
      {values.map((value) => {
        const label = question.values?.find((one) => one.value === value)?.label
        return (
          <button
            key={String(value)}
            type="button"
            aria-pressed={sitting.before[0]?.value === value}
            onClick={() => answer(value)}
          >
            {answerWords({ value, ...(label && { label }) }, locale)}
          </button>
        )
      })}
    </fieldset>
  )
}

function NumberAnswer({ sitting, question, locale, answer }: ControlProps) {
  const [typed, setTyped] = useState(String(sitting.before[0]?.value ?? ''))
  return (
    <form
      class="number"
      onSubmit={(event) => {
        event.preventDefault()
        answer(typed === '' ? null : Number(typed))
      }}
    >
      <label>
        {pageWords[locale].number}
        <input {...numberInput(question)} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <button type="submit" class="main">
        {consultWords[locale].next}
      </button>
    </form>
  )
}
