/** Coded situations made from a seed: the facts of the pack, some stated, as a caseload might hold them. */
import type { Fact, Pack } from 'timbang'

/** Situations without end; the same for the same seed. Derived facts are left out, so that none contradicts another. */
export function* caseload(pack: Pack<unknown>, seed: number): Generator<Record<string, unknown>, never> {
  const facts = [...pack.facts.values()].filter(({ derivedFrom }) => derivedFrom === undefined)
  const chance = chances(seed)
  const pick = (below: number) => Math.floor(chance() * below)
  while (true) {
    const stated = Array.from({ length: 3 + pick(18) }, () => facts[pick(facts.length)] as Fact)
    const situation: Record<string, unknown> = {}
    for (const fact of stated) place(situation, fact.name.split('.'), answerTo(fact, pick))
    yield situation
  }
}

function answerTo(
  { type, values = [], members = [], min = 0, max = 100 }: Fact,
  pick: (below: number) => number,
): unknown {
  if (type === 'yes-no') return pick(2) === 0
  if (type === 'number') return min + pick(max - min + 1)
  const words = [...values, ...members]
  const word = words[pick(words.length)]?.value
  return type === 'some-of' ? [word] : word
}

function place(held: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) held[key] = value
  else {
    held[key] ??= {}
    place(held[key] as Record<string, unknown>, rest, value)
  }
}

/** Numbers from 0 to 1 by mulberry32. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
