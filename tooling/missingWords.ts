import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The texts that a language of the interface does not say yet, by file: meanwhile they are said in English. */
export async function missingWords(folder: string, language: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const missing = new Map<string, readonly string[]>()
  for (const file of readdirSync(join(folder, 'en')).sort()) {
    const english = await wordsIn(join(folder, 'en', file))
    const own = await wordsIn(join(folder, language, file))
    missing.set(
      file,
      namesOf(english).filter((name) => !namesOf(own).includes(name)),
    )
  }
  return missing
}

/** What a file of words exports; nothing, where there is no file. */
async function wordsIn(file: string): Promise<object> {
  return existsSync(file) ? await import(pathToFileURL(resolve(file)).href) : {}
}

/** The names of all texts, those within others too: `status.must`. */
function namesOf(words: object): readonly string[] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'object' && word !== null ? namesOf(word).map((inner) => `${name}.${inner}`) : [name],
  )
}
