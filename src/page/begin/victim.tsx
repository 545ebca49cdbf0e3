import type { Stated } from '../../pack/factTypes/factType.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'

interface Props {
  readonly locale: InterfaceLanguage
  /** The country, where it is known or taken for granted. */
  readonly country: Stated | undefined
}

/** To whoever opens the page and is hurt: that it is no fault of theirs, and where help is; with whom the pack names to be called. */
export function Victim({ locale, country }: Props) {
  const { victim: w } = tellingWords[locale]
  const contacts = [...pack.contacts.values()].filter(
    ({ jurisdiction }) => jurisdiction === undefined || jurisdiction.includes(String(country)),
  )
  return (
    <details class="victim">
      <summary>{w.heading}</summary>
      {[w.noFault, w.danger, w.device].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {contacts.length > 0 && (
        <>
          <p>{w.call}:</p>
          <ul>
            {contacts.map(({ name, label, reach }) => (
              <li key={name}>
                {wording(label, locale)}: <strong>{wording(reach, locale)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
