import type { Wanting, WhyNot, WouldAsk } from '../../consult/whyNot.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { answerWords } from './answers.js'
import { speechIn } from './speech.js'
import { actionWords } from './why.js'

const rulesShown = 4

/** Which rules would ask for an action, and what stands in the way of each. */
export function whyNotLines({ label, status, rules }: WhyNot, locale: InterfaceLanguage): readonly string[] {
  const { w, render, say } = speechIn(locale)
  if (rules.length === 0) return [say(label), w.noRule]
  const rest = rules.length - rulesShown
  return [
    actionWords(label, status, locale),
    ...rules.slice(0, rulesShown).flatMap((rule) => ruleLines(rule, locale)),
    ...(rest > 0 ? [render.more(rest)] : []),
  ]
}

function ruleLines(rule: WouldAsk, locale: InterfaceLanguage): readonly string[] {
  const { w, render, say } = speechIn(locale)
  return [
    `${render.status[rule.force]}, ${render.because} ${say(rule.because)}`,
    ...(rule.inForce ? [] : [`  ✕ ${w.notInForce}`]),
    ...rule.wanting.map((one) => wantingLine(one, locale)),
    ...rule.excepted.map(({ because }) => `  ✕ ${render.unless} ${say(because)}`),
    ...rule.gaveWayTo.map(({ label, because }) => `  ~ ${w.givesWay} ${say(label)}: ${say(because)}`),
  ]
}

/** “gravity of the danger: serious at least – you told: minor” */
function wantingLine(wanting: Wanting, locale: InterfaceLanguage): string {
  const { w, advice, say } = speechIn(locale)
  const { label, operator, values, wanted, told, open, oneOf } = wanting
  const answers = values.map((value) => answerWords(value, locale)).join(` ${advice.or} `)
  const condition = `${say(label)}: ${w.compared[operator](answers)}`
  const stated = open ? w.notStated : w.stated(answerWords(told, locale))
  const words = `${wanted ? condition : w.notWanted(condition)} – ${stated}`
  return `  ${open ? '?' : '✕'} ${words}${oneOf ? ` (${w.oneOf})` : ''}`
}
