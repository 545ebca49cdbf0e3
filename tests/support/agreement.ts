import type { Advice } from '../../src/advise/advice.js'
import { compareSteps } from '../../src/consult/steps/compareSteps.js'
import type { Pack } from '../../src/pack/pack.js'

/* How far the advice of a pack says what was published about a case. */

export const forces = ['must', 'should', 'may', 'must-not'] as const
export const outcomes = ['found', 'dilemma', 'silent', 'contradicted'] as const
export type Outcome = (typeof outcomes)[number]

/** One published answer: what it says, the actions any of which say it, and the actions that say it the other way round. */
export interface Answer {
  readonly says: string
  readonly force: (typeof forces)[number]
  readonly actions?: readonly string[]
  readonly instead?: readonly string[]
}

/** A published case: told in facts, with the answers that were given to it. */
export interface PublishedCase {
  readonly title: string
  readonly contested: boolean
  readonly quality: string
  readonly situation: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly expected: readonly Answer[]
}

/** A published case told in facts by a reader who knew neither the rules nor the answers. */
export interface BlindCase {
  readonly contested: boolean
  readonly toldBlind: PublishedCase['situation']
}

/** Whether an advice shows that the matter is disputed: a dilemma, or a mark on an action that is not owed always. */
export function disputeShown({ kind, actions }: Pick<Advice, 'kind' | 'actions'>): boolean {
  return kind === 'dilemma' || actions.some(({ divided, standing }) => divided !== undefined && !standing)
}

/** What an advice says of each action: `towards`, `away`, or that it is contested. */
export type Said = ReadonlyMap<string, 'may' | 'towards' | 'away' | 'contested'>

const directions = {
  must: 'towards',
  should: 'towards',
  may: 'may',
  'should-not': 'away',
  'must-not': 'away',
  contested: 'contested',
} as const

export function said(advice: Advice): Said {
  return new Map(advice.actions.map(({ action, status }) => [action, directions[status]]))
}

/** The actions told on a line of their own: none that is standing, a part of another told, or folded. */
export function toldThemselves({ actions }: Pick<Advice, 'actions'>): Advice['actions'] {
  return actions.filter(({ standing, within, folded }) => !standing && within === undefined && !folded)
}

/**
 * Whether an answer is found: one of its actions is advised in the same direction, or what excludes it must be done. A permission
 * (`may`) is found where the action is permitted or asked for, and answers nothing else.
 */
export function outcome<S>(answer: Answer, advised: Said, pack: Pack<S>): Outcome {
  const told = [...(answer.actions ?? []).flatMap((name) => advised.get(name) ?? [])]
  const wanted = answer.force === 'must-not' ? ['away'] : answer.force === 'may' ? ['may', 'towards'] : ['towards']
  const otherwise = (answer.instead ?? []).flatMap((name) => advised.get(name) ?? [])
  if (told.some((one) => wanted.includes(one)) || otherwise.includes('towards')) return 'found'
  if (answer.force === 'must-not' && (answer.actions ?? []).some((name) => excluded(name, advised, pack)))
    return 'found'
  if (told.includes('contested') || otherwise.includes('contested')) return 'dilemma'
  const opposite = answer.force === 'must-not' ? ['towards', 'may'] : ['away']
  const against = told.some((one) => opposite.includes(one))
  return against || otherwise.includes('away') ? 'contradicted' : 'silent'
}

function excluded<S>(name: string, advised: Said, pack: Pack<S>): boolean {
  const excludes = (one: string, other: string) => pack.actions.get(one)?.incompatibleWith?.includes(other) === true
  return [...advised].some(([other, one]) => one === 'towards' && (excludes(name, other) || excludes(other, name)))
}

/** Of the published steps of a case that stand beside rejected ones: how many there are, and how many the rules put above every rejected one. */
export function stepsAbove<S>(
  one: PublishedCase,
  pack: Pack<S>,
): { readonly published: number; readonly above: number } {
  const named = ({ actions = [] }: Answer) => actions.filter((name) => pack.actions.has(name))
  const wanted = one.expected.filter(({ force }) => force === 'must' || force === 'should').map(named)
  const rejected = new Set(one.expected.filter(({ force }) => force === 'must-not').flatMap(named))
  const published = wanted.filter((names) => names.length > 0)
  if (published.length === 0 || rejected.size === 0) return { published: 0, above: 0 }
  const steps = [...new Set([...published.flat(), ...rejected])]
  const places = new Map<string, number>()
  let place = 0
  for (const { actions, level } of compareSteps(one.situation as never, pack, { steps }).steps) {
    if (!level) place += 1
    places.set((actions[0] as { action: string }).action, place)
  }
  const best = (names: readonly string[]) => Math.min(...names.map((name) => places.get(name) as number))
  const first = best([...rejected])
  return { published: published.length, above: published.filter((names) => best(names) < first).length }
}

/** The answers most often given to the other cases, as many as are asked for. */
export function mostFrequent(others: readonly PublishedCase[], count: number): Said {
  const counts = new Map<string, number>()
  for (const { expected } of others)
    for (const { force, actions = [], instead = [] } of expected) {
      for (const name of actions) add(counts, `${name} ${force === 'must-not' ? 'away' : 'towards'}`)
      for (const name of instead) add(counts, `${name} towards`)
    }
  const ranked = [...counts].sort(([one, a], [two, b]) => b - a || (one < two ? -1 : 1)).slice(0, count)
  return new Map(ranked.map(([key]) => key.split(' ') as [string, 'towards' | 'away']))
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
