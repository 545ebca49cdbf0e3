import type { Rule } from '../../pack/rule.js'
import type { Settlement } from '../../vocabulary.js'
import type { Agreement } from '../../weigh/frameworkOpinions.js'
import type { CheckedPack } from './check.js'
import type { Study } from './jointWitness.js'
import { notDecided, placeOf, type Remark } from './remark.js'
import type { CollisionOutcome, Condition, RuleCollision } from './ruleCollisions.js'
import { unresolvedWitness } from './unresolved.js'

/** What settles the collisions that can happen, and the dilemmas that nothing settles: on purpose, or perhaps not. */
export function collisionRemarks(study: CheckedPack): readonly Remark[] {
  return [
    ...study.collisions.flatMap((collision) => remarksOn(collision, study)),
    ...[...study.pack.rules.values()].flatMap((rule) => declaredRemarks(rule, study)),
  ]
}

function remarksOn(collision: RuleCollision, study: Study): readonly Remark[] {
  const { rules, meeting, outcomes, unfinished } = collision
  const [one, other] = rules
  const place = placeOf(one)
  const names = rules.map(({ name }) => name)
  if (meeting === 'not decided')
    return [notDecided(place, `it can hold together with \`${other.name}\`, with which it collides`, names)]
  return [
    ...outcomes.map((outcome) => outcomeRemark(outcome, collision, study)),
    ...(unfinished ? [notDecided(place, `the frameworks settle its collision with \`${other.name}\``, names)] : []),
  ]
}

function outcomeRemark(outcome: CollisionOutcome, { rules, outcomes }: RuleCollision, study: Study): Remark {
  const { settledBy, prevails, claims, where } = outcome
  const split = outcomes.filter((one) => one.counsels.length > 0).length > 1
  const condition = split && outcome.counsels.length > 0 ? `where ${where.map(waysInWords).join(' or ')}, ` : ''
  const shared = {
    place: placeOf(rules[0]),
    rules: rules.map(({ name }) => name),
    actions: claims.map(([one, other]) => [one.action, other.action] as const),
    settledBy,
    ...frameworksOf(outcome),
  }
  if (prevails === undefined) return { ...shared, ...dilemma(outcome, condition, rules, study) }
  const loser = prevails === rules[0] ? rules[1] : rules[0]
  const message = `${condition}\`${prevails.name}\` prevails over \`${loser.name}\` ${means(outcome)}: ${claimsInWords(outcome)}`
  return { ...shared, kind: 'settled', level: 'note', message, prevails: prevails.name, ...outcome.witness }
}

function waysInWords(conditions: readonly Condition[]): string {
  return conditions.map(({ words }) => words).join(' and ')
}

function means({ settledBy, counsels }: CollisionOutcome): string {
  const by: Readonly<Record<Settlement, string>> = {
    exception: 'by its exception',
    force: 'by the stronger force',
    framework: `by frameworks that agree (${speakers({ counsels }).join(', ')})`,
    undecided: 'by nothing',
  }
  return by[settledBy]
}

function speakers({ counsels }: Pick<CollisionOutcome, 'counsels'>): readonly string[] {
  const voices = counsels.flatMap(({ opinions }) => opinions.filter(({ prevails }) => prevails))
  return [...new Set(voices.map(({ framework }) => `\`${framework.name}\``))]
}

function frameworksOf({ counsels }: CollisionOutcome): Pick<Remark, 'frameworks'> {
  const voices = (counsels[0]?.opinions ?? []).flatMap(({ framework, prevails }) =>
    prevails ? [[framework.name, prevails.name] as const] : [],
  )
  return counsels.length === 0 ? {} : { frameworks: Object.fromEntries(voices) }
}

/** The claims in words: what the first rule asks for, against what the other does. */
function claimsInWords({ claims }: CollisionOutcome): string {
  return claims
    .map(([one, other]) => `${one.force} \`${one.action}\` against ${other.force} \`${other.action}\``)
    .join(', ')
}

function dilemma(outcome: CollisionOutcome, condition: string, rules: readonly [Rule, Rule], study: Study) {
  const [one, other] = rules
  const unsettled = `${condition}nothing settles between \`${one.name}\` and \`${other.name}\`: ${claimsInWords(outcome)}; ${silence(outcome)}`
  const found = unresolvedWitness(outcome, rules, study)
  const row = (level: Remark['level'], further: string) =>
    ({
      kind: 'dilemma',
      level,
      message: `${unsettled}; ${further}`,
      ...(typeof found === 'string' ? outcome.witness : found),
    }) as const
  if (one.dilemmaWith.includes(other.name) || other.dilemmaWith.includes(one.name))
    return row('note', 'it is declared on purpose')
  if (found === 'impossible') return row('note', 'wherever they meet, a third rule or another claim of the two decides')
  if (found === 'not decided') return row('note', 'not decided within the budget: whether a third rule always does')
  return row('warning', '`exceptionTo` settles it, `dilemmaWith` says that it is meant')
}

function silence({ counsels }: CollisionOutcome): string {
  const words: Readonly<Record<Agreement, string>> = {
    unanimous: 'the frameworks agree',
    majority: 'the frameworks do not agree',
    split: 'the frameworks do not agree',
    single: 'one framework alone speaks',
    silent: 'no framework speaks',
  }
  return [...new Set(counsels.map(({ agreement }) => words[agreement]))].join(' or ')
}

/** A dilemma that is declared and is none. */
function declaredRemarks(rule: Rule, { collisions, pack }: CheckedPack): readonly Remark[] {
  return rule.dilemmaWith.flatMap((name) => {
    const other = pack.rules.get(name) as Rule
    const found = collisions.find(({ rules }) => rules.includes(rule) && rules.includes(other))
    const why = noDilemma(found, name)
    if (why === undefined) return []
    const place = `${placeOf(rule)} · dilemmaWith`
    return [{ kind: 'dilemma-never', level: 'warning', place, message: why, rules: [rule.name, name] } as const]
  })
}

function noDilemma(found: RuleCollision | undefined, name: string): string | undefined {
  if (found === undefined) return `nothing it asks for collides with what \`${name}\` asks for`
  if (found.meeting === 'impossible') return `can never hold together with \`${name}\``
  const open = found.meeting === 'not decided' || found.unfinished
  if (open || found.outcomes.some(({ settledBy }) => settledBy === 'undecided')) return undefined
  const by = [...new Set(found.outcomes.map(({ settledBy }) => settledBy))].join(' and ')
  return `is no dilemma with \`${name}\`: ${by} settles it wherever they collide`
}
