import type { Advice } from '../advise/advice.js'
import { render } from '../render/render.js'
import { wrapped } from '../render/wrapped.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'

/** How wide the terminal is, as far as a line can be read. */
function screenWidth(): number {
  return Math.max(40, Math.min(process.stdout.columns ?? 80, 100))
}

/** An advice as the terminal shows it; below a title and a story where there are any. */
export function onScreen(
  advice: Advice,
  locale: InterfaceLanguage,
  { title, story }: { readonly title?: string; readonly story?: string } = {},
): string {
  const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined
  const head = title === undefined ? {} : { title }
  const shown = render(advice, { as: 'text', locale, width: screenWidth(), colour, ...head })
  return story === undefined ? shown : `${folded(story)}\n\n${shown}`
}

/** How much of a line the frame of a question, and that of a note, takes. */
const frames = { question: 3, note: 6 } as const

/** A text in lines that fit the screen, within a frame where it stands in one. */
export function folded(text: string, frame?: keyof typeof frames): string {
  const width = screenWidth() - (frame === undefined ? 0 : frames[frame])
  const lines = text.split('\n').flatMap((line) => wrapped(line, width))
  return lines.join('\n')
}
