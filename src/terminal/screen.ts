import type { Advice } from '../advise/advice.js'
import { render } from '../render/render.js'
import type { Locale } from '../vocabulary.js'

/** How wide the terminal is, as far as a line can be read. */
export function screenWidth(): number {
  return Math.max(40, Math.min(process.stdout.columns ?? 80, 100))
}

/** An advice as the terminal shows it; below a title and a story where there are any. */
export function onScreen(advice: Advice, locale: Locale, head: { title?: string; story?: string } = {}): string {
  const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined
  const { title, story } = head
  const shown = render(advice, {
    as: 'text',
    locale,
    width: screenWidth(),
    colour,
    ...(title !== undefined && { title }),
  })
  return story === undefined ? shown : `${folded(story, screenWidth())}\n\n${shown}`
}

/** A text broken at blanks, so that no line is longer than the width where its words allow. */
export function folded(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(\\s+|$)`, 'g'), '$1\n').trimEnd()
}
