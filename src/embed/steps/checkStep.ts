import type { Advice, UnaskedAdvice } from '../../advise/advice.js'
import { advise } from '../../advise/advise.js'
import { questions } from '../../ask/questions.js'
import { knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import type { StatedFacts } from '../../decide/statedFacts.js'
import { checkPack, oncePerPack, type Pack } from '../../pack/pack.js'
import type { Action } from '../../pack/packSource.js'
import { jurisdictionFact, regionFact } from '../../vocabulary.js'
import { assess, type WeighOptions } from '../../weigh/assess.js'
import { bearingOn, isDangerOpen } from '../cards/cardSource.js'
import { objections } from '../cards/objections.js'
import { packsOf } from '../record/recordedParts.js'
import { openFacts } from './openFacts.js'
import { dutiesAtOnce, dutiesBefore, type StepView, stepAnswer } from './stepAnswer.js'
import { checkedStep, digestsOf, expiryOf, type StepOptions } from './stepOptions.js'
import { groundsFor, obligationsOf, openWays, saysOf } from './stepParts.js'
import type { StepCheck } from './stepShape.js'

/**
 * What is answered before an agent, or a clerk, does a thing: go, ask a person, do not, find out first, or do something first.
 * Silence is never *go*: a step of which no rule speaks is a person's matter.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export async function checkStep<S>(situation: NoInfer<S>, pack: Pack<S>, options: StepOptions): Promise<StepCheck> {
  checkPack(pack)
  const checked = checkedStep(options, pack)
  const stated = parseSituation(situation, pack)
  const weighing = { on: checked.on, ...(checked.framework !== undefined && { framework: checked.framework }) }
  const unasked = await advise(situation, pack, { ...weighing, questions: false })
  const before = viewOf(checked, unasked, situation, stated, pack)
  const settled = ['do-not', 'first', 'go'].includes(stepAnswer(before).answer)
  const advice = settled ? unasked : { ...unasked, questions: openQuestions(stated, pack, weighing) }
  const view = settled ? before : viewOf(checked, advice, situation, stated, pack)
  const { answer, ground } = stepAnswer(view)
  const action = pack.actions.get(checked.step) as Action
  const found = { answer, ground, view, advice, action, pack }
  return {
    format: 1,
    step: action.name,
    label: action.label,
    answer,
    ground,
    says: saysOf(found),
    status: view.action?.status ?? null,
    certainty: view.action?.certainty ?? null,
    because: groundsFor(found),
    first: answer === 'first' ? named([...view.before, ...view.atOnce]) : [],
    missing: answer === 'missing' ? view.deciding : answer === 'person' ? openDanger(advice) : [],
    obligations: obligationsOf(found),
    instead: answer === 'go' ? [] : openWays(found),
    urgency: advice.urgency,
    danger: advice.danger,
    on: advice.on,
    packs: packsOf(advice),
    digests: digestsOf(checked, situation, pack),
    at: checked.at,
    expires: expiryOf(checked, advice.urgency),
    enforced: !checked.shadow,
  }
}

/** What may be asked, where an answer hangs on it; all else that is advised is so whether or not anything is asked. */
function openQuestions<S>(stated: StatedFacts, pack: Pack<S>, options: WeighOptions): Advice['questions'] {
  const known = knownFrom(stated, pack)
  return questions(assess(known, pack, options), known, pack, options)
}

function named(actions: readonly { readonly action: string; readonly label: StepCheck['label'] }[]) {
  return actions.map(({ action, label }) => ({ action, label }))
}

function openDanger({ questions }: Advice | UnaskedAdvice) {
  return (questions ?? []).filter(({ danger }) => danger).map(askedAlone)
}

function viewOf<S>(
  { step, done }: ReturnType<typeof checkedStep>,
  advice: Advice | UnaskedAdvice,
  situation: S,
  stated: StatedFacts,
  pack: Pack<S>,
): StepView {
  const action = advice.actions.find((one) => one.action === step)
  const left = (some: StepView['before']) => some.filter((one) => !done.includes(one.action))
  const bearing = bearingOn(step, advice)
  const beneath = action && action.certainty !== 'firm' && advice.questions ? openFacts(action, stated, pack) : []
  return {
    action,
    against: action ? [] : objections(step, advice, { pack, situation }),
    before: left(dutiesBefore(step, advice, comesBefore(pack).get(step) ?? new Set())),
    atOnce: left(dutiesAtOnce(step, advice)),
    deciding: bearing.length > 0 ? bearing.map(askedAlone) : beneath,
    dangerOpen: isDangerOpen(advice),
    lawNotCovered: advice.lawNotCovered !== undefined || isPlaceUnclear(stated),
  }
}

/** Whether a part of a country is named and the country is not: its law may be one that the pack does not know. */
function isPlaceUnclear(stated: StatedFacts): boolean {
  return typeof stated.get(regionFact) === 'string' && typeof stated.get(jurisdictionFact) !== 'string'
}

/** A question without its witness. */
function askedAlone({ answers: _, given: __, wouldChange: ___, urgency: ____, ...asked }: Advice['questions'][number]) {
  return asked
}

/** For each action those that are done before it. */
const comesBefore = oncePerPack(({ actions }): ReadonlyMap<string, ReadonlySet<string>> => {
  const before = new Map<string, Set<string>>()
  for (const { name, before: others = [] } of actions.values())
    for (const other of others) before.set(other, (before.get(other) ?? new Set()).add(name))
  return before
})
