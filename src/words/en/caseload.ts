import type { CaseloadWords } from '../shapes/caseload.js'

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`)

const situations = (count: number) => (count === 1 ? '1 situation' : `${count} different situations`)

export const caseload: CaseloadWords = {
  cases,
  unreadable: (count) => `Not read, and not weighed: ${cases(count)}`,
  withoutKey: (rows) => `Not read, and not weighed, for want of a key: ${rows === 1 ? '1 row' : `${rows} rows`}`,
  notWeighed: (count) => `Not weighed yet: ${cases(count)}`,
  readSince: 'Cases were read again after this weighing: those that changed are counted as they are now.',
  firstTime: (count) => `Weighed for the first time, with nothing to compare: ${situations(count)}`,
  nothingMoved: 'No case is advised otherwise than before.',
  nothingKnownMoved: 'As far as it can be compared, no case is advised otherwise than before.',
  moved: (count, of) => `${cases(count)} advised otherwise than before (${situations(of)})`,
  weaker: (count) =>
    `LOOK AT THESE FIRST: ${cases(count)} with danger stated, in which less is asked or allowed than before, or less soon`,
  howSoon: 'How soon',
  urgency: { immediate: 'act now', prompt: 'act soon', routine: 'no hurry' },
  sort: 'What sort of situation',
  kind: {
    dilemma: 'dilemma',
    divided: 'the profession is divided',
    settled: 'duties collide, and it is settled',
    'one-sided': 'no duties collide',
    undetermined: 'too little is known',
    'not-covered': 'no rule speaks of it',
  },
  actions: 'What is advised',
  before:
    'These people were advised otherwise until now. A change of rules decides nothing about them: look at the case first.',
}
