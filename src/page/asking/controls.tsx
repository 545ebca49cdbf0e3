import { useState } from 'preact/hooks'
import type { Asked } from '../../ask/question.js'
import type { Sitting } from '../../consult/interview.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { wording } from '../../pack/texts/languages.js'
import { answerWords } from '../../render/consult/answers.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import type { Situation } from '../state/pack.js'
import type { Answerable } from '../state/state.js'

interface Props {
  readonly sitting: Sitting<Situation>
  readonly question: Asked
  readonly locale: InterfaceLanguage
  readonly answer: (given: Answerable) => void
}

/** How a question is answered: by a touch, by ticking, or by a number. */
export function Controls(props: Props) {
  const { input } = typeOf(props.question)
  if (input === 'number') return <NumberAnswer {...props} />
  return input === 'members' ? <MemberAnswers {...props} /> : <WordAnswers {...props} />
}

function NotKnown({ locale, answer }: Pick<Props, 'locale' | 'answer'>) {
  return (
    <button type="button" class="unknown" onClick={() => answer(null)}>
      {consultWords[locale].unknown}
    </button>
  )
}

/** One of a few answers: a touch is enough. */
function WordAnswers({ sitting, question, locale, answer }: Props) {
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
      <NotKnown locale={locale} answer={answer} />
    </fieldset>
  )
}

/** Of a list: what is so is ticked, and the others are asked once; that they are not so is never taken for granted. */
function MemberAnswers({ sitting, question, locale, answer }: Props) {
  const w = tellingWords[locale]
  const before = new Map(sitting.before.flatMap((one) => (one ? [[String(one.value), one.so === true] as const] : [])))
  const [ticked, setTicked] = useState<readonly string[]>([...before].flatMap(([name, so]) => (so ? [name] : [])))
  const names = (question.values ?? []).map(({ value }) => value)
  const wereNot = names.some((name) => before.get(name) === false)
  const [othersNot, setOthersNot] = useState(wereNot && names.every((name) => before.has(name)))
  const toggle = (name: string) =>
    setTicked(ticked.includes(name) ? ticked.filter((one) => one !== name) : [...ticked, name])
  const given = () => {
    const open = (name: string) => (othersNot || (before.get(name) === false && !ticked.includes(name)) ? false : null)
    return Object.fromEntries(names.map((name) => [name, ticked.includes(name) ? true : open(name)]))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answer(given())
      }}
    >
      <fieldset aria-labelledby="asked" class="ticks">
        <p class="hint">{w.chooseAll}</p>
        {(question.values ?? []).map(({ value, label }) => (
          <label key={value} class="tick">
            <input type="checkbox" checked={ticked.includes(value)} onChange={() => toggle(value)} />
            <span>{wording(label, locale)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="field yes-no others">
        <legend>{w.others}</legend>
        <label>
          <input type="radio" name="others" checked={!othersNot} onChange={() => setOthersNot(false)} />
          {w.notKnown}
        </label>
        <label>
          <input type="radio" name="others" checked={othersNot} onChange={() => setOthersNot(true)} />
          {w.othersNot}
        </label>
      </fieldset>
      <button type="submit" class="main">
        {consultWords[locale].next}
      </button>
    </form>
  )
}

function NumberAnswer({ sitting, question, locale, answer }: Props) {
  const [typed, setTyped] = useState(String(sitting.before[0]?.value ?? ''))
  const { min = 0, max } = question
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
        <input
          type="number"
          inputMode="numeric"
          autocomplete="off"
          step={1}
          min={min}
          {...(max !== undefined && { max })}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main">
        {consultWords[locale].next}
      </button>
      <NotKnown locale={locale} answer={answer} />
    </form>
  )
}
