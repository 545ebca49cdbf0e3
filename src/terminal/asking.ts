import type { Answer, Asked } from '../ask/witness.js'
import { type Effect, type Interview, interview, type Sitting } from '../consult/interview.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { answerWords, changesWords } from '../render/consulting.js'
import { consultWords } from '../render/consultWords.js'
import { type Locale, locales, type Text } from '../vocabulary.js'
import { type Choice, chosen, chosenSome, typed } from './prompts.js'
import { folded, screenWidth } from './screen.js'

/** Where a conversation stands. */
export type State = Partial<Interview<AnySituation>>

/** What a person does at a question. */
export type Reply =
  | { readonly answer: boolean | string | number | null | Readonly<Record<string, boolean>> }
  | { readonly go: 'back' | 'enough' | 'language' }

/** The language in which one goes on. */
export async function language(now: Locale | undefined): Promise<Locale> {
  const names: Readonly<Record<Locale, string>> = { en: 'English', id: 'Bahasa Indonesia' }
  const message = locales.map((locale) => consultWords[locale].language).join(' / ')
  return await chosen(
    message,
    locales.map((value) => ({ value, label: names[value] })),
    now,
  )
}

/** What it is about: the openers of a pack that are so. */
export async function matters<S>(locale: Locale, { header, facts }: Pack<S>): Promise<readonly string[]> {
  const w = consultWords[locale]
  const choices = header.openers.flatMap((name) => {
    const fact = facts.get(name)
    return fact ? [{ value: name, label: (fact.topic ?? fact.label)[locale] }] : []
  })
  return await chosenSome(`${w.about}\n${folded(`${w.aboutHint} (${w.choose})`, screenWidth() - 3)}`, choices)
}

/** Asks one question; what each answer would change stands beside it. */
export async function reply(sitting: Sitting<unknown>, question: Asked, locale: Locale): Promise<Reply> {
  const message = heading(sitting, question, locale)
  if (question.type === 'number') return await numberReply(message, question, locale)
  if (question.type === 'some-of') return await membersReply(message, sitting, question, locale)
  const values: readonly (boolean | string)[] =
    question.type === 'yes-no' ? [true, false] : (question.values ?? []).map(({ value }) => value)
  const answers = values.map((value): Choice<Reply> => {
    const effect = sitting.effects.find(({ answer }) => answer?.value === value)
    return { value: { answer: value }, label: answerLabel(value, question, locale), ...hintOf(effect, locale) }
  })
  const before = answers.find(({ value }) => 'answer' in value && value.answer === sitting.before[0]?.value)
  return await chosen(message, [...answers, ...others(sitting, locale)], before?.value)
}

/** One fact asked by itself, whether or not it is its turn. */
export async function answered(fact: string, state: State, pack: Pack<AnySituation>, locale: Locale): Promise<State> {
  const before = state.asked ?? []
  const asked = interview({ ...state, asked: [...before, fact], at: before.length }, pack)
  if (asked.question === null) return state
  const said = await reply(asked, asked.question, locale)
  return 'answer' in said ? interview(state, pack, { step: { fact, answer: said.answer } }).state : state
}

function heading({ progress }: Sitting<unknown>, { ask, why, danger }: Asked, locale: Locale): string {
  const w = consultWords[locale]
  const lines = [
    w.asked(progress.answered, progress.open),
    `${danger ? '! ' : ''}${ask[locale]}`,
    ...(why ? [`${w.why}: ${why[locale]}`] : []),
  ]
  return lines.map((line) => folded(line, screenWidth() - 3)).join('\n')
}

function answerLabel(value: boolean | string, { values }: Asked, locale: Locale): string {
  const label: Text | undefined = values?.find((one) => one.value === value)?.label
  const answer: Answer = { value, ...(label && { label }) }
  return answerWords(answer, locale)
}

/** The first thing that an answer would change. */
function hintOf(effect: Effect | undefined, locale: Locale): { readonly hint?: string } {
  const [first, ...rest] = effect ? changesWords(effect.changes, locale) : []
  return first === undefined ? {} : { hint: rest.length > 0 ? `${first}; … (+${rest.length})` : first }
}

function others({ state }: Sitting<unknown>, locale: Locale): readonly Choice<Reply>[] {
  const w = consultWords[locale]
  const canGoBack = state.at === undefined ? state.asked.length > 0 : state.at > 0
  return [
    { value: { answer: null }, label: w.unknown },
    ...(canGoBack ? [{ value: { go: 'back' } as const, label: `← ${w.back}` }] : []),
    { value: { go: 'enough' }, label: w.enough },
    { value: { go: 'language' }, label: locales.map((one) => consultWords[one].language).join(' / ') },
  ]
}

/** Of a list: which of its members are so, and then whether the others are not, or are not known. */
async function membersReply(
  message: string,
  sitting: Sitting<unknown>,
  question: Asked,
  locale: Locale,
): Promise<Reply> {
  const w = consultWords[locale]
  const members = (question.values ?? []).map(({ value, label }) => ({ value, label: label[locale] }))
  const before = sitting.before.flatMap((answer) => (answer?.so === true ? [String(answer.value)] : []))
  const so = await chosenSome(
    `${message}\n(${w.choose})`,
    members.filter(({ value }) => isOpen(value, sitting) || before.includes(value)),
    before,
  )
  const yes = Object.fromEntries(so.map((value) => [value, true]))
  const rest = members.filter(({ value }) => isOpen(value, sitting) && !so.includes(value))
  const no = Object.fromEntries(rest.map(({ value }) => [value, false]))
  const unchosen = Object.fromEntries(before.filter((value) => !so.includes(value)).map((value) => [value, false]))
  if (rest.length === 0) return { answer: { ...unchosen, ...yes } }
  const [, ...moves] = others(sitting, locale)
  return await chosen<Reply>(w.others, [
    { value: { answer: { ...unchosen, ...no, ...yes } }, label: w.othersNot },
    { value: { answer: { ...unchosen, ...yes } }, label: w.othersUnknown },
    ...moves,
  ])
}

/** Whether nothing was said of a member yet. */
function isOpen(member: string, { before }: Sitting<unknown>): boolean {
  return before.every((answer) => answer === null || answer.value !== member)
}

async function numberReply(message: string, { min, max }: Asked, locale: Locale): Promise<Reply> {
  const w = consultWords[locale]
  const line = await typed(`${message}\n(${w.number})`, (said) => {
    if (said === '' || said === '<') return undefined
    const number = /^\d{1,9}$/.test(said) ? Number(said) : Number.NaN
    return number >= (min ?? 0) && number <= (max ?? Number.MAX_SAFE_INTEGER) ? undefined : w.numberWanted(min, max)
  })
  if (line === '<') return { go: 'back' }
  return { answer: line === '' ? null : Number(line) }
}
