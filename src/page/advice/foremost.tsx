import type { Advice } from '../../advise/advice.js'
import { atOnce } from '../../consult/atOnce.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { renderWords } from '../../words/renderWords.js'

const most = 3

/**
 * What to do first and what must not be done, in short: on a small screen, where the advice stands below the question, and nothing must
 * be done at once.
 */
export function Foremost({ advice, locale }: { advice: Advice; locale: InterfaceLanguage }) {
  const { now, waiting } = atOnce(advice)
  const firm = advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  const first = [
    ...firm.filter(({ status }) => status === 'must' || status === 'should').slice(0, most),
    ...firm.filter(({ status }) => status === 'must-not').slice(0, 1),
  ]
  if (now.length + waiting.length > 0 || first.length === 0) return null
  return (
    <aside class="foremost">
      <p>{pageWords[locale].foremost}</p>
      <ul>
        {first.map(({ action, label, status }) => (
          <li key={action}>
            {status === 'must-not' && <strong>{`${renderWords[locale].status['must-not']}: `}</strong>}
            {wording(label, locale)}
          </li>
        ))}
      </ul>
    </aside>
  )
}
