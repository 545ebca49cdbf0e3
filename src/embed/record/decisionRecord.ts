import type { Certainty, Force, Kind, Outcome, Settlement, Status, Urgency } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'

/** What a person may have decided when an advice was shown: to follow it, to do otherwise, to wait, or to consult first. */
export const decisions = ['accepted', 'overridden', 'postponed', 'consulted'] as const
export type Decision = (typeof decisions)[number]

/** A value as a record may keep it. */
export type StatedValue = boolean | number | string | null | readonly string[] | { readonly [key: string]: StatedValue }

/** What was advised and what a person decided, for an inquiry later: names, codes and digests; free text has no place in it. */
export interface DecisionRecord {
  /** The version of this shape. */
  readonly format: 1
  /** The UUID of the decision. */
  readonly id: string
  /** The moment of the decision, in UTC. */
  readonly at: string
  /** Who decided: a pseudonym. */
  readonly actor?: string | undefined
  /** Which case it concerns: a pseudonym. */
  readonly subject?: string | undefined
  /** The library that weighed. */
  readonly engine: { readonly name: 'timbang'; readonly version: string }
  /** The rules by which it was weighed, with version and digest. */
  readonly packs: readonly RecordedPack[]
  /** The day whose rules were in force. */
  readonly on: string
  /** The language in which the advice was shown. */
  readonly locale: InterfaceLanguage
  /** The framework that the caller named, if any. */
  readonly framework?: string | undefined
  readonly kind: Kind
  readonly urgency: Urgency
  /** Whether a sign of danger was stated. */
  readonly danger: boolean
  /** What every rule found that found something; of the others nothing was known. */
  readonly findings: readonly { readonly rule: string; readonly outcome: Outcome; readonly digest: string }[]
  /** What was said of each action, and by which rules. */
  readonly actions: readonly RecordedAction[]
  /** What gave way, to which rules, and what was still owed. */
  readonly setAside: readonly RecordedSetAside[]
  /** Principles between which nothing decided, and the rules on both sides. */
  readonly dilemmas: readonly { readonly between: readonly string[]; readonly rules: readonly string[] }[]
  /** The facts that were still to be asked; `null`: not looked for. */
  readonly questions: readonly string[] | null
  /** The SHA-256 of the advice without its packs, as canonical JSON. */
  readonly adviceDigest: string
  /** The stated facts that were read; names only. */
  readonly facts?: readonly string[] | undefined
  /** The stated facts with their values; only if the host asked for it. */
  readonly situation?: { readonly [key: string]: StatedValue } | undefined
  /** The HMAC of the situation without its summary, as canonical JSON, with a key of the host. */
  readonly situationDigest?:
    | { readonly algorithm: 'HMAC-SHA-256'; readonly key?: string | undefined; readonly value: string }
    | undefined
  /** What the person decided. */
  readonly decision: RecordedDecision
  /** What was taken out of this record later. */
  readonly erased: readonly string[]
  /** What was masked in this record later. */
  readonly masked: readonly string[]
}

interface RecordedPack {
  readonly name: string
  readonly version: string
  readonly digest: string
  /** The rules about danger or of law over which the host let it prevail. */
  readonly admitted?: readonly string[] | undefined
}

interface RecordedAction {
  readonly action: string
  readonly status: Status
  readonly certainty: Certainty
  readonly urgency: Urgency
  /** The rules that say so. */
  readonly because: readonly string[]
  /** The other published positions that were told. */
  readonly divided?: readonly { readonly rule: string; readonly position: string }[] | undefined
}

interface RecordedSetAside {
  readonly action: string
  readonly force: Force
  readonly because: readonly string[]
  readonly gaveWayTo: readonly { readonly rule: string; readonly by: Settlement }[]
  readonly owed: readonly string[]
}

interface RecordedDecision {
  /** Followed it, did otherwise, put it off, or consulted first. */
  readonly choice: Decision
  /** The step that was planned. */
  readonly step?: string | undefined
  /** The suggested actions that were taken up. */
  readonly taken: readonly string[]
  /** The card that was answered. */
  readonly card?: string | undefined
  /** Why the person decided otherwise, as a code. */
  readonly reason?: { readonly code: string; readonly system: string } | undefined
}
