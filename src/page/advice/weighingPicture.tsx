import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { adviceWords } from '../../words/adviceWords.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { type Box, Drawing, type Stance, stances } from './graphDrawing.js'
import { type Collision, weighingGraph } from './weighingGraph.js'

/** What collides: which claims stand, what gave way to what and by what; as a picture, and the same in words. */
export function Picture({ advice, locale }: { advice: Advice; locale: InterfaceLanguage }) {
  const page = pageWords[locale]
  const { boxes, arrows } = weighingGraph(advice, locale)
  const place = useRef<HTMLElement>(null)
  const room = useRoom(place)
  if (boxes.length === 0) return <p>{page.noPicture}</p>
  const numbered = arrows.map((arrow, i) => ({ ...arrow, number: i + 1 }))
  return (
    <figure>
      <p>{page.pictureHint}</p>
      <Key boxes={boxes} locale={locale} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen must be scrolled by keyboard, too */}
      <section class="drawing" tabIndex={0} aria-label={page.picture} ref={place}>
        {room > 0 && <Drawing boxes={boxes} arrows={numbered} title={page.picture} room={room} />}
      </section>
      <figcaption>
        <ol class="lines">
          {numbered.map((arrow) => (
            <li key={arrow.number}>{arrowWords(arrow, boxes, locale)}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}

/** How wide the place of the picture is, now and after the screen was turned. */
function useRoom(place: { readonly current: HTMLElement | null }): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const at = place.current
    if (!at) return
    const seen = new ResizeObserver(() => setRoom(at.clientWidth))
    seen.observe(at)
    return () => seen.disconnect()
  }, [place])
  return room
}

/** What the frames of the boxes mean, as far as there are such boxes. */
function Key({ boxes, locale }: { boxes: readonly Box[]; locale: InterfaceLanguage }) {
  const shown = stances.filter((one) => boxes.some((box) => box.stance === one))
  return (
    <ul class="key">
      {shown.map((stance) => (
        <li key={stance} class={stance}>
          {stanceWords(stance, locale)}
        </li>
      ))}
    </ul>
  )
}

function stanceWords(stance: Stance, locale: InterfaceLanguage): string {
  return stance === 'undecided' ? adviceWords[locale].undecided : pageWords[locale][stance]
}

/** “You must: report” gives way to “You must not: tell her” (protection of life, by an exception that the rule names) */
function arrowWords({ from, to, says }: Collision, boxes: readonly Box[], locale: InterfaceLanguage): string {
  const boxOf = (id: string) => boxes.find((box) => box.id === id)
  const quoted = (id: string) => {
    const box = boxOf(id)
    return `“${box ? `${box.force}: ${box.label}` : ''}”`
  }
  if (boxOf(to)?.stance === 'undecided')
    return `${quoted(from)} – ${quoted(to)}: ${adviceWords[locale].undecided} (${says})`
  return `${quoted(to)} ${consultWords[locale].givesWay} ${quoted(from)} (${says})`
}
