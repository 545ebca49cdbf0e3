import type { DependingDuty } from '../ask/dependingDuties.js'
import type { Answer, Question } from '../ask/question.js'
import type { Judged } from '../pack/evaluation.js'
import type { Principle, Role, Source } from '../pack/packSource.js'
import type { Basis, Certainty, Force, Kind, Settlement, Status, Text, Urgency } from '../vocabulary.js'
import type { Agreement } from '../weigh/frameworkOpinions.js'

/** What the rules together support saying about a situation: plain JSON that carries its own words, in every language. */
export interface Advice {
  /** The version of this shape. */
  readonly format: 1
  readonly packs: readonly {
    readonly name: string
    readonly version: string
    readonly title: Text
    readonly digest: string
    /** The rules about danger or of law of the other packs over which the host has let this one prevail. */
    readonly admitted?: readonly string[]
  }[]
  /** The languages of its texts, where the pack does not speak all. */
  readonly locales?: readonly string[]
  /** The day whose rules were in force. */
  readonly on: string
  /** Which country's law applies, where it was stated. */
  readonly jurisdiction?: Answer
  /** That the pack knows next to no law of that country, where this is so. */
  readonly lawNotCovered?: Text
  /** The framework that the caller named, if any. */
  readonly framework?: string
  readonly kind: Kind
  readonly urgency: Urgency
  /** Whether a sign of danger to someone is stated. */
  readonly danger: boolean
  readonly actions: readonly AdvisedAction[]
  /** What would be asked for or permitted and is stated to be done, where anything is. */
  readonly done?: readonly DoneAction[]
  readonly setAside: readonly SetAside[]
  readonly dilemmas: readonly Dilemma[]
  /** How to go on where nothing decides; only with a dilemma. */
  readonly procedure?: {
    readonly actions: readonly NamedAction[]
    readonly because: Text
    readonly sources: readonly string[]
  }
  /** The presumed facts on which this rests. */
  readonly presumed: readonly Presumed[]
  /** What would be owed if what is not known proved to be so: of the rules in doubt for a stated reason, by what decides them. */
  readonly depending?: readonly DependingDuty[]
  readonly questions: readonly Question[]
  /** What was asked and is still not known, marked where it bears on danger. */
  readonly unanswered: readonly { readonly fact: string; readonly ask: Text; readonly danger?: true }[]
  readonly frameworks: readonly FrameworkView[]
  /** Every rule that holds and is named above, by name. */
  readonly rules: Readonly<Record<string, Ground>>
  readonly principles: Readonly<Record<string, Omit<Principle, 'name'>>>
  readonly roles: Readonly<Record<string, Omit<Role, 'name'>>>
  readonly sources: Readonly<Record<string, Omit<Source, 'name'>>>
}

/** An advice whose questions were not looked for: `null`, since an empty list would say that nothing is left to ask. */
export interface UnaskedAdvice extends Omit<Advice, 'questions' | 'depending'> {
  readonly questions: null
}

/** An action with its words. */
export interface NamedAction {
  readonly action: string
  readonly label: Text
}

/** One action: what the rules say of it, how surely, how soon, and why. */
export interface AdvisedAction extends NamedAction {
  readonly status: Status
  readonly certainty: Certainty
  readonly urgency: Urgency
  /** Owed in nearly every situation, and told last. */
  readonly standing: boolean
  /** Right at once, whatever an open answer turns out to be: doing it in vain harms nobody. */
  readonly neverWaits?: true
  /** As long as it is asked for, nothing written may come into the hands of the client. */
  readonly keptFromClient?: true
  /** The advised action of which this is a part, and within which it is told. */
  readonly within?: string
  /** Whether it is told after the rest, where there is much to do; nothing that must or must not be done is. */
  readonly folded?: true
  readonly roles: readonly string[]
  /** How it is done, step by step, where the pack says so. */
  readonly steps?: readonly Text[]
  /** What can be said to the person in doing it, in the words of a worker. */
  readonly says?: readonly Text[]
  /** Whom to call about it, where the pack knows of anyone. */
  readonly contacts?: readonly ShownContact[]
  readonly because: readonly Reason[]
  /** The other published positions, where the profession is divided on it. */
  readonly divided?: readonly PublishedPosition[]
  readonly assumptions: {
    /** The danger facts that it is to find out; once they are known, it is done. */
    readonly findsOut: readonly string[]
    /** Where the duty would not arise, as far as that is not known. */
    readonly unless: readonly OpenUnless[]
    readonly presumed: readonly string[]
    readonly defeaters: readonly {
      readonly rule: string
      readonly action: string
      readonly force: Force
      readonly because: Text
    }[]
  }
}

