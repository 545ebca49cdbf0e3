import type { ProofWords } from '../shapes/proof.js'

/** The words of a proof, in English. */
export const proof: ProofWords = {
  verdict: { holds: 'holds', fails: 'FAILS', empty: 'EMPTY', 'not-proved': 'NOT PROVED' },
  laws: 'Laws of advice',
  invariants: 'What must never be',
  rulesOf: (day) => `rules of ${day}`,
  situation: 'in',
  before: 'before',
  after: 'after',
  other: 'or',
  saidHere: 'says',
  rules: 'rules',
  failsToo: 'fails for',
  notSmallest: 'whether fewer facts suffice was not decided',
  notProved: 'not proved within the budget for',
  emptyWhy: 'says nothing: what it looks at cannot be, or no rule speaks of what it forbids',
  tested: 'Tested, not proved',
  questions: (count) => `${count} questions; every “holds” has a certificate that was checked`,
  nothingDiffers: 'the advice is the same in every situation that both packs can state',
  gaveWay: 'gave way',
  done: 'is done',
  certainty: { firm: 'firm', depends: 'depends on an open danger', presumed: 'presumed' },
  urgency: { immediate: 'at once', prompt: 'soon', routine: 'no hurry' },
  notFinished: 'not finished within the budget',
  grounds: 'other grounds',
  notInBoth: 'can be stated in one of the packs only',
}
