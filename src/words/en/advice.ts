import type { AdviceWords } from '../shapes/advice.js'

export const advice: AdviceWords = {
  yes: 'yes',
  no: 'no',
  not: 'not',
  and: 'and',
  or: 'or',
  undecided: 'undecided',
  unspoken: 'no rule speaks of it',
  unverified: { secondary: 'through another source', no: 'not verified' },
}
