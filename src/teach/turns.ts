import { isClaiming } from '../decide/decide.js'
import type { Rule } from '../pack/rule.js'
import type { Text } from '../vocabulary.js'
import type { Assessment } from '../weigh/assess.js'
import { setAsideClaims } from '../weigh/weigh.js'

/** The rule by which something stands otherwise, and in its words why. */
interface Turn {
  readonly rule: Rule
  readonly because: Text
}

/**
 * Why an action stands otherwise in another case: a rule speaks of it that did not, an exception undoes what asked for it, or
 * it gives way to a rule that did not hold. Nothing where rules only fall silent: silence is no reason.
 */
export function reasonToTurn(action: string, before: Assessment, after: Assessment): Turn | undefined {
  const held = new Set(before.weighing.findings.filter(isClaiming).map(({ rule }) => rule))
  return spokenAnew(action, held, after) ?? excepted(action, held, after) ?? outweighed(action, held, after)
}

type Held = ReadonlySet<Rule>

function spokenAnew(action: string, held: Held, { weighing, statuses }: Assessment): Turn | undefined {
  const now = statuses.get(action)
  for (const [{ rule, action: pushed, force }, label] of weighing.labels)
    if (pushed === action && label === 'in' && force === now && !held.has(rule)) return { rule, because: rule.because }
  return undefined
}

function excepted(action: string, held: Held, { weighing }: Assessment): Turn | undefined {
  for (const { rule, outcome, unless } of weighing.findings) {
    const because = outcome === 'excepted' ? rule.unless[unless.indexOf(true)]?.because : undefined
    if (because && held.has(rule) && rule.pushes.some((push) => push.action === action)) return { rule, because }
  }
  return undefined
}

function outweighed(action: string, held: Held, { weighing }: Assessment): Turn | undefined {
  const losing = setAsideClaims(weighing).flatMap((claim) => (claim.action === action ? [claim.rule.name] : []))
  const rule = [...weighing.labels.keys()]
    .map((claim) => claim.rule)
    .find((one) => !held.has(one) && one.exceptionTo.some((name) => losing.includes(name)))
  return rule && { rule, because: rule.because }
}
