import type { Locale, Text } from '../../vocabulary.js'
import type { Exercise } from '../exerciseShape.js'
import type { OutletOptions } from './edition.js'

/** A form in which an exercise is given out; its file and its line in the list of them are all that there is to it. */
export interface Outlet {
  /** By what it is asked for: `moodle`. */
  readonly name: string
  /** What it is, for whoever chooses among them. */
  readonly says: Text
  /** What its file is called beside the language: `practice` and `html` make `practice.en.html`. */
  readonly file: { readonly name: string; readonly extension: string }
  /** Whether it holds every language at once, so that its file names none. */
  readonly everyLanguage?: true
  /** Text, or the bytes of a file. */
  readonly write: (exercise: Exercise, options: OutletOptions) => string | Uint8Array
  /** The same as Markdown, where it can be that, too. */
  readonly writeMarkdown?: (exercise: Exercise, options: OutletOptions) => string
}

/** The name of the file in which an exercise is given out. */
export function fileName({ file, everyLanguage }: Outlet, locale: Locale, markdown = false): string {
  const language = everyLanguage ? [] : [locale]
  return [file.name, ...language, markdown ? 'md' : file.extension].join('.')
}
