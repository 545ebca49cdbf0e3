import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TimbangError } from '../errors.js'
import { parsedPrivately } from '../json/jsonText.js'
import type { AnySituation } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'
import { textOf } from './decodedText.js'

/** A situation as a file holds it: by itself, or with its title and its story. */
export interface SituationFile {
  readonly title?: Text
  readonly story?: Text
  readonly situation: AnySituation
}

/** A situation that can be chosen by its title. */
export interface KeptSituation extends SituationFile {
  readonly title: Text
}

/** What was given cannot be used; the message says why, and nothing of what the file holds. */
export class Refused extends Error {}

/**
 * A situation from a file, or from standard input where the file is called `-`.
 * @throws Refused where it cannot be read, is not JSON, or says one thing twice
 */
export function readSituation(file: string): SituationFile {
  const content = contentOf(file)
  const isWhole = typeof content === 'object' && content !== null && 'situation' in content
  return isWhole ? (content as SituationFile) : { situation: content as AnySituation }
}

function contentOf(file: string): unknown {
  const path = file === '-' ? 'standard input' : file
  try {
    return parsedPrivately({ path, text: textOf(file === '-' ? 0 : file) })
  } catch (error) {
    if (!(error instanceof TimbangError)) throw new Refused(`${path}: cannot be read`)
    throw new Refused(error.issues.map(({ place, message }) => `${place}: ${message}`).join('\n'))
  }
}

/** The situations with a title that are kept in a folder, by their names. */
export function situationsIn(folder: string | undefined): readonly KeptSituation[] {
  if (folder === undefined || !existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names
    .sort()
    .map((name) => readSituation(join(folder, name)))
    .flatMap((one) => (one.title ? [{ ...one, title: one.title }] : []))
}
