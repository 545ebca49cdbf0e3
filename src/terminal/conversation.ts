import type { Advice } from '../advise/advice.js'
import { advise } from '../advise/advise.js'
import type { Asked } from '../ask/question.js'
import { type AtOnce, alarm, atOnce } from '../consult/atOnce.js'
import { formAgain } from '../consult/formAgain.js'
import { type GivenAnswer, interview, type Sitting } from '../consult/interview.js'
import { takenUpAgain } from '../consult/takenUpAgain.js'
import { TimbangError } from '../errors.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { alarmLines } from '../render/consult/atOnce.js'
import { refusalLines } from '../render/refusals.js'
import { consultWords } from '../words/consultWords.js'
import { fallbackLanguage, type InterfaceLanguage } from '../words/interfaceLanguages.js'
import { renderWords } from '../words/renderWords.js'
import { terminalWords } from '../words/terminalWords.js'
import { formReply } from './askForm.js'
import { answered, language, matters, type Reply, reply, type State } from './askQuestion.js'
import { folded, onScreen } from './display.js'
import { menu, type Next } from './menu.js'
import { toldInOwnWords } from './ownWords.js'
import { chosen, dismissed, Left, mentioned, noted } from './prompts.js'
import type { KeptSituation } from './situationFile.js'

/** With what a conversation begins. */
interface Beginning {
  readonly locale: InterfaceLanguage | undefined
  readonly kept: readonly KeptSituation[]
}

/**
 * A consultation in the terminal: the language, what it is about, one question at a time, and what to do now as soon as it is known.
 * @returns how the program ends: 0, or 130 where the person has left
 */
export async function conversation(pack: Pack<AnySituation>, { locale: wanted, kept }: Beginning): Promise<number> {
  let locale = wanted ?? fallbackLanguage
  try {
    locale = wanted ?? (await language(undefined))
    const w = consultWords[locale]
    noted(w.privacy, `${w.name} · ${w.tagline}`)
    await consulted(await begun(locale, pack, kept), pack, locale)
    return 0
  } catch (error) {
    if (!(error instanceof Left)) throw error
    dismissed(terminalWords[locale].left)
    return 130
  }
}

/** A situation that is kept, or one's own: what it is about is then so, and all else is open. */
async function begun(locale: InterfaceLanguage, pack: Pack<AnySituation>, kept: Beginning['kept']): Promise<State> {
  const start = await chosenStart(locale, kept)
  if (start?.story) noted(wording(start.story, locale), wording(start.title, locale))
  if (start) return { situation: takenUpAgain(start.situation, pack).situation }
  let state: State = await toldInOwnWords(locale, pack)
  for (const name of await matters(locale, pack, state)) {
    const fact = pack.facts.get(name)
    if (fact && typeOf(fact).json === 'boolean')
      state = interview(state, pack, { step: { fact: name, answer: true } }).state
    else state = await answered(name, state, pack, locale)
  }
  return state
}

async function chosenStart(locale: InterfaceLanguage, kept: Beginning['kept']): Promise<KeptSituation | undefined> {
  if (kept.length === 0) return undefined
  const w = terminalWords[locale]
  return await chosen<KeptSituation | undefined>(w.begin, [
    { value: undefined, label: w.own },
    ...kept.map((one) => ({ value: one, label: wording(one.title, locale) })),
  ])
}

/** Asks until nothing is left to ask or it is enough, and then shows the advice and what can be done with it. */
async function consulted(start: State, pack: Pack<AnySituation>, first: InterfaceLanguage): Promise<void> {
  const warn = alarms()
  const grow = growing()
  const show = showing(pack)
  const ask = asking(pack, warn)
  let sitting = interview(start, pack)
  let locale = first
  let enough = false
  for (;;) {
    const { question } = sitting
    const advice = await advise(sitting.state.situation, pack)
    warn(advice, locale)
    if (question === null || enough) await show(sitting.state.situation, locale)
    else grow(advice, locale)
    const asked: Answered | undefined = question === null || enough ? undefined : await ask(sitting, question, locale)
    const next: Next = asked ? asked.next : await menu(sitting, pack, locale)
    if (next === 'finish') return
    if (asked) sitting = asked.sitting
    if (next === 'language') locale = await language(locale)
    else if (typeof next === 'object') sitting = next
    enough = next === 'enough' || (enough && next === 'language')
  }
}

