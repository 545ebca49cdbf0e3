import { TimbangError } from '../../../errors.js'
import { optionsGiven } from '../../../options.js'
import { wording } from '../../../pack/texts/languages.js'
import { plainText } from '../../../render/markup.js'
import type { Text } from '../../../vocabulary.js'
import { concordanceWords } from '../../../words/concordanceWords.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { outletWords } from '../../../words/outletWords.js'
import type { ConcordanceWords } from '../../../words/shapes/concordance.js'
import type { AnswerSheet } from '../answerSheets.js'
import { enoughPanellists, type ItemKey, type PanelKey, panelKey } from '../panelKey.js'
import { type ConcordanceItem, type ConcordanceSet, parseConcordanceSet, setLanguages } from '../setShape.js'

/** In which language a concordance set is given out, and the answers of a panel where there are any. */
export interface ConcordanceOutletOptions {
  readonly locale: InterfaceLanguage
  readonly panel?: readonly AnswerSheet[] | undefined
}

/** A concordance set in one language, with the key that its panel makes. */
export interface ConcordanceEdition {
  readonly set: ConcordanceSet
  readonly locale: InterfaceLanguage
  readonly key: PanelKey
  readonly words: ConcordanceWords
  readonly text: (text: Text) => string
  readonly itemKey: (item: ConcordanceItem) => ItemKey
}

/** The set as it is given out in a language that it speaks. @throws TimbangError `invalid-options`, `invalid-concordance` */
export function concordanceEdition(given: ConcordanceSet, options: ConcordanceOutletOptions): ConcordanceEdition {
  const set = parseConcordanceSet(given)
  const { locale, panel = [] } = optionsGiven<ConcordanceOutletOptions>(options, { locale: true, panel: true })
  const spoken = setLanguages(set)
  if (!spoken.includes(locale))
    throw new TimbangError('invalid-options', [
      { place: 'options.locale', message: `must be one of ${spoken.map((name) => `\`${name}\``).join(', ')}` },
    ])
  const key = panelKey(set, panel)
  return {
    set,
    locale,
    key,
    words: concordanceWords[locale],
    text: (one) => plainText(wording(one, locale)),
    itemKey: ({ id }) => key.items.find((one) => one.id === id) as ItemKey,
  }
}

/** How far the set can be depended on: not at all before a panel has answered it, and little while few have. */
export function standing({ panellists, enough }: PanelKey, words: ConcordanceWords): string {
  if (panellists === 0) return words.noPanel
  const of = words.panel(panellists)
  return enough ? of : `${of} ${words.fewPanellists(panellists, enoughPanellists)}`
}

/** The rules from which the items come, with their version; no key is among them. */
export function rulesLine({ set, locale, text }: ConcordanceEdition): string {
  const packs = set.packs.map(
    ({ title, version, digest }) =>
      `${outletWords[locale].rules(text(title), version, set.on)} (${digest.slice(0, 12)})`,
  )
  return packs.join(' · ')
}

/** Which of how many items: “Item 2 of 6”. */
export function placeOfItem(place: number, { set, words }: ConcordanceEdition): string {
  return words.item.replace('{number}', String(place + 1)).replace('{of}', String(set.items.length))
}
