import { existsSync, writeFileSync } from 'node:fs'
import { advise } from '../advise/advise.js'
import { compareFrameworks } from '../consult/compareFrameworks.js'
import { interview, type Sitting } from '../consult/interview.js'
import { turningPoints } from '../consult/turningPoints.js'
import { unasked } from '../consult/unasked.js'
import { why } from '../consult/why.js'
import { whyNot } from '../consult/whyNot.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { comparisonLines, turningLines, whyLines, whyNotLines } from '../render/consulting.js'
import type { ConsultWords } from '../render/consultWording.js'
import { consultWords } from '../render/consultWords.js'
import { render } from '../render/render.js'
import { type Locale, locales } from '../vocabulary.js'
import { answered } from './asking.js'
import { chosen, found, toldAside, typed } from './prompts.js'
import { folded, onScreen, screenWidth } from './screen.js'

/** Where one goes on: with other answers, to the menu, to another language, or not at all. */
export type Next = Sitting<AnySituation> | 'enough' | 'language' | 'finish'

type Doing = keyof Pick<
  ConsultWords,
  | 'again'
  | 'turning'
  | 'restsOn'
  | 'whyNot'
  | 'frameworks'
  | 'more'
  | 'back'
  | 'saveSituation'
  | 'saveAdvice'
  | 'finish'
>

const doings: readonly Doing[] = [
  'again',
  'turning',
  'restsOn',
  'whyNot',
  'frameworks',
  'more',
  'back',
  'saveSituation',
  'saveAdvice',
  'finish',
]

/** What one can do with the advice; nothing is kept unless it is asked for. */
export async function menu(sitting: Sitting<AnySituation>, pack: Pack<AnySituation>, locale: Locale): Promise<Next> {
  const w = consultWords[locale]
  const { situation } = sitting.state
  const language = { value: 'language' as const, label: locales.map((one) => consultWords[one].language).join(' / ') }
  const next = await chosen<Doing | 'language'>(
    sitting.question === null ? `${folded(w.nothingLeft, screenWidth() - 3)}\n${w.menu}` : w.menu,
    [...doings.map((value) => ({ value, label: w[value] })), language],
  )
  if (next === 'language' || next === 'finish') return next
  if (next === 'back') return interview(sitting.state, pack, { step: { go: 'back' } })
  if (next === 'more') return interview(await tellMore(sitting, pack, locale), pack)
  if (next === 'again') process.stdout.write(`\n${onScreen(await advise(situation, pack), locale)}`)
  else if (next === 'saveSituation') await saved(() => `${JSON.stringify({ situation }, null, 2)}\n`, ['.json'], w)
  else if (next === 'saveAdvice') {
    const advice = await advise(situation, pack)
    const as = (file: string) => (file.endsWith('.md') ? 'markdown' : 'html')
    await saved((file) => render(advice, { as: as(file), locale }), ['.md', '.html'], w)
  } else toldAside(await looked(next, situation, pack, locale), w[next])
  return 'enough'
}

/** What was asked about the advice, as lines. */
async function looked(
  next: 'turning' | 'restsOn' | 'whyNot' | 'frameworks',
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: Locale,
): Promise<string> {
  const lines = await linesOf(next, situation, pack, locale)
  return lines.map((line) => folded(line, screenWidth() - 6)).join('\n')
}

async function linesOf(
  next: 'turning' | 'restsOn' | 'whyNot' | 'frameworks',
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: Locale,
): Promise<readonly string[]> {
  const w = consultWords[locale]
  if (next === 'turning') return turningLines(turningPoints(situation, pack), locale)
  if (next === 'frameworks') return comparisonLines(compareFrameworks(situation, pack), locale)
  if (next === 'restsOn') {
    const { actions } = await advise(situation, pack, { questions: false })
    const told = actions.filter(({ standing }) => !standing)
    if (told.length === 0) return [w.noRule]
    const choices = told.map(({ action, label }) => ({ value: action, label: label[locale] }))
    return whyLines(why(situation, pack, { action: await found(w.pick, choices) }), locale)
  }
  const choices = [...pack.actions.values()].map(({ name, label }) => ({ value: name, label: label[locale] }))
  return whyNotLines(whyNot(situation, pack, { action: await found(w.whyNotHint, choices) }), locale)
}

/** One of the facts that are not asked for, told unasked. */
async function tellMore(sitting: Sitting<AnySituation>, pack: Pack<AnySituation>, locale: Locale) {
  const w = consultWords[locale]
  const facts = unasked(sitting.state.situation, pack)
  if (facts.length === 0) return sitting.state
  const choices = facts.map(({ fact, label, reason }) => ({
    value: fact,
    label: label[locale],
    hint: w.unasked[reason],
  }))
  return await answered(await found(w.moreHint, choices), sitting.state, pack, locale)
}

/** Writes a file that is not there yet, where it is wanted. */
async function saved(content: (file: string) => string, endings: readonly string[], w: ConsultWords): Promise<void> {
  const file = await typed(`${w.where} ${endings.join(', ')}`, (path) => {
    if (path === '') return undefined
    if (!endings.some((ending) => path.endsWith(ending))) return `${w.where} ${endings.join(', ')}`
    return existsSync(path) ? w.exists(path) : undefined
  })
  if (file === '') return
  try {
    writeFileSync(file, content(file), { flag: 'wx' })
  } catch {
    return toldAside(w.notSaved(file), w.where)
  }
  toldAside(w.saved(file), w.where)
}
