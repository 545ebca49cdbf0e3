import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
import { consultWords } from '../render/consultWords.js'
import { pageWords } from '../render/pageWords.js'
import { words } from '../render/words.js'
import type { Force, Locale, Settlement, Status } from '../vocabulary.js'
import { type Arrow, type Box, Drawing } from './drawing.js'

interface Told extends Omit<Arrow, 'number'> {
  readonly says: string
}

/** What collides: which claims stand, what gave way to what and by what; as a picture, and the same in words. */
export function Picture({ advice, locale }: { advice: Advice; locale: Locale }) {
  const page = pageWords[locale]
  const { boxes, arrows } = drawn(advice, locale)
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
            <li key={arrow.number}>{inWords(arrow, boxes, locale)}</li>
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
function Key({ boxes, locale }: { boxes: readonly Box[]; locale: Locale }) {
  const stances = (['stands', 'gaveWay', 'undecided'] as const).filter((one) => boxes.some((box) => box.stance === one))
  return (
    <ul class="key">
      {stances.map((stance) => (
        <li key={stance} class={stance}>
          {pageWords[locale][stance]}
        </li>
      ))}
    </ul>
  )
}

function inWords({ from, to, says }: Told, boxes: readonly Box[], locale: Locale): string {
  const told = (id: string) => {
    const box = boxes.find((one) => one.id === id)
    return box ? `${box.said}: ${box.label}` : ''
  }
  const undecided = boxes.find(({ id }) => id === to)?.stance === 'undecided'
  if (undecided) return `“${told(from)}” – “${told(to)}”: ${pageWords[locale].undecided} (${says})`
  return `“${told(to)}” ${consultWords[locale].givesWay} “${told(from)}” (${says})`
}

/** The boxes and arrows of an advice: what was set aside with what it gave way to, and the sides of each dilemma. */
function drawn(advice: Advice, locale: Locale): { boxes: readonly Box[]; arrows: readonly Told[] } {
  const boxes = new Map<string, Box>()
  const arrows = new Map<string, Told>()
  const put = (stance: Box['stance'], said: Force | Status, action: string, label: string): string => {
    const id = `${stance} ${action} ${said}`
    boxes.set(id, { id, stance, said: words[locale].status[said], label })
    return id
  }
  const join = (from: string, to: string, by: Settlement, says: string) => {
    const { says: before } = arrows.get(`${from} ${to}`) ?? {}
    const both = before === undefined || before === says ? says : `${before}; ${says}`
    arrows.set(`${from} ${to}`, { from, to, word: pageWords[locale].by[by], says: both })
  }
  const labels = new Map(advice.actions.map(({ action, label, status }) => [action, { label: label[locale], status }]))
  for (const { action, label, force, gaveWayTo } of advice.setAside) {
    const lost = put('gaveWay', force, action, label[locale])
    for (const { action: winning, principle, by } of gaveWayTo) {
      const winner = labels.get(winning)
      const says = `${advice.principles[principle]?.label[locale] ?? principle}, ${words[locale].settledBy[by]}`
      if (winner) join(put('stands', winner.status, winning, winner.label), lost, by, says)
    }
  }
  for (const { sides, agreement } of advice.dilemmas) {
    const [one = [], other = []] = sides.map(({ actions }) =>
      actions.map(({ action, label, force }) => put('undecided', force, action, label[locale])),
    )
    for (const from of one) for (const to of other) join(from, to, 'undecided', words[locale].agreement[agreement])
  }
  return { boxes: [...boxes.values()], arrows: [...arrows.values()] }
}
