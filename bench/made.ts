import { parseSituation } from '../src/decide/situation.js'
import type { StatedFacts } from '../src/decide/statedFacts.js'
import { createPack, type Pack } from '../src/pack/pack.js'

/** Rules and situations made from a seed: the same in every run and for every contestant. */

type Random = () => number

/** Mulberry32: small, and good enough to make rules with. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const says = (words: string) => ({ en: words, id: `${words} (id)` })
const whole = (random: Random, below: number) => Math.floor(random() * below)
const pick = <T>(random: Random, list: readonly T[]): T => list[whole(random, list.length)] as T

type Kind = 'yes-no' | 'one-of' | 'scale' | 'number'
const kinds: readonly Kind[] = [
  'yes-no',
  'yes-no',
  'yes-no',
  'yes-no',
  'one-of',
  'one-of',
  'scale',
  'scale',
  'scale',
  'number',
]
const wordsOf = { 'one-of': ['red', 'green', 'blue', 'grey'], scale: ['none', 'minor', 'serious', 'grave'] } as const

interface MadeFact {
  readonly name: string
  readonly type: Kind
}

/** Facts of every type; one in ten marks danger, as in the shipped pack. */
function factsMade(count: number): readonly MadeFact[] {
  return Array.from({ length: count }, (_, i) => ({ name: `made.f${i}`, type: kinds[i % kinds.length] as Kind }))
}

function factSource({ name, type }: MadeFact, i: number) {
  const values =
    type === 'one-of' || type === 'scale' ? wordsOf[type].map((value) => ({ value, label: says(value) })) : null
  const danger = i % 10 === 7 ? { danger: ['grave'], findOutBy: 'a0' } : {}
  const range = type === 'number' ? { min: 0, max: 100 } : {}
  return { name, label: says(name), ask: says(`${name}?`), type, ...(values && { values }), ...range, ...danger }
}

function answerTo(random: Random, { type }: MadeFact): boolean | string | number {
  if (type === 'yes-no') return random() < 0.5
  if (type === 'number') return whole(random, 101)
  return pick(random, wordsOf[type])
}

const operators: Record<Kind, readonly string[]> = {
  'yes-no': ['equal', 'equal', 'equal', 'notEqual'],
  'one-of': ['equal', 'in', 'notIn', 'notEqual'],
  scale: ['greaterThanInclusive', 'greaterThan', 'lessThan', 'equal'],
  number: ['lessThan', 'greaterThanInclusive', 'lessThanInclusive'],
}

function comparison(random: Random, fact: MadeFact) {
  const operator = pick(random, operators[fact.type])
  const list = operator === 'in' || operator === 'notIn'
  return {
    fact: fact.name,
    operator,
    value: list ? [...new Set([0, 1].map(() => answerTo(random, fact)))] : answerTo(random, fact),
  }
}

/** Two to six comparisons: mostly all of them, some alternatives, some denied. */
function conditions(random: Random, facts: readonly MadeFact[]): object {
  const parts: object[] = Array.from({ length: 2 + whole(random, 5) }, () => comparison(random, pick(random, facts)))
  const form = random()
  if (form < 0.55 || parts.length < 3) return { all: parts }
  if (form < 0.7) return { any: parts }
  if (form < 0.85) return { all: [parts[0], { any: parts.slice(1) }] }
  return { all: [...parts.slice(1), { not: parts[0] }] }
}

const forces = ['must', 'must', 'should', 'should', 'may', 'must-not', 'should-not'] as const
const principles = ['life', 'trust', 'freedom', 'fairness']

function ruleSource(random: Random, i: number, facts: readonly MadeFact[]) {
  const action = `a${whole(random, actionsMade)}`
  const unless = {
    name: 'u',
    because: says('otherwise'),
    conditions: { all: [comparison(random, pick(random, facts))] },
  }
  const principle = pick(random, principles)
  return {
    name: `r${i}`,
    conditions: conditions(random, facts),
    event: {
      type: principle,
      params: {
        [pick(random, forces)]: [action],
        principles: [principle],
        basis: 'code',
        urgency: pick(random, ['immediate', 'prompt', 'routine']),
        because: says(`of rule ${i}`),
        sources: ['BOOK'],
        ...(random() < 0.25 && { unless: [unless] }),
      },
    },
  }
}

const actionsMade = 60

interface Wanted {
  readonly rules: number
  readonly facts: number
  /** Which of the facts rule number `i` may read; all of them unless said otherwise. */
  readonly readBy?: (i: number, facts: readonly MadeFact[]) => readonly MadeFact[]
}

/** A pack of so many rules over so many facts. */
export function packMade({ rules, facts, readBy = (_, all) => all }: Wanted, seed: number): Pack {
  const random = randomFrom(seed)
  const declared = factsMade(facts)
  const text = { because: says('so'), sources: ['BOOK'] }
  const guideline = { name: 'g', order: [['life'], ['trust', 'freedom'], ['fairness']], ...text }
  return createPack({
    pack: {
      name: 'made',
      version: '1.0.0',
      title: says('made'),
      asOf: '2026-01-31',
      openers: ['made.f0'],
      findOut: { principle: 'life', force: 'must', urgency: 'prompt', basis: 'practice', ...text },
      whenUndecided: { actions: ['a0'], ...text },
    },
    facts: declared.map(factSource),
    principles: principles.map((name) => ({ name, label: says(name), means: says(name), sources: ['BOOK'] })),
    actions: Array.from({ length: actionsMade }, (_, i) => ({ name: `a${i}`, label: says(`action ${i}`) })),
    roles: [],
    sources: [
      {
        name: 'BOOK',
        cite: says('Book'),
        work: 'Book',
        section: '1',
        year: 2000,
        kind: 'text',
        says: says('so'),
        verified: 'no',
      },
    ],
    frameworks: ['one', 'two'].map((name) => ({ name, label: says(name), sources: ['BOOK'], guidelines: [guideline] })),
    rules: {
      'made.json': {
        standard: says('made'),
        rules: Array.from({ length: rules }, (_, i) => ruleSource(random, i, readBy(i, declared))),
      },
    },
  })
}

/** A situation as it is written and as it is parsed. */
export interface Situation {
  readonly written: Readonly<Record<string, unknown>>
  readonly stated: StatedFacts
}

/** Situations that state between `least` and `most` of the facts of a made pack. */
export function situationsMade(
  pack: Pack,
  count: number,
  [least, most]: readonly [number, number],
  seed: number,
): Situation[] {
  const random = randomFrom(seed)
  const facts = factsMade(pack.facts.size)
  return Array.from({ length: count }, () => {
    const wanted = least + whole(random, most - least + 1)
    const chosen = facts
      .map((fact) => ({ fact, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, wanted)
    const made = Object.fromEntries(chosen.map(({ fact }) => [fact.name.slice('made.'.length), answerTo(random, fact)]))
    return situation({ made }, pack)
  })
}

/** A situation as it is written, parsed. */
export function situation(written: Situation['written'], pack: Pack): Situation {
  return { written, stated: parseSituation(written, pack) }
}
