import type { Advice } from '../advice.js'
import { atOnce } from '../consult/atOnce.js'
import { heldWords } from '../render/consulting.js'
import { consultWords } from '../render/consultWords.js'
import { words } from '../render/words.js'
import type { Locale } from '../vocabulary.js'

/** What must be done at once, above everything else, before any further question; apart from it, what waits for an answer. */
export function ActNow({ advice, locale }: { advice: Advice; locale: Locale }) {
  const { now, held } = atOnce(advice)
  const [w, { mark, says }] = [consultWords[locale], words[locale].urgency.immediate]
  const any = now.length + held.length > 0
  return (
    <div role="alert" class={any ? 'now' : undefined}>
      {any && (
        <p>
          <strong>{mark}</strong> {now.length > 0 ? w.actNow : says}
        </p>
      )}
      {now.length > 0 && (
        <ol>
          {now.map(({ action, label }) => (
            <li key={action}>{label[locale]}</li>
          ))}
        </ol>
      )}
      {held.length > 0 && (
        <div class="held">
          <p>{w.onceClear}:</p>
          <ul>
            {held.map((one) => (
              <li key={one.action.action}>
                {one.action.label[locale]} <span class="soft">– {heldWords(one, locale)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
