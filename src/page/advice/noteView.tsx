import { useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { type NoteOptions, note } from '../../note/note.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { noteWords } from '../../words/noteWords.js'
import { pageWords } from '../../words/pageWords.js'
import { pack, type Situation } from '../state/pack.js'
import { today } from '../whole/signature.js'
import { givenAsFile } from '../whole/situationFile.js'

interface Props {
  readonly advice: Advice
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

/** What only the worker knows. */
const own = ['from', 'what', 'by', 'because', 'again'] as const
type Own = Partial<Record<(typeof own)[number], string>>

/** One text for the file or for the client, with the day of today and room for what was decided and for a signature. */
export function NoteView({ advice, situation, locale }: Props) {
  const [words, setWords] = useState<'worker' | 'client'>('worker')
  const [typed, setTyped] = useState<Own>({})
  const page = pageWords[locale]
  const written = (as: 'text' | 'markdown') =>
    note(situation, advice, pack, { ...optionsOf(typed), locale, words, as, on: today(locale) })
  return (
    <div class="note">
      <p class="hint">{page.noteHint}</p>
      <fieldset class="field yes-no" aria-label={page.note}>
        {(['worker', 'client'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="words" checked={words === one} onChange={() => setWords(one)} />
            {page.noteFor[one]}
          </label>
        ))}
      </fieldset>
      {own.map((name) => (
        <label key={name} class="find">
          {labelOf(name, locale)}
          <input
            type="text"
            value={typed[name] ?? ''}
            onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <pre class="sheet">{written('text')}</pre>
      <div class="moves">
        <button type="button" onClick={() => givenAsFile(written('markdown'), 'text/markdown', page.noteFile)}>
          {page.saveNote}
        </button>
        <button type="button" onClick={printedAlone}>
          {page.printNote}
        </button>
      </div>
    </div>
  )
}

function optionsOf({ from, again, what, by, because }: Own): Partial<NoteOptions> {
  const decision = { ...(what && { what }), ...(by && { by }), ...(because && { because }) }
  return { ...(from && { from }), ...(again && { again }), decision }
}

function labelOf(name: (typeof own)[number], locale: InterfaceLanguage): string {
  const w = noteWords[locale]
  return { from: w.from, what: w.what, by: w.by, because: w.why, again: w.again }[name]
}

/** Prints the note and nothing else of the page. */
function printedAlone(): void {
  document.documentElement.dataset.print = 'note'
  addEventListener('afterprint', () => delete document.documentElement.dataset.print, { once: true })
  print()
}
