import type { Choice, Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { teachWords } from '../words.js'
import { type Edition, editionOf, type OutletOptions, percent, weights } from './edition.js'
import { markupText } from './escaping.js'
import type { Outlet } from './outlet.js'
import { outletWords } from './words.js'

export const moodleOutlet: Outlet = {
  name: 'moodle',
  says: { en: 'a quiz for Moodle', id: 'kuis untuk Moodle' },
  file: { name: 'exercise.moodle', extension: 'xml' },
  write: toMoodle,
}

/**
 * The exercise as Moodle XML: the story with every question, weights from Moodle’s list, feedback for every choice. Where no
 * answer is right, the question is an essay with what its grader should know.
 */
export function toMoodle(exercise: Exercise, options: OutletOptions): string {
  const edition = editionOf(exercise, options)
  const { vignette, questions } = edition.exercise
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    '  <question type="category">',
    `    <category><text>${markupText(`$course$/top/timbang/${vignette.name}`)}</text></category>`,
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
    `    <name><text>${markupText(name)}</text></name>`,
    `    ${html('questiontext', questionHtml(question, edition))}`,
    `    ${html('generalfeedback', paragraph(teachWords[locale].support))}`,
    '    <defaultgrade>1</defaultgrade>',
    '    <penalty>0.3333333</penalty>',
    '    <hidden>0</hidden>',
    `    <idnumber>${markupText(`${exercise.id}-${id}-${locale}`)}</idnumber>`,
    ...(essay ? essayLines(question, edition) : choiceLines(question, edition)),
    `    <tags>${tags(question, edition)
      .map((tag) => `<tag><text>${markupText(tag)}</text></tag>`)
      .join('')}</tags>`,
    '  </question>',
  ]
}

/** Text for people as HTML, and that once more as XML. */
function html(element: string, content: string): string {
  return `<${element} format="html"><text>${markupText(content)}</text></${element}>`
}

function paragraph(text: string): string {
  return `<p>${markupText(text)}</p>`
}

/** The story and the question; of an essay also the sides that can be taken. */
function questionHtml({ ask, pick, choices }: ExerciseQuestion, { exercise, text }: Edition): string {
  const { story } = exercise.vignette
  const sides =
    pick === 'own-words' ? `<ul>${choices.map(({ says }) => `<li>${markupText(text(says))}</li>`).join('')}</ul>` : ''
  return `${paragraph(story.map(text).join(' '))}<p><strong>${markupText(text(ask))}</strong></p>${sides}`
}

function choiceLines({ choices, pick }: ExerciseQuestion, edition: Edition): readonly string[] {
  const worth = weights(choices)
  const fraction = ({ id, mark }: Choice) =>
    pick === 'one' ? { right: 1, partly: 0.5, wrong: 0, open: 0 }[mark] : (worth.get(id) as number)
  return [
    `    <single>${pick === 'one'}</single>`,
    '    <shuffleanswers>true</shuffleanswers>',
    '    <answernumbering>abc</answernumbering>',
    ...choices.flatMap((choice) => [
      `    <answer fraction="${percent(fraction(choice))}" format="html">`,
      `      <text>${markupText(paragraph(edition.text(choice.says)))}</text>`,
      `      ${html('feedback', paragraph(edition.feedback(choice)))}`,
      '    </answer>',
    ]),
  ]
}

function essayLines({ choices, rationale }: ExerciseQuestion, { text, locale, feedback }: Edition): readonly string[] {
  const sides = choices.map((choice) => `<li>${markupText(text(choice.says))}<br>${markupText(feedback(choice))}</li>`)
  const note = `${paragraph(outletWords[locale].graderNote)}${paragraph(text(rationale))}<ul>${sides.join('')}</ul>`
  return [
    '    <responseformat>editor</responseformat>',
    '    <responserequired>1</responserequired>',
    '    <responsefieldlines>10</responsefieldlines>',
    '    <attachments>0</attachments>',
    '    <attachmentsrequired>0</attachmentsrequired>',
    `    ${html('graderinfo', note)}`,
    '    <responsetemplate format="html"><text></text></responsetemplate>',
  ]
}

function tags({ principles }: ExerciseQuestion, { exercise, text, locale }: Edition): readonly string[] {
  const named = principles.flatMap((name) => {
    const principle = exercise.principles[name]
    return principle ? [text(principle.label)] : []
  })
  return [outletWords[locale].tags.exercise, teachWords[locale].level[exercise.vignette.level], ...named]
}
