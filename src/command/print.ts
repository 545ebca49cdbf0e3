import { styleText } from 'node:util'
import type { Paint } from '../author/index.js'
import { Misuse } from './ending.js'

/** Prints, and ends well. */
export function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

/** Prints a text, or sends the bytes of a file on. @throws Misuse where those go to a terminal, which cannot show them */
export function printWritten(written: string | Uint8Array): number {
  if (typeof written === 'string') return print(written)
  if (process.stdout.isTTY) throw new Misuse('this is a file, and no text: send it on with `> FILE`')
  process.stdout.write(written)
  return 0
}

/** As a person reads JSON. */
export function inJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** Colours text for a terminal. */
export const paint: Paint = (text, tone) =>
  process.stdout.isTTY && !process.env.NO_COLOR ? styleText(tone, text) : text
