import type { Answer, Asked } from '../ask/question.js'
import { type Effect, type GivenAnswer, type Interview, interview, type Sitting } from '../consult/interview.js'
import { knownSituation } from '../consult/statements.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { answerWords, changesWords } from '../render/consult/answers.js'
import { consultWords } from '../words/consultWords.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { languageEverywhere, languageWords } from '../words/languageWords.js'
import { terminalWords } from '../words/terminalWords.js'
import { folded } from './display.js'
import { Back, type Choice, chosen, chosenSome, typed } from './prompts.js'

/** Where a conversation stands. */
export type State = Partial<Interview<AnySituation>>

/** What a person does at a question, or at a form. */
export type Reply =
  | { readonly answer: GivenAnswer }
  | { readonly answers: Readonly<Record<string, GivenAnswer>> }
  | { readonly go: 'back' | 'enough' | 'language' }

/** The language in which one goes on. */
export async function language(now: InterfaceLanguage | undefined): Promise<InterfaceLanguage> {
  const choices = interfaceLanguages.map((value) => ({ value, label: languageWords[value].ownName }))
  return await chosen(languageEverywhere, choices, now)
}

/** What it is about: the openers of a pack that are so, but for those that were told. */
export async function matters(
  locale: InterfaceLanguage,
  pack: Pack<AnySituation>,
  state: State = {},
): Promise<readonly string[]> {
  const { header, facts } = pack
  const told = knownSituation(state.situation ?? {}, pack).stated
  const { about, aboutHint } = consultWords[locale]
  const choices = header.openers.flatMap((name) => {
    const fact = facts.get(name)
    return fact && !told.has(name) ? [{ value: name, label: wording(fact.topic ?? fact.label, locale) }] : []
  })
  const hint = folded(`${aboutHint} (${terminalWords[locale].choose})`, 'question')
  return await chosenSome(`${about}\n${hint}`, choices, locale)
}

/** Asks one question; Escape goes back to the one before. */
export async function reply(sitting: Sitting<unknown>, question: Asked, locale: InterfaceLanguage): Promise<Reply> {
  try {
    return await answerTo(sitting, question, locale)
  } catch (error) {
    if (!(error instanceof Back)) throw error
    return { go: 'back' }
  }
}

/** What is answered; what each answer would change stands beside it. */
async function answerTo(sitting: Sitting<unknown>, question: Asked, locale: InterfaceLanguage): Promise<Reply> {
  const message = heading(sitting, question, locale)
  const type = typeOf(question)
  if (type.input === 'number') return await numberReply(message, question, locale)
  if (type.input === 'members') return await membersReply(message, sitting, question, locale)
  const values = type.values(question, []) as readonly (boolean | string)[]
  const answers = values.map((value): Choice<Reply> => {
    const effect = sitting.effects.find(({ answer }) => answer?.value === value)
    return { value: { answer: value }, label: answerLabel(value, question, locale), ...hintOf(effect, locale) }
  })
  const before = answers.find(({ value }) => 'answer' in value && value.answer === sitting.before[0]?.value)
  const others = moves(sitting, locale)
  // Whoever only goes on has not said that there is no danger.
  const cursor = before ?? (question.danger ? others.find(isUnknown) : undefined)
  return await chosen(message, [...answers, ...others], cursor?.value)
}

