import type { Issue } from '../../errors.js'
import { type Force, forces } from '../../vocabulary.js'
import { type Conditions, constantsIn, type Leaf, leaves, type Scalar } from '../conditions.js'
import type { Fact, Facts } from '../fact.js'
import { typeOf } from '../factTypes/factTypes.js'
import { grouped } from '../grouped.js'
import type { PackSource } from '../packSource.js'
import { type Declared, rulesOf } from './declared.js'

/** More than these no person can look over, and nothing that explores a situation gets through in a time to wait for. */
const most = { rules: 5_000, pushes: 20_000, pairs: 100_000, guidelines: 500, finders: 100 }

/** What is too much of a pack, counted before anything is compared with anything. */
export function sizeIssues(source: PackSource): Issue[] {
  const rules = rulesOf(source).map(({ rule }) => rule)
  const pushes = rules.flatMap(({ event }) => forces.map((force) => event.params[force]?.length ?? 0))
  const guidelines = source.frameworks.map((framework) => framework.guidelines.length)
  const finders = new Set(source.facts.flatMap(({ findOutBy }) => findOutBy ?? []))
  const rows: [boolean, string][] = [
    [rules.length > most.rules, `has more than ${most.rules} rules`],
    [sum(pushes) > most.pushes, `has rules that speak of more than ${most.pushes} actions in all`],
    [sum(guidelines) > most.guidelines, `has more than ${most.guidelines} guidelines`],
    [finders.size > most.finders, `has more than ${most.finders} actions that find out danger`],
    [pairs(source) > most.pairs, `has rules of which more than ${most.pairs} pairs speak against each other`],
  ]
  return rows.filter(([wrong]) => wrong).map(([, message]) => ({ place: 'pack', message }))
}

/** How many pairs of pushes go in opposite directions, or towards actions that exclude each other. */
function pairs(source: PackSource): number {
  const [towards, away] = [pushed(source, ['must', 'should', 'may']), pushed(source, ['must-not', 'should-not'])]
  const opposed = [...towards].map(([action, count]) => count * (away.get(action) ?? 0))
  const excluding = source.actions.flatMap(({ name, incompatibleWith = [] }) =>
    incompatibleWith.map((other) => ((towards.get(name) ?? 0) * (towards.get(other) ?? 0)) / 2),
  )
  return sum(opposed) + sum(excluding)
}

/** How many rules push each action with one of the forces. */
function pushed(source: PackSource, some: readonly Force[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of rulesOf(source))
    for (const action of some.flatMap((force) => rule.event.params[force] ?? []))
      counts.set(action, (counts.get(action) ?? 0) + 1)
  return counts
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** How many facts may follow from one another in a row, how much conditions may ask with what their facts follow from. */
const mostInARow = 8
const mostWritten = { each: 1_000, all: 100_000 }
const mostConstants = 200
const tooMuchWritten = `has more than ${mostWritten.each} comparisons, with those from which its facts follow`

/** Facts that follow from too many others, one after another or in all; asked only where none follows from itself. */
export function derivationSizes(facts: Facts): Issue[] {
  const sizes = writtenSizes(facts)
  return [...facts.keys()].flatMap((name) => {
    const [place, size] = [`facts · ${name} · derivedFrom`, sizes.get(name)]
    if (size === undefined) return [{ place, message: `leads through more than ${mostInARow} facts in a row` }]
    return size > mostWritten.each ? [{ place, message: tooMuchWritten }] : []
  })
}

/** How many comparisons each fact stands for once what it follows from is written out; none for what is too deep. */
function writtenSizes(facts: Facts): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  let left = [...facts.values()]
  for (let row = 0; row <= mostInARow; row++) {
    const ready = left.filter((fact) => readBy(fact).every(({ fact: name }) => sizes.has(name) || !facts.has(name)))
    const counted = ready.map((fact) => [fact.name, sum(readBy(fact).map(written(sizes)))] as const)
    for (const [name, size] of counted) sizes.set(name, size)
    left = left.filter(({ name }) => !sizes.has(name))
  }
  return sizes
}

function readBy({ derivedFrom }: Fact): readonly Leaf[] {
  return derivedFrom === undefined ? [] : leaves(derivedFrom)
}

function written(sizes: ReadonlyMap<string, number>): (leaf: Leaf) => number {
  return ({ fact }) => 1 + (sizes.get(fact) ?? 0)
}

/** Conditions of rules and guidelines that ask too much, once what their facts follow from is written out; asked only where all can be read. */
export function readingSizes({ source, facts }: Declared): Issue[] {
  const sizes = writtenSizes(facts)
  const all = placedConditions(source).map(({ place, conditions }) => {
    const read = leaves(conditions)
    return { place, read, size: sum(read.map(written(sizes))) }
  })
  const large = all.filter(({ size }) => size > mostWritten.each)
  const compared = manyComparedWith([...all.map(({ read }) => read), ...[...facts.values()].map(readBy)].flat(), facts)
  return [
    ...large.map(({ place }) => ({ place, message: tooMuchWritten })),
    ...(sum(all.map(({ size }) => size)) > mostWritten.all
      ? [{ place: 'pack', message: `has more than ${mostWritten.all} comparisons in all` }]
      : []),
    ...[...compared]
      .filter(([, constants]) => constants.size > mostConstants)
      .map(([name]) => ({ place: `facts · ${name}`, message: `is compared with more than ${mostConstants} values` })),
  ]
}

function placedConditions(source: PackSource): { readonly place: string; readonly conditions: Conditions }[] {
  const rules = rulesOf(source).flatMap(({ place, rule }) => [
    { place: `${place} · conditions`, conditions: rule.conditions as Conditions },
    ...(rule.event.params.unless ?? []).map(({ conditions }, i) => ({
      place: `${place} · unless[${i}]`,
      conditions: conditions as Conditions,
    })),
  ])
  const whens = source.frameworks.flatMap(({ name, guidelines }) =>
    guidelines.flatMap(({ name: guideline, when }) =>
      when === undefined
        ? []
        : [{ place: `frameworks · ${name} · ${guideline} · when`, conditions: when as Conditions }],
    ),
  )
  return [...rules, ...whens]
}

/** With what each fact is compared that could have any number of values: a question about it tries an answer around each. */
function manyComparedWith(read: readonly Leaf[], facts: Facts): ReadonlyMap<string, ReadonlySet<Scalar>> {
  const unbounded = read.filter(({ fact: name }) => {
    const fact = facts.get(name)
    return fact !== undefined && typeOf(fact).toldApart !== undefined
  })
  const byFact = grouped(unbounded, ({ fact }) => fact)
  return new Map([...byFact].map(([name, compared]) => [name, new Set(constantsIn(compared))]))
}
