import { useEffect, useRef, useState } from 'preact/hooks'
import type { Asked } from '../ask/question.js'
import type { Sitting } from '../consult/interview.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { wording } from '../pack/texts/languages.js'
import { answerWords, effectWords } from '../render/consult/answers.js'
import { adviceWords } from '../words/adviceWords.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { pageWords } from '../words/pageWords.js'
import type { Answerable, Dispatch, Situation } from './state.js'

interface Props {
  readonly sitting: Sitting<Situation>
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** The one question that matters most now, with why it is asked and what each answer would change. */
export function QuestionView({ sitting, locale, dispatch }: Props) {
  const w = consultWords[locale]
  const { question, progress } = sitting
  return (
    <>
      <p class="progress" aria-live="polite">
        {w.asked(progress.answered, progress.open)}
      </p>
      <progress
        max={progress.answered + progress.open || 1}
        value={progress.answered}
        aria-label={w.asked(progress.answered, progress.open)}
      />
      {question ? (
        <Question key={question.fact} {...{ sitting, question, locale, dispatch }} />
      ) : (
        <p class="question">{w.nothingLeft}</p>
      )}
    </>
  )
}

function Question({ sitting, question, locale, dispatch }: Props & { readonly question: Asked }) {
  const w = consultWords[locale]
  const asked = useRef<HTMLHeadingElement>(null)
  const first = useRef(sitting.progress.answered === 0)
  // Whoever answers by keyboard or listens goes on at the next question.
  useEffect(() => {
    if (!first.current) asked.current?.focus({ preventScroll: true })
  }, [])
  const answer = (given: Answerable) => dispatch({ do: 'answer', fact: question.fact, answer: given })
  const { asked: before } = sitting.state
  return (
    <div class={question.danger ? 'question danger' : 'question'}>
      <h2 ref={asked} tabIndex={-1} id="asked">
        {wording(question.ask, locale)}
      </h2>
      {question.why && (
        <p class="why">
          {w.why}: {wording(question.why, locale)}
        </p>
      )}
      <Answers {...{ sitting, question, locale, answer }} />
      <div class="moves">
        <button type="button" onClick={() => answer(null)}>
          {w.unknown}
        </button>
        {before.length > 0 && before[0] !== question.fact && (
          <button type="button" onClick={() => dispatch({ do: 'back' })}>
            ← {w.back}
          </button>
        )}
      </div>
      <Effects sitting={sitting} locale={locale} />
    </div>
  )
}

/** What each answer would change, to be looked at where it is wanted. */
function Effects({ sitting: { effects }, locale }: Pick<Props, 'sitting' | 'locale'>) {
  if (effects.length === 0) return null
  return (
    <details>
      <summary>{consultWords[locale].effects}</summary>
      <ul>
        {effects.map((effect) => (
          <li key={JSON.stringify(effect.answer)}>{effectWords(effect, locale)}</li>
        ))}
      </ul>
    </details>
  )
}

interface AnswerProps {
  readonly sitting: Sitting<Situation>
  readonly question: Asked
  readonly locale: InterfaceLanguage
  readonly answer: (given: Answerable) => void
}

function Answers(props: AnswerProps) {
  const { input } = typeOf(props.question)
  if (input === 'number') return <NumberAnswer {...props} />
  return input === 'members' ? <MemberAnswers {...props} /> : <WordAnswers {...props} />
}

/** One of a few answers: a touch is enough. */
function WordAnswers({ sitting, question, locale, answer }: AnswerProps) {
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

/** Of a list: yes, no or not known of each member. */
function MemberAnswers({ sitting, question, locale, answer }: AnswerProps) {
  const w = adviceWords[locale]
  const before = sitting.before.flatMap((one) => (one ? [[String(one.value), one.so === true] as const] : []))
  const [given, setGiven] = useState<Readonly<Record<string, boolean | null>>>(Object.fromEntries(before))
  const choices = [
    [true, w.yes],
    [false, w.no],
    [null, pageWords[locale].notKnown],
  ] as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answer(given)
      }}
    >
      {(question.values ?? []).map(({ value, label }) => (
        <fieldset key={value} class="member">
          <legend>{wording(label, locale)}</legend>
          {choices.map(([so, says]) => (
            <label key={says}>
              <input
                type="radio"
                name={value}
                checked={(given[value] ?? null) === so}
                onChange={() => setGiven({ ...given, [value]: so })}
              />
              {says}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="submit" class="main">
        {consultWords[locale].next}
      </button>
    </form>
  )
}

function NumberAnswer({ sitting, question, locale, answer }: AnswerProps) {
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
    </form>
  )
}
