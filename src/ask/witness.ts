import type { Known } from '../decide/compiled.js'
import type { Stated, StatedFacts } from '../decide/situation.js'
import { leavesRead } from '../pack/conditions.js'
import { type Conditions, type Fact, hasValue, type Leaf, type Scalar, words } from '../pack/facts.js'
import type { Pack } from '../pack/pack.js'
import { type FactType, type Status, type Text, type Urgency, urgencies } from '../vocabulary.js'
import type { Outlook } from '../weigh/outline.js'
import { isOpen } from '../weigh/urgency.js'
import type { Explore } from './explore.js'
import { suppositions } from './suppose.js'

/** An answer to a question; for a list, whether the one member is so. */
export interface Answer {
  readonly value: Scalar
  readonly so?: boolean
  readonly label?: Text
}

/** An action whose status would differ: `null` where no rule would speak of it. */
export interface Change {
  readonly action: string
  readonly label: Text
  readonly from: Status | null
  readonly to: Status | null
}

/** A fact as it is asked for: in words, why, and how it can be answered. */
export interface Asked {
  readonly fact: string
  readonly ask: Text
  readonly why?: Text
  readonly type: FactType
  readonly values?: readonly { readonly value: string; readonly label: Text }[]
  /** Of a number, the least and the most that it can be. */
  readonly min?: number
  readonly max?: number
  readonly danger: boolean
}

/** A fact worth asking for, with its witness: two answers, and what would differ between them. */
export interface Question extends Asked {
  /** The answer that would change more, and the one it is compared with. */
  readonly answers: readonly [Answer, Answer]
  /** What else would have to be so for the answer to change anything, of what is not known either. */
  readonly given: readonly { readonly fact: string; readonly label: Text; readonly answer: Answer }[]
  /** What would differ between the second answer (`from`) and the first (`to`). */
  readonly wouldChange: readonly Change[]
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
}

/** Two answers between which the advice differs most: by themselves, or with what else would have to be so. */
export function witness<S>(
  fact: Fact,
  contexts: readonly Conditions[],
  explore: Explore,
  known: Known,
  pack: Pack<S>,
): Question | undefined {
  const answers = possibleAnswers(fact, contexts, known, pack)
  const found = suppositions(contexts, fact.name, known, pack).flatMap((given) => {
    const outlooks = answers.flatMap((answer) => {
      const outlook = explore(new Map([...given, stated(fact, answer)]))
      return outlook ? [{ answer, outlook }] : []
    })
    const pair = furthestApart(outlooks)
    const before = pair && explore(given)
    return before ? [questionOf(fact, given, newsFirst(pair, before), pack)] : []
  })
  return found.sort((a, b) => compareLists(effect(a), effect(b)))[0]
}

/** How much hangs on a question, most first: how soon, how little else has to be supposed, how much it changes by itself. */
function effect({ given, wouldChange, urgency }: Question): readonly number[] {
  return [jump(urgency), given.length, given.length > 0 ? 0 : -wouldChange.length]
}

/** How far an answer would hasten what is to be done; the lower, the further. */
export function jump({ from, to }: Question['urgency']): number {
  return urgencies.indexOf(to) - urgencies.indexOf(from)
}

interface Possible {
  readonly answer: Answer
  readonly outlook: Outlook
}

/** Compares lists of numbers by the first that differs. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, i) => value !== b[i])
  return first === -1 ? 0 : (a[first] as number) - (b[first] as number)
}

/** Of all pairs of answers the one between which most would differ; none where nothing would. */
function furthestApart(outlooks: readonly Possible[]): readonly [Possible, Possible] | undefined {
  let best: { pair: readonly [Possible, Possible]; far: number } | undefined
  for (const [i, one] of outlooks.entries())
    for (const other of outlooks.slice(i + 1)) {
      const far =
        differing(one.outlook, other.outlook).length * 2 + (one.outlook.urgency === other.outlook.urgency ? 0 : 1)
      if (far > (best?.far ?? 0)) best = { pair: [one, other], far }
    }
  return best?.pair
}

