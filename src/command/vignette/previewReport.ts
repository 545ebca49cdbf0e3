import { TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { wording } from '../../pack/texts/languages.js'
import type { Vignette } from '../../teach/index.js'
import { type Preview, previewOf } from '../../teach/preview.js'
import type { Text } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { renderWords } from '../../words/renderWords.js'
import { teachWords } from '../../words/teachWords.js'
import { guideWords } from '../../words/terminalWords.js'

/** What comes of a vignette, a line each: its kind, its questions, its goals; or what is still wrong with it. */
export async function previewReport(
  vignette: Vignette,
  pack: Pack<unknown>,
  locale: InterfaceLanguage,
): Promise<readonly string[]> {
  try {
    return linesOf(await previewOf(vignette, pack), pack, locale)
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code !== 'invalid-vignette') throw error
    const issues = error.issues.map(({ place, message }) => `  ${place}: ${message}`)
    return [`${guideWords[locale].stillToDo}:`, ...issues]
  }
}

const mostWorthAsking = 5

function linesOf(preview: Preview, pack: Pack<unknown>, locale: InterfaceLanguage): readonly string[] {
  const w = guideWords[locale]
  const { kind } = preview
  const { kindName, kinds } = teachWords[locale]
  const label = (name: string) => {
    const said = pack.principles.get(name)?.label
    return said ? wording(said, locale) : name
  }
  const said = (text: Text) => wording(text, locale)
  const row = (head: string, items: readonly string[]) => (items.length === 0 ? [] : [`${head}: ${items.join(' · ')}`])
  return [
    `${w.kind}: ${kind === 'not-covered' ? renderWords[locale].kind[kind] : kinds[kind]}`,
    ...row(
      `${w.questions} (${preview.questions.length})`,
      preview.questions.map((one) => kindName[one]),
    ),
    ...row(w.practised, preview.practised.map(label)),
    ...row(w.unpractised, preview.unpractised.map(label)),
    ...row(w.duties, preview.duties.map(said)),
    ...row(w.ruledOut, preview.ruledOut.map(said)),
    ...row(w.withoutBearing, preview.withoutBearing),
    ...row(w.judged, preview.judged),
    ...row(w.unanswered, preview.unanswered),
    ...row(w.worthAsking, preview.worthAsking.slice(0, mostWorthAsking)),
  ]
}