/** Where one stands after what was answered, and where one goes from there. */
interface Answered {
  readonly sitting: Sitting<AnySituation>
  readonly next: Next
}

/** Asks the question whose turn it is, or the form on which it stands; going back leads to the form that was handed on before. */
function asking(pack: Pack<AnySituation>, warn: ReturnType<typeof alarms>) {
  const forms: (readonly string[])[] = []
  return async (from: Sitting<AnySituation>, question: Asked, locale: InterfaceLanguage): Promise<Answered> => {
    let sitting = from
    // What is said on a form counts at once.
    const take = async (fact: string, answer: GivenAnswer) => {
      const next = stepOf({ answers: { [fact]: answer } }, sitting, pack, locale)
      if (typeof next === 'object') sitting = next
      warn(await advise(sitting.state.situation, pack), locale)
      return sitting
    }
    const { together } = from
    const isForm = together.length > 1
    const given = isForm ? await formReply(from, { pack, locale, take }) : await reply(from, question, locale)
    if (isForm && 'answers' in given) forms.push(together.map(({ fact }) => fact))
    const form = 'go' in given && given.go === 'back' ? forms.pop() : undefined
    const next =
      form && isLastOf(form, sitting) ? formAgain(sitting.state, form, pack) : stepOf(given, sitting, pack, locale)
    return { sitting, next }
  }
}

/** Whether a form is what was answered last. */
function isLastOf(form: readonly string[], { state }: Sitting<AnySituation>): boolean {
  return state.at === undefined && form.includes(state.asked.at(-1) ?? '')
}

/** Shows the advice where it is another than was shown last, or in another language. */
function showing(pack: Pack<AnySituation>): (situation: AnySituation, locale: InterfaceLanguage) => Promise<void> {
  let shown = ''
  return async (situation, locale) => {
    const key = JSON.stringify([locale, situation])
    if (key === shown) return
    shown = key
    process.stdout.write(`\n${onScreen(await advise(situation, pack), locale)}`)
  }
}

/** Where a reply leads. */
function stepOf(
  given: Reply,
  sitting: Sitting<AnySituation>,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Next {
  if (!('answer' in given || 'answers' in given))
    return given.go === 'back' ? interview(sitting.state, pack, { step: { go: 'back' } }) : given.go
  try {
    return interview(sitting.state, pack, {
      step: 'answers' in given ? { answers: given.answers } : { answer: given.answer },
    })
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    noted(refusalLines(error, locale).join('\n'), consultWords[locale].change)
    return sitting
  }
}

/** Says what stands first so far, each time it is something else. */
function growing(): (advice: Advice, locale: InterfaceLanguage) => void {
  let last = ''
  return ({ kind, actions }, locale) => {
    const leading = actions.filter(({ standing, within }) => !standing && within === undefined).slice(0, 3)
    const first = leading.map(({ status, label }) => `${renderWords[locale].status[status]}: ${wording(label, locale)}`)
    const parts = [consultWords[locale].kind[kind], ...first]
    const line = `${terminalWords[locale].soFar}: ${parts.join(' · ')}`
    if (line !== last) mentioned(folded(line, 'question'))
    last = line
  }
}

/**
 * Says what must be done at once as soon as it is known, each once, before anything more is asked; and takes back what holds
 * no more.
 */
function alarms(): (advice: Advice, locale: InterfaceLanguage) => void {
  let last: AtOnce = { now: [], waiting: [] }
  return (advice, locale) => {
    const after = atOnce(advice)
    const notes = alarmLines(alarm(last, after), advice, locale)
    last = after
    for (const { title, lines } of notes) noted(lines.map((line) => folded(line, 'note')).join('\n'), title)
  }
}
