import { element, markupText } from '../../render/markup.js'
import { teachWords } from '../../words/teachWords.js'
import type { Exercise, ExerciseQuestion } from '../exerciseShape.js'
import { weights } from '../weights.js'
import { type Edition, editionOf, type OutletOptions } from './edition.js'
import type { Outlet } from './outlet.js'
import { zipped } from './zipped.js'

export const qtiOutlet: Outlet = {
  name: 'qti',
  says: { en: 'a package of QTI 2.1, for OpenOlat and others', id: 'paket QTI 2.1, untuk OpenOlat dan lainnya' },
  file: { name: 'exercise.qti', extension: 'zip' },
  write: toQti,
}

/**
 * The exercise as a package of QTI 2.1, which OpenOlat, ONYX, Canvas and others take: an item for every question with the weights of
 * `grade`, what is said of each choice, a test that holds them in their order, and the manifest. It is a ZIP file.
 */
export function toQti(exercise: Exercise, options: OutletOptions): Uint8Array {
  return zipped(qtiFiles(exercise, options))
}

/** The files of the package by their paths. */
function qtiFiles(exercise: Exercise, options: OutletOptions): Readonly<Record<string, string>> {
  const edition = editionOf(exercise, options)
  const { questions } = edition.exercise
  return {
    'imsmanifest.xml': xmlDocument(manifest(edition)),
    'test.xml': xmlDocument(assessmentTest(edition)),
    ...Object.fromEntries(questions.map((question) => [`${question.id}.xml`, xmlDocument(item(question, edition))])),
  }
}