/** One fact asked by itself, whether or not it is its turn. */
export async function answered(
  fact: string,
  state: State,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Promise<State> {
  const before = state.asked ?? []
  const sitting = interview({ ...state, asked: [...before, fact], at: before.length }, pack)
  if (sitting.question === null) return state
  const given = await reply(sitting, sitting.question, locale)
  return 'answer' in given ? interview(state, pack, { step: { fact, answer: given.answer } }).state : state
}

function heading({ progress }: Sitting<unknown>, { ask, why, danger }: Asked, locale: InterfaceLanguage): string {
  const w = consultWords[locale]
  const lines = [
    w.asked(progress.answered, progress.open),
    `${danger ? '! ' : ''}${wording(ask, locale)}`,
    ...(why ? [`${w.why}: ${wording(why, locale)}`] : []),
  ]
  return lines.map((line) => folded(line, 'question')).join('\n')
}

function answerLabel(value: boolean | string, { values }: Asked, locale: InterfaceLanguage): string {
  const label = values?.find((one) => one.value === value)?.label
  const answer: Answer = { value, ...(label && { label }) }
  return answerWords(answer, locale)
}

/** The first thing that an answer would change. */
function hintOf(effect: Effect | undefined, locale: InterfaceLanguage): { readonly hint?: string } {
  const [first, ...rest] = effect ? changesWords(effect.changes, locale) : []
  if (first === undefined) return {}
  return { hint: rest.length > 0 ? `${first}; … (+${rest.length})` : first }
}

/** What a person can do instead of answering; that it is not known is an answer, too. */
function moves({ state }: Sitting<unknown>, locale: InterfaceLanguage): readonly Choice<Reply>[] {
  const w = consultWords[locale]
  const canGoBack = state.at === undefined ? state.asked.length > 0 : state.at > 0
  return [
    { value: { answer: null }, label: w.unknown },
    ...(canGoBack ? [{ value: { go: 'back' } as const, label: `← ${w.back}` }] : []),
    { value: { go: 'enough' }, label: terminalWords[locale].enough },
    { value: { go: 'language' }, label: languageEverywhere },
  ]
}

function isUnknown({ value }: Choice<Reply>): boolean {
  return 'answer' in value && value.answer === null
}

/** Of a list: which of its members are so, and then whether the others are not, or are not known. */
async function membersReply(
  message: string,
  sitting: Sitting<unknown>,
  question: Asked,
  locale: InterfaceLanguage,
): Promise<Reply> {
  const w = terminalWords[locale]
  const members = (question.values ?? []).map(({ value, label }) => ({ value, label: wording(label, locale) }))
  const before = sitting.before.flatMap((answer) => (answer?.so === true ? [String(answer.value)] : []))
  const isOpen = (member: string) => sitting.before.every((answer) => answer === null || answer.value !== member)
  const choices = members.filter(({ value }) => isOpen(value) || before.includes(value))
  const so = await chosenSome(`${message}\n(${w.choose})`, choices, locale, before)
  const yes = every(so, true)
  const unchosen = every(
    before.filter((value) => !so.includes(value)),
    false,
  )
  const rest = members.map(({ value }) => value).filter((value) => isOpen(value) && !so.includes(value))
  if (rest.length === 0) return { answer: { ...unchosen, ...yes } }
  const [, ...others] = moves(sitting, locale)
  const unknown: Reply = { answer: { ...unchosen, ...yes } }
  return await chosen<Reply>(
    w.others,
    [
      { value: { answer: { ...unchosen, ...every(rest, false), ...yes } }, label: w.othersNot },
      { value: unknown, label: w.othersUnknown },
      ...others,
    ],
    question.danger ? unknown : undefined,
  )
}

function every(members: readonly string[], so: boolean): Readonly<Record<string, boolean>> {
  return Object.fromEntries(members.map((member) => [member, so]))
}

async function numberReply(message: string, { min, max }: Asked, locale: InterfaceLanguage): Promise<Reply> {
  const w = terminalWords[locale]
  const line = await typed(`${message}\n(${w.number})`, (entered) => {
    if (entered === '' || entered === '<') return undefined
    const number = /^\d{1,9}$/.test(entered) ? Number(entered) : Number.NaN
    const fits = number >= (min ?? 0) && number <= (max ?? Number.MAX_SAFE_INTEGER)
    return fits ? undefined : w.numberWanted(min, max)
  })
  if (line === '<') return { go: 'back' }
  return { answer: line === '' ? null : Number(line) }
}
