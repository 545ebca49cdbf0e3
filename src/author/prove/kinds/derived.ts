import type { Fact, Facts } from '../../../pack/fact.js'
import { leavesRead } from '../../../pack/factsRead.js'
import { conditionsOf, type Rule } from '../../../pack/rule.js'
import type { Obligation } from '../obligation.js'
import type { Input } from '../open/inputs.js'
import type { OpenOutlook } from '../open/outlook.js'
import { type World, worldStating } from '../open/world.js'
import type { Study } from '../study.js'
import { sourcesOf, waysTo } from './waysTo.js'

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
  const itself = study.look(worldStating(plain, [{ input: own, value }]))
  const others = ways.map((way) => study.look(worldStating(plain, way)))
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

/** The other facts that follow from any of the same. */
function kindredOf(fact: Fact, study: Study): readonly Input[] {
  const sources = new Set(sourcesOf(fact, study))
  return study.inputs.filter((input) => {
    const other = study.pack.facts.get(input.fact)
    return other?.derivedFrom !== undefined && sourcesOf(other, study).some((one) => sources.has(one))
  })
}

function withoutAll(world: World, inputs: readonly Input[]): World {
  return worldStating(
    world,
    inputs.map((input) => ({ input, value: undefined })),
  )
}
