import type { Advice, AdvisedAction, UnaskedAdvice } from '../advise/advice.js'
import { unfitOption } from '../errors.js'
import { type OptionNames, optionsGiven } from '../options.js'
import { type AnySituation, checkPack, type Pack } from '../pack/pack.js'
import { unreadLines } from '../render/layout.js'
import { reasonSources } from '../render/reasons.js'
import { type Rendering, renderingOf } from '../render/rendering.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { noteWords } from '../words/noteWords.js'
import type { NoteWords } from '../words/shapes/note.js'
import { openQuestions, statedLines } from './known.js'
import { type Block, printed } from './printed.js'

/** What was decided, by whom and why, in the host's own words; left out, room is left to write it. */
export interface Decision {
  readonly what?: string
  readonly by?: string
  readonly because?: string
}

/** In whose words a note is written, and what only the host knows. */
export interface NoteOptions {
  readonly locale: InterfaceLanguage
  /** For the worker's file (so if left out), or for the client, who has a right to know what was decided and why. */
  readonly words?: 'worker' | 'client'
  readonly as?: 'text' | 'markdown'
  /** The day on which it is written, as it is to be shown; there is no clock here. */
  readonly on?: string
  /** From whom it is known. */
  readonly from?: string
  readonly decision?: Decision
  /** When to look again. */
  readonly again?: string
}

/**
 * One text for the file: what is known and from whom, what was advised and why, what was decided by whom and why, what is still
 * owed, and when to look again, with room for day and signature. Nothing of it is kept here.
 * For the client it is written in fewer words, and not at all as long as somebody who must not learn of it could read it.
 * @param situation the stated facts on which the advice rests
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function note<S = AnySituation>(
  situation: NoInfer<S>,
  advice: Advice | UnaskedAdvice,
  pack: Pack<S>,
  options: NoteOptions,
): string {
  checkPack(pack)
  const given = noteGiven(options)
  const { locale, words = 'worker', as = 'text' } = given
  const telling: Telling = { rendering: renderingOf(advice, { locale }, false), w: noteWords[locale], options: given }
  const known = statedLines(situation, pack, telling.rendering, telling.w)
  return printed(words === 'client' ? clientBlocks(known, telling) : workerBlocks(known, telling), as)
}

/** An advice on its way into a note. */
interface Telling {
  readonly rendering: Rendering
  readonly w: NoteWords
  readonly options: NoteOptions
}

const optionNames: OptionNames<NoteOptions> = {
  locale: true,
  words: true,
  as: true,
  on: true,
  from: true,
  decision: true,
  again: true,
}
const decisionNames: OptionNames<Decision> = { what: true, by: true, because: true }

