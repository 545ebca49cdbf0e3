import { useRef } from 'preact/hooks'
import { consultWords } from '../../words/consultWords.js'
import { type InterfaceLanguage, interfaceLanguages } from '../../words/interfaceLanguages.js'
import { languageEverywhere, languageWords } from '../../words/languageWords.js'
import { pageWords } from '../../words/pageWords.js'
import type { Dispatch, PageState } from '../state/state.js'
import { LeaveNow } from './leave.js'
import { openFile, saveFile } from './situationFile.js'

/** The name, the language, the way out, and what can be done with the situation as a whole. */
export function Header({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const { locale } = state
  const w = consultWords[locale]
  return (
    <header>
      <div class="name">
        <h1>{w.name}</h1>
        <p>{w.tagline}</p>
      </div>
      <Languages locale={locale} dispatch={dispatch} />
      <Whole state={state} dispatch={dispatch} />
      <LeaveNow locale={locale} />
    </header>
  )
}

function Whole({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const page = pageWords[state.locale]
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  return (
    <details class="whole" ref={menu}>
      <summary>{page.whole}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the buttons within do what is done; after any of them the menu closes */}
      <div onClick={close}>
        <label class="file">
          {page.openFile}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => openFile(event.currentTarget, dispatch)}
          />
        </label>
        <button
          type="button"
          onClick={() => {
            saveFile(state)
            dispatch({ do: 'saved' })
          }}
        >
          {page.saveFile}
        </button>
        <button type="button" onClick={() => window.print()}>
          {page.print}
        </button>
        <button type="button" onClick={() => dispatch({ do: 'clear' })}>
          {page.clear}
        </button>
      </div>
    </details>
  )
}

function Languages({ locale, dispatch }: { locale: InterfaceLanguage; dispatch: Dispatch }) {
  return (
    <fieldset class="languages">
      <legend class="unseen">{languageEverywhere}</legend>
      {interfaceLanguages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => dispatch({ do: 'speak', locale: one })}
        >
          {languageWords[one].ownName}
        </button>
      ))}
    </fieldset>
  )
}
