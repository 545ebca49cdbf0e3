import type { Advice } from '../advise/advice.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'
import { withCapital } from '../pack/texts/languages.js'
import type { Force, Status, Text } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'
import { adviceWords } from '../words/adviceWords.js'
import { inSentence } from '../words/inSentence.js'
import type { AdviceWords } from '../words/shapes/advice.js'
import type { TeachWords } from '../words/shapes/teach.js'
import { type Say, worded } from './worded.js'

/** What was stated of a fact, in words: “serious”, “yes”, “self-harm, not suicide”; of all members of a list “nobody”, “only the client”. */
export function answerInWords(fact: Fact, stated: Stated): Text {
  return worded((w, say, language) => {
    const { yes, no } = adviceWords[language]
    if (stated === null) return '?'
    if (typeof stated === 'boolean') return stated ? yes : no
    const label = (value: unknown) => valueLabel(fact, value, say)
    if (typeof stated !== 'object') return label(stated)
    const those = (wanted: boolean) => [...stated].flatMap(([member, so]) => (so === wanted ? [label(member)] : []))
    const [members, others] = [those(true), those(false)]
    const all = others.length > 1 && members.length + others.length === fact.values?.length
    if (!all) return membersInWords(members, others, w, adviceWords[language])
    return members.length === 0 ? w.none(say(fact.label)) : w.only(inRow(members, adviceWords[language].and))
  })
}

function valueLabel({ values }: Fact, value: unknown, say: Say): string {
  const label = values?.find((one) => one.value === value)?.label
  return label ? say(label) : String(value)
}

/** “self-harm, not suicide or violence” */
function membersInWords(members: readonly string[], others: readonly string[], w: TeachWords, { not }: AdviceWords) {
  const excluded = others.length > 0 ? [`${not} ${inRow(others, w.or)}`] : []
  return [...members, ...excluded].join(', ')
}

/** “a, b or c”; by hand, since `Intl` says it otherwise from one version of Node to the next. */
function inRow(items: readonly string[], last: string): string {
  const [end, ...before] = [...items].reverse()
  return before.length === 0 ? (end ?? '') : `${before.reverse().join(', ')} ${last} ${end}`
}

/** A fact with what is stated of it: “gravity of the danger: serious”. */
export function factInWords(fact: Fact, stated: Stated): Text {
  const answer = answerInWords(fact, stated)
  return worded((_, say) => `${say(fact.label)}: ${say(answer)}`)
}

/** A fact with words any of which it could have: “placement: kin or foster family”. */
export function anyInWords(fact: Fact, words: readonly string[]): Text {
  return worded((w, say) => {
    const labels = words.map((word) => valueLabel(fact, word, say))
    return `${say(fact.label)}: ${inRow(labels, w.either)}`
  })
}

/** A fact as it is asked, with what is stated of it: “Is the victim safe? No.”; of words to choose from under its name: “Consent: given.” */
export function askedAndAnswered(fact: Fact, stated: Stated): Text {
  const [asked, answer] = [questionInWords(fact), answerInWords(fact, stated)]
  return isAnsweredBare(fact)
    ? worded((_, say) => `${say(asked)} ${withCapital(say(answer))}.`)
    : sentences(factInWords(fact, stated))
}

/** Whether a bare answer is a sentence after the question: a word of several may fit its name only. */
function isAnsweredBare(fact: Fact): boolean {
  const { hasWords, hasSteps, input } = typeOf(fact)
  return fact.ask !== undefined && (hasSteps || !hasWords || input === 'members')
}

/** What is asked to learn a fact, without the advice that may follow on how to answer. */
export function questionInWords({ ask, label }: Fact): Text {
  return withoutAdvice(ask ?? label)
}

/** A question without what follows it on how to answer. */
export function withoutAdvice(ask: Text): Text {
  return worded((_, say) => say(ask).replace(/\?.*$/su, '?'))
}