/** The options as they are worked with. @throws TimbangError `invalid-options` */
function noteGiven(options: unknown): NoteOptions {
  const given = optionsGiven<NoteOptions>(options, optionNames)
  const { locale, words = 'worker', as = 'text', decision: stated = {} } = given
  const decision = optionsGiven<Decision>(stated, decisionNames, 'options.decision')
  const choices: [unknown, readonly unknown[], string][] = [
    [locale, interfaceLanguages, 'locale'],
    [words, ['worker', 'client'], 'words'],
    [as, ['text', 'markdown'], 'as'],
  ]
  for (const [value, known, name] of choices)
    if (!known.includes(value))
      throw unfitOption(`options.${name}`, `must be one of ${known.map((one) => `\`${one}\``).join(', ')}`)
  const { on, from, again } = given
  const { what, by, because } = decision
  const own = { on, from, again, 'decision.what': what, 'decision.by': by, 'decision.because': because }
  for (const [name, text] of Object.entries(own))
    if (text !== undefined && typeof text !== 'string') throw unfitOption(`options.${name}`, 'must be a text')
  return { ...given, decision }
}

function workerBlocks(known: readonly string[], telling: Telling): readonly Block[] {
  const { rendering, w, options } = telling
  const { advice } = rendering
  const rules = advice.packs.map(({ name, version }) => `${name} ${version}`).join(' + ')
  const told = advice.actions.filter(({ standing }) => !standing)
  return [
    { title: w.title, lines: [blank(w.day, options.on), w.rules(rules, advice.on)] },
    { heading: w.known, lines: [...orElse(known, w.nothingTold), blank(w.from, options.from)] },
    ...block(w.open, openQuestions(rendering)),
    {
      heading: w.advised,
      lines: orElse(
        told.flatMap((one) => adviceLine(one, telling)),
        w.noAdvice,
      ),
    },
    ...block(w.owed, owedLines(telling)),
    decisionBlock(w.decided, telling),
    { heading: w.again, lines: [blank('', options.again)] },
    { lines: [blank(w.signed, undefined), w.support, ...unreadLines(rendering)] },
  ]
}

/** For the client, unless what is advised must not come to somebody who could read it. */
function clientBlocks(known: readonly string[], telling: Telling): readonly Block[] {
  const { rendering, w, options } = telling
  const { actions } = rendering.advice
  if (actions.some((one) => one.keptFromClient && isAsked(one)))
    return [{ title: w.titleForClient, lines: [w.notYetForClient] }]
  const own = actions.filter(({ standing, within, folded }) => !standing && within === undefined && !folded)
  const because = (list: readonly AdvisedAction[]) => list.map((one) => plainLine(one, telling))
  return [
    { title: w.titleForClient, lines: [blank(w.day, options.on)] },
    { heading: w.knownForClient, lines: orElse(known, w.nothingTold) },
    { heading: w.advisedForClient, lines: orElse(because(own.filter(isAsked)), w.noAdvice) },
    ...block(w.notDoneForClient, because(own.filter(({ status }) => status === 'must-not'))),
    decisionBlock(w.decidedForClient, telling),
    { heading: w.againForClient, lines: [blank('', options.again)] },
    { lines: [w.mayAsk, blank(w.signed, undefined)] },
  ]
}

function isAsked({ status }: AdvisedAction): boolean {
  return status === 'must' || status === 'should'
}

/** One advised action: how strongly, how soon, why, and by what. */
function adviceLine(action: AdvisedAction, { rendering, w }: Telling): readonly string[] {
  const { say } = rendering
  const [reason] = action.because
  const soon = action.urgency === 'routine' ? '' : ` (${w.urgency[action.urgency]})`
  const sources = reasonSources(action.because, rendering).slice(0, sourcesShown)
  const cited = sources.length > 0 ? ` [${sources.join('; ')}]` : ''
  const why = reason ? ` – ${w.because} ${say(reason.because)}` : ''
  return [`${w.status[action.status]}: ${say(action.label)}${soon}${why}${cited}`]
}

const sourcesShown = 2

function plainLine({ label, because: [reason] }: AdvisedAction, { rendering: { say }, w }: Telling): string {
  return `${say(label)}${reason ? ` – ${w.because} ${say(reason.because)}` : ''}`
}

/** What is still owed to what gave way. */
function owedLines({ rendering, w }: Telling): readonly string[] {
  const { advice, say } = rendering
  return advice.setAside.flatMap(({ label, owed }) =>
    owed.length === 0 ? [] : [`${owed.map((one) => say(one.label)).join('; ')} (${w.owedTo(say(label))})`],
  )
}

function decisionBlock(heading: string, { w, options: { decision = {} } }: Telling): Block {
  return { heading, lines: [blank(w.what, decision.what), blank(w.by, decision.by), blank(w.why, decision.because)] }
}

/** What the host has written, or room to write it by hand. */
function blank(label: string, written: string | undefined): string {
  return `${label === '' ? '' : `${label}: `}${written?.trim() || '_'.repeat(room)}`
}

const room = 40

function block(heading: string, lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ heading, lines }]
}

function orElse(lines: readonly string[], instead: string): readonly string[] {
  return lines.length === 0 ? [instead] : lines
}
