import type { Advice } from '../advice.js'
import { consultWords } from '../render/consultWords.js'
import { words } from '../render/words.js'
import type { Locale } from '../vocabulary.js'

/** What must be done at once, above everything else, before any further question. */
export function ActNow({ advice, locale }: { advice: Advice; locale: Locale }) {
  const now = advice.actions.filter(
    ({ status, urgency, standing, within }) =>
      status === 'must' && urgency === 'immediate' && !standing && within === undefined,
  )
  const urgent = advice.urgency === 'immediate' && now.length > 0
  return (
    <div role="alert" class={urgent ? 'now' : undefined}>
      {urgent && (
        <>
          <p>
            <strong>{words[locale].urgency.immediate.mark}</strong> {consultWords[locale].actNow}
          </p>
          <ol>
            {now.map(({ action, label }) => (
              <li key={action}>{label[locale]}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
