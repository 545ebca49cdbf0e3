import { discussionWords } from '../../../../words/discussionWords.js'
import type { InterfaceLanguage } from '../../../../words/interfaceLanguages.js'
import { languageWords } from '../../../../words/languageWords.js'
import { outletWords } from '../../../../words/outletWords.js'
import type { OutletOptions } from '../../../outlets/edition.js'
import { offlinePage } from '../../../outlets/page/offlinePage.js'
import { pageStyle } from '../../../outlets/page/style.js'
import type { Discussion } from '../../discussion.js'
import { talkEdition } from '../talkEdition.js'
import { classScript } from './script.js'

/**
 * A page in one file on which a class votes, is put into groups whose positions differ, votes again, and sees what moved. It knows
 * codes and no names, needs no network, keeps nothing, and takes in what other devices copied to it.
 */
export function classPage(talk: Discussion, options: OutletOptions): string {
  const { locale, text } = talkEdition(talk, options)
  const [a, b] = talk.stances
  const content = {
    locale,
    title: talk.title,
    story: talk.story,
    rules: talk.rules,
    stances: { a: a.says, b: b.says },
    words: Object.fromEntries(talk.languages.map((language) => [language, pageWords(language)])),
  }
  return offlinePage({
    locale,
    languages: talk.languages,
    title: text(talk.title),
    style: pageStyle + ownStyle,
    script: classScript,
    content,
  })
}

/** The words of which the page makes use. */
function pageWords(language: InterfaceLanguage) {
  const { page, code, notMarked, undecided, yourPosition, why, whatMoved, position } = discussionWords[language]
  return {
    ...{ page, code, notMarked, undecided, yourPosition, why, whatMoved },
    positions: { a: position('A'), b: position('B') },
    story: outletWords[language].story,
    language: languageWords[language].language,
    nothingKept: page.nothingKept,
  }
}

const ownStyle = `.phases { display: flex; flex-wrap: wrap; gap: .5rem; }
.phases button { color: var(--ink); background: var(--paper); }
.phases button[aria-current] { color: var(--on); background: var(--accent); }
input#code, select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; max-width: 12rem; }
.wide { overflow-x: auto; }
.groups, .reasons { padding-left: 1.25rem; }
@media print { nav, form, #exchange { display: none; } }
`
