import { compiledPack } from '../../decide/compiledPack.js'
import { decide, inForce, knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import type { Conditions } from '../../pack/conditions.js'
import type { Rule } from '../../pack/rule.js'
import { type Claim, claimGraph } from '../../weigh/claims.js'
import { prevailing, weigh } from '../../weigh/weigh.js'
import { distinctDays } from './daysInForce.js'
import { application, appliesNot, type JointWitness, jointWitness, type Study, type Witness } from './jointWitness.js'
import type { CollisionOutcome, Pair } from './ruleCollisions.js'
import type { Goal } from './satisfiable.js'

/**
 * A situation in which nothing at all decides between colliding claims of two rules: no third rule does, and no other
 * claim of the two. `impossible` where one always does.
 */
export function unresolvedWitness(
  { claims, where }: CollisionOutcome,
  rules: readonly Rule[],
  study: Study,
): JointWitness {
  const undisturbed = firstOf(claims, (pair) => {
    const without = near(pair, study).filter(isThird(rules)).map(appliesNot)
    return firstOf(where, (way) => {
      const found = jointWitness(rules, [...way, ...without], study)
      return typeof found === 'object' && !isUndecided(pair, found, study) ? 'impossible' : found
    })
  })
  return typeof undisturbed === 'object' ? undisturbed : firstOf(claims, (pair) => byRounds(pair, rules, study))
}

/** The first situation found; where there is none, whether that is sure. */
function firstOf<T>(items: readonly T[], find: (item: T) => JointWitness): JointWitness {
  let answer: JointWitness = 'impossible'
  for (const item of items) {
    const found = find(item)
    if (typeof found === 'object') return found
    if (found === 'not decided') answer = found
  }
  return answer
}

/** A rule that finds out danger holds in no situation in which every fact is known. */
function isThird(rules: readonly Rule[]): (rule: Rule) => boolean {
  return (rule) => !rules.includes(rule) && rule.findsOut === undefined
}

/** The rules of which a claim might defeat one of these. */
function near(claims: readonly Claim[], { pack }: Study): readonly Rule[] {
  const { rivals } = claimGraph(pack)
  const defeaters = claims.flatMap((claim) =>
    rivals.get(claim).filter((rival) => prevailing(claim, rival)?.claim !== claim),
  )
  return [...new Set(defeaters.map(({ rule }) => rule))]
}

/** The same, with those that might defeat them, and so on. */
function allNear(pair: Pair, study: Study): readonly Rule[] {
  const { claimsOf } = claimGraph(study.pack)
  const rules = new Set(pair.map(({ rule }) => rule))
  for (const rule of rules) for (const one of near(claimsOf.get(rule.name) ?? [], study)) rules.add(one)
  return [...rules]
}

/** How many ways in which the rest can bear on two rules are looked at, at most. */
const mostRounds = 32

/** Each way in which the rest can bear on a pair, on each day that makes a difference. */
function byRounds(pair: Pair, rules: readonly Rule[], study: Study): JointWitness {
  const thirds = allNear(pair, study).filter(isThird(rules))
  const dated = thirds.some((rule) => rule.inForce !== undefined)
  if (!dated) return rounds(pair, rules, thirds, study)
  return firstOf(distinctDays(rules, thirds), (on) => {
    const valid = thirds.filter((rule) => inForce(rule, on))
    return rounds(pair, rules, valid, study, on)
  })
}

/** One way after another in which third rules and the conditions of guidelines can bear on a pair, until none is left. */
function rounds(pair: Pair, rules: readonly Rule[], thirds: readonly Rule[], study: Study, on?: string): JointWitness {
  const bearing = [...thirds.map(application), ...whens(study)]
  const blocked: Goal[] = []
  for (let round = 0; round < mostRounds; round++) {
    const drawn = draw(rules, bearing, blocked, study)
    if (typeof drawn === 'string') return drawn
    const witness = { ...drawn.witness, ...(on !== undefined && { on }) }
    if (isUndecided(pair, witness, study)) return witness
    blocked.push({ conditions: { any: drawn.chosen.map(turned) }, wanted: true })
  }
  return 'not decided'
}

function whens({ pack }: Study): readonly Conditions[] {
  return [...compiledPack(pack).guidelineTests.keys()].flatMap(({ when }) => when ?? [])
}

function turned({ conditions, wanted }: Goal): Conditions {
  return wanted ? { not: conditions } : conditions
}

/** A situation that decides of each of the conditions whether they hold: not, wherever that can be. */
function draw(rules: readonly Rule[], bearing: readonly Conditions[], blocked: readonly Goal[], study: Study) {
  const chosen: Goal[] = []
  for (const conditions of bearing) {
    const without = jointWitness(rules, [...blocked, ...chosen, { conditions, wanted: false }], study)
    if (without === 'not decided') return without
    chosen.push({ conditions, wanted: without === 'impossible' })
  }
  const witness = jointWitness(rules, [...blocked, ...chosen], study)
  return typeof witness === 'string' ? witness : { witness, chosen }
}

function isUndecided(pair: Pair, { situation, on }: Witness, { pack }: Study): boolean {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const own = pair.map(({ rule }) => rule)
  const findings = decide(known, pack, on).filter(({ rule }) => own.includes(rule) || rule.findsOut === undefined)
  const { labels } = weigh(findings, known, pack)
  return pair.every((claim) => labels.get(claim) === 'undecided')
}
