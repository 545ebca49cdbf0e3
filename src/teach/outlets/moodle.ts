import { element, markupText } from '../../render/markup.js'
import { discussionWords } from '../../words/discussionWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { outletWords } from '../../words/outletWords.js'
import { rubricCriteria, rubricLevels } from '../../words/shapes/discussion.js'
import { teachWords } from '../../words/teachWords.js'
import type { Choice, Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { usualRubric } from '../grading/rubric.js'
import { weights } from '../weights.js'
import { categoryOf, type Edition, editionOf, type OutletOptions, percent } from './edition.js'
import type { Outlet } from './outlet.js'

export const moodleOutlet: Outlet = {
  name: 'moodle',
  says: { en: 'a quiz for Moodle', id: 'kuis untuk Moodle' },
  file: { name: 'exercise.moodle', extension: 'xml' },
  write: toMoodle,
}

/**
 * The exercise as Moodle XML: the story with every question, weights from Moodle’s list, feedback for every choice. Where no
 * answer is right, the question is an essay with what its grader should know, four levels to read it by, and what the answer
 * begins with.
 */
export function toMoodle(exercise: Exercise, options: OutletOptions): string {
  const edition = editionOf(exercise, options)
  const { questions } = edition.exercise
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    '  <question type="category">',
    `    <category><text>${markupText(categoryOf(edition))}</text></category>`,
    '  </question>',
    ...questions.flatMap((question) => questionLines(question, edition)),
    '</quiz>',
    '',
  ].join('\n')
}

function questionLines(question: ExerciseQuestion, edition: Edition): readonly string[] {
  const { exercise, locale, text } = edition
  const { id, kind, pick } = question
  const essay = pick === 'own-words'
  const name = `${text(exercise.vignette.title)} – ${teachWords[locale].kindName[kind]}`
  return [
    `  <question type="${essay ? 'essay' : 'multichoice'}">`,
    `    ${element('name', {}, element('text', {}, markupText(name)))}`,
    `    ${html('questiontext', questionHtml(question, edition))}`,
    `    ${html('generalfeedback', [...(essay ? [] : [text(question.rationale)]), teachWords[locale].support].map(paragraph).join(''))}`,
    setting('defaultgrade', usualRubric.points[kind]),
    setting('penalty', '0.3333333'),
    setting('hidden', 0),
    setting('idnumber', `${exercise.id}-${id}-${locale}`),
    ...(essay ? essayLines(question, edition) : choiceLines(question, edition)),
    `    ${element('tags', {}, ...tags(question, edition).map(tagElement))}`,
    '  </question>',
  ]
}

/** Text for people as HTML, and that once more as XML. */
function html(name: string, content: string): string {
  return element(name, { format: 'html' }, element('text', {}, markupText(content)))
}

function paragraph(text: string): string {
  return element('p', {}, markupText(text))
}

/** A value of Moodle’s own: `<hidden>0</hidden>`. */
function setting(name: string, value: string | number | boolean): string {
  return `    ${element(name, {}, markupText(String(value)))}`
}

/** The story, open with the first question and folded with the others, and the question; of an essay also the sides that can be taken. */
function questionHtml(question: ExerciseQuestion, { exercise, text, locale }: Edition): string {
  const { ask, pick, choices } = question
  const { story } = exercise.vignette
  const sides = choices.map(({ says }) => element('li', {}, markupText(text(says))))
  return [
    element(
      'details',
      question === exercise.questions[0] ? { open: 'open' } : {},
      element('summary', {}, markupText(outletWords[locale].story)),
      ...story.map((sentence) => paragraph(text(sentence))),
    ),
    element('p', {}, element('strong', {}, markupText(text(ask)))),
    ...(pick === 'own-words' ? [element('ul', {}, ...sides)] : []),
  ].join('')
}

function choiceLines(question: ExerciseQuestion, edition: Edition): readonly string[] {
  const { choices, pick } = question
  const { hints } = outletWords[edition.locale]
  const worth = weights(question)
  const fraction = ({ id }: Choice) => worth.get(id) as number
  return [
    setting('single', pick === 'one'),
    setting('shuffleanswers', true),
    setting('answernumbering', 'abc'),
    ...choices.flatMap((choice) => [
      `    <answer fraction="${percent(fraction(choice))}" format="html">`,
      `      <text>${markupText(paragraph(edition.text(choice.says)))}</text>`,
      `      ${html('feedback', paragraph(edition.feedback(choice)))}`,
      '    </answer>',
    ]),
    ...[hints.reread, hints.apart].map((hint) => `    ${hintElement(hint, pick)}`),
  ]
}

/** What is said where one tries again: of several answers also how many were right; what was wrong is taken away. */
function hintElement(says: string, pick: ExerciseQuestion['pick']): string {
  const parts = pick === 'several' ? ['<shownumcorrect/>', '<clearwrong/>'] : ['<clearwrong/>']
  return element('hint', { format: 'html' }, element('text', {}, markupText(paragraph(says))), ...parts)
}

function essayLines({ choices, rationale }: ExerciseQuestion, { text, locale, feedback }: Edition): readonly string[] {
  const sides = choices.map((choice) =>
    element('li', {}, markupText(text(choice.says)), '<br>', markupText(feedback(choice))),
  )
  const note = [
    paragraph(outletWords[locale].graderNote),
    paragraph(text(rationale)),
    element('ul', {}, ...sides),
    ...levels(locale),
  ]
  return [
    setting('responseformat', 'editor'),
    setting('responserequired', 1),
    setting('responsefieldlines', 10),
    setting('attachments', 0),
    setting('attachmentsrequired', 0),
    `    ${html('graderinfo', note.join(''))}`,
    `    ${html('responsetemplate', beginnings(locale))}`,
  ]
}

/** Four levels in words for each of what an answer is read for. */
function levels(locale: InterfaceLanguage): readonly string[] {
  const w = discussionWords[locale]
  return rubricCriteria.flatMap((one) => [
    paragraph(w.criteria[one]),
    element(
      'ul',
      {},
      ...rubricLevels.map((level) =>
        element('li', {}, markupText(`${w.levels[level]}: ${w.descriptions[one][level]}`)),
      ),
    ),
  ])
}

/** What the answer begins with, so that nobody forgets what it is read for. */
function beginnings(locale: InterfaceLanguage): string {
  return rubricCriteria.map((one) => paragraph(`${discussionWords[locale].criteria[one]}: `)).join('')
}

/** Moodle cuts a tag behind so many letters; what is longer goes by its name in the rules. */
const longestTag = 50

function shortTag(label: string, name: string): string {
  return [...label].length <= longestTag ? label : name.slice(0, longestTag)
}

function tagElement(tag: string): string {
  return element('tag', {}, element('text', {}, markupText(tag)))
}

function tags({ principles }: ExerciseQuestion, { exercise, text, locale }: Edition): readonly string[] {
  const named = principles.flatMap((name) => {
    const principle = exercise.principles[name]
    return principle ? [shortTag(text(principle.label), name)] : []
  })
  return [outletWords[locale].tags.exercise, teachWords[locale].level[exercise.vignette.level], ...named]
}
