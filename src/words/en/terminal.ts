import type { TerminalWords } from '../shapes/terminal.js'
import { consult } from './consult.js'

export const terminal: TerminalWords = {
  notUsed: 'This situation cannot be used',
  begin: 'Where to begin?',
  own: 'With your own situation',
  choose: 'space chooses, Enter goes on',
  number: 'A number; leave it empty if you don’t know, or type < to go back',
  numberWanted: (min, max) =>
    `A whole number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`,
  others: 'And those you did not choose?',
  othersNot: 'They are not so',
  othersUnknown: 'I don’t know of them',
  enough: 'Enough: show the advice',
  soFar: 'So far',
  menu: 'What next?',
  doing: {
    again: 'Show the advice',
    turning: consult.turning,
    restsOn: consult.restsOn,
    whyNot: consult.whyNot,
    steps: consult.steps.title,
    frameworks: consult.frameworks,
    more: consult.more,
    back: consult.back,
    saveSituation: 'Save the situation (JSON)',
    saveAdvice: 'Save the advice (Markdown or HTML)',
    finish: 'Finish',
  },
  pick: 'Which one?',
  where: 'Where? A path that ends in',
  saved: (file) => `Saved: ${file}`,
  exists: (file) => `There is already something at ${file}; choose another path.`,
  notSaved: (file) => `Could not be saved at ${file}.`,
  left: 'Nothing was kept.',
}
