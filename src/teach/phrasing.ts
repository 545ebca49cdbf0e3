import type { Advice } from '../advise/advice.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { Pack } from '../pack/pack.js'
import type { Status, Text } from '../vocabulary.js'
import { both } from './words.js'

/** What was stated of a fact, in words: “serious”, “yes”, “self-harm, not suicide”; of all members of a list “nobody”, “only the client”. */
export function answerInWords(fact: Fact, stated: Stated): Text {
  const label = (value: unknown) => fact.values?.find((one) => one.value === value)?.label
  return both((w, locale) => {
    if (stated === null) return '?'
    if (typeof stated === 'boolean') return stated ? w.yes : w.no
    if (typeof stated !== 'object') return label(stated)?.[locale] ?? String(stated)
    const those = (wanted: boolean) =>
      [...stated].flatMap(([member, so]) => (so === wanted ? [label(member)?.[locale] ?? member] : []))
    const [members, others] = [those(true), those(false)]
    const all = others.length > 1 && members.length + others.length === fact.values?.length
    if (all) return members.length === 0 ? w.none(fact.label[locale]) : w.only(inRow(members, w.and))
    return [...members, ...(others.length > 0 ? [`${w.not} ${inRow(others, w.or)}`] : [])].join(', ')
  })
}

/** “a, b or c” */
function inRow(items: readonly string[], last: string): string {
  const [end, ...before] = [...items].reverse()
  return before.length === 0 ? (end ?? '') : `${before.reverse().join(', ')} ${last} ${end}`
}

/** A fact with what is stated of it: “gravity of the danger: serious”. */
export function inWords(fact: Fact, stated: Stated): Text {
  const answer = answerInWords(fact, stated)
  return both((_, locale) => `${fact.label[locale]}: ${answer[locale]}`)
}

/** A fact as it is asked, with what is stated of it: “Who may be harmed? Nobody.” */
export function askedAndAnswered(fact: Fact, stated: Stated): Text {
  const [asked, answer] = [question(fact), answerInWords(fact, stated)]
  return fact.ask ? both((_, locale) => `${asked[locale]} ${capital(answer[locale])}.`) : inWords(fact, stated)
}

/** What is asked to learn a fact, without the advice that may follow on how to answer. */
export function question({ ask, label }: Fact): Text {
  return both((_, locale) => (ask ?? label)[locale].replace(/\?.*$/su, '?'))
}

/** Texts one after another, as sentences of one text. */
export function sentences(...texts: readonly (Text | undefined)[]): Text {
  return both((_, locale) =>
    texts.flatMap((text) => (text === undefined || text[locale] === '' ? [] : [ended(text[locale])])).join(' '),
  )
}

function ended(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?…]["”’)]?$/.test(begun) ? begun : `${begun}.`
}

/** The labels of things, one after another. */
export function listed(things: readonly { readonly label: Text }[], between = ' · '): Text {
  return both((_, locale) => things.map(({ label }) => label[locale]).join(between))
}

/** A heading and what it says: “Still owed to it: record the decision”; nothing where there is nothing to say. */
export function headed(heading: Text, things: readonly { readonly label: Text }[]): Text | undefined {
  if (things.length === 0) return undefined
  const list = listed(things)
  return both((_, locale) => `${heading[locale]}: ${list[locale]}`)
}

/** A principle with the reason why: “Confidentiality: what was told in confidence is kept”. */
export function reasoned(principle: string, because: Text, pack: Pack<unknown>): Text {
  const label = pack.principles.get(principle)?.label
  return both((_, locale) => `${capital(label?.[locale] ?? principle)}: ${because[locale]}`)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The name of a principle. */
export function principleLabel(name: string, pack: Pack<unknown>): Text {
  return pack.principles.get(name)?.label ?? both(() => name)
}

/** The status of an action as it is told. */
export function statusInWords(status: Status | undefined): Text {
  return both((w) => (status === undefined ? w.unspoken : w.status[status]))
}

/** The status of each action in an advice. */
export function statusesOf(advice: Advice): ReadonlyMap<string, Status> {
  return new Map(advice.actions.map(({ action, status }) => [action, status]))
}
