import type { TeachWords } from '../shapes/teach.js'
import { advice } from './advice.js'

export const teach: TeachWords = {
  or: 'or',
  either: 'or',
  none: (fact) => (/^who\b/i.test(fact) ? 'nobody' : 'none'),
  only: (members) => `only ${members}`,
  too: (members) => `${members}, too`,
  kindName: {
    'at-stake': 'What is at stake',
    'is-it-a-dilemma': 'Is it a dilemma?',
    must: 'What must be done',
    'must-not': 'What must not be done',
    principle: 'Which principle, and why',
    reasons: 'Reasons and ways on',
    decision: 'Your own decision',
    'ask-first': 'What to ask first',
    'which-first': 'Which of these first',
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
  sidesAsk: (action) =>
    `Suppose one reason speaks for “${action}” and another against it. Which principle weighs most in this case, and why?`,
  principlesAsk: 'Which principles are at stake here, and for which reasons? Several answers may be right.',
  reasonsAsk:
    'Which of these are good reasons in this case, for whatever they speak, or good steps forward? Several answers may be right.',
  decisionAsk:
    'What would you decide, and why? The decision itself is not marked: what counts is that you give your reasons, see what could be said against it, and say what you still owe to that.',
  dilemmaAsk: 'Is this a dilemma at all?',
  firstAsk: 'What would you ask or find out first?',
  firstAsks: 'What would you ask or find out first? Several answers may be right.',
  whichFirstAsk: 'Several steps are on the table, waiting among them. Which of these comes first?',
  whichFirstAsks:
    'Several steps are on the table, waiting among them. Which of these come first? Several answers may be right.',
  waitStep: 'Wait, and do nothing now',
  comesFirst: 'Of these it is what the rules put first.',
  isAmongFirst: 'This is among what the rules put first.',
  comesLater: 'This is asked for here too, but after another of these.',
  comesLast: 'The rules speak against this here.',
  waitingLeaves: 'Waiting would leave undone',
  nothingDue: 'What comes first here can be done now, and waiting makes it no better.',
  turningAsk: (action) =>
    `Which of these differences, taken by itself, would change how “${action}” stands: as a duty, as advisable, as open or as ruled out? Several answers may be right.`,
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
    undetermined: 'It cannot be said yet: too little is known to say which duties hold in this case.',
  },
  kindMeans: {
    dilemma:
      'It would be a true dilemma if neither an exception nor the force of the duties nor the frameworks decided.',
    divided: 'The profession would be divided if a published position differed from a rule that holds here.',
    settled: 'It would be settled if an exception, the stronger force or agreeing frameworks decided a collision.',
    'one-sided': 'It would be one-sided if the duties that hold did not pull apart.',
    undetermined: 'It could not be said if no rule could be applied to what is known.',
  },
  frameworksApart:
    'There is something in it: published frameworks answer this differently. But what collides is two duties that both hold here.',
  nearlyDivided:
    'Nearly: nothing decides yet. But what differs here is what published positions say, not two duties that both hold.',
  noPositionSays: 'No published position makes this a duty here.',
  settledWhereDivided: {
    inPart: 'Some of it is settled, but on the rest published positions still differ.',
    byOnePosition: 'Whoever holds one of the published positions can say so; but they still differ on what to do.',
  },
  oneSidedWhereDivided: {
    partly: 'The duties that hold do point the same way, but published positions differ on what to do.',
    wrong: 'Published positions pull apart here: what one asks for, the other does not.',
  },
  oneSidedWhereSettled:
    'Half of it: an exception decides, and one can say that the duty which gives way does not bind here. But it speaks all the same, and something is mostly still owed to it.',
  settledWhereOneSided:
    'Half of it: it is clear what counts here, whatever wishes and loyalties stand against it; but no duty of the worker has to give way to another.',
  wishesApart:
    'Wishes and loyalties may pull apart all the same; what is asked is whether the duties of the worker do.',
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
    toldOtherwise: (wanted, answer) => `Not here: this is a reason where “${wanted}”; what is told is “${answer}”.`,
    exception: (because) => `This duty does not arise here: ${because}.`,
    untold: (facts, because) =>
      `Nothing is told of what it would take first, ${facts}; and even then not here: ${because}.`,
    'one-fact': (fact) => `Not here; with “${fact}” it would be so.`,
  },
  notAgainst: {
    exception: (because) => `The rule that speaks against it does not apply here: ${because}.`,
    'one-fact': (fact) => `Only with “${fact}” would it be forbidden.`,
  },
  dependsOn: {
    open: (facts) => `It depends on ${facts}.`,
    'one-fact': (fact) => `With “${fact}” it would be a duty.`,
  },
  whereItApplies: (because) => `The reason, where it applies: ${because}.`,
  onlyIfSo: (fact) => `So it would be with “${fact}”.`,
  forbidden: 'On the contrary, this must not be done here.',
  unadvised: 'On the contrary, this is better not done here.',
  unspoken: 'Neither right nor wrong: the rules do not reach this from what the story tells.',
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
  staysSo: 'Even then it stands as before.',
  staysDilemma: 'Even then nothing would decide between the two sides.',
  thenKind: 'Yes, that would change it.',
  putsFirst: (principle) => `It puts ${principle} first.`,
  silent: 'It does not say which of these two comes first.',
  sameRank: 'It puts both in the same rank.',
  sameGround: 'It compares only on what duties rest (law, code, practice), and here both rest on the same.',
  openVoice: 'What it says depends on something not known.',
  oneSide: (principle) => `A good reason on the side of ${principle}.`,
  isOwed: 'Yes, this is still owed.',
  isNotOwed: 'Neither right nor wrong: the rules owe this to another duty, and a good reason may speak for it here.',
  wayOn: 'A good way on where nothing decides.',
  owedToOther: (principle) => `A decision that can be defended. Still owed then to ${principle}`,
  speaksAgainst: (principle) => `A decision that can be defended, though ${principle} speaks against it.`,
  told: (answer) => `Whoever asks is told: ${answer}.`,
  toldAlready: (fact) => `Not first: the story tells it already (“${fact}”).`,
  needNot: 'and need not',
  withExceptions: 'save for reasons that can be shown',
  support: 'The key comes from the rules of the pack. It supports judgement and does not replace it.',
}
