import { useEffect, useRef } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
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
  const box = useInView([now, held.map(({ action }) => action)].map((list) => list.map(({ action }) => action).join()))
  return (
    <div role="alert" ref={box} class={any ? 'now' : undefined}>
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

/** A box that is scrolled into view when what stands in it has changed and it is above the screen. */
function useInView(said: readonly string[]) {
  const box = useRef<HTMLDivElement>(null)
  const key = said.join(' | ')
  useEffect(() => {
    const at = box.current
    if (!at?.firstElementChild || at.getBoundingClientRect().top >= 0) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    at.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
  }, [key])
  return box
}
