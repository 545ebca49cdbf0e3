import type { CaseloadWords } from '../shapes/caseload.js'

const cases = (count: number) => (count === 1 ? '1 case' : `${count} cases`)

export const caseload: CaseloadWords = {
  cases,
  unreadable: (count) => `Not read, and not weighed: ${cases(count)}`,
  nothingMoved: 'No case is advised otherwise than before.',
  moved: (count, situations) =>
    `${cases(count)} advised otherwise than before (${situations === 1 ? '1 situation' : `${situations} different situations`})`,
  weaker: (count) =>
    `LOOK AT THESE FIRST: ${cases(count)} with danger stated, in which less is asked than before, or less soon`,
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
