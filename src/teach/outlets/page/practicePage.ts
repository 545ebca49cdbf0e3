import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { markupText, plainText } from '../../../render/markup.js'
import type { Text } from '../../../vocabulary.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { languageWords } from '../../../words/languageWords.js'
import { outletWords } from '../../../words/outletWords.js'
import type { OutletWords } from '../../../words/shapes/outlets.js'
import { teachWords } from '../../../words/teachWords.js'
import { type Choice, type Exercise, type ExerciseQuestion, exerciseLanguages } from '../../exerciseShape.js'
import { usualRubric } from '../../grading/rubric.js'
import { type Say, worded } from '../../worded.js'
import { editionOf, type OutletOptions } from '../edition.js'
import type { Outlet } from '../outlet.js'
import { pageScript } from './script.js'
import { pageStyle } from './style.js'

export const pageOutlet: Outlet = {
  name: 'page',
  says: { en: 'a page to practise on', id: 'halaman untuk berlatih' },
  file: { name: 'practice', extension: 'html' },
  write: practicePage,
}

/**
 * A page to practise on, in one file: it works without a network, by mouse and by keyboard, in every language of the exercise, and keeps
 * nothing. Its content security policy admits its own script and style and nothing else.
 */
export function practicePage(given: Exercise, { locale }: OutletOptions): string {
  const { exercise, text } = editionOf(given, { locale })
  const policy = `default-src 'none'; script-src '${hash(pageScript)}'; style-src '${hash(pageStyle)}'; base-uri 'none'; form-action 'none'`
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${markupText(text(exercise.vignette.title))}</title>
<style>${pageStyle}</style>
</head>
<body>
<header><div id="languages" role="group">
${exerciseLanguages(exercise).map(languageButton).join('\n')}
</div></header>
<main id="main"></main>
<footer><p id="kept"></p><p id="rules"></p></footer>
<script type="application/json" id="exercise">${inScript(contentOf(exercise, locale))}</script>
<script>${pageScript}</script>
</body>
</html>
`
}

export function languageButton(language: InterfaceLanguage): string {
  return `<button type="button" data-locale="${language}" lang="${language}">${languageWords[language].ownName}</button>`
}

/** What the page shows, in every language of the exercise; each feedback with its sources. */
function contentOf(exercise: Exercise, locale: InterfaceLanguage) {
  const { vignette, questions, principles } = exercise
  const languages = exerciseLanguages(exercise)
  return {
    locale,
    id: exercise.id,
    title: cleaned(vignette.title),
    story: vignette.story.map(cleaned),
    rules: rulesLine(exercise),
    questions: questions.map((question) => questionContent(question, exercise)),
    principles: Object.entries(principles).map(([name, { label }]) => ({
      name,
      label: cleaned(label),
      goal: vignette.goals.includes(name),
    })),
    words: Object.fromEntries(languages.map((language) => [language, pageWords(language)])),
  }
}

function rulesLine(exercise: Exercise): Text {
  const { packs, on } = exercise
  const line = (say: Say, language: InterfaceLanguage) =>
    packs.map(({ title, version }) => outletWords[language].rules(plainText(say(title)), version, on))
  return worded((_, say, language) => line(say, language).join(' · '), exerciseLanguages(exercise))
}

function questionContent({ id, kind, ask, pick, choices }: ExerciseQuestion, exercise: Exercise) {
  const languages = exerciseLanguages(exercise)
  const editions = new Map(languages.map((language) => [language, editionOf(exercise, { locale: language })]))
  const feedback = (choice: Choice) => worded((_w, _say, one) => editions.get(one)?.feedback(choice) ?? '', languages)
  return {
    id,
    kind,
    pick,
    points: usualRubric.points[kind],
    name: worded((w) => w.kindName[kind], languages),
    ask: cleaned(ask),
    choices: choices.map((choice) => ({
      id: choice.id,
      says: cleaned(choice.says),
      mark: choice.mark,
      side: choice.side,
      principles: choice.principles,
      feedback: feedback(choice),
    })),
  }
}

function cleaned(text: Text): Text {
  return Object.fromEntries(Object.entries(text).map(([language, said]) => [language, plainText(said)])) as Text
}

/** The words of which the page makes use. */
const [before, after] = [
  ['story', 'one', 'several', 'ownWords', 'marks', 'table', 'check', 'next', 'restart', 'result'],
  [
    'code',
    'handIn',
    'download',
    'chooseFirst',
    'nothingKept',
    'notChosen',
    'storyAgain',
    'otherChoices',
    'principlesSeen',
    'endSays',
    'question',
  ],
] as const

function pageWords(language: InterfaceLanguage) {
  const w = outletWords[language]
  const some = (names: readonly (keyof OutletWords)[]) => Object.fromEntries(names.map((name) => [name, w[name]]))
  return {
    ...some(before),
    language: languageWords[language].language,
    ...some(after),
    notMarked: w.table.notMarked,
    support: teachWords[language].support,
  }
}

/** JSON that cannot end the element in which it stands. */
export function inScript(content: unknown): string {
  return JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The source of a content security policy that admits exactly this text. */
export function hash(text: string): string {
  return `sha256-${base64(sha256(utf8ToBytes(text)))}`
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  const threes = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => [...bytes.slice(i * 3, i * 3 + 3)])
  return threes
    .map(([a = 0, b, c]) => {
      const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
      const letters = [18, 12, 6, 0].map((shift) => digits.charAt((bits >> shift) & 63)).join('')
      return `${letters.slice(0, b === undefined ? 2 : c === undefined ? 3 : 4)}${'='.repeat(b === undefined ? 2 : c === undefined ? 1 : 0)}`
    })
    .join('')
}
