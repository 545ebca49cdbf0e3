import { element, markupText } from '../../../render/markup.js'
import { outletWords } from '../../../words/outletWords.js'
import type { ConcordanceWords } from '../../../words/shapes/concordance.js'
import type { PanelAnswer } from '../panelKey.js'
import type { ConcordanceItem, ConcordanceSet } from '../setShape.js'
import {
  type ConcordanceEdition,
  type ConcordanceOutletOptions,
  concordanceEdition,
  placeOfItem,
  standing,
} from './concordanceEdition.js'

/** The question types of the Université de Montréal for Moodle: concordance of reasoning, and of judgment. */
type PluginType = 'tcs' | 'tcsjudgment'

/** The set as Moodle XML for the plug-in `qtype_tcs` (concordance of reasoning): option and new information stand apart. */
export function toMoodleTcs(set: ConcordanceSet, options: ConcordanceOutletOptions): string {
  return quiz('tcs', concordanceEdition(set, options))
}

/** The set as Moodle XML for the plug-in `qtype_tcsjudgment` (concordance of judgment): what is learned stands with the story. */
export function toMoodleTcsJudgment(set: ConcordanceSet, options: ConcordanceOutletOptions): string {
  return quiz('tcsjudgment', concordanceEdition(set, options))
}

/** Each language and plug-in has a category of its own, so that a random question mixes none of them. */
function quiz(type: PluginType, edition: ConcordanceEdition): string {
  const { set, locale } = edition
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    '  <question type="category">',
    `    <category><text>${markupText(`$course$/top/timbang/${set.name}/${type}-${locale}`)}</text></category>`,
    '  </question>',
    ...set.items.flatMap((item, i) => questionLines(type, item, i, edition)),
    '</quiz>',
    '',
  ].join('\n')
}

/** A question earns nothing before there is a panel; from then on the plug-in divides each number by the greatest. */
function questionLines(type: PluginType, item: ConcordanceItem, place: number, edition: ConcordanceEdition) {
  const { set, locale, key, words, text, itemKey } = edition
  const { answered, answers } = itemKey(item)
  return [
    `  <question type="${type}">`,
    `    ${element('name', {}, textElement(`${text(set.title)} – ${placeOfItem(place, edition)}`))}`,
    `    ${html('questiontext', situation(type, item, edition))}`,
    `    ${html('generalfeedback', paragraph(standing(key, words)))}`,
    setting('defaultgrade', answered > 0 ? 1 : 0),
    setting('penalty', 0),
    setting('hidden', 0),
    setting('idnumber', `${set.name}-${item.id}-${type}-${locale}`),
    `    ${element('hypothisistext', {}, textElement(paragraph(text(item.option))))}`,
    setting('labelhypothisistext', words.option),
    ...(type === 'tcs'
      ? [
          `    ${element('effecttext', {}, textElement(paragraph(text(item.newFact))))}`,
          setting('labeleffecttext', words.newFact[item.from]),
        ]
      : []),
    setting('showquestiontext', 1),
    setting('labelnewinformationeffect', words.effect),
    setting('labelfeedback', words.why),
    setting('labelsituation', outletWords[locale].story),
    setting('showfeedback', 1),
    setting('showoutsidefieldcompetence', 1),
    ...answers.flatMap((answer) => answerLines(answer, answered, words)),
    ...['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'].map((name) => `    ${html(name, '')}`),
    '  </question>',
  ]
}

function situation(type: PluginType, { newFact, from }: ConcordanceItem, { set, words, text }: ConcordanceEdition) {
  const story = set.story.map(text).join(' ')
  const learned = type === 'tcs' ? '' : paragraph(`${words.newFact[from]}: ${text(newFact)}`)
  return `${paragraph(story)}${learned}`
}

/** An answer with how many of the panel gave it, and why they did. */
function answerLines({ moves, count, reasons }: PanelAnswer, answered: number, words: ConcordanceWords) {
  const said = reasons.map((reason) => element('li', {}, markupText(reason)))
  const feedback = [
    ...(answered > 0 ? [paragraph(`${words.spread}: ${words.chosenBy(count, answered)}`)] : []),
    ...(said.length > 0 ? [paragraph(words.reasons), element('ul', {}, ...said)] : []),
  ]
  return [
    '    <answer format="html">',
    `      ${textElement(paragraph(words.scale[moves]))}`,
    `      <fractionimport>${count}</fractionimport>`,
    `      ${html('feedback', feedback.join(''))}`,
    '    </answer>',
  ]
}

function textElement(content: string): string {
  return element('text', {}, markupText(content))
}

function html(name: string, content: string): string {
  return element(name, { format: 'html' }, textElement(content))
}

function paragraph(text: string): string {
  return element('p', {}, markupText(text))
}

function setting(name: string, value: string | number): string {
  return `    ${element(name, {}, markupText(String(value)))}`
}
