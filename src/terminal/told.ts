import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnySituation } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'

/** A situation as a file holds it: by itself, or with its title and its story. */
export interface Told {
  readonly title?: Text
  readonly story?: Text
  readonly situation: AnySituation
}

/** What was given cannot be used; the message says why, and nothing of what the file holds. */
export class Refused extends Error {}

/**
 * A situation from a file, or from standard input where the file is called `-`.
 * @throws Refused where it cannot be read or is not JSON
 */
export function readTold(file: string): Told {
  const content = parsed(file)
  const whole = typeof content === 'object' && content !== null && 'situation' in content
  return whole ? (content as Told) : { situation: content as AnySituation }
}

function parsed(file: string): unknown {
  const [read, name] = file === '-' ? [0, 'standard input'] : [file, file]
  try {
    return JSON.parse(readFileSync(read, 'utf8'))
  } catch (error) {
    throw new Refused(`${name}: ${error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'}`)
  }
}

/** The situations with a title that are kept in a folder, by their names. */
export function keptIn(folder: string | undefined): readonly (Told & { readonly title: Text })[] {
  if (folder === undefined || !existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names
    .sort()
    .map((name) => readTold(join(folder, name)))
    .flatMap((told) => (told.title ? [{ ...told, title: told.title }] : []))
}
