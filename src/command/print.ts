import { styleText } from 'node:util'
import type { Paint } from '../author/index.js'

/** Prints, and ends well. */
export function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

/** As a person reads JSON. */
export function inJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Colours text for a terminal. */
export const paint: Paint = (text, tone) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(tone, text) : text
