import { knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import type { Framework } from '../../pack/packSource.js'
import type { Rule } from '../../pack/rule.js'
import type { Settlement } from '../../vocabulary.js'
import { type Claim, claimGraph } from '../../weigh/claims.js'
import { type Counsel, counsel, favoured } from '../../weigh/frameworkOpinions.js'
import { prevailing } from '../../weigh/weigh.js'
import { type JointWitness, jointWitness, type Study, type Witness } from './jointWitness.js'
import type { Goal } from './satisfiable.js'

/** Two claims that collide. */
export type Pair = readonly [Claim, Claim]

/** Two rules of which claims collide, whether they can hold together, and all that can come of it. */
export interface RuleCollision {
  readonly rules: readonly [Rule, Rule]
  readonly claims: readonly Pair[]
  readonly meeting: JointWitness
  readonly outcomes: readonly CollisionOutcome[]
  /** Whether the budget did not suffice to say what the frameworks can say. */
  readonly unfinished: boolean
}

/** A condition of a guideline, as a goal with words for it. */
export interface Condition extends Goal {
  readonly words: string
}

/** One way in which claims that collide are settled, or not, with a situation in which they are. */
export interface CollisionOutcome {
  readonly claims: readonly Pair[]
  readonly settledBy: Settlement
  readonly prevails?: Rule
  readonly witness: Witness
  /** Where the frameworks were asked: what they say, and what the conditions of their guidelines have to be. */
  readonly counsels: readonly Counsel[]
  readonly where: readonly (readonly Condition[])[]
}

/** Every two rules of which claims collide, in the order of their names. */
export function ruleCollisions(rules: ReadonlySet<Rule>, study: Study): readonly RuleCollision[] {
  return [...collidingClaims(rules, study).values()].map((claims) => {
    const [one, other] = claims[0] as Pair
    return ruleCollision([one.rule, other.rule], claims, study)
  })
}

function collidingClaims(rules: ReadonlySet<Rule>, { pack }: Study): ReadonlyMap<string, readonly Pair[]> {
  const pairs = new Map<string, Pair[]>()
  const { claimsOf, rivals } = claimGraph(pack)
  for (const claim of [...claimsOf.values()].flat())
    for (const rival of rivals.get(claim)) {
      if (rival.index <= claim.index || !rules.has(claim.rule) || !rules.has(rival.rule)) continue
      const key = `${claim.rule.name} ${rival.rule.name}`
      pairs.set(key, [...(pairs.get(key) ?? []), [claim, rival]])
    }
  return pairs
}

function ruleCollision(rules: readonly [Rule, Rule], claims: readonly Pair[], study: Study): RuleCollision {
  const meeting = jointWitness(rules, [], study)
  if (typeof meeting === 'string') return { rules, claims, meeting, outcomes: [], unfinished: false }
  const open = claims.filter(([one, other]) => prevailing(one, other) === undefined)
  const voices = open.length === 0 ? { outcomes: [], unfinished: false } : frameworkOutcomes(rules, open, study)
  return {
    rules,
    claims,
    meeting,
    outcomes: [...settledOutcomes(claims, meeting), ...voices.outcomes],
    unfinished: voices.unfinished,
  }
}

/** What exception and force settle, whatever any framework says. */
function settledOutcomes(claims: readonly Pair[], witness: Witness): readonly CollisionOutcome[] {
  const groups = new Map<string, { by: Settlement; rule: Rule; claims: Pair[] }>()
  for (const pair of claims) {
    const settled = prevailing(...pair)
    if (settled === undefined) continue
    const key = `${settled.by} ${settled.claim.rule.name}`
    const group = groups.get(key) ?? { by: settled.by, rule: settled.claim.rule, claims: [] }
    groups.set(key, { ...group, claims: [...group.claims, pair] })
  }
  return [...groups.values()].map(({ by, rule, claims }) => ({
    claims,
    settledBy: by,
    prevails: rule,
    witness,
    counsels: [],
    where: [[]],
  }))
}

/** More ways than this of what the guidelines' conditions can be are not tried. */
const mostWays = 256

/**
 * Every way in which the frameworks can come to what they say. While a danger is found out, the condition of a guideline may
 * itself be not known, which is none of these ways.
 */
function frameworkOutcomes(rules: readonly [Rule, Rule], claims: readonly Pair[], study: Study) {
  const perFramework = [...study.pack.frameworks.values()].map((framework) => waysOf(framework, rules))
  const count = perFramework.reduce((product, ways) => product * ways.length, 1)
  if (count > mostWays) return { outcomes: [], unfinished: true }
  const all = perFramework.reduce<readonly (readonly Condition[])[]>(
    (sofar, ways) => sofar.flatMap((one) => ways.map((way) => [...one, ...way])),
    [[]],
  )
  const found = all.map((way) => ({ way, meeting: jointWitness(rules, way, study) }))
  const outcomes = new Map<string, CollisionOutcome>()
  for (const { way, meeting } of found) {
    if (typeof meeting === 'string') continue
    const one = frameworkOutcome(rules, claims, meeting, way, study)
    const key = one.prevails?.name ?? ''
    const before = outcomes.get(key)
    outcomes.set(key, before ? joined(before, one) : one)
  }
  const unsaid = found.some(({ meeting }) => meeting === 'not decided')
  const notKnown = rules.some(({ findsOut }) => findsOut) && all.length > 1
  return { outcomes: [...outcomes.values()], unfinished: unsaid || notKnown }
}

/** The ways in which a framework comes to its opinion: its guidelines are read in order, the first that speaks decides. */
function waysOf(
  { name, guidelines }: Framework,
  [one, other]: readonly [Rule, Rule],
): readonly (readonly Condition[])[] {
  const ways: (readonly Condition[])[] = []
  let passed: readonly Condition[] = []
  for (const guideline of guidelines) {
    if (favoured(guideline, one, other) === undefined) continue
    const { when } = guideline
    if (when === undefined) return [...ways, passed]
    const named = `\`${name} · ${guideline.name}\``
    ways.push([...passed, { conditions: when, wanted: true, words: `${named} holds` }])
    passed = [...passed, { conditions: when, wanted: false, words: `${named} does not hold` }]
  }
  return [...ways, passed]
}

function frameworkOutcome(
  [one, other]: readonly [Rule, Rule],
  claims: readonly Pair[],
  witness: Witness,
  way: readonly Condition[],
  { pack }: Study,
): CollisionOutcome {
  const voice = counsel(one, other, knownFrom(parseSituation(witness.situation, pack), pack), pack)
  return {
    claims,
    settledBy: voice.prevails ? 'framework' : 'undecided',
    ...(voice.prevails && { prevails: voice.prevails }),
    witness,
    counsels: [voice],
    where: [way],
  }
}

function joined(one: CollisionOutcome, other: CollisionOutcome): CollisionOutcome {
  return { ...one, counsels: [...one.counsels, ...other.counsels], where: [...one.where, ...other.where] }
}
