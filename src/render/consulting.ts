import type { Advice, AdvisedAction } from '../advise/advice.js'
import type { Answer, Change } from '../ask/witness.js'
import { type Alarm, atOnce, type Held } from '../consult/atOnce.js'
import type { FrameworkComparison } from '../consult/compareFrameworks.js'
import type { Effect } from '../consult/interview.js'
import type { TurningPoint, TurningPoints } from '../consult/turningPoints.js'
import type { FirstAction } from '../consult/whatIf.js'
import type { Why } from '../consult/why.js'
import type { Wanting, WhyNot, WouldAsk } from '../consult/whyNot.js'
import type { Locale, Status } from '../vocabulary.js'
import { answerText } from './asking.js'
import { consultWords } from './consultWords.js'
import { words } from './words.js'

/** An answer in words; what is not known says so. */
export function answerWords(answer: Answer | null, locale: Locale): string {
  return answer === null ? consultWords[locale].open : answerText(answer, words[locale], locale)
}

/** “yes”: you must report; no longer keep it confidential. */
export function effectWords({ answer, changes }: Effect, locale: Locale): string {
  const told = changes.length === 0 ? [consultWords[locale].noEffect] : changesWords(changes, locale)
  return `${answerWords(answer, locale)} → ${told.join('; ')}`
}

/** What would be said of each action, with what is said of it now. */
export function changesWords(changes: readonly Change[], locale: Locale): readonly string[] {
  const w = words[locale]
  return changes.map(({ label, from, to }) => {
    if (to === null) return `${w.noLonger}${from === null ? '' : ` “${w.status[from]}”`}: ${label[locale]}`
    const before = from === null ? '' : ` (${consultWords[locale].instead(`“${w.status[from]}”`)})`
    return `${w.status[to]}: ${label[locale]}${before}`
  })
}

/** “gravity of the danger: minor or moderate” */
function changeWords({ label, to }: TurningPoint['changes'][number], locale: Locale): string {
  return `${label[locale]}: ${to.map((answer) => answerWords(answer, locale)).join(` ${words[locale].or} `)}`
}

/** What must be clear before something is done at once: the question that tells, or what would undo it. */
export function heldWords({ action: { assumptions }, question }: Held, locale: Locale): string {
  if (question) return question.ask[locale]
  const w = words[locale]
  const undone = [...assumptions.exceptions, ...assumptions.defeaters].map(({ because }) => because[locale])
  return undone.length > 0 ? `${w.unless} ${undone.join(`; ${w.or} `)}` : w.until
}

/** What is said aloud between two questions, each part below its title. */
export function alarmLines(
  { now, held, gone }: Alarm,
  advice: Advice,
  locale: Locale,
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const [w, { mark, says }] = [consultWords[locale], words[locale].urgency.immediate]
  const parts = [
    { title: w.takenBack, lines: gone.map((one) => `✕ ${goneWords(one, advice, locale)}`) },
    { title: w.actNow, lines: now.map(({ label }, i) => `${i + 1}. ${label[locale]}`), head: [`${mark}   ${says}`] },
    { title: w.onceClear, lines: held.map((one) => `? ${one.action.label[locale]} – ${heldWords(one, locale)}`) },
  ]
  return parts.flatMap(({ title, lines, head = [] }) =>
    lines.length > 0 ? [{ title, lines: [...head, ...lines] }] : [],
  )
}

/** What was said to be done at once and is not any more, and why, as far as the advice tells. */
function goneWords(gone: AdvisedAction, advice: Advice, locale: Locale): string {
  const why = goneBecause(gone.action, advice, locale)
  return why === undefined ? gone.label[locale] : `${gone.label[locale]} – ${why}`
}

function goneBecause(action: string, advice: Advice, locale: Locale): string | undefined {
  const [w, { givesWay, nowOnlyOnce, nowSaid, soon }] = [words[locale], consultWords[locale]]
  const held = atOnce(advice).held.find((one) => one.action.action === action)
  if (held) return nowOnlyOnce(heldWords(held, locale))
  const now = advice.actions.find((one) => one.action === action)
  const [by] = advice.setAside.find((one) => one.action === action)?.gaveWayTo ?? []
  if (by) {
    const because = advice.rules[by.rule]?.because[locale]
    const principle = advice.principles[by.principle]?.label[locale] ?? by.principle
    return because === undefined ? `${givesWay} ${principle}` : `${w.because} ${because}`
  }
  return now && nowSaid(`${w.status[now.status]}, ${soon[now.urgency]}`)
}

/** The facts that would have to be otherwise, and how what comes first, or how soon, would then differ from now. */
export function turningPointWords(
  { changes, first, urgency }: TurningPoint,
  now: readonly FirstAction[],
  locale: Locale,
): string {
  const w = consultWords[locale]
  const facts = changes.map((change) => changeWords(change, locale)).join(` ${w.and} `)
  const soon = urgency.from === urgency.to ? [] : [w.soon[urgency.to]]
  return `${facts} → ${[...soon, ...firstDiffers(now, first, locale)].join('; ')}`
}

