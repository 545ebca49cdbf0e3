import { styleText } from 'node:util'
import { cancel, isCancel, log, multiselect, note, select, text } from '@clack/prompts'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { terminalWords } from '../words/terminalWords.js'
import { folded } from './display.js'
import { outputSaying } from './outputSaying.js'

/** The person has left, by Ctrl-C; nothing is kept. */
export class Left extends Error {}

/** The person wants to go back, by Escape; where nothing leads back, it is to leave. */
export class Back extends Left {}

export interface Choice<T> {
  readonly value: T
  readonly label: string
  readonly hint?: string
}

/** One of several choices. @throws Left */
export async function chosen<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T> {
  const options = choices.map((choice, place) => ({ ...choice, value: place }))
  const at = choices.findIndex(({ value }) => value === initial)
  const place = await answerTo(() =>
    select<number>({
      message,
      options,
      maxItems: 12,
      showInstructions: false,
      ...(at >= 0 && { initialValue: at }),
    }),
  )
  return (choices[place] as Choice<T>).value
}

/** One of many choices, found by typing a part of it; all of them where nothing is typed. @throws Left */
export async function searched<T>(
  message: string,
  choices: readonly Choice<T>[],
  locale: InterfaceLanguage,
): Promise<T> {
  const w = terminalWords[locale]
  const found = (part: string) => choices.filter(({ label }) => label.toLowerCase().includes(part.toLowerCase()))
  for (;;) {
    const part = await typed(`${message}\n(${w.typePart})`, (line) =>
      found(line).length === 0 ? w.noneFound : undefined,
    )
    const picked = await chosen<Choice<T> | undefined>(message, [
      ...found(part).map((choice) => ({ ...choice, value: choice })),
      { value: undefined, label: w.otherPart },
    ])
    if (picked) return picked.value
  }
}

/** Any of several choices, also none. @throws Left */
export async function chosenSome<T>(
  message: string,
  choices: readonly Choice<T>[],
  locale: InterfaceLanguage,
  initial: readonly T[] = [],
): Promise<readonly T[]> {
  const options = choices.map((choice, place) => ({ ...choice, value: place }))
  const initialValues = options.filter((_, place) => initial.includes((choices[place] as Choice<T>).value))
  const places = await answerTo(() =>
    multiselect<number>({
      message,
      options,
      required: false,
      showInstructions: false,
      maxItems: 12,
      initialValues: initialValues.map(({ value }) => value),
      output: outputSaying(styleText('dim', 'none'), styleText('dim', terminalWords[locale].none)),
    }),
  )
  return places.map((place) => (choices[place] as Choice<T>).value)
}

/** A line that is typed. @throws Left */
export async function typed(message: string, refused: (line: string) => string | undefined): Promise<string> {
  const line = await answerTo(() => text({ message, validate: (value) => refused((value ?? '').trim()) }))
  return (line ?? '').trim()
}

/** Something said beside the questions, in a frame of its own; a title that fills more than a line stands above the frame. */
export function noted(message: string, title: string): void {
  const heading = folded(title, 'note')
  const isLong = heading.includes('\n')
  if (isLong) log.step(heading)
  note(message, isLong ? '' : heading, { format: (line) => line })
}

/** A line said in passing. */
export function mentioned(line: string): void {
  log.step(line)
}

/** The last line to a person who has left. */
export function dismissed(message: string): void {
  cancel(message)
}

/** What is answered; where it is not, whether the person goes back or leaves. */
async function answerTo<T>(ask: () => Promise<T>): Promise<Exclude<T, symbol>> {
  let last: string | undefined
  const pressed = (_: unknown, key?: { readonly name?: string }) => {
    last = key?.name
  }
  process.stdin.on('keypress', pressed)
  try {
    const answer = await ask()
    if (isCancel(answer)) throw last === 'escape' ? new Back() : new Left()
    return answer as Exclude<T, symbol>
  } finally {
    process.stdin.off('keypress', pressed)
  }
}
