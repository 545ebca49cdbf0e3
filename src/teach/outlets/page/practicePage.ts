import { plainText } from '../../../render/markup.js'
import type { Text } from '../../../vocabulary.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { languageWords } from '../../../words/languageWords.js'
import { outletWords } from '../../../words/outletWords.js'
import type { OutletWords } from '../../../words/shapes/outlets.js'
import { teachWords } from '../../../words/teachWords.js'
import { type Choice, type Exercise, type ExerciseQuestion, exerciseLanguages } from '../../exerciseShape.js'
import { usualRubric } from '../../grading/rubric.js'
import { weights } from '../../weights.js'
import { type Say, worded } from '../../worded.js'
import { editionOf, type OutletOptions } from '../edition.js'
import type { Outlet } from '../outlet.js'
import type { Verb } from '../xapi/statement.js'
import { isClosed } from '../xapi/xapi.js'
import { usualBase, whoeverAnswers } from '../xapi/xapiOptions.js'
import { offlinePage } from './offlinePage.js'
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
  return offlinePage({
    locale,
    languages: exerciseLanguages(exercise),
    title: text(exercise.vignette.title),
    style: pageStyle,
    script: pageScript,
    content: contentOf(exercise, locale),
  })
}

/** What the page shows, in every language of the exercise; each feedback with its sources. */
function contentOf(exercise: Exercise, locale: InterfaceLanguage) {
  const { vignette, questions, principles, otherwise = [] } = exercise
  const languages = exerciseLanguages(exercise)
  return {
    locale,
    id: exercise.id,
    title: cleaned(vignette.title),
    story: vignette.story.map(cleaned),
    rules: rulesLine(exercise),
    questions: questions.map((question) => questionContent(question, exercise)),
    otherwise: otherwise.map((one) => ({ ...one, question: questionContent(one.question, exercise) })),
    principles: Object.entries(principles).map(([name, { label }]) => ({
      name,
      label: cleaned(label),
      goal: vignette.goals.includes(name),
    })),
    xapi: {
      base: usualBase,
      homePage: whoeverAnswers.homePage,
      grouping: usualBase + vignette.name,
      verbs: Object.fromEntries(toldVerbs.map((verb) => [verb, verbIn(verb, languages)])),
    },
    words: Object.fromEntries(languages.map((language) => [language, pageWords(language)])),
  }
}

const toldVerbs = ['experienced', 'answered', 'completed'] as const

function verbIn(verb: Verb, languages: readonly InterfaceLanguage[]): Text {
  return worded((_w, _say, language) => outletWords[language].verbs[verb], languages)
}

function rulesLine(exercise: Exercise): Text {
  const { packs, on } = exercise
  const line = (say: Say, language: InterfaceLanguage) =>
    packs.map(({ title, version }) => outletWords[language].rules(plainText(say(title)), version, on))
  return worded((_, say, language) => line(say, language).join(' · '), exerciseLanguages(exercise))
}

function questionContent(question: ExerciseQuestion, exercise: Exercise) {
  const { id, kind, ask, pick, choices } = question
  const weight = weights(question)
  const languages = exerciseLanguages(exercise)
  const editions = new Map(languages.map((language) => [language, editionOf(exercise, { locale: language })]))
  const feedback = (choice: Choice) => worded((_w, _say, one) => editions.get(one)?.feedback(choice) ?? '', languages)
  return {
    id,
    pick,
    closed: isClosed(kind, pick),
    points: usualRubric.points[kind],
    name: worded((w) => w.kindName[kind], languages),
    ask: cleaned(ask),
    choices: choices.map((choice) => ({
      id: choice.id,
      says: cleaned(choice.says),
      mark: choice.mark,
      weight: weight.get(choice.id),
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
    'statements',
    'chooseFirst',
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
    nothingKept: `${w.nothingKept} ${teachWords[language].support}`,
    notMarked: w.table.notMarked,
  }
}
