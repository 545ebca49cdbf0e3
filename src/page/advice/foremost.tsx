import type { Advice } from '../../advise/advice.js'
import { atOnce } from '../../consult/atOnce.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'

const most = 3

/** What to do first, in short: on a small screen, where the advice stands below the question, and nothing must be done at once. */
export function Foremost({ advice, locale }: { advice: Advice; locale: InterfaceLanguage }) {
  const { now, waiting } = atOnce(advice)
  const first = advice.actions.filter(({ standing, within }) => !standing && within === undefined).slice(0, most)
  if (now.length + waiting.length > 0 || first.length === 0) return null
  return (
    <aside class="foremost">
      <p>{pageWords[locale].foremost}</p>
      <ul>
        {first.map(({ action, label }) => (
          <li key={action}>{wording(label, locale)}</li>
        ))}
      </ul>
    </aside>
  )
}
