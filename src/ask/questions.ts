import type { Known } from '../decide/compiledPack.js'
import { doneActions } from '../decide/doneActions.js'
import type { Conditions } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import { rememberedBy } from '../pack/remembered.js'
import type { Assessment, Outlook, WeighOptions } from '../weigh/assess.js'
import { isTowards } from '../weigh/claims.js'
import { questionAbout } from './answerPair.js'
import { candidates, reasonedRules } from './candidates.js'
import { inOrder, sortedBy, turns } from './order.js'
import type { Question } from './question.js'
import { outlookFrom, type SupposedOutlook, type SupposedOutlooks, supposedOutlooks } from './supposedOutlooks.js'

/** What the rules would say if more were known, of what is left to do. */
export function outlooksLeft<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
  all = supposedOutlooks(now, known, pack, options),
): SupposedOutlooks {
  return withoutDone(all, doneActions(known, pack))
}

/** The facts worth asking for, in the one order of questions. */
export function questions<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
  outlooks = outlooksLeft(now, known, pack, options),
  reasoned = reasonedRules(known, pack),
): readonly Question[] {
  return inOrder(questionsAbout(candidates(now, known, pack, reasoned), outlooks, known, pack), known, pack)
}

/** The first of them; of facts whose turn comes later nothing is looked for. */
export function firstQuestion<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): Question | undefined {
  const outlooks = outlooksLeft(now, known, pack, options)
  const turnOf = turns(known, pack)
  const turn = (fact: string) => turnOf({ fact, danger: pack.facts.get(fact)?.danger !== undefined })
  const byTurn = grouped(candidates(now, known, pack), ([fact]) => turn(fact))
  for (const [, group] of sortedBy([...byTurn], ([place]) => [place])) {
    const [first] = inOrder(questionsAbout(group, outlooks, known, pack), known, pack)
    if (first) return first
  }
  return undefined
}

/** The question for one fact, where it is worth asking for. */
export function questionFor<S>(
  fact: Fact,
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): Question | undefined {
  const contexts = candidates(now, known, pack).get(fact.name)
  return contexts && questionAbout(fact, contexts, outlooksLeft(now, known, pack, options), known, pack)
}

function questionsAbout<S>(
  asked: Iterable<readonly [string, readonly Conditions[]]>,
  outlooks: SupposedOutlooks,
  known: Known,
  pack: Pack<S>,
): readonly Question[] {
  return [...asked].flatMap(([name, contexts]) => {
    const fact = pack.facts.get(name) as Fact
    return questionAbout(fact, contexts, outlooks, known, pack) ?? []
  })
}

/** That more would speak for what is done is no reason to ask. */
function withoutDone(outlooks: SupposedOutlooks, done: ReadonlySet<string>): SupposedOutlooks {
  if (done.size === 0) return outlooks
  const left = rememberedBy(
    (statuses: Outlook['statuses']) =>
      new Map(
        [...statuses].filter(([action, status]) => !done.has(action) || status === 'contested' || !isTowards(status)),
      ),
  )
  const leftOf = (outlook: SupposedOutlook) =>
    outlookFrom(
      () => outlook.weighed,
      () => left(outlook.statuses),
      () => outlook.urgency,
    )
  return {
    ...outlooks,
    of(answers) {
      const outlook = outlooks.of(answers)
      return outlook && leftOf(outlook)
    },
  }
}
