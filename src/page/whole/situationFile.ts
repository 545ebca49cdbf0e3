import { wording } from '../../pack/texts/languages.js'
import { jurisdictionFact } from '../../vocabulary.js'
import { pageWords } from '../../words/pageWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import { toldLines } from '../asking/toldWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import { toldIn } from '../state/telling.js'

/** Opens a situation from a file that a person has chosen. */
export async function openFile(input: HTMLInputElement, dispatch: Dispatch): Promise<void> {
  const file = input.files?.[0]
  if (!file) return
  const text = await file.text()
  input.value = ''
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return dispatch({ do: 'notJson' })
  }
  dispatch({ do: 'open', content })
}

/** Gives what was told to the person as a file, in words and as it is opened again; a story that was typed is not in it. */
export function saveFile(state: PageState): void {
  const content = { told: linesOf(state), ...state.consultation }
  givenAsFile(`${JSON.stringify(content, null, 2)}\n`, 'application/json', pageWords[state.locale].fileName)
}

/** Gives a text to the person as a file. */
export function givenAsFile(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** What was told, a line each; a country that was only taken for granted says so. */
function linesOf({ consultation, countryAssumed, locale }: PageState): readonly string[] {
  const country = pack.facts.get(jurisdictionFact)
  const assumed = countryAssumed && country ? `${wording(country.label, locale)}:` : undefined
  return toldLines(toldIn(consultation.situation), locale).map((line) =>
    assumed !== undefined && line.startsWith(assumed) ? `${line} (${tellingWords[locale].assumedIn})` : line,
  )
}
