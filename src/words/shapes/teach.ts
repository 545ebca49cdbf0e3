import type { ChoiceOrigin, Kind, QuestionKind, Status, VignetteLevel } from '../../vocabulary.js'

/** What an exercise says in one language; what the rules say comes from the pack. */
export interface TeachWords {
  /** Before the last of those that are not so: “not a or b”. */
  /** Between what is all not so, and between what could be. */
  readonly or: string
  readonly either: string
  /** Of a list of which no member is so, by what the fact is called. */
  readonly none: (fact: string) => string
  readonly only: (members: string) => string
  /** Of what comes to a list. */
  readonly too: (members: string) => string
  readonly kindName: Readonly<Record<QuestionKind, string>>
  readonly level: Readonly<Record<VignetteLevel, string>>
  readonly origin: Readonly<Record<ChoiceOrigin, string>>
  readonly mustAsk: string
  readonly mustNotAsk: string
  readonly principleAsk: (one: string, other: string) => string
  /** As `principleAsk`, where both speak of one action. */
  readonly sidesAsk: (action: string) => string
  readonly principlesAsk: string
  readonly reasonsAsk: string
  readonly decisionAsk: string
  readonly dilemmaAsk: string
  readonly firstAsk: string
  readonly firstAsks: string
  readonly whichFirstAsk: string
  readonly whichFirstAsks: string
  readonly waitStep: string
  readonly comesFirst: string
  readonly isAmongFirst: string
  readonly comesLater: string
  readonly comesLast: string
  readonly waitingLeaves: string
  readonly nothingDue: string
  readonly turningAsk: (action: string) => string
  readonly decidingAsk: string
  readonly owedAsk: (action: string) => string
  readonly owedIfAsk: (taken: string, other: string) => string
  readonly frameworkAsk: (first: string, second: string) => string
  readonly kinds: Readonly<Record<AskedKind, string>>
  readonly kindMeans: Readonly<Record<AskedKind, string>>
  /** Of a profession that is divided where two duties collide and the frameworks differ. */
  readonly frameworksApart: string
  /** Of a dilemma where the profession is divided. */
  readonly nearlyDivided: string
  /** That published positions differ on something, and none of them calls it a duty. */
  readonly noPositionSays: string
  /** What is right and what is amiss in another answer where the profession is divided. */
  readonly settledWhereDivided: Readonly<Record<'inPart' | 'byOnePosition', string>>
  readonly oneSidedWhereDivided: Readonly<Record<'partly' | 'wrong', string>>
  /** What is right in another answer where an exception settles what collides. */
  readonly oneSidedWhereSettled: string
  /** What is right in another answer where no duties collide. */
  readonly settledWhereOneSided: string
  /** Wishes may collide where no duties do. */
  readonly wishesApart: string
  readonly status: Readonly<Record<Status, string>>
  /** Why a rule that would ask for something does not hold. */
  readonly notHere: WhyIdle
  /** Why a rule that would speak against something does not hold. */
  readonly notAgainst: Pick<WhyIdle, 'exception' | 'one-fact'>
  /** On what it hangs whether a rule asks for something. */
  readonly dependsOn: Pick<WhyIdle, 'open' | 'one-fact'>
  readonly whereItApplies: (because: string) => string
  readonly onlyIfSo: (fact: string) => string
  readonly forbidden: string
  /** What a rule speaks against less strongly. */
  readonly unadvised: string
  /** Of what no rule asks for here, though a good reason may speak for it. */
  readonly unspoken: string
  readonly askedHere: Readonly<Record<'must' | 'should' | 'may', string>>
  readonly gaveWay: (principle: string) => string
  readonly stillOwed: string
  readonly prevails: (principle: string) => string
  readonly asksFirst: string
  readonly alsoAsked: string
  readonly nothingHangs: string
  readonly changes: string
  readonly ifSo: (answer: string) => string
  readonly staysSo: string
  readonly staysDilemma: string
  readonly thenKind: string
  readonly putsFirst: (principle: string) => string
  readonly silent: string
  /** Of a framework that decides nothing between two principles: why it does not. */
  readonly sameRank: string
  readonly sameGround: string
  readonly openVoice: string
  readonly oneSide: (principle: string) => string
  readonly isOwed: string
  readonly isNotOwed: string
  readonly wayOn: string
  readonly owedToOther: (principle: string) => string
  readonly speaksAgainst: (principle: string) => string
  readonly told: (answer: string) => string
  /** Of a question that the story answers. */
  readonly toldAlready: (fact: string) => string
  /** What a leave leaves open, and a duty that is not for every case. */
  readonly needNot: string
  readonly withExceptions: string
  readonly support: string
}

type AskedKind = Exclude<Kind, 'not-covered'>

/** By what a rule does not hold. */
interface WhyIdle {
  /** By what is not known. */
  readonly open: (facts: string) => string
  /** By what the story tells. */
  readonly told: (fact: string) => string
  /** By what the story tells, beside what it would take. */
  readonly toldOtherwise: (wanted: string, answer: string) => string
  readonly exception: (because: string) => string
  /** By an exception, and by what is not told besides. */
  readonly untold: (facts: string, because: string) => string
  /** But for one fact. */
  readonly 'one-fact': (fact: string) => string
}
