import type { AdviceWords } from '../shapes/advice.js'

export const advice: AdviceWords = {
  yes: 'yes',
  no: 'no',
  not: 'not',
  and: 'and',
  or: 'or',
  undecided: 'undecided',
  unspoken: 'no rule speaks of it',
  countries: { ID: 'Indonesia', US: 'US', GB: 'UK' },
  dividedHeading: 'The profession is divided here',
  divided: 'the profession is divided on this',
  onePosition: 'One position',
  otherPosition: 'Another position',
  bothAgree: 'Both agree that',
  forComparison: 'for comparison',
  inForceFrom: (day) => `in force from ${day}`,
  inForceUntil: (day) => `in force until ${day}`,
  unverified: { secondary: 'through another source', no: 'not verified' },
}
