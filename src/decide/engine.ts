import { Engine, Rule as StockRule } from 'json-rules-engine'
import { TimbangError } from '../errors.js'
import type { Conditions } from '../pack/conditions.js'
import { engineConditions, type Judged, judge, type Values } from '../pack/evaluation.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'
import { compiledPack, type Known } from './compiledPack.js'
import type { Finding } from './decide.js'

/** The confirmed condition tree of every rule and `unless` found to hold, by its name in the engine. */
export type Confirmed = ReadonlyMap<string, Judged>

/**
 * Hands every rule and `unless` found to hold to json-rules-engine itself, which must find exactly the same.
 * A fresh engine serves each call, since one engine that serves two overlapping runs loses rules without a word.
 * @throws TimbangError `broken-invariant` where the two disagree: no advice rather than doubtful advice
 */
export async function confirm<S>(findings: readonly Finding[], known: Known, pack: Pack<S>): Promise<Confirmed> {
  const found = findings.flatMap(heldParts)
  const stockRules = stockRulesOf(pack)
  const engine = new Engine(
    found.map(({ name, rule }) => stockRules(rule.name).get(name) as StockRule),
    { allowUndefinedFacts: true },
  )
  const { results } = await engine.run(engineFacts(known.assumed, pack))
  const trees = new Map(results.map(({ name, conditions }) => [name as string, conditions]))
  const { slots } = compiledPack(pack)
  return new Map(
    found.map(({ name, conditions }) => {
      const judged = judge(conditions, known.assumed, pack.facts, slots)
      if (!agree(judged, trees.get(name))) throw disagreement(name)
      return [name, judged]
    }),
  )
}

interface Part {
  readonly rule: Rule
  readonly name: string
  readonly conditions: Conditions
}

function heldParts({ rule, holds, unless }: Finding): readonly Part[] {
  if (holds !== true && !unless.includes(true)) return []
  const [own, ...exceptions] = parts(rule)
  return [...(holds === true && own ? [own] : []), ...exceptions.filter((_, i) => unless[i] === true)]
}

/** The rule and each of its `unless`, under the names they bear in the engine. */
function parts(rule: Rule): Part[] {
  const own = { rule, name: rule.name, conditions: rule.conditions }
  return [own, ...rule.unless.map(({ name, conditions }) => ({ rule, name: unlessName(rule.name, name), conditions }))]
}

/** The name of a rule's `unless` in the engine. */
function unlessName(rule: string, unless: string): string {
  return `${rule} · ${unless}`
}

/** Whether the engine's tree says the same of every part of which something is known. */
function agree(judged: Judged, tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false
  const engineTree = tree as { result?: boolean; all?: unknown[]; any?: unknown[]; not?: unknown }
  if (judged.truth !== null && engineTree.result !== undefined && engineTree.result !== judged.truth) return false
  if ('all' in judged) return judged.all.every((part, i) => agree(part, engineTree.all?.[i]))
  if ('any' in judged) return judged.any.every((part, i) => agree(part, engineTree.any?.[i]))
  return !('not' in judged) || agree(judged.not, engineTree.not)
}

function disagreement(name: string): TimbangError {
  const message = 'the two evaluations disagree about this rule, so no advice is given'
  return new TimbangError('broken-invariant', [{ place: name, message }])
}

/** The stock rules of a rule of the pack and of each of its `unless`, by their names; made when the rule is first found to hold. */
const stockRulesOf = oncePerPack(({ facts, rules }) =>
  rememberedBy((ruleName: string): ReadonlyMap<string, StockRule> => {
    const stock = ({ name, conditions }: Part) =>
      new StockRule({
        name,
        conditions: engineConditions(conditions, facts),
        event: { type: 'holds' },
      } as ConstructorParameters<typeof StockRule>[0])
    return new Map(parts(rules.get(ruleName) as Rule).map((part) => [part.name, stock(part)]))
  }),
)

/** The facts as the engine compares them: ranks for words of a scale, a list of the members that are so. */
function engineFacts<S>(values: Values, pack: Pack<S>): Record<string, boolean | number | string | string[]> {
  return Object.fromEntries(
    [...pack.facts.keys()].flatMap((name, slot) => {
      const value = values[slot]
      if (value === undefined) return []
      return [[name, typeof value === 'object' ? [...value].filter(([, so]) => so).map(([member]) => member) : value]]
    }),
  )
}

/** Plain rules and facts for the stock engine. */
export interface EngineForm {
  readonly rules: readonly { readonly name: string; readonly conditions: Conditions; readonly event: object }[]
  readonly facts: Readonly<Record<string, unknown>>
}

/** The name that `EngineForm` bore before. */
export type StockForm = EngineForm

/**
 * The pack and what is known in the form that json-rules-engine takes: ranks for the words of scales, each `unless`
 * written into the conditions. The engine knows no "not known": on facts that are missing its answer is not ours.
 */
export function engineFormOf<S>(known: Known, pack: Pack<S>): EngineForm {
  const rules = [...pack.rules.values()].filter(({ findsOut }) => findsOut === undefined)
  return {
    rules: rules.map(({ name, conditions, unless, principle, pushes }) => ({
      name,
      conditions: engineConditions(withUnless(conditions, unless), pack.facts),
      event: { type: principle, params: { pushes } },
    })),
    facts: engineFacts(known.assumed, pack),
  }
}

function withUnless(conditions: Conditions, unless: Rule['unless']): Conditions {
  if (unless.length === 0) return conditions
  return { all: [conditions, { not: { any: unless.map((one) => one.conditions) } }] }
}
