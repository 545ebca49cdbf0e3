import type { Text } from '../vocabulary.js'

const mostShown = 10

/** What was found, the nearest first, and how much more there is. */
export function entriesReport(entries: readonly string[], all = false): string {
  if (entries.length === 0) return 'nothing is called so; without words all are listed'
  const shown = all ? entries : entries.slice(0, mostShown)
  const left = entries.length - shown.length
  return [...shown, ...(left > 0 ? [`… and ${left} more (--all)`] : [])].join('\n')
}

/** A text in the languages in which there is one. */
export function inBoth(text: Text): string {
  return Object.values(text).join(' · ')
}
