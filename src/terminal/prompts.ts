import { autocomplete, cancel, isCancel, log, multiselect, note, select, text } from '@clack/prompts'

/** The person has left, by Ctrl-C or Escape; nothing is kept. */
export class Left extends Error {}

export interface Choice<T> {
  readonly value: T
  readonly label: string
  readonly hint?: string
}

/** One of several choices. @throws Left */
export async function chosen<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T> {
  const options = choices.map((choice, place) => ({ ...choice, value: place }))
  const at = choices.findIndex(({ value }) => value === initial)
  const place = left(
    await select<number>({
      message,
      options,
      maxItems: 12,
      showInstructions: false,
      ...(at >= 0 && { initialValue: at }),
    }),
  )
  return (choices[place] as Choice<T>).value
}

/** One of many choices, found by typing a part of it. @throws Left */
export async function searched<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
  const options = choices.map((choice, place) => ({ ...choice, value: place }))
  const place = left(await autocomplete<number>({ message, options, maxItems: 10 }))
  return (choices[place] as Choice<T>).value
}

/** Any of several choices, also none. @throws Left */
export async function chosenSome<T>(
  message: string,
  choices: readonly Choice<T>[],
  initial: readonly T[] = [],
): Promise<readonly T[]> {
  const options = choices.map((choice, place) => ({ ...choice, value: place }))
  const initialValues = options.filter((_, place) => initial.includes((choices[place] as Choice<T>).value))
  const places = left(
    await multiselect<number>({
      message,
      options,
      required: false,
      showInstructions: false,
      maxItems: 12,
      initialValues: initialValues.map(({ value }) => value),
    }),
  )
  return places.map((place) => (choices[place] as Choice<T>).value)
}

/** A line that is typed. @throws Left */
export async function typed(message: string, refused: (line: string) => string | undefined): Promise<string> {
  const line = left(await text({ message, validate: (value) => refused((value ?? '').trim()) }))
  return (line ?? '').trim()
}

/** Something said beside the questions, in a frame of its own. */
export function noted(message: string, title: string): void {
  note(message, title, { format: (line) => line })
}

/** A line said in passing. */
export function mentioned(line: string): void {
  log.step(line)
}

/** The last line to a person who has left. */
export function dismissed(message: string): void {
  cancel(message)
}

function left<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Left()
  return answer as Exclude<T, symbol>
}
