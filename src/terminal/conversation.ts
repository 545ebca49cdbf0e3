import type { Advice } from '../advise/advice.js'
import { advise } from '../advise/advise.js'
import { type AtOnce, alarm, atOnce } from '../consult/atOnce.js'
import { interview, type Sitting } from '../consult/interview.js'
import { TimbangError } from '../errors.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { alarmLines } from '../render/consulting.js'
import { consultWords } from '../render/consultWords.js'
import { refusalLines } from '../render/refusals.js'
import { words } from '../render/words.js'
import type { Locale, Text } from '../vocabulary.js'
import { answered, language, matters, type Reply, reply, type State } from './asking.js'
import { menu, type Next } from './menu.js'
import { chosen, Left, saidGoodbye, toldAside, toldInPassing } from './prompts.js'
import { folded, onScreen, screenWidth } from './screen.js'
import type { Told } from './told.js'

/** With what a conversation begins. */
interface Beginning {
  readonly locale: Locale | undefined
  readonly kept: readonly (Told & { readonly title: Text })[]
}

/**
 * A consultation in the terminal: the language, what it is about, one question at a time, and what to do now as soon as it is known.
 * @returns how the program ends: 0, or 130 where the person has left
 */
export async function conversation(pack: Pack<AnySituation>, { locale: wanted, kept }: Beginning): Promise<number> {
  let locale = wanted ?? 'en'
  try {
    locale = wanted ?? (await language(undefined))
    const w = consultWords[locale]
    toldAside(w.privacy, `${w.name} · ${w.tagline}`)
    await consulted(await begun(locale, pack, kept), pack, locale)
    return 0
  } catch (error) {
    if (!(error instanceof Left)) throw error
    saidGoodbye(consultWords[locale].left)
    return 130
  }
}

/** A situation that is kept, or one's own: what it is about is then so, and all else is open. */
async function begun(locale: Locale, pack: Pack<AnySituation>, kept: Beginning['kept']): Promise<State> {
  const w = consultWords[locale]
  const choices = [{ value: undefined, label: w.own }, ...kept.map((one) => ({ value: one, label: one.title[locale] }))]
  const start = kept.length === 0 ? undefined : await chosen<Told | undefined>(w.begin, choices)
  if (start?.story) toldAside(start.story[locale], start.title?.[locale] ?? '')
  if (start) return { situation: start.situation }
  let state: State = {}
  for (const fact of await matters(locale, pack))
    if (pack.facts.get(fact)?.type === 'yes-no') state = interview(state, pack, { step: { fact, answer: true } }).state
    else state = await answered(fact, state, pack, locale)
  return state
}

/** Asks until nothing is left to ask or it is enough, and then shows the advice and what can be done with it. */
async function consulted(start: State, pack: Pack<AnySituation>, first: Locale): Promise<void> {
  const alarm = alarms()
  const grow = growing()
  const show = showing(pack)
  let sitting = interview(start, pack)
  let locale = first
  let enough = false
  for (;;) {
    const { question } = sitting
    const advice = await advise(sitting.state.situation, pack)
    alarm(advice, locale)
    if (question === null || enough) await show(sitting.state.situation, locale)
    else grow(advice, locale)
    const next: Next =
      question === null || enough
        ? await menu(sitting, pack, locale)
        : asStep(await reply(sitting, question, locale), sitting, pack, locale)
    if (next === 'finish') return
    if (next === 'language') locale = await language(locale)
    else if (typeof next === 'object') sitting = next
    enough = next === 'enough' || (enough && next === 'language')
  }
}

/** Shows the advice where it is another than was shown last, or in another language. */
function showing(pack: Pack<AnySituation>): (situation: AnySituation, locale: Locale) => Promise<void> {
  let shown = ''
  return async (situation, locale) => {
    const key = JSON.stringify([locale, situation])
    if (key === shown) return
    shown = key
    process.stdout.write(`\n${onScreen(await advise(situation, pack), locale)}`)
  }
}

/** Where a reply leads. */
function asStep(said: Reply, sitting: Sitting<AnySituation>, pack: Pack<AnySituation>, locale: Locale): Next {
  if (!('answer' in said))
    return said.go === 'back' ? interview(sitting.state, pack, { step: { go: 'back' } }) : said.go
  try {
    return interview(sitting.state, pack, { step: { answer: said.answer } })
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    toldAside(refusalLines(error, locale).join('\n'), consultWords[locale].change)
    return sitting
  }
}

/** Tells what stands first so far, each time it is something else. */
function growing(): (advice: Advice, locale: Locale) => void {
  let last = ''
  return ({ kind, actions }, locale) => {
    const told = actions.filter(({ standing, within }) => !standing && within === undefined).slice(0, 3)
    const first = told.map(({ status, label }) => `${words[locale].status[status]}: ${label[locale]}`)
    const line = `${consultWords[locale].soFar}: ${[consultWords[locale].kind[kind], ...first].join(' · ')}`
    if (line !== last) toldInPassing(folded(line, screenWidth() - 3))
    last = line
  }
}

/** Tells what must be done at once as soon as it is known, each once, before anything more is asked; and takes back what holds no more. */
function alarms(): (advice: Advice, locale: Locale) => void {
  let last: AtOnce = { now: [], held: [] }
  return (advice, locale) => {
    const after = atOnce(advice)
    const told = alarmLines(alarm(last, after), advice, locale)
    last = after
    for (const { title, lines } of told)
      toldAside(lines.map((line) => folded(line, screenWidth() - 6)).join('\n'), title)
  }
}
