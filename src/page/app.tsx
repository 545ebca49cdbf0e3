import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { consultWords } from '../words/consultWords.js'
import { fallbackLanguage, type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { pageWords } from '../words/pageWords.js'
import { tellingWords } from '../words/tellingWords.js'
import { ActNow } from './advice/actNow.js'
import { AdviceView } from './advice/advice.js'
import { FurtherViews } from './advice/furtherViews.js'
import { AskedAgain, Since } from './asking/again.js'
import { AnswersView } from './asking/answers.js'
import { QuestionView } from './asking/question.js'
import { Begin } from './begin/begin.js'
import type { Dispatch, PageState } from './state/state.js'
import { usePage } from './state/usePage.js'
import { Header } from './whole/header.js'
import { useEscape } from './whole/leave.js'
import { Contradiction, NoticeView } from './whole/notice.js'
import { Signed } from './whole/signed.js'

/** The page: the interview on one side, the advice that grows from it on the other. */
export function App() {
  const { state, dispatch, sitting, advice } = usePage(spoken())
  const { locale, begun, consultation } = state
  const [w, page] = [consultWords[locale], pageWords[locale]]
  useEscape(begun, dispatch)
  useLayoutEffect(() => scrollTo(0, 0), [begun])
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = `${w.name} – ${w.tagline}`
  }, [locale, w])
  return (
    <>
      {begun && advice && (
        <a class="skip" href="#advice">
          {page.skip}
        </a>
      )}
      <Header state={state} dispatch={dispatch} />
      <NoticeView state={state} dispatch={dispatch} />
      {begun && advice && <ActNow advice={advice} locale={locale} />}
      <main class={begun ? 'consulting' : 'beginning'}>
        <section class="interview" aria-label={begun ? w.question : tellingWords[locale].heading}>
          {sitting ? <Asking {...{ state, dispatch, sitting }} /> : <Begin {...{ state, advice, dispatch }} />}
        </section>
        {begun && advice && (
          <section class="advice" id="advice" tabIndex={-1} aria-labelledby="advised">
            <Changed advice={advice.kind + JSON.stringify(advice.actions)} says={page.adviceChanged} />
            <Since state={state} />
            <AdviceView advice={advice} situation={consultation.situation} locale={locale} />
            <FurtherViews state={state} advice={advice} dispatch={dispatch} />
          </section>
        )}
      </main>
      {begun && <Signed locale={locale} />}
      <footer>
        <p>{w.privacy}</p>
      </footer>
    </>
  )
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
function Changed({ advice, says }: { advice: string; says: string }) {
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
