import { isScreened, type Screened, type Unreadable } from '../../embed/index.js'

/** How many situations were screened, how many could not be read, and how urgent they are. */
export interface Tally {
  done: number
  unreadable: number
  readonly urgencies: Map<string, number>
}

export function newTally(): Tally {
  return { done: 0, unreadable: 0, urgencies: new Map() }
}

/** Counts one more. */
export function count(tally: Tally, result: Screened | Unreadable): void {
  tally.done += 1
  if (!isScreened(result)) tally.unreadable += 1
  else tally.urgencies.set(result.urgency, (tally.urgencies.get(result.urgency) ?? 0) + 1)
}

/** The count in words, on one line. */
export function summary({ done, unreadable, urgencies }: Tally): string {
  const each = [...urgencies].sort().map(([urgency, cases]) => `${urgency} ${cases}`)
  return [`screened ${done} cases`, ...each, `unreadable ${unreadable}`].join(', ')
}
