import type { Basis, Kind, Settlement, Status, Urgency } from '../../vocabulary.js'
import type { Agreement } from '../../weigh/frameworkOpinions.js'

/** What a rendering says around an advice, in one language; what the rules say comes with the advice itself. */
export interface RenderWords {
  readonly status: Readonly<Record<Status, string>>
  readonly urgency: Readonly<Record<Urgency, { readonly mark: string; readonly says: string }>>
  /** Instead of the urgency, where nothing is advised: it must not read as if there were no danger. */
  readonly open: { readonly mark: string; readonly says: string }
  /** Instead of “no hurry”, where a question of danger is open. */
  readonly dangerOpen: { readonly mark: string; readonly says: string }
  /** Of what cannot wait, where no sign of danger is stated. */
  readonly cannotWait: string
  readonly kind: Readonly<Record<Exclude<Kind, 'settled' | 'dilemma' | 'divided'>, string>>
  /** Published positions differ on some actions. */
  readonly dividedOn: (actions: string) => string
  readonly settled: (gaveWay: string, to: string, grounds: string) => string
  /** On what the duty rests that prevails. */
  readonly grounds: Readonly<Record<Basis, string>>
  readonly settledBy: Readonly<Record<Settlement, string>>
  readonly dilemma: (one: string, other: string) => string
  readonly agreement: Readonly<Record<Agreement, string>>
  readonly speak: (speaking: number, all: number) => string
  readonly firstOf: (principle: string) => string
  readonly silent: string
  readonly rules: string
  readonly asOf: string
  readonly because: string
  readonly unless: string
  /** What is told within an action. */
  readonly withIt: string
  readonly until: string
  readonly see: string
  readonly setAside: string
  readonly givesWay: (principle: string) => string
  readonly stillOwed: string
  readonly admitted: (pack: string) => string
  readonly prevails: (pack: string, rules: number) => string
  readonly call: string
  readonly emergencyNumber: string
  readonly youCanSay: string
  readonly begin: string
  readonly owedToOther: string
  /** Above what would be owed if what is not known proved to be so. */
  /** What is told after the rest. */
  readonly folded: string
  readonly depending: string
  readonly dependingIf: string
  readonly askFirst: string
  readonly more: (count: number) => string
  readonly dangerSilence: string
  /** Instead of the questions: that none are shown must not read as if there were none. */
  readonly notLookedFor: string
  readonly unanswered: string
  /** What is not asked for again. */
  readonly done: string
  readonly ifAnswer: string
  readonly noLonger: string
  readonly frameworks: string
  readonly goOn: string
  readonly always: string
  readonly assumed: string
  /** That nobody who does this work has looked at what is shown. */
  readonly unreviewed: string
  readonly reviewed: (reviewed: number, all: number) => string
  /** That codes of other countries are cited, which guide and do not bind. */
  readonly foreignCodes: (countries: string) => string
  readonly verifiedSince: (verified: number, all: number, day: string) => string
  /** Sources that were not read in their own text. */
  readonly unread: Readonly<Record<'secondary' | 'no', (sources: string) => string>>
  readonly support: string
}
