import type { Advice, AdvisedAction, UnaskedAdvice } from '../../advise/advice.js'
import { alwaysAgainst } from '../../consult/steps/alwaysAgainst.js'
import { whyNot } from '../../consult/whyNot.js'
import type { Pack } from '../../pack/pack.js'
import type { ObjectionGround, Text } from '../../vocabulary.js'
import { incompatibilities } from '../../weigh/claims.js'

/** What speaks against a planned step for which no rule asks: the one reason, and what is advised instead, if anything. */
export interface Objection {
  readonly by: ObjectionGround
  readonly because: Text
  readonly rule: string
  readonly advised?: AdvisedAction
}

/** What was weighed, where the host gives it: an exception can be told only from it. */
interface Weighed<S> {
  readonly pack?: Pack<S> | undefined
  readonly situation?: S | undefined
}

/**
 * What speaks against a step of which the advice says nothing.
 * @throws TimbangError `invalid-situation`
 */
export function objections<S>(
  step: string,
  advice: Advice | UnaskedAdvice,
  { pack, situation }: Weighed<S>,
): readonly Objection[] {
  const prevailing = whatPrevails(step, advice)
  const beside = pack ? whatIsAdvised(step, advice, pack) : []
  const told = new Set(prevailing.map(({ advised }) => advised))
  return [
    ...prevailing,
    ...beside.filter(({ advised }) => !told.has(advised)),
    ...(pack && situation !== undefined ? exceptions(step, advice, pack, situation) : []),
    ...(pack ? everyRule(step, advice, pack) : []),
  ]
}

/** What the step gave way to. */
function whatPrevails(step: string, { setAside, actions, rules }: Advice | UnaskedAdvice): readonly Objection[] {
  const winners = setAside.filter(({ action }) => action === step).flatMap(({ gaveWayTo }) => gaveWayTo)
  const found = new Map(
    winners.flatMap(({ rule, action }) => {
      const advised = actions.find((one) => one.action === action)
      const ground = rules[rule]
      return advised && ground
        ? [[action, { by: 'what-prevails' as const, because: ground.because, rule, advised }]]
        : []
    }),
  )
  return [...found.values()]
}

/** What must or should be done, and cannot be done beside the step. */
function whatIsAdvised<S>(step: string, { actions }: Advice | UnaskedAdvice, pack: Pack<S>): readonly Objection[] {
  const excluded = incompatibilities([...pack.actions.values()]).get(step)
  return actions.flatMap((advised) => {
    const [reason] = advised.because
    if (!reason || !['must', 'should'].includes(advised.status) || !excluded?.has(advised.action)) return []
    return [{ by: 'what-is-advised' as const, because: reason.because, rule: reason.rule, advised }]
  })
}

/** The exceptions but for which a rule would ask for the step. */
function exceptions<S>(
  action: string,
  { on, framework }: Advice | UnaskedAdvice,
  pack: Pack<S>,
  situation: S,
): readonly Objection[] {
  const { rules } = whyNot(situation, pack, { action, on, ...(framework !== undefined && { framework }) })
  const undone = rules.filter((one) => one.inForce && one.wanting.length === 0)
  return undone.flatMap(({ rule, excepted }) =>
    excepted.map(({ because }) => ({ by: 'exception' as const, because, rule })),
  )
}

/** What speaks against the step wherever a rule speaks of it. */
function everyRule<S>(step: string, { on }: Advice | UnaskedAdvice, pack: Pack<S>): readonly Objection[] {
  const told = alwaysAgainst(step, pack, on)
  return told ? [{ by: 'every-rule', because: told.rule.because, rule: told.rule.name }] : []
}