/** Whom to call, how, about what and when; with the countries to choose from while none is stated. */
export interface ShownContact {
  readonly name: string
  readonly label: Text
  readonly reach: Text
  readonly helpsWith?: Text
  readonly hours?: Text
  readonly jurisdiction?: readonly string[]
}

/**
 * A published position that says something else than a rule that counts: what it would ask for, why, and what both agree on.
 * What the rule says, why and by which sources stands in `because` of the action and in `rules` of the advice.
 */
export interface PublishedPosition {
  /** The rule from which it differs. */
  readonly rule: string
  readonly position: string
  /** How sure it is that the rule counts: where it is firm, nothing that is learned takes the mark away. */
  readonly certainty: Certainty
  readonly asks: readonly (NamedAction & { readonly force: Force })[]
  readonly because: Text
  readonly agreed: Text
  readonly sources: readonly string[]
  /** Law of another place or time that says the same: for comparison, and no ground here. */
  readonly elsewhere?: readonly string[]
}

/** An action that is done: it is not asked for again; what comes next. */
export interface DoneAction extends NamedAction {
  /** What it would be, were it not done. */
  readonly status: Status
  readonly because: readonly Reason[]
  readonly next: Text
}

/** An `unless` of a rule that could still turn out to hold. */
export interface OpenUnless {
  readonly rule: string
  readonly name: string
  readonly because: Text
}

/** Where the duty would not arise, also of an advice that was kept when `unless` was still called `exceptions`. */
export function openUnless(assumptions: AdvisedAction['assumptions']): readonly OpenUnless[] {
  const former = assumptions as { readonly unless?: readonly OpenUnless[]; readonly exceptions?: readonly OpenUnless[] }
  return former.unless ?? former.exceptions ?? []
}

/** Why: the rule that asks for it, with what force, and its reason; more of the rule stands in `rules` of the advice. */
export interface Reason {
  readonly rule: string
  readonly force: Force
  readonly principle: string
  readonly because: Text
}

/** A rule that the advice rests on, with the condition tree that json-rules-engine confirmed. */
export interface Ground {
  readonly standard: Text
  readonly principles: readonly string[]
  readonly basis: Basis
  readonly role?: string
  readonly because: Text
  /** What it rests on here. */
  readonly sources: readonly string[]
  /** Law of another place or time that says the same: for comparison, and no ground here. */
  readonly elsewhere?: readonly string[]
  readonly conditions: Judged
  /** The facts of the situation that make it hold. */
  readonly facts: readonly { readonly fact: string; readonly label: Text; readonly answer: Answer }[]
}

/** A duty that gave way: to what, by what, and what is still owed to it. */
export interface SetAside extends NamedAction {
  readonly force: Force
  readonly because: readonly Reason[]
  readonly gaveWayTo: readonly {
    readonly rule: string
    readonly action: string
    readonly principle: string
    readonly basis: Basis
    readonly by: Settlement
    /** The pack that set it aside, where it is another one, and the host has admitted that. */
    readonly admitted?: string
  }[]
  readonly owed: readonly NamedAction[]
}

/** Principles between which nothing decides, both sides with their reasons and what is owed to the side not taken. */
export interface Dilemma {
  readonly between: readonly string[]
  readonly sides: readonly DilemmaSide[]
  readonly agreement: Agreement
  readonly opinions: readonly FrameworkOpinion[]
}

/** One side of a dilemma: what it asks, why, and what is owed to it if it is not taken. */
export interface DilemmaSide {
  readonly principle: string
  readonly actions: readonly (NamedAction & { readonly force: Force })[]
  readonly because: readonly Reason[]
  readonly owed: readonly NamedAction[]
}

/** How the frameworks see two principles that collide here, whatever settled it. */
export interface FrameworkView {
  readonly between: readonly string[]
  readonly settledBy: Settlement
  readonly prevails: string | null
  readonly agreement: Agreement
  readonly speak: number
  readonly opinions: readonly FrameworkOpinion[]
}

/** What one framework says of two principles that collide. */
export interface FrameworkOpinion {
  readonly framework: string
  readonly label: Text
  /** The principle that prevails; `null` where the framework is silent. */
  readonly prevails: string | null
  readonly guideline?: string
  readonly because?: Text
  /** Why it is silent: a condition of this guideline is not known. */
  readonly open?: string
}

/** A fact taken to be so while it is not stated. */
export interface Presumed {
  readonly fact: string
  readonly label: Text
  readonly answer: Answer
  readonly because: Text
  readonly sources: readonly string[]
}
