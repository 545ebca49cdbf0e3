/**
 * Where a seed puts something in an order that looks like chance: a number from 0 to 1 by its name alone, so that what else
 * there is to choose from moves nothing.
 */
function lot(seed: number, name: string): number {
  let mixed = 0x811c9dc5
  for (const letter of `${seed}:${name}`) mixed = Math.imul(mixed ^ (letter.codePointAt(0) as number), 0x01000193) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** The same things in an order that the seed gives. */
export function drawn<T>(things: readonly T[], seed: number, nameOf: (thing: T) => string): readonly T[] {
  const lots = things.map((thing) => ({ thing, name: nameOf(thing), at: lot(seed, nameOf(thing)) }))
  return lots.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1)).map(({ thing }) => thing)
}
