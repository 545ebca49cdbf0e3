import { parseArgs } from 'node:util'
import { advise } from '../advise/advise.js'
import { TimbangError } from '../errors.js'
import { note } from '../note/note.js'
import { sinceLastTime } from '../note/sinceLastTime.js'
import { sinceLines } from '../note/sinceLines.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { refusalLines } from '../render/refusals.js'
import { render } from '../render/render.js'
import { fallbackLanguage, type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { terminalWords } from '../words/terminalWords.js'
import { conversation } from './conversation.js'
import { onScreen } from './display.js'
import { today } from './notes.js'
import { Refused, readSituation, type SituationFile, situationsIn } from './situationFile.js'

/** By which rules, with which kept situations, and what is weighed where there is neither a terminal nor a file. */
export interface ConsultOptions<S> {
  readonly pack: Pack<S>
  /** A folder of situations with a title, to choose from. */
  readonly kept?: string
  /** A file with a situation. */
  readonly otherwise?: string
}

/** How the advice on a file can be printed. */
export const renderings = ['text', 'markdown', 'html', 'json', 'note', 'note-for-client', 'since'] as const

/**
 * Consults with a worker in the terminal; without one it weighs a situation from a file (`--file`, `-` for standard input), in a
 * language (`--locale`) and a form (`--as`). Nothing is stored unless the worker asks for it.
 * @returns how the program ends: 0, 1 where what was given cannot be used, 130 where the worker has left
 */
export async function consult<S>(args: readonly string[], options: ConsultOptions<S>): Promise<number> {
  const wanted = {
    file: { type: 'string' },
    locale: { type: 'string' },
    as: { type: 'string' },
    since: { type: 'string' },
  } as const
  return await ending(() => consulted(parseArgs({ args: [...args], options: wanted }).values, options))
}

/** What was given on a command line. */
export interface Wanted {
  readonly file?: string | undefined
  readonly locale?: string | undefined
  readonly as?: string | undefined
  /** The situation of last time, with which `--as since` compares. */
  readonly since?: string | undefined
}

/** The same, once the command line was read. @throws TimbangError, or Refused */
export async function consulted<S>(given: Wanted, options: ConsultOptions<S>): Promise<number> {
  const pack = options.pack as Pack<AnySituation>
  const locale = given.locale === undefined ? undefined : oneOf(given.locale, interfaceLanguages, '--locale')
  const as = oneOf(given.as ?? 'text', renderings, '--as')
  if (given.file === undefined && process.stdin.isTTY && process.stdout.isTTY)
    return await conversation(pack, { locale, kept: situationsIn(options.kept) })
  const file = given.file ?? options.otherwise
  if (file === undefined)
    throw new Refused('without a terminal a situation is wanted: --file FILE, or --file - for standard input')
  const situation = readSituation(file)
  try {
    process.stdout.write(await weighed(situation, pack, locale ?? fallbackLanguage, as, given.since))
  } catch (error) {
    // In English the error says it itself.
    const saysItself = locale === undefined || locale === fallbackLanguage
    if (saysItself || !(error instanceof TimbangError) || error.code !== 'invalid-situation') throw error
    const lines = [`${terminalWords[locale].notUsed}:`, ...refusalLines(error, locale)]
    process.stderr.write(`${lines.join('\n')}\n`)
    return 1
  }
  return 0
}

async function ending(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof TimbangError || error instanceof Refused || isMisuse(error))) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

async function weighed(
  { situation, title, story }: SituationFile,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
  as: (typeof renderings)[number],
  since: string | undefined,
): Promise<string> {
  if (as === 'since') return `${movedSinceFile(situation, pack, locale, since).join('\n')}\n`
  const advice = await advise(situation, pack)
  if (as === 'note' || as === 'note-for-client')
    return note(situation, advice, pack, { locale, words: as === 'note' ? 'worker' : 'client', on: today() })
  if (as === 'json') return `${JSON.stringify(advice, null, 2)}\n`
  const head = title && { title: wording(title, locale) }
  if (as !== 'text') return render(advice, { as, locale, ...head })
  return onScreen(advice, locale, { ...head, ...(story && { story: wording(story, locale) }) })
}

/** What moved since the situation that is kept in a file. @throws Refused where none is named */
function movedSinceFile(
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
  file: string | undefined,
): readonly string[] {
  if (file === undefined) throw new Refused('--as since: compares with a situation of last time: --since FILE')
  return sinceLines(sinceLastTime(readSituation(file).situation, situation, pack), locale)
}

function oneOf<const T extends string>(value: string, known: readonly T[], option: string): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw new Refused(`${option}: must be one of ${known.join(', ')}`)
  return found
}

function isMisuse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
