import type { Advice, UnaskedAdvice } from '../advise/advice.js'
import { wording } from '../pack/texts/languages.js'
import type { Text } from '../vocabulary.js'
import { adviceWords } from '../words/adviceWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { renderWords } from '../words/renderWords.js'
import type { AdviceWords } from '../words/shapes/advice.js'
import type { RenderWords } from '../words/shapes/render.js'

/** In which language something is shown: what stands around it, and what the rules say where that is another. */
export interface Languages {
  readonly locale: InterfaceLanguage
  readonly language?: string | undefined
}

/** An advice on its way to be shown: with the words around it, and the words that it says itself. */
export interface Rendering {
  readonly advice: Advice | UnaskedAdvice
  readonly w: AdviceWords & RenderWords
  /** A text of the pack as it is shown. */
  readonly say: (text: Text) => string
  /** How far sources were verified is told once, at the end. */
  readonly verifiedApart: true
  /** Whether it is told how each action is done. */
  readonly steps: boolean
}

/** An advice with the words in which it is shown. */
export function renderingOf(
  advice: Advice | UnaskedAdvice,
  { locale, language = locale }: Languages,
  steps: boolean,
): Rendering {
  const w = { ...adviceWords[locale], ...renderWords[locale] }
  return { advice, w, say: (text) => wording(text, language, locale), verifiedApart: true, steps }
}

/** The name of a principle; of a rule that stands for one side where both rest on the same principle, its reason. */
export function principle(name: string, { advice, say }: Rendering): string {
  const said = advice.principles[name]?.label ?? advice.rules[name]?.because
  return said === undefined ? name : say(said)
}
