import { valueIn } from '../../../decide/compiledPack.js'
import { knownOrContradiction } from '../../../decide/decide.js'
import { restated, type StatedFacts } from '../../../decide/statedFacts.js'
import type { Fact, Facts } from '../../../pack/fact.js'
import { leavesRead } from '../../../pack/factsRead.js'
import { conditionsOf, type Rule } from '../../../pack/rule.js'
import type { Obligation } from '../obligation.js'
import type { Input } from '../open/inputs.js'
import type { OpenOutlook } from '../open/outlook.js'
import { type Statement, type World, worldWith } from '../open/world.js'
import type { Study } from '../study.js'

/**
 * For every fact that follows from others and that a worker can be asked for: a rule that holds however it came to be so holds, too,
 * where it is stated itself and the others are left out.
 */
export function derivedObligations(_: unknown, study: Study): readonly Obligation[] {
  const derived = [...study.pack.facts.values()].filter(
    ({ derivedFrom, ask }) => derivedFrom !== undefined && ask !== undefined,
  )
  return derived.flatMap((fact) => [true, false].flatMap((value) => statedItself(fact, value, study)))
}

function statedItself(fact: Fact, value: boolean, study: Study): readonly Obligation[] {
  const own = study.input(fact.name)
  const ways = own ? waysTo(fact, value, study) : []
  if (own === undefined || ways.length === 0) return []
  const plain = withoutAll(study.base, [own, ...sourcesOf(fact, study), ...kindredOf(fact, study)])
  const itself = study.look(worldWith(plain, own, value))
  const others = ways.map((way) =>
    study.look(way.reduce((world, { input, value: so }) => worldWith(world, input, so), plain)),
  )
  return [...study.pack.rules.values()].flatMap((rule) => holdsHowever(rule, itself, others, fact, study.pack.facts))
}

/** Of a rule that does not read it, nothing is to be shown where it holds in the very same situations. */
function holdsHowever(
  rule: Rule,
  itself: OpenOutlook,
  others: readonly OpenOutlook[],
  fact: Fact,
  facts: Facts,
): readonly Obligation[] {
  const { live } = itself.deciding.finding(rule)
  const however = others.map((other) => other.deciding.finding(rule).live)
  const reads = conditionsOf(rule).some((conditions) =>
    leavesRead(conditions, facts).some((leaf) => leaf.fact === fact.name),
  )
  if (however.includes(live) && !reads) return []
  return [
    {
      about: [fact.name, rule.name],
      actions: rule.pushes.map(({ action }) => action),
      wanted: [...however, -live],
      bites: [however],
      outlooks: [itself, ...others],
      shows: ([first, ...rest]) =>
        rest.every(({ rules }) => rules.has(rule.name)) && first?.rules.has(rule.name) === false,
    },
  ]
}

/** The fewest statements from which a fact follows, in every way there is. */
function waysTo(fact: Fact, value: boolean, study: Study): readonly (readonly Statement[])[] {
  const follows = (statements: readonly Statement[]) => {
    const stated = statedFacts(statements)
    const known = knownOrContradiction(stated, study.pack)
    return typeof known === 'string' ? undefined : valueIn(known.values, fact.name, study.pack)
  }
  const found: (readonly Statement[])[] = []
  let partial: (readonly Statement[])[] = [[]]
  for (const input of sourcesOf(fact, study)) {
    const longer = partial.flatMap((statements) => input.values.map((one) => [...statements, { input, value: one }]))
    const known = longer.map((statements) => ({ statements, so: follows(statements) }))
    found.push(...known.flatMap(({ statements, so }) => (so === value ? [statements] : [])))
    partial = [...partial, ...known.flatMap(({ statements, so }) => (so === undefined ? [statements] : []))]
  }
  return found.filter((one) => !found.some((other) => other !== one && other.every((part) => has(one, part))))
}

/** Statements as the facts that they state. */
function statedFacts(statements: readonly Statement[]): StatedFacts {
  return restated(
    new Map(),
    statements.map(({ input: { fact, member }, value }) => [
      fact,
      member === undefined ? value : new Map([[member, value === true]]),
    ]),
  )
}

function has(statements: readonly Statement[], { input, value }: Statement): boolean {
  return statements.some((one) => one.input === input && one.value === value)
}

/** What can be stated of the facts from which a fact follows, by themselves. */
function sourcesOf({ derivedFrom }: Fact, { inputs, pack }: Study): readonly Input[] {
  const read = derivedFrom ? leavesRead(derivedFrom, pack.facts) : []
  const isRead = ({ fact, member }: Input) =>
    read.some((leaf) => leaf.fact === fact && (member === undefined || leaf.value === member))
  return inputs.filter((input) => isRead(input) && !pack.facts.get(input.fact)?.derivedFrom)
}

/** The other facts that follow from any of the same. */
function kindredOf(fact: Fact, study: Study): readonly Input[] {
  const sources = new Set(sourcesOf(fact, study))
  return study.inputs.filter((input) => {
    const other = study.pack.facts.get(input.fact)
    return other?.derivedFrom !== undefined && sourcesOf(other, study).some((one) => sources.has(one))
  })
}

function withoutAll(world: World, inputs: readonly Input[]): World {
  return inputs.reduce((held, input) => worldWith(held, input, undefined), world)
}
