import { useState } from 'preact/hooks'
import { wording } from '../pack/texts/languages.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { pageWords } from '../words/pageWords.js'
import { type Dispatch, pack } from './state.js'

const openers = pack.header.openers.flatMap((name) => pack.facts.get(name) ?? [])

/** What it is about; what is not chosen stays open. */
export function Begin({ locale, dispatch }: { locale: InterfaceLanguage; dispatch: Dispatch }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [w, page] = [consultWords[locale], pageWords[locale]]
  const toggle = (name: string) =>
    setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        dispatch({ do: 'begin', facts: pack.header.openers.filter((name) => chosen.includes(name)) })
      }}
    >
      <p class="privacy">{w.privacy}</p>
      <fieldset>
        <legend>
          <h2>{w.about}</h2>
        </legend>
        <p>{w.aboutHint}</p>
        {openers.map(({ name, label, topic = label }) => (
          <label key={name} class="choice">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
            <span>{wording(topic, locale)}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="main">
        {page.start}
      </button>
    </form>
  )
}
