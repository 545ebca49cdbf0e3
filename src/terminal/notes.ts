import { advise } from '../advise/advise.js'
import { TimbangError } from '../errors.js'
import { note } from '../note/note.js'
import { sinceLastTime } from '../note/sinceLastTime.js'
import { sinceLines } from '../note/sinceLines.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { terminalWords } from '../words/terminalWords.js'
import { chosen, typed } from './prompts.js'
import { Refused, readSituation } from './situationFile.js'

/** The note for the file or for the client, as it is wanted, in the form that the ending of its file asks for. */
export async function noteWanted(
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Promise<(file: string) => string> {
  const w = terminalWords[locale]
  const words = await chosen(
    w.noteForWhom,
    (['worker', 'client'] as const).map((value) => ({ value, label: w.noteFor[value] })),
  )
  const advice = await advise(situation, pack)
  return (file) => note(situation, advice, pack, { locale, words, on: today(), as: formOf(file) })
}

function formOf(file: string): 'markdown' | 'text' {
  return file.endsWith('.md') ? 'markdown' : 'text'
}

/** The day on which a program runs; the library has no clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What moved since a situation that was saved. */
export async function movedSince(
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Promise<readonly string[]> {
  const w = terminalWords[locale]
  const file = await typed(w.sinceWhere, (path) => (path === '' || path.endsWith('.json') ? undefined : w.sinceWhere))
  if (file === '') return []
  try {
    return sinceLines(sinceLastTime(readSituation(file).situation, situation, pack), locale)
  } catch (error) {
    if (!(error instanceof TimbangError || error instanceof Refused)) throw error
    return [w.sinceUnreadable]
  }
}
