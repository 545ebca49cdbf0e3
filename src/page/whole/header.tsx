import { consultWords } from '../words/consultWords.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { languageEverywhere, languageWords } from '../words/languageWords.js'
import { pageWords } from '../words/pageWords.js'
import type { Dispatch, PageState } from './state.js'

/** The name, the language, and what can be done with the situation as a whole. */
export function Header({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const { locale, consultation } = state
  const [w, page] = [consultWords[locale], pageWords[locale]]
  return (
    <header>
      <div>
        <h1>{w.name}</h1>
        <p>{w.tagline}</p>
      </div>
      <Languages locale={locale} dispatch={dispatch} />
      <details class="whole">
        <summary>{page.whole}</summary>
        <label class="file">
          {page.openFile}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => opened(event.currentTarget, dispatch)}
          />
        </label>
        <button type="button" onClick={() => saved(page.fileName, consultation)}>
          {page.saveFile}
        </button>
        <button type="button" onClick={() => window.print()}>
          {page.print}
        </button>
      </details>
      <button type="button" onClick={() => dispatch({ do: 'clear' })}>
        {page.clear}
      </button>
    </header>
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

async function opened(input: HTMLInputElement, dispatch: Dispatch): Promise<void> {
  const file = input.files?.[0]
  if (!file) return
  const text = await file.text()
  input.value = ''
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return dispatch({ do: 'notJson' })
  }
  dispatch({ do: 'open', content })
}

/** Gives the situation to the person as a file; the page keeps nothing. */
function saved(name: string, consultation: PageState['consultation']): void {
  const json = `${JSON.stringify(consultation, null, 2)}\n`
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