/** The answer that would change more of what is said now comes first. */
function newsFirst(pair: readonly [Possible, Possible], now: Outlook): readonly [Possible, Possible] {
  const news = ({ outlook }: Possible) => [
    urgencies.indexOf(outlook.urgency) - urgencies.indexOf(now.urgency),
    -differing(outlook, now).length,
  ]
  return compareLists(news(pair[0]), news(pair[1])) <= 0 ? pair : [pair[1], pair[0]]
}

function differing(one: Outlook, other: Outlook): string[] {
  if (one.statuses === other.statuses) return []
  const actions = new Set([...one.statuses.keys(), ...other.statuses.keys()])
  return [...actions].filter((action) => one.statuses.get(action) !== other.statuses.get(action))
}

/** A fact as it is asked for. */
export function asked(fact: Fact): Asked {
  return {
    fact: fact.name,
    ask: fact.ask as Text,
    ...(fact.why && { why: fact.why }),
    type: fact.type,
    ...(fact.values && { values: fact.values }),
    ...(fact.min !== undefined && { min: fact.min }),
    ...(fact.max !== undefined && { max: fact.max }),
    danger: fact.danger !== undefined,
  }
}

function questionOf<S>(
  fact: Fact,
  given: StatedFacts,
  [first, second]: readonly [Possible, Possible],
  pack: Pack<S>,
): Question {
  const order = [...pack.actions.keys()]
  const changed = differing(first.outlook, second.outlook).sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return {
    ...asked(fact),
    answers: [first.answer, second.answer],
    given: [...given].flatMap(([name, value]) => {
      const other = pack.facts.get(name) as Fact
      return each(value).map((one) => ({ fact: name, label: other.label, answer: answerOf(other, one) }))
    }),
    wouldChange: changed.map((action) => ({
      action,
      label: (pack.actions.get(action) as { label: Text }).label,
      from: second.outlook.statuses.get(action) ?? null,
      to: first.outlook.statuses.get(action) ?? null,
    })),
    urgency: { from: second.outlook.urgency, to: first.outlook.urgency },
  }
}

/** A value by itself, the members of a list one by one. */
function each(value: Stated): readonly Stated[] {
  return value instanceof Map ? [...value].map((member) => new Map([member])) : [value]
}

/** The answers worth trying: every value; for a number those around its thresholds; for a list yes and no of each member. */
function possibleAnswers<S>(
  fact: Fact,
  contexts: readonly Conditions[],
  known: Known,
  pack: Pack<S>,
): readonly Answer[] {
  const read = contexts
    .flatMap((conditions) => leavesRead(conditions, pack.facts))
    .filter((leaf) => leaf.fact === fact.name)
  if (fact.type === 'yes-no') return [{ value: true }, { value: false }]
  if (fact.type === 'number') {
    const limits = read.flatMap(({ value }) => (typeof value === 'object' ? value : [value]) as number[])
    const around = new Set(limits.flatMap((limit) => [limit - 1, limit, limit + 1]))
    return [...around].filter((value) => hasValue(fact, value)).map((value) => ({ value }))
  }
  if (fact.type !== 'some-of') return words(fact).map((value) => answerOf(fact, value))
  const open = read.filter((leaf) => isOpen(leaf, known, pack) && !wasAsked(leaf, known)).map(({ value }) => value)
  const members = words(fact).filter((word) => open.includes(word))
  return members.flatMap((member) => [true, false].map((so) => answerOf(fact, new Map([[member, so]]))))
}

/** Whether it was asked before and is still not known; it is not asked again. */
export function wasAsked({ fact, value: member }: Leaf, { stated }: Known): boolean {
  const told = stated.get(fact)
  return told === null || (told instanceof Map && told.get(member as string) === null)
}

/** A stated value as an answer, with its words. */
export function answerOf(fact: Fact, stated: Stated): Answer {
  const [value, so] = stated instanceof Map ? ([...stated][0] as [string, boolean]) : [stated as Scalar]
  const label = fact.values?.find((one) => one.value === value)?.label
  return { value, ...(so !== undefined && { so }), ...(label && { label }) }
}

function stated({ name }: Fact, { value, so }: Answer): readonly [string, Stated] {
  return [name, so === undefined ? value : new Map([[value as string, so]])]
}