/** Texts one after another, as sentences of one text. */
export function sentences(...texts: readonly (Text | undefined)[]): Text {
  return worded((_, say) => {
    const said = texts.flatMap((text) => (text === undefined ? [] : [say(text)]))
    return said.flatMap((text) => (text === '' ? [] : [ended(text)])).join(' ')
  })
}

/** A choice with what is said of it, so that whoever missed it learns why: “Record the decision. What is written can be answered for.” */
export function told({ says, feedback }: { readonly says: Text; readonly feedback: Text }): Text {
  return sentences(says, feedback)
}

function ended(text: string): string {
  const begun = withCapital(text)
  return /[.!?…]["”’)]?$/.test(begun) ? begun : `${begun}.`
}

/** The labels of things, one after another. */
export function labelsInRow(things: readonly { readonly label: Text }[], between = ' · '): Text {
  return worded((_, say) => things.map(({ label }) => say(label)).join(between))
}

type Asked = readonly { readonly force: Force; readonly label: Text }[]

/** What is asked for as what one would do; what is spoken against as that: “Must not abandon the client”. */
export function asking(asks: Asked): Text {
  return askingSo(asks, (force) => !isTowards(force))
}

/** The same of two positions; where they ask for the same, how strongly each does, and what the milder one leaves open. */
export function askingApart(one: Asked, other: Asked): readonly [Text, Text] {
  const [first, second] = [asking(one), asking(other)]
  if (JSON.stringify(first) !== JSON.stringify(second) && !asksForTheSame(one, other)) return [first, second]
  return [askedAs(one, isMilder(one, other)), askedAs(other, isMilder(other, one))]
}

/** Whether two positions ask for the very same, and differ only in how strongly they do. */
function asksForTheSame(one: Asked, other: Asked): boolean {
  const said = (asks: Asked) => JSON.stringify(asks.map(({ force, label }) => [isTowards(force), label]))
  return said(one) === said(other)
}

function isMilder(one: Asked, other: Asked): boolean {
  const strongest = (asks: Asked) => Math.max(...asks.map(({ force }) => strength(force)))
  return strongest(one) < strongest(other)
}

/** “Must keep the secret”; of the milder of two positions also what it leaves: “May report the wrong, and need not”. */
function askedAs(asks: Asked, leavesOpen: boolean): Text {
  const asked = askingSo(asks, () => true)
  if (!leavesOpen) return asked
  const isLeave = asks.every(({ force }) => force === 'may')
  return worded((w, say) => `${say(asked)}, ${isLeave ? w.needNot : w.withExceptions}`)
}

function askingSo(asks: Asked, isToldHow: (force: Force) => boolean): Text {
  return worded((w, say) =>
    asks
      .map(({ force, label }) =>
        isToldHow(force) ? withCapital(`${w.status[force]} ${inSentence(say(label))}`) : say(label),
      )
      .join(' · '),
  )
}

/** A heading and what it says: “Still owed to it: record the decision”; nothing where there is nothing to say. */
export function underHeading(heading: Text, things: readonly { readonly label: Text }[]): Text | undefined {
  if (things.length === 0) return undefined
  const list = labelsInRow(things)
  return worded((_, say) => `${say(heading)}: ${say(list)}`)
}

/** A principle with the reason why: “Confidentiality: what was told in confidence is kept”. */
export function principleWithReason(principle: string, because: Text, pack: Pack<unknown>): Text {
  const label = principleLabel(principle, pack)
  return worded((_, say) => `${withCapital(say(label))}: ${say(because)}`)
}

/** The name of a principle. */
export function principleLabel(name: string, pack: Pack<unknown>): Text {
  return pack.principles.get(name)?.label ?? worded(() => name)
}

/** The status of an action as it is told. */
export function statusInWords(status: Status | undefined): Text {
  return worded((w, _, language) => (status === undefined ? adviceWords[language].unspoken : w.status[status]))
}

/** The status of each action in an advice. */
export function statusesOf(advice: Advice): ReadonlyMap<string, Status> {
  return new Map(advice.actions.map(({ action, status }) => [action, status]))
}
