import { LogicEngine } from 'json-logic-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { advise } from '../src/advise/advise.js'
import { nextQuestion } from '../src/consult/interview.js'
import { decide, knownFrom } from '../src/decide/decide.js'
import { engineFormOf } from '../src/decide/engine.js'
import type { Conditions, Leaf } from '../src/pack/conditions.js'
import type { Pack } from '../src/pack/pack.js'
import type { Situation } from './made.js'

/** One way to evaluate every rule of a pack for one situation; its data is made ready before the clock runs. */
export interface Contestant {
  readonly name: string
  readonly run: (situation: Prepared) => unknown
  /** The names of the rules that hold, from what it answers; none for those that answer something else. */
  readonly held?: (answer: never) => readonly string[]
}

/** A situation in the form that each contestant takes. */
export interface Prepared extends Situation {
  readonly facts: Readonly<Record<string, unknown>>
}

/** The facts of a situation as two-valued evaluators take them: ranks for words of a scale, plain keys. */
export function prepared(situation: Situation, pack: Pack): Prepared {
  const { facts } = engineFormOf(knownFrom(situation.stated, pack), pack)
  return { ...situation, facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [plain(name), value])) }
}

/** Dots mean a path to json-logic, so all who take plain facts read names without them. */
function plain(fact: string): string {
  return fact.replaceAll('.', '_')
}

/** Everyone who takes part, made once for a pack. */
export function contestants(pack: Pack): readonly Contestant[] {
  return [decideAlone(pack), ...twoValued(stockRules(pack)), ...advising(pack)]
}

/** The rules as two-valued evaluators take them: ranks for words of a scale, each `unless` within the conditions. */
export function stockRules(pack: Pack): readonly Stock[] {
  const { rules } = engineFormOf(knownFrom(new Map(), pack), pack)
  return rules.map(({ name, conditions }) => ({ name, conditions: renamed(conditions) }))
}

/** One engine with all the rules, built once, as json-rules-engine is used well. */
export function stockEngine(rules: readonly Stock[]): Engine {
  const properties = rules.map(
    ({ name, conditions }) => ({ name, conditions, event: { type: name } }) as RuleProperties,
  )
  return new Engine(properties, { allowUndefinedFacts: true })
}

/** What holds for sure, from facts that are parsed: `knownFrom` and `decide`, every rule with its finding. */
function decideAlone(pack: Pack): Contestant {
  return {
    name: 'decide',
    run: ({ stated }) => decide(knownFrom(stated, pack), pack),
    held: (findings: ReturnType<typeof decide>) =>
      findings.flatMap(({ rule, outcome }) => (outcome === 'applies' && !rule.findsOut ? [rule.name] : [])),
  }
}

/** From the situation as it is written to the advice: parsed, decided, confirmed by json-rules-engine, weighed. */
function advising(pack: Pack): readonly Contestant[] {
  return [
    { name: 'advise', run: ({ written }) => advise(written, pack, { questions: false }) },
    { name: 'advise with questions', run: ({ written }) => advise(written, pack) },
    { name: 'next question', run: ({ written }) => nextQuestion(written, pack) },
  ]
}

interface Stock {
  readonly name: string
  readonly conditions: Conditions
}

function twoValued(rules: readonly Stock[]): readonly Contestant[] {
  const named = (held: readonly boolean[]) => rules.flatMap(({ name }, i) => (held[i] ? [name] : []))
  const engine = stockEngine(rules)
  const logic = new LogicEngine()
  const built = rules.map(({ conditions }) => logic.build(logicOf(conditions)))
  const closures = rules.map(({ conditions }) => closureOf(conditions))
  return [
    {
      name: 'json-rules-engine',
      run: ({ facts }) => engine.run(facts),
      held: ({ events }: { events: readonly { type: string }[] }) => events.map(({ type }) => type),
    },
    { name: 'json-logic-engine', run: ({ facts }) => built.map((test) => test(facts) as boolean), held: named },
    { name: 'closures', run: ({ facts }) => closures.map((test) => test(facts)), held: named },
  ]
}

function renamed(conditions: Conditions): Conditions {
  if ('all' in conditions) return { all: conditions.all.map(renamed) }
  if ('any' in conditions) return { any: conditions.any.map(renamed) }
  if ('not' in conditions) return { not: renamed(conditions.not) }
  return { ...conditions, fact: plain(conditions.fact) }
}

function logicOf(conditions: Conditions): object {
  if ('all' in conditions) return { and: conditions.all.map(logicOf) }
  if ('any' in conditions) return { or: conditions.any.map(logicOf) }
  if ('not' in conditions) return { '!': [logicOf(conditions.not)] }
  const { fact, operator, value } = conditions
  const read = { var: fact }
  const logic: Record<Leaf['operator'], object> = {
    equal: { '===': [read, value] },
    notEqual: { '!==': [read, value] },
    in: { in: [read, value] },
    notIn: { '!': [{ in: [read, value] }] },
    lessThan: { '<': [read, value] },
    lessThanInclusive: { '<=': [read, value] },
    greaterThan: { '>': [read, value] },
    greaterThanInclusive: { '>=': [read, value] },
    contains: { in: [value, read] },
    doesNotContain: { '!': [{ in: [value, read] }] },
  }
  return logic[operator]
}

type Closure = (facts: Readonly<Record<string, unknown>>) => boolean

function closureOf(conditions: Conditions): Closure {
  if ('all' in conditions) {
    const parts = conditions.all.map(closureOf)
    return (facts) => parts.every((part) => part(facts))
  }
  if ('any' in conditions) {
    const parts = conditions.any.map(closureOf)
    return (facts) => parts.some((part) => part(facts))
  }
  if ('not' in conditions) {
    const part = closureOf(conditions.not)
    return (facts) => !part(facts)
  }
  const { fact, operator, value } = conditions
  const list = value as readonly unknown[]
  const limit = value as number
  const closures: Record<Leaf['operator'], Closure> = {
    equal: (facts) => facts[fact] === value,
    notEqual: (facts) => facts[fact] !== value,
    in: (facts) => list.includes(facts[fact]),
    notIn: (facts) => !list.includes(facts[fact]),
    lessThan: (facts) => (facts[fact] as number) < limit,
    lessThanInclusive: (facts) => (facts[fact] as number) <= limit,
    greaterThan: (facts) => (facts[fact] as number) > limit,
    greaterThanInclusive: (facts) => (facts[fact] as number) >= limit,
    contains: (facts) => ((facts[fact] ?? []) as readonly unknown[]).includes(value),
    doesNotContain: (facts) => !((facts[fact] ?? []) as readonly unknown[]).includes(value),
  }
  return closures[operator]
}
