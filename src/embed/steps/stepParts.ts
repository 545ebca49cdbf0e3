import type { Advice, AdvisedAction, NamedAction, UnaskedAdvice } from '../../advise/advice.js'
import type { Pack } from '../../pack/pack.js'
import type { Action, Source } from '../../pack/packSource.js'
import { wording } from '../../pack/texts/languages.js'
import type { Text } from '../../vocabulary.js'
import { inEachLanguage } from '../../words/interfaceLanguages.js'
import { stepWords } from '../../words/stepWords.js'
import { towards } from '../cards/cardSource.js'
import { type Answered, dutiesAtOnce, type StepView } from './stepAnswer.js'
import type { StepReason } from './stepShape.js'

/** A step that was answered, with all that the answer rests on. */
interface Found extends Answered {
  readonly view: StepView
  readonly advice: Advice | UnaskedAdvice
  readonly action: Action
  readonly pack: Pick<Pack<unknown>, 'actions' | 'rules' | 'sources'>
}

/** The sentence for the person, in every language. */
export function saysOf({ ground, view, action }: Found): Text {
  const [first] = [...view.before, ...view.atOnce]
  const [asked] = view.deciding
  return inEachLanguage((language) => {
    const say = (text: Text | undefined) => (text ? wording(text, language) : '')
    return stepWords[language][ground]({ step: say(action.label), first: say(first?.label), ask: say(asked?.ask) })
  })
}

/** The rules on which the answer rests. */
export function groundsFor({ answer, view, pack }: Found): readonly StepReason[] {
  const before = answer === 'first' ? [...view.before, ...view.atOnce].flatMap(({ because }) => because) : []
  const own = view.action?.because ?? view.against
  const rules = new Map([...before, ...own].map(({ rule, because }) => [rule, because]))
  return [...rules].map(([rule, because]) => ({
    rule,
    because,
    sources: (pack.rules.get(rule)?.sources ?? []).map((source) => ({
      source,
      cite: (pack.sources.get(source) as Source).cite,
    })),
  }))
}

/** What is owed with the step: to what gave way to it, and the duties that are told within it. */
export function obligationsOf({ view, advice, action: { name } }: Found): readonly NamedAction[] {
  if (!view.action || !towards.includes(view.action.status)) return []
  const owed = advice.setAside
    .filter(({ gaveWayTo }) => gaveWayTo.some((one) => one.action === name))
    .flatMap((one) => one.owed)
  const within = advice.actions.filter((one) => one.within === name && one.status === 'must')
  const all = new Map([...owed, ...within].map(({ action, label }) => [action, label]))
  return [...all].filter(([action]) => action !== name).map(([action, label]) => ({ action, label }))
}

const waysShown = 5

/** What can be done now, each of which would be answered with *go*: what is owed always last; where nothing can, how to go on where nothing decides. */
export function openWays({ advice, action: { name }, pack }: Found): readonly NamedAction[] {
  const musts = advice.actions.filter(({ status }) => status === 'must').map(({ action }) => pack.actions.get(action))
  const waits = (one: AdvisedAction) =>
    dutiesAtOnce(one.action, advice).length > 0 || musts.some((must) => must?.before?.includes(one.action))
  const sure = advice.actions.filter(
    (one) =>
      one.action !== name && towards.includes(one.status) && one.certainty === 'firm' && !waits(one) && !one.within,
  )
  const ways = [...sure.filter((one) => !one.standing), ...sure.filter((one) => one.standing)]
  const unique = new Map([...ways, ...(advice.procedure?.actions ?? [])].map(({ action, label }) => [action, label]))
  return [...unique].slice(0, waysShown).map(([action, label]) => ({ action, label }))
}
