import { existsSync, writeFileSync } from 'node:fs'
import { advise } from '../advise/advise.js'
import { compareFrameworks } from '../consult/compareFrameworks.js'
import { interview, type Sitting } from '../consult/interview.js'
import { turningPoints } from '../consult/turningPoints.js'
import { unasked } from '../consult/unasked.js'
import { why } from '../consult/why.js'
import { whyNot } from '../consult/whyNot.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { comparisonLines } from '../render/consult/compareFrameworks.js'
import { turningLines } from '../render/consult/turningPoints.js'
import { whyLines } from '../render/consult/why.js'
import { whyNotLines } from '../render/consult/whyNot.js'
import { render } from '../render/render.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { languageEverywhere } from '../words/languageWords.js'
import { type Doing, doings } from '../words/shapes/terminal.js'
import { terminalWords } from '../words/terminalWords.js'
import { answered, type State } from './askQuestion.js'
import { folded, onScreen } from './display.js'
import { movedSince, noteWanted } from './notes.js'
import { Back, chosen, noted, searched, typed } from './prompts.js'
import { stepsCompared } from './steps.js'

/** Where one goes on: with other answers, to the menu, to another language, or not at all. */
export type Next = Sitting<AnySituation> | 'enough' | 'language' | 'finish'

/** With what something is done: where the conversation stands, by which rules, in which language. */
interface Consultation {
  readonly sitting: Sitting<AnySituation>
  readonly pack: Pack<AnySituation>
  readonly locale: InterfaceLanguage
}

/** What one can do with the advice; nothing is kept unless it is asked for. */
export async function menu(
  sitting: Sitting<AnySituation>,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Promise<Next> {
  const doing = await chosenDoing(sitting, locale)
  if (doing === 'language') return 'language'
  try {
    return await done[doing]({ sitting, pack, locale })
  } catch (error) {
    if (!(error instanceof Back)) throw error
    return 'enough'
  }
}

async function chosenDoing(
  { question }: Sitting<AnySituation>,
  locale: InterfaceLanguage,
): Promise<Doing | 'language'> {
  const w = terminalWords[locale]
  const nothingLeft = folded(consultWords[locale].nothingLeft, 'question')
  return await chosen<Doing | 'language'>(question === null ? `${nothingLeft}\n${w.menu}` : w.menu, [
    ...doings.map((value) => ({ value, label: w.doing[value] })),
    { value: 'language', label: languageEverywhere },
  ])
}

/** What each entry of the menu does, and where one then goes on. */
const done: Readonly<Record<Doing, (consultation: Consultation) => Promise<Next>>> = {
  again: async ({ sitting, pack, locale }) => {
    process.stdout.write(`\n${onScreen(await advise(sitting.state.situation, pack), locale)}`)
    return 'enough'
  },
  turning: (consultation) => looked('turning', turned, consultation),
  restsOn: (consultation) => looked('restsOn', reasons, consultation),
  whyNot: (consultation) => looked('whyNot', hindrances, consultation),
  steps: (consultation) => looked('steps', considered, consultation),
  frameworks: (consultation) => looked('frameworks', compared, consultation),
  more: async (consultation) => interview(await tellMore(consultation), consultation.pack),
  back: async ({ sitting, pack }) => interview(sitting.state, pack, { step: { go: 'back' } }),
  saveSituation: async ({ sitting, locale }) => {
    const json = `${JSON.stringify({ situation: sitting.state.situation }, null, 2)}\n`
    return await saved(() => json, 'saveSituation', locale)
  },
  saveAdvice: async ({ sitting, pack, locale }) => {
    const advice = await advise(sitting.state.situation, pack)
    const format = (file: string) => (file.endsWith('.md') ? 'markdown' : 'html')
    return await saved((file) => render(advice, { as: format(file), locale }), 'saveAdvice', locale)
  },
  note: async ({ sitting, pack, locale }) => {
    const text = await noteWanted(sitting.state.situation, pack, locale)
    return await saved(text, 'note', locale)
  },
  since: (consultation) => looked('since', moved, consultation),
  finish: async () => 'finish',
}

type Look = (consultation: Consultation) => readonly string[] | Promise<readonly string[]>

/** Shows what was asked about the advice, below its name. */
async function looked(doing: Doing, look: Look, consultation: Consultation): Promise<Next> {
  const lines = await look(consultation)
  const shown = lines.map((line) => folded(line, 'note')).join('\n')
  noted(shown, terminalWords[consultation.locale].doing[doing])
  return 'enough'
}

function turned({ sitting, pack, locale }: Consultation): readonly string[] {
  return turningLines(turningPoints(sitting.state.situation, pack), locale)
}

function compared({ sitting, pack, locale }: Consultation): readonly string[] {
  return comparisonLines(compareFrameworks(sitting.state.situation, pack), locale)
}

async function moved({ sitting, pack, locale }: Consultation): Promise<readonly string[]> {
  return await movedSince(sitting.state.situation, pack, locale)
}

async function considered({ sitting, pack, locale }: Consultation): Promise<readonly string[]> {
  return await stepsCompared(sitting.state.situation, pack, locale)
}

/** On what one of the recommendations rests. */
async function reasons({ sitting, pack, locale }: Consultation): Promise<readonly string[]> {
  const { situation } = sitting.state
  const { actions } = await advise(situation, pack, { questions: false })
  const choices = actions
    .filter(({ standing }) => !standing)
    .map(({ action, label }) => ({ value: action, label: wording(label, locale) }))
  if (choices.length === 0) return [consultWords[locale].noRule]
  const action = await searched(terminalWords[locale].pick, choices, locale)
  return whyLines(why(situation, pack, { action }), locale)
}

/** What stands in the way of one of all actions. */
async function hindrances({ sitting, pack, locale }: Consultation): Promise<readonly string[]> {
  const choices = [...pack.actions.values()].map(({ name, label }) => ({ value: name, label: wording(label, locale) }))
  const action = await searched(consultWords[locale].whyNotHint, choices, locale)
  return whyNotLines(whyNot(sitting.state.situation, pack, { action }), locale)
}

/** One of the facts that are not asked for, told unasked. */
async function tellMore({ sitting, pack, locale }: Consultation): Promise<State> {
  const w = consultWords[locale]
  const facts = unasked(sitting.state.situation, pack)
  if (facts.length === 0) return sitting.state
  const choices = facts.map(({ fact, label, reason }) => ({
    value: fact,
    label: wording(label, locale),
    hint: w.unasked[reason],
  }))
  return await answered(await searched(w.moreHint, choices, locale), sitting.state, pack, locale)
}

/** How a file may end that is written by an entry of the menu. */
const endingsOf = {
  saveSituation: ['.json'],
  saveAdvice: ['.md', '.html'],
  note: ['.txt', '.md'],
} as const satisfies Partial<Record<Doing, readonly string[]>>

/** Writes a file that is not there yet, where it is wanted. */
async function saved(
  content: (file: string) => string,
  doing: keyof typeof endingsOf,
  locale: InterfaceLanguage,
): Promise<Next> {
  const w = terminalWords[locale]
  const endings = endingsOf[doing]
  const where = `${w.where} ${endings.join(', ')}`
  const file = await typed(where, (path) => {
    if (path === '') return undefined
    if (!endings.some((ending) => path.endsWith(ending))) return where
    return existsSync(path) ? w.exists(path) : undefined
  })
  if (file !== '')
    noted(folded(written(file, content(file)) ? w.saved(file) : w.notSaved(file), 'note'), w.doing[doing])
  return 'enough'
}

/** Whether a file could be written; one that is there already never is. */
function written(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}
