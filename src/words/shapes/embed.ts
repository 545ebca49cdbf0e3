import type { ObjectionGround, OverrideReason, Status, Urgency } from '../../vocabulary.js'

/** The wording of cards and charts in one language, beside that of the screen. */
export interface EmbedWords {
  readonly urgency: Readonly<Record<Urgency, string>>
  /** How soon, before what must be done; what can wait is told without. */
  readonly hurry: Readonly<Record<Urgency, string>>
  /** Of what depends on a danger not known: the status within a sentence, and how it is told without ordering it. */
  readonly status: Readonly<Record<Status, string>>
  readonly askWhether: Readonly<Record<Urgency, string>>
  readonly asKnown: string
  readonly depends: string
  readonly mayGiveWay: (because: string) => string
  readonly ifAnswered: (label: string) => string
  readonly askThenDecide: string
  /** Of a planned step that no rule speaks of. */
  readonly silent: (step: string) => string
  readonly silentMeans: string
  /** Of a planned step that something speaks against; and what does, with the advice or the reason that follows. */
  readonly against: (step: string) => string
  readonly objection: Readonly<Record<ObjectionGround, string>>
  readonly hold: string
  /** Of a planned step that nothing decides while someone is in danger or may be: neither a yes nor a no. */
  readonly askPersonAbout: (step: string) => string
  readonly neither: string
  readonly decides: string
  readonly askPerson: string
  readonly askPersonThenDecide: string
  readonly service: string
  readonly serviceMeans: string
  readonly usage: string
  readonly chart: string
  readonly perHundred: string
  readonly limit: string
  /** A number as this language writes it. */
  readonly figure: (value: number) => string
  readonly overrideReasons: Readonly<Record<OverrideReason, string>>
}
