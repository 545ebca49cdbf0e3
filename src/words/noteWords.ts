import { note as en } from './en/note.js'
import { note as id } from './id/note.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { NoteWords } from './shapes/note.js'

/** What a note for the file says, in every language of the interface. */
export const noteWords = inEveryLanguage<NoteWords>({ en, id })
