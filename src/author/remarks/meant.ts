import type { Pack } from '../../pack/pack.js'
import { wording } from '../../pack/texts/languages.js'
import type { Remark } from './remark.js'

/**
 * The remarks with what the pack says of them: one that is meant is a note, with the reason. What is said to be meant and is not
 * remarked is a warning, since it may hide the next fault.
 */
export function withMeant(found: readonly Remark[], { invariants }: Pack<unknown>): readonly Remark[] {
  const entries = invariants.meant.flatMap(({ name, remark, at, because }) =>
    at.map((place) => ({ name, key: `${remark} ${place}`, place, because })),
  )
  const reasons = new Map(entries.map(({ key, because }) => [key, because]))
  const made = new Set(found.map(keyOf))
  const idle = entries.filter(({ key }) => !made.has(key))
  return [
    ...found.map((one): Remark => {
      const meant = reasons.get(keyOf(one))
      return meant === undefined
        ? one
        : { ...one, level: 'note', message: `${one.message}; it is meant: ${wording(meant)}`, meant }
    }),
    ...idle.map(
      ({ name, place }): Remark => ({
        kind: 'meant-never',
        level: 'warning',
        place: `invariants · meant · ${name}`,
        message: `nothing of this kind is remarked at \`${place}\``,
      }),
    ),
  ]
}

/** Its kind, and its place without the file in which a rule stands. */
function keyOf({ kind, place }: Remark): string {
  const [first = '', ...rest] = place.split(' · ')
  return `${kind} ${(first.endsWith('.json') ? rest : [first, ...rest]).join(' · ')}`
}
