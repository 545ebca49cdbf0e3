import { compareSteps } from '../consult/steps/compareSteps.js'
import { waiting } from '../consult/steps/considered.js'
import { actionsMeant } from '../find/actionsMeant.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { stepLines } from '../render/consult/compareSteps.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { chosen, typed } from './prompts.js'

const foundShown = 8

/** Steps on the table, each found by a few words, until two or more are named and an empty line is given; then side by side. */
export async function stepsCompared(
  situation: AnySituation,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): Promise<readonly string[]> {
  const { steps: w } = consultWords[locale]
  const steps: string[] = []
  for (;;) {
    const enough = steps.length > 1
    const words = await typed(enough ? `${w.find} (${w.compareNow})` : w.find, (line) =>
      line === '' && !enough ? w.hint : undefined,
    )
    if (words === '') return stepLines(compareSteps(situation, pack, { steps }), locale)
    const step = await stepMeant(words, pack, locale)
    if (!steps.includes(step)) steps.push(step)
  }
}

/** Which of the actions that are found is meant; waiting always may be. */
async function stepMeant(words: string, pack: Pack<AnySituation>, locale: InterfaceLanguage): Promise<string> {
  const { steps: w } = consultWords[locale]
  const found = actionsMeant(words, pack).slice(0, foundShown)
  return await chosen(found.length === 0 ? w.none : words, [
    ...found.map(({ name, label }) => ({ value: name, label: wording(label, locale) })),
    { value: waiting, label: w.wait },
  ])
}