/** What joins the first recommendations and what leaves them; where none of them stays, what takes their place. */
function firstDiffers(now: readonly FirstAction[], then: readonly FirstAction[], locale: Locale): readonly string[] {
  const w = consultWords[locale]
  const without = (list: readonly FirstAction[], other: readonly FirstAction[]) =>
    list.filter(
      (one) =>
        !other.some((two) => one.action === two.action && one.status === two.status && one.urgency === two.urgency),
    )
  const [added, dropped] = [without(then, now), without(now, then)]
  if (added.length === then.length && then.length > 0) return [`${w.wouldBe}: ${firstWords(then, locale)}`]
  return [
    ...(added.length > 0 ? [`${w.joinsFirst}: ${firstWords(added, locale)}`] : []),
    ...(dropped.length > 0 ? [`${w.leavesFirst}: ${dropped.map(({ label }) => label[locale]).join(' · ')}`] : []),
  ]
}

/** The first recommendations in one line. */
function firstWords(first: readonly FirstAction[], locale: Locale): string {
  const [one] = first
  if (one === undefined) return '–'
  return `${words[locale].status[one.status]}: ${first.map(({ label }) => label[locale]).join(' · ')}`
}

/** “gravity of the danger: serious at least – you told: minor” */
function wantingWords({ label, operator, values, wanted, told, open }: Wanting, locale: Locale): string {
  const [w, or] = [consultWords[locale], ` ${words[locale].or} `]
  const asked = `${label[locale]}: ${w.compared[operator](values.map((value) => answerWords(value, locale)).join(or))}`
  const said = open ? w.notTold : w.told(answerWords(told, locale))
  return `${wanted ? asked : w.notWanted(asked)} – ${said}`
}

/** What would change the advice, a line each, and how far was looked. */
export function turningLines({ first, single, pairs, searched }: TurningPoints, locale: Locale): readonly string[] {
  const w = consultWords[locale]
  const lines = [...single, ...pairs].map((point) => `• ${turningPointWords(point, first, locale)}`)
  const { facts, answers, pairsAmong } = searched
  return [
    ...(lines.length > 0 ? [w.turningHint, ...lines] : [w.turningNone]),
    w.searched(facts, answers, pairsAmong.length),
  ]
}

/** On which of the told facts a recommendation rests. */
export function whyLines({ label, status, sufficient, necessary }: Why, locale: Locale): readonly string[] {
  const w = consultWords[locale]
  const told = (facts: Why['sufficient']) =>
    facts.length === 0 ? ['–'] : facts.map((one) => `• ${one.label[locale]}: ${answerWords(one.answer, locale)}`)
  return [
    status === null ? label[locale] : `${words[locale].status[status]}: ${label[locale]}`,
    `${w.restsOn}, ${w.enoughAlone}:`,
    ...told(sufficient),
    `${w.restsOn}, ${w.without}:`,
    ...told(necessary),
  ]
}

/** Which rules would ask for an action, and what stands in the way of each. */
export function whyNotLines({ label, status, rules }: WhyNot, locale: Locale): readonly string[] {
  const w = consultWords[locale]
  if (rules.length === 0) return [label[locale], w.noRule]
  return [
    status === null ? label[locale] : `${words[locale].status[status]}: ${label[locale]}`,
    ...rules.slice(0, rulesShown).flatMap((rule) => ruleLines(rule, locale)),
    ...(rules.length > rulesShown ? [words[locale].more(rules.length - rulesShown)] : []),
  ]
}

const rulesShown = 4

function ruleLines(
  { force, because, wanting, excepted, gaveWayTo, inForce }: WouldAsk,
  locale: Locale,
): readonly string[] {
  const w = consultWords[locale]
  return [
    `${words[locale].status[force]}, ${words[locale].because} ${because[locale]}`,
    ...(inForce ? [] : [`  ✕ ${w.notInForce}`]),
    ...wanting.map(
      (one) => `  ${one.open ? '?' : '✕'} ${wantingWords(one, locale)}${one.oneOf ? ` (${w.oneOf})` : ''}`,
    ),
    ...excepted.map((one) => `  ✕ ${words[locale].unless} ${one.because[locale]}`),
    ...gaveWayTo.map((one) => `  ~ ${w.givesWay} ${one.label[locale]}: ${one.because[locale]}`),
  ]
}

/** What each framework would say, where they part, and on what it hangs. */
export function comparisonLines({ frameworks, differ, parts }: FrameworkComparison, locale: Locale): readonly string[] {
  const w = consultWords[locale]
  const label = new Map(frameworks.map((one) => [one.framework, one.label[locale]]))
  const said = (status: Status | null) => (status === null ? '–' : words[locale].status[status])
  return [
    ...frameworks.map((one) => `${one.label[locale]}: ${w.kind[one.kind]}; ${firstWords(one.first, locale)}`),
    ...(differ.length === 0 ? [w.frameworksAgree] : [`${w.partOn}:`]),
    ...differ.map((one) => {
      const by = Object.entries(one.by).map(([name, status]) => `${label.get(name)}: ${said(status)}`)
      return `• ${one.label[locale]} – ${by.join(' · ')}`
    }),
    ...hangingLines(parts, locale),
  ]
}

function hangingLines(parts: FrameworkComparison['parts'], locale: Locale): readonly string[] {
  const facts = new Map(parts.flatMap((part) => part.facts.map((one) => [one.fact, one])))
  const told = [...facts.values()].map((one) => `${one.label[locale]} (${answerWords(one.told, locale)})`)
  return told.length === 0 ? [] : [`${consultWords[locale].hangsOn}: ${told.join(' · ')}`]
}
