import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { locales, type Text } from '../../../vocabulary.js'
import { type Choice, type Exercise, parseExercise } from '../../exerciseShape.js'
import { usualRubric } from '../../grading/rubric.js'
import { both, teachWords } from '../../words.js'
import { editionOf, type OutletOptions } from '../edition.js'
import { markupText, plainText } from '../escaping.js'
import type { Outlet } from '../outlet.js'
import { outletWords } from '../words.js'
import { pageScript } from './script.js'
import { pageStyle } from './style.js'

export const pageOutlet: Outlet = {
  name: 'page',
  says: { en: 'a page to practise on', id: 'halaman untuk berlatih' },
  file: { name: 'practice', extension: 'html' },
  write: practicePage,
}

/**
 * A page to practise on, in one file: it works without a network, by mouse and by keyboard, in every language, and keeps
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
<button type="button" data-locale="en" lang="en">English</button>
<button type="button" data-locale="id" lang="id">Bahasa Indonesia</button>
</div></header>
<main id="main"></main>
<footer><p id="kept"></p><p id="rules"></p></footer>
<script type="application/json" id="exercise">${inScript(contentOf(exercise, locale))}</script>
<script>${pageScript}</script>
</body>
</html>
`
}

/** What the page shows, in every language; each feedback with its sources. */
function contentOf(given: Exercise, locale: OutletOptions['locale']) {
  const exercise = parseExercise(given)
  const editions = Object.fromEntries(locales.map((one) => [one, editionOf(exercise, { locale: one })]))
  const feedback = (choice: Choice): Text => both((_, one) => editions[one]?.feedback(choice) ?? '')
  const { vignette, questions, principles, packs, on } = exercise
  return {
    locale,
    title: cleaned(vignette.title),
    story: vignette.story.map(cleaned),
    rules: both((_, one) =>
      packs.map(({ title, version }) => outletWords[one].rules(plainText(title[one]), version, on)).join(' · '),
    ),
    questions: questions.map(({ id, kind, ask, pick, choices }) => ({
      id,
      kind,
      pick,
      points: usualRubric.points[kind],
      name: both((w) => w.kindName[kind]),
      ask: cleaned(ask),
      choices: choices.map((choice) => ({
        id: choice.id,
        says: cleaned(choice.says),
        mark: choice.mark,
        side: choice.side,
        principles: choice.principles,
        feedback: feedback(choice),
      })),
    })),
    principles: Object.entries(principles).map(([name, { label }]) => ({
      name,
      label: cleaned(label),
      goal: vignette.goals.includes(name),
    })),
    words: Object.fromEntries(locales.map((one) => [one, pageWords(one)])),
  }
}

function cleaned(text: Text): Text {
  return both((_, locale) => plainText(text[locale]))
}

/** The words of which the page makes use. */
const shownWords = [
  'story',
  'one',
  'several',
  'ownWords',
  'marks',
  'table',
  'check',
  'next',
  'restart',
  'result',
  'language',
  'chooseFirst',
  'nothingKept',
  'notChosen',
  'storyAgain',
  'otherChoices',
  'principlesSeen',
  'endSays',
  'question',
] as const

function pageWords(locale: OutletOptions['locale']) {
  const w = outletWords[locale]
  return {
    ...Object.fromEntries(shownWords.map((name) => [name, w[name]])),
    notMarked: w.table.notMarked,
    support: teachWords[locale].support,
  }
}

/** JSON that cannot end the element in which it stands. */
function inScript(content: unknown): string {
  return JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The source of a content security policy that admits exactly this text. */
function hash(text: string): string {
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
