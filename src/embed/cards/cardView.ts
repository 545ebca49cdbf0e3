import type { Advice, NamedAction, UnaskedAdvice } from '../../advise/advice.js'
import { wording } from '../../pack/texts/languages.js'
import { citation, citations as citationsOf } from '../../render/citation.js'
import type { Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import { embedWords } from '../../words/embedWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { renderWords } from '../../words/renderWords.js'
import type { AdviceWords } from '../../words/shapes/advice.js'
import type { EmbedWords } from '../../words/shapes/embed.js'
import type { RenderWords } from '../../words/shapes/render.js'
import type { Reasons } from './overrideReasons.js'

/** What a host chooses about how cards are shown. */
interface CardChoices {
  readonly locale: InterfaceLanguage
  readonly instance: string
  readonly reasons?: Reasons | undefined
  readonly reasonSystem?: string | undefined
  readonly sourceUrls?: Readonly<Record<string, string>> | undefined
  readonly contactUrls?: Readonly<Record<string, string>> | undefined
}

/** An advice as its cards show it: with what was chosen, the planned step, and the words of the language. */
export interface CardView extends CardChoices {
  readonly advice: Advice | UnaskedAdvice
  readonly step?: NamedAction | undefined
  /** The words of cards alone, and those of every rendering. */
  readonly own: EmbedWords
  readonly w: AdviceWords & RenderWords
  /** A text of the pack in the language of the cards. */
  readonly say: (text: Text) => string
}

/** How the cards of an advice are shown. */
export function cardView(
  advice: Advice | UnaskedAdvice,
  choices: CardChoices,
  step: NamedAction | undefined,
): CardView {
  const { locale } = choices
  const say = (text: Text) => wording(text, locale)
  const w = { ...adviceWords[locale], ...renderWords[locale] }
  return { ...choices, advice, step, own: embedWords[locale], w, say }
}

/** How a source is cited, as every rendering cites it. */
export function cite(name: string, view: CardView): string {
  return citation(name, view) ?? name
}

/** The sources of a rule, cited one after another. */
export function citations(rule: string | undefined, view: CardView): string {
  return rule === undefined ? '' : citationsOf([rule], view).join(' · ')
}

/** A principle in words. */
export function principleLabel(name: string, { advice, say }: CardView): string {
  const found = advice.principles[name]
  return found ? say(found.label) : name
}
