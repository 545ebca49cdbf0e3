import type { TeachWords } from '../shapes/teach.js'
import { advice } from './advice.js'

export const teach: TeachWords = {
  or: 'or',
  none: (fact) => (/^who\b/i.test(fact) ? 'nobody' : 'none'),
  only: (members) => `only ${members}`,
  kindName: {
    'is-it-a-dilemma': 'Is it a dilemma?',
    must: 'What must be done',
    'must-not': 'What must not be done',
    principle: 'Which principle, and why',
    reasons: 'Reasons and ways on',
    decision: 'Your own decision',
    'ask-first': 'What to ask first',
    'turning-point': 'What would have to be different',
    owed: 'What is still owed',
    framework: 'What the frameworks put first',
  },
  level: { introductory: 'introductory', intermediate: 'intermediate', advanced: 'advanced' },
  origin: {
    key: 'from the rules that hold here',
    'rule-in-doubt': 'from a rule in doubt',
    'neighbouring-rule': 'from a neighbouring rule',
    'flipped-case': 'from the case with one fact different',
    'fixed-list': 'from the list of what a case can be',
  },
  mustAsk: 'From what the story tells, which of these must the worker do? Several answers may be right.',
  mustNotAsk: 'From what the story tells, which of these must the worker not do? Several answers may be right.',
  principleAsk: (one, other) =>
    `Suppose “${one}” and “${other}” pull apart. Which principle weighs most in this case, and why?`,
  principlesAsk: 'Which principles are at stake here, and for which reasons? Several answers may be right.',
  reasonsAsk:
    'Which of these are good reasons in this case, for whatever they speak, or good steps forward? Several answers may be right.',
  decisionAsk:
    'What would you decide, and why? The decision itself is not marked: what counts is that you give your reasons, see what could be said against it, and say what you still owe to that.',
  dilemmaAsk: 'Is this a dilemma at all?',
  firstAsk: 'What would you ask or find out first?',
  turningAsk: (action) =>
    `Which of these differences, taken by itself, would change whether “${action}” is a duty? Several answers may be right.`,
  decidingAsk:
    'Which of these differences, taken by itself, would change whether this is a dilemma? Several answers may be right.',
  owedAsk: (action) => `Suppose “${action}” gives way. What is still owed to it? Several answers may be right.`,
  owedIfAsk: (taken, other) =>
    `Suppose you decide for “${taken}” against “${other}”. What do you still owe to what gave way? Several answers may be right.`,
  frameworkAsk: (first, second) =>
    `Which of these frameworks puts “${first}” before “${second}” in this case? Several answers may be right.`,
  kinds: {
    dilemma: 'Yes: two duties collide, and nothing decides between them.',
    divided: 'The profession itself is divided: published positions differ on what to do.',
    settled: 'No: duties collide, but it is settled which of them gives way.',
    'one-sided': 'No: in what is known, no duties collide.',
    undetermined: 'It cannot be said yet: too little is known.',
  },
  kindMeans: {
    dilemma:
      'It would be a true dilemma if neither an exception nor the force of the duties nor the frameworks decided.',
    divided: 'The profession would be divided if a published position differed from a rule that holds here.',
    settled: 'It would be settled if an exception, the stronger force or agreeing frameworks decided a collision.',
    'one-sided': 'It would be one-sided if the duties that hold did not pull apart.',
    undetermined: 'It could not be said if no rule could be applied to what is known.',
  },
  status: {
    must: 'must',
    'must-not': 'must not',
    contested: advice.undecided,
    should: 'should',
    'should-not': 'better not',
    may: 'may',
  },
  notHere: {
    open: (facts) => `Not from what is told so far; it depends on ${facts}.`,
    told: (fact) => `Not here, since the story tells “${fact}”.`,
    exception: (because) => `This duty does not arise here: ${because}.`,
    untold: (facts, because) =>
      `Nothing is told of what it would take first, ${facts}; and even then not here: ${because}.`,
    'one-fact': (fact) => `Not here; with “${fact}” it would be so.`,
  },
  notAgainst: {
    open: (facts) => `Whether a rule speaks against it still depends on ${facts}.`,
    told: (fact) => `The rule that speaks against it does not apply, since the story tells “${fact}”.`,
    exception: (because) => `The rule that speaks against it does not apply here: ${because}.`,
    untold: (facts, because) =>
      `Nothing is told of what would speak against it, ${facts}; and even then not here: ${because}.`,
    'one-fact': (fact) => `Only with “${fact}” would it be forbidden.`,
  },
  whereItApplies: (because) => `The reason, where it applies: ${because}.`,
  onlyIfSo: (fact) => `So it would be with “${fact}”.`,
  forbidden: 'On the contrary, this must not be done here.',
  askedHere: {
    must: 'On the contrary, this is a duty here.',
    should: 'On the contrary, this is advisable here.',
    may: 'This is allowed here.',
  },
  gaveWay: (principle) => `True in itself, yet here it gives way to ${principle}.`,
  stillOwed: 'Still owed to it',
  prevails: (principle) => `Here ${principle} prevails`,
  asksFirst: 'Yes, this comes first.',
  alsoAsked: 'Worth asking, but something else is more pressing.',
  nothingHangs: 'Whatever the answer, it would change nothing in what must or may be done here.',
  changes: 'What hangs on it',
  ifSo: (answer) => `if “${answer}”`,
  noLonger: (action) => `no longer “${action}”`,
  staysSo: (action) => `Even then “${action}” is a duty.`,
  staysDilemma: 'Even then nothing would decide between the two sides.',
  thenKind: 'Yes, that would change it.',
  putsFirst: (principle) => `It puts ${principle} first.`,
  silent: 'It is silent on these two.',
  openVoice: 'What it says depends on something not known.',
  oneSide: (principle) => `A good reason on the side of ${principle}.`,
  isOwed: 'Yes, this is still owed.',
  isNotOwed: 'This is owed to another duty, not to this one.',
  wayOn: 'A good way on where nothing decides.',
  owedToOther: (principle) => `A decision that can be defended. Still owed then to ${principle}`,
  told: (answer) => `Whoever asks is told: ${answer}.`,
  support: 'The key comes from the rules of the pack. It supports judgement and does not replace it.',
}