const qti = 'http://www.imsglobal.org/xsd/imsqti_v2p1'
const packaging = 'http://www.imsglobal.org/xsd/imscp_v1p1'
const schema = {
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${qti} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`,
}

function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

/** An identifier of QTI begins with a letter. */
function identifier(id: string): string {
  return `t-${id}`
}

function manifest({ exercise }: Edition): string {
  const resource = (id: string, type: string, href: string, ...parts: readonly string[]) =>
    element('resource', { identifier: identifier(id), type, href }, element('file', { href }), ...parts)
  const items = exercise.questions.map(({ id }) => ({ id, href: `${id}.xml` }))
  const needed = items.map(({ id }) => element('dependency', { identifierref: identifier(id) }))
  return element(
    'manifest',
    { xmlns: packaging, identifier: identifier(exercise.id) },
    element('metadata', {}, element('schema', {}, 'IMS Content'), element('schemaversion', {}, '1.1')),
    element('organizations'),
    element(
      'resources',
      {},
      resource('test', 'imsqti_test_xmlv2p1', 'test.xml', ...needed),
      ...items.map(({ id, href }) => resource(id, 'imsqti_item_xmlv2p1', href)),
    ),
  )
}

function assessmentTest({ exercise, text }: Edition): string {
  const title = text(exercise.vignette.title)
  const items = exercise.questions.map(({ id }) =>
    element('assessmentItemRef', { identifier: identifier(id), href: `${id}.xml` }),
  )
  return element(
    'assessmentTest',
    { xmlns: qti, ...schema, identifier: identifier(exercise.id), title },
    outcome('SCORE', 'single', 'float', value('0')),
    element(
      'testPart',
      { identifier: 'part', navigationMode: 'linear', submissionMode: 'individual' },
      element('assessmentSection', { identifier: 'section', title, visible: 'true' }, ...items),
    ),
    element(
      'outcomeProcessing',
      {},
      setTo('SCORE', element('sum', {}, element('testVariables', { variableIdentifier: 'SCORE' }))),
    ),
  )
}

function item(question: ExerciseQuestion, edition: Edition): string {
  const { exercise, locale, text } = edition
  const { kind, pick } = question
  const title = `${text(exercise.vignette.title)} – ${teachWords[locale].kindName[kind]}`
  const about = { identifier: identifier(question.id), title, adaptive: 'false', timeDependent: 'false' }
  return element(
    'assessmentItem',
    { xmlns: qti, ...schema, ...about, 'xml:lang': locale },
    ...(pick === 'own-words' ? essay(question, edition) : choice(question, edition)),
  )
}

/** A question in one’s own words: a person marks it, and the sides that can be taken stand in it. */
function essay(question: ExerciseQuestion, edition: Edition): readonly string[] {
  const { text } = edition
  const sides = question.choices.map(({ says }) => element('li', {}, markupText(text(says))))
  return [
    element('responseDeclaration', { identifier: 'RESPONSE', cardinality: 'single', baseType: 'string' }),
    outcome('SCORE', 'single', 'float'),
    element(
      'itemBody',
      {},
      ...story(edition),
      element('ul', {}, ...sides),
      element(
        'extendedTextInteraction',
        { responseIdentifier: 'RESPONSE', expectedLines: 10 },
        element('prompt', {}, markupText(text(question.ask))),
      ),
    ),
  ]
}

function choice(question: ExerciseQuestion, edition: Edition): readonly string[] {
  const { text, feedback, locale } = edition
  const { choices, pick, rationale, ask } = question
  const cardinality = pick === 'one' ? 'single' : 'multiple'
  const offered = choices.map(({ id, says }) => element('simpleChoice', { identifier: id }, markupText(text(says))))
  const shown = (id: string, says: string) =>
    element(
      'modalFeedback',
      { outcomeIdentifier: id === 'general' ? 'GENERAL' : 'FEEDBACK', identifier: id, showHide: 'show' },
      element('p', {}, markupText(says)),
    )
  return [
    responseDeclaration(question, cardinality),
    outcome('SCORE', 'single', 'float', value('0')),
    outcome('MAXSCORE', 'single', 'float', value('1')),
    outcome('FEEDBACK', cardinality, 'identifier'),
    outcome('GENERAL', 'single', 'identifier'),
    element(
      'itemBody',
      {},
      ...story(edition),
      element(
        'choiceInteraction',
        { responseIdentifier: 'RESPONSE', shuffle: 'true', maxChoices: pick === 'one' ? 1 : 0 },
        element('prompt', {}, markupText(text(ask))),
        ...offered,
      ),
    ),
    responseProcessing(),
    ...choices.map((one) => shown(one.id, `${text(one.says)}: ${feedback(one)}`)),
    shown('general', `${text(rationale)} – ${teachWords[locale].support}`),
  ]
}

function responseDeclaration(question: ExerciseQuestion, cardinality: string): string {
  const right = question.choices.flatMap(({ id, mark }) => (mark === 'right' ? [value(id)] : []))
  const entries = [...weights(question)].map(([id, weight]) =>
    element('mapEntry', { mapKey: id, mappedValue: Number(weight.toFixed(7)) }),
  )
  return element(
    'responseDeclaration',
    { identifier: 'RESPONSE', cardinality, baseType: 'identifier' },
    element('correctResponse', {}, ...right),
    element('mapping', { lowerBound: 0, upperBound: 1, defaultValue: 0 }, ...entries),
  )
}

/** Without an answer nothing is earned; with one what its choices weigh together, and each is told of. */
function responseProcessing(): string {
  const response = element('variable', { identifier: 'RESPONSE' })
  const number = element('baseValue', { baseType: 'float' }, '0')
  const general = element('baseValue', { baseType: 'identifier' }, 'general')
  return element(
    'responseProcessing',
    {},
    element(
      'responseCondition',
      {},
      element('responseIf', {}, element('isNull', {}, response), setTo('SCORE', number)),
      element(
        'responseElse',
        {},
        setTo('SCORE', element('mapResponse', { identifier: 'RESPONSE' })),
        setTo('FEEDBACK', response),
        setTo('GENERAL', general),
      ),
    ),
  )
}

function story({ exercise, text }: Edition): readonly string[] {
  return [element('p', {}, markupText(exercise.vignette.story.map(text).join(' ')))]
}

function outcome(id: string, cardinality: string, baseType: string, ...content: readonly string[]): string {
  const usual = content.length === 0 ? [] : [element('defaultValue', {}, ...content)]
  return element('outcomeDeclaration', { identifier: id, cardinality, baseType }, ...usual)
}

function value(content: string): string {
  return element('value', {}, content)
}

function setTo(id: string, expression: string): string {
  return element('setOutcomeValue', { identifier: id }, expression)
}
