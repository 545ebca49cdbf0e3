import { plainText } from '../../../../render/markup.js'
import type { Text } from '../../../../vocabulary.js'
import { concordanceWords } from '../../../../words/concordanceWords.js'
import type { InterfaceLanguage } from '../../../../words/interfaceLanguages.js'
import { languageWords } from '../../../../words/languageWords.js'
import { outletWords } from '../../../../words/outletWords.js'
import { offlinePage } from '../../../outlets/page/offlinePage.js'
import { pageStyle } from '../../../outlets/page/style.js'
import { worded } from '../../../worded.js'
import { type ConcordanceItem, type ConcordanceSet, moves, setLanguages } from '../../setShape.js'
import {
  type ConcordanceEdition,
  type ConcordanceOutletOptions,
  concordanceEdition,
  rulesLine,
  standing,
} from '../concordanceEdition.js'
import { concordanceScript } from './script.js'

/**
 * A page in one file on which a set is answered, without a network, by mouse and keyboard, in every language of the set. It shows how
 * the panel answered, where there is one, after each answer; at the end the two lines that a panellist or a learner hands in.
 */
export function concordancePage(given: ConcordanceSet, options: ConcordanceOutletOptions): string {
  const edition = concordanceEdition(given, options)
  const { set, locale, key, text } = edition
  const languages = setLanguages(set)
  const inEach = (make: (language: InterfaceLanguage) => string): Text =>
    worded((_w, _say, language) => make(language), languages)
  const content = {
    locale,
    title: cleaned(set.title),
    story: set.story.map(cleaned),
    standing: inEach((language) => standing(key, concordanceWords[language])),
    rules: inEach((language) => rulesLine(concordanceEdition(set, { locale: language }))),
    panellists: key.panellists,
    moves,
    items: set.items.map((item) => itemContent(item, edition)),
    words: Object.fromEntries(languages.map((language) => [language, pageWords(language)])),
  }
  const title = text(set.title)
  return offlinePage({ locale, languages, title, style: pageStyle + ownStyle, script: concordanceScript, content })
}

function itemContent(item: ConcordanceItem, { itemKey }: ConcordanceEdition) {
  const { id, option, newFact, from } = item
  const { answered, unanimous, answers } = itemKey(item)
  const given = answers.map(({ moves: move, count, credit, reasons }) => ({
    move,
    count,
    credit,
    reasons: reasons.map(plainText),
  }))
  return { id, option: cleaned(option), newFact: cleaned(newFact), from, answered, unanimous, answers: given }
}

function cleaned(text: Text): Text {
  return Object.fromEntries(Object.entries(text).map(([language, said]) => [language, plainText(said)])) as Text
}

/** The words of which the page makes use, those of every exercise among them. */
function pageWords(language: InterfaceLanguage) {
  const { check, restart, story } = outletWords[language]
  return { ...concordanceWords[language], check, restart, story, language: languageWords[language].language }
}

const ownStyle = `.standing { font-weight: 600; }
input#code { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; max-width: 12rem; }
.wide { overflow-x: auto; }
.reasons { padding-left: 1.25rem; }
`
