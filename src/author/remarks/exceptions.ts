import type { Rule } from '../../pack/rule.js'
import { strength } from '../../weigh/claims.js'
import type { CheckedPack } from './check.js'
import { placeOf, type Remark } from './remark.js'
import type { RuleCollision } from './ruleCollisions.js'

/** Exceptions that can never prevail over the rule they name, and those that force makes needless. */
export function exceptionRemarks({ living, collisions }: CheckedPack): readonly Remark[] {
  const named = new Map([...living].map((rule) => [rule.name, rule]))
  return [...living].flatMap((rule) =>
    rule.exceptionTo.flatMap((name) => {
      const other = named.get(name)
      return other ? exceptionRemark(rule, other, collisions) : []
    }),
  )
}

function exceptionRemark(rule: Rule, other: Rule, collisions: readonly RuleCollision[]): readonly Remark[] {
  const found = collisions.find(({ rules }) => rules.includes(rule) && rules.includes(other))
  const shared = { place: `${placeOf(rule)} · exceptionTo`, rules: [rule.name, other.name] }
  const never = (message: string) => [{ kind: 'exception-never', level: 'warning', message, ...shared } as const]
  if (found === undefined) return never(`nothing it asks for collides with what \`${other.name}\` asks for`)
  if (found.meeting === 'impossible') return never(`can never hold together with \`${other.name}\``)
  if (!found.claims.every((pair) => strongerIn(pair, rule))) return []
  const message = `is needless: what it asks for is stronger than what \`${other.name}\` asks for wherever they collide`
  return [{ kind: 'exception-needless', level: 'note', message, ...shared }]
}

/** Whether force alone would let the rule prevail. */
function strongerIn([one, other]: RuleCollision['claims'][number], rule: Rule): boolean {
  const lead = strength(one.force) - strength(other.force)
  return one.rule === rule ? lead > 0 : lead < 0
}
