import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
import { consultWords } from '../words/consultWords.js'
import { fallbackLanguage, type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { pageWords } from '../words/pageWords.js'
import { tellingWords } from '../words/tellingWords.js'
import { ActNow } from './advice/actNow.js'
import { AdviceView } from './advice/advice.js'
import { Foremost } from './advice/foremost.js'
import { FurtherViews } from './advice/furtherViews.js'
import { AskedAgain, Since } from './asking/again.js'
import { AnswersView } from './asking/answers.js'
import { QuestionView } from './asking/question.js'
import { Begin } from './begin/begin.js'
import type { Dispatch, PageState } from './state/state.js'
import { type Advised, usePage } from './state/usePage.js'
import { Header } from './whole/header.js'
import { useEscape } from './whole/leave.js'
import { Contradiction, NoticeView } from './whole/notice.js'
import { SignatureLines } from './whole/signature.js'

/** The page: the interview on one side, the advice that grows from it on the other. */
export function App() {
  const { state, dispatch, sitting, advised } = usePage(spoken())
  const { locale, begun } = state
  const [w, page] = [consultWords[locale], pageWords[locale]]
  useEscape(begun, dispatch)
  useLayoutEffect(() => scrollTo(0, 0), [begun])
  useNamed(locale)
  const { now, foremost, advice, told, signature } = useDrawn(advised, state, dispatch)
  const asking = useMemo(() => sitting && <Asking {...{ state, dispatch, sitting }} />, [state, dispatch, sitting])
  return (
    <>
      {begun && advised && (
        <a class="skip" href="#advice">
          {page.skip}
        </a>
      )}
      <Header state={state} dispatch={dispatch} />
      <NoticeView state={state} dispatch={dispatch} />
      {begun && now}
      {begun && foremost}
      <main class={begun ? 'consulting' : 'beginning'}>
        <section class="interview" aria-label={begun ? w.question : tellingWords[locale].heading}>
          {asking ?? <Begin {...{ state, advice: advised?.advice, dispatch }} />}
        </section>
        {begun && advised && (
          <section class="advice" id="advice" tabIndex={-1} aria-labelledby="advised">
            <Changed advice={told} says={page.adviceChanged} />
            {advice}
          </section>
        )}
      </main>
      {begun && signature}
      <footer>
        <p>{w.privacy}</p>
      </footer>
    </>
  )
}

/** Names the document in the language of its words: with them, and not after them, since they are read aloud in it. */
function useNamed(locale: PageState['locale']) {
  useLayoutEffect(() => {
    const { name, tagline } = consultWords[locale]
    document.documentElement.lang = locale
    document.title = `${name} – ${tagline}`
  }, [locale])
}

/** What hangs on the advice: drawn anew only once that is another, so that the next question need not wait for it. */
function useDrawn(advised: Advised | undefined, { kept, locale }: PageState, dispatch: Dispatch) {
  const now = useMemo(() => advised && <ActNow advice={advised.advice} locale={locale} />, [advised, locale])
  const foremost = useMemo(() => advised && <Foremost advice={advised.advice} locale={locale} />, [advised, locale])
  const advice = useMemo(
    () => advised && <AdviceOf {...{ advised, kept, locale, dispatch }} />,
    [advised, kept, locale, dispatch],
  )
  const told = useMemo(() => advised && wordsOf(advised.advice), [advised])
  // Its day is that of the advice.
  const signature = useMemo(() => advised && <SignatureLines locale={locale} />, [advised, locale])
  return { now, foremost, advice, told, signature }
}

interface AdviceProps extends Pick<PageState, 'locale'> {
  readonly kept: PageState['kept'] | undefined
  readonly advised: Advised
  readonly dispatch: Dispatch
}

/** The advice, and what can be looked at beside it, all of the same situation. */
function AdviceOf({ advised: { advice, consultation }, kept, locale, dispatch }: AdviceProps) {
  return (
    <>
      <Since {...{ consultation, locale, ...(kept && { kept }) }} />
      <AdviceView advice={advice} situation={consultation.situation} locale={locale} />
      <FurtherViews {...{ situation: consultation.situation, locale, advice, dispatch }} />
    </>
  )
}

/** By what one advice is another. */
function wordsOf({ kind, actions }: Advice): string {
  return kind + JSON.stringify(actions)
}

/** The language of whoever reads it, English where the page does not speak that. */
function spoken(): InterfaceLanguage {
  const [read] = navigator.language.toLowerCase().split('-')
  return interfaceLanguages.find((one) => one === read) ?? fallbackLanguage
}

function Asking({ state, dispatch, sitting }: { state: PageState; dispatch: Dispatch; sitting: Sitting }) {
  return (
    <>
      <a class="down" href="#advice">
        {pageWords[state.locale].skip} ↓
      </a>
      <Trying state={state} dispatch={dispatch} />
      <Contradiction state={state} />
      <QuestionView sitting={sitting} locale={state.locale} dispatch={dispatch} />
      <AskedAgain state={state} dispatch={dispatch} />
      <AnswersView state={state} dispatch={dispatch} />
    </>
  )
}

type Sitting = NonNullable<ReturnType<typeof usePage>['sitting']>

/** What is tried out, to be kept or undone. */
function Trying({ state: { before, locale }, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const page = pageWords[locale]
  if (!before) return null
  return (
    <div class="trying" role="status">
      <p>{page.trying}</p>
      <button type="button" onClick={() => dispatch({ do: 'undo' })}>
        {page.undo}
      </button>
      <button type="button" onClick={() => dispatch({ do: 'keep' })}>
        {page.keep}
      </button>
    </div>
  )
}

/** Tells a person who does not see it that the advice is another. */
function Changed({ advice, says }: { advice: string | undefined; says: string }) {
  const last = useRef(advice)
  const changed = last.current !== advice
  useEffect(() => {
    last.current = advice
  }, [advice])
  return (
    <p class="unseen" aria-live="polite">
      {changed ? says : ''}
    </p>
  )
}
