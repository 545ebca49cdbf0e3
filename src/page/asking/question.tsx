import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Asked } from '../../ask/question.js'
import type { Sitting } from '../../consult/interview.js'
import { wording } from '../../pack/texts/languages.js'
import { effectWords } from '../../render/consult/answers.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import type { Answerable, Situation } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { Controls } from './controls.js'
import { Form } from './form.js'

interface Props {
  readonly sitting: Sitting<Situation>
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** The one question that matters most now, with why it is asked and what each answer would change. */
export function QuestionView({ sitting, locale, dispatch }: Props) {
  const w = tellingWords[locale]
  const { question, progress, together } = sitting
  return (
    <>
      <p class="progress" role="status">
        {progress.open > 0 ? w.stillOpen(progress.open) : ''}
      </p>
      {!question && <NothingOpen locale={locale} dispatch={dispatch} />}
      {question && together.length === 1 && (
        <Question key={question.fact} {...{ sitting, question, locale, dispatch }} />
      )}
      {together.length > 1 && (
        <Together key={together.map(({ fact }) => fact).join()} {...{ sitting, locale, dispatch }} />
      )}
    </>
  )
}

/** That nothing is open; what was not asked can still be told. */
function NothingOpen({ locale, dispatch }: Pick<Props, 'locale' | 'dispatch'>) {
  const heading = useAsked()
  return (
    <div class="question">
      <h2 ref={heading} tabIndex={-1} id="asked">
        {tellingWords[locale].nothingOpen}
      </h2>
      <p>{tellingWords[locale].nothingOpenHint}</p>
      <Back locale={locale} dispatch={dispatch} />
    </div>
  )
}

function Question({ sitting, question, locale, dispatch }: Props & { readonly question: Asked }) {
  const heading = useAsked()
  const answer = (given: Answerable) => dispatch({ do: 'answer', fact: question.fact, answer: given })
  return (
    <div class={question.danger ? 'question danger' : 'question'}>
      <h2 ref={heading} tabIndex={-1} id="asked">
        {wording(question.ask, locale)}
      </h2>
      {question.why && <p class="why">{wording(question.why, locale)}</p>}
      <Controls {...{ sitting, question, locale, answer }} />
      <button type="button" class="unknown" onClick={() => answer(null)}>
        {consultWords[locale].unknown}
      </button>
      <Back locale={locale} dispatch={dispatch} />
      <Effects sitting={sitting} locale={locale} />
    </div>
  )
}

/** Questions that belong together, on one form. */
function Together({ sitting: { together, state }, locale, dispatch }: Props) {
  const heading = useAsked()
  const w = tellingWords[locale]
  // What is told beside it may be of danger, where the form is not about that.
  const danger = together[0]?.danger === true
  return (
    <div class={danger ? 'question danger' : 'question'}>
      <h2 ref={heading} tabIndex={-1} id="asked">
        {danger ? w.formOfDanger : w.form}
      </h2>
      <Form {...{ together, situation: state.situation, locale, dispatch }} />
      <Back locale={locale} dispatch={dispatch} />
    </div>
  )
}

function Back({ locale, dispatch }: Pick<Props, 'locale' | 'dispatch'>) {
  return (
    <div class="moves">
      <button type="button" class="link" onClick={() => dispatch({ do: 'back' })}>
        ← {consultWords[locale].back}
      </button>
    </div>
  )
}

/** Whoever answers by keyboard or listens goes on at the next question, and whoever looks sees it. */
function useAsked() {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const at = heading.current
    at?.focus({ preventScroll: true })
    // What must be done now stands above it and may still be changing: what is seen is settled after that.
    const later = setTimeout(() => at && broughtIntoView(at), 60)
    return () => clearTimeout(later)
  }, [])
  return heading
}

/** The question with what must be done now where both find room; else the question alone. */
function broughtIntoView(heading: Element): void {
  const { top } = heading.getBoundingClientRect()
  const now = document.querySelector('.now')
  const above = now ? now.getBoundingClientRect().top : top
  const room = innerHeight * 0.66
  if (top >= 0 && top <= room && above >= 0) return
  const first = now && top - above <= room ? now : heading.closest('.question')
  first?.scrollIntoView({ block: 'start' })
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
