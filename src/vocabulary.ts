/** The word lists of timbang; every other file takes its words and the types made from them from here. */

/** The languages in which everything a worker reads exists. */
export const locales = ['en', 'id'] as const
export type Locale = (typeof locales)[number]

/** A sentence or phrase in every language of its pack: in all of these, unless the pack says that it speaks fewer. */
export type Text = Readonly<Record<Locale, string>>

/** How strongly a rule pushes an action: towards it (must, should, may) or away from it (should not, must not). */
export const forces = ['must', 'should', 'may', 'should-not', 'must-not'] as const
export type Force = (typeof forces)[number]

/** What one rule says about one situation. */
export const outcomes = ['applies', 'presumed', 'excepted', 'undetermined', 'does-not-apply'] as const
export type Outcome = (typeof outcomes)[number]

/** What the rules together say about one action. */
export const statuses = ['must', 'must-not', 'contested', 'should', 'should-not', 'may'] as const
export type Status = (typeof statuses)[number]

/** How surely they say it: whatever is still unknown (firm), while a danger is open (depends), on stated assumptions (presumed). */
export const certainties = ['firm', 'depends', 'presumed'] as const
export type Certainty = (typeof certainties)[number]

/** What sort of situation it is, told before anything else. */
export const kinds = ['dilemma', 'divided', 'settled', 'one-sided', 'undetermined', 'not-covered'] as const
export type Kind = (typeof kinds)[number]

/** How soon something must be done, the most pressing first. */
export const urgencies = ['immediate', 'prompt', 'routine'] as const
export type Urgency = (typeof urgencies)[number]

/** How a fact is told from a story: it is stated there, it follows by criteria, or a person judges it; what is not marked is judged. */
export const factClasses = ['stated', 'by-criteria', 'judged'] as const
export type FactClass = (typeof factClasses)[number]

/** What a coder writes where the story does not say: the third answer beside yes and no. */
export const notSaid = 'not-said'

/** On what a rule rests. */
export const bases = ['law', 'code', 'practice'] as const
export type Basis = (typeof bases)[number]

/** What settles a collision of two claims. */
export const settlements = ['exception', 'force', 'framework', 'undecided'] as const
export type Settlement = (typeof settlements)[number]

/** How far a source was verified: in its own text, through another text, or not. */
export const verifications = ['primary', 'secondary', 'no'] as const
export type Verification = (typeof verifications)[number]

export const sourceKinds = ['law', 'code', 'text', 'framework', 'literature'] as const

/** The operators of json-rules-engine that the rule language admits. */
export const operators = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'contains',
  'doesNotContain',
] as const
export type Operator = (typeof operators)[number]

/** The fact that says which country's law applies; a rule's `jurisdiction` is compiled to a condition on it. */
export const jurisdictionFact = 'case.jurisdiction'

/** The fact that tells a finer place than the country, where law differs within it. */
export const regionFact = 'case.region'

/**
 * Characters that a terminal or a page obeys or hides instead of showing: control characters, those that turn the direction,
 * marks of byte order, letters for machines only, and halves of letters.
 */
export const controlCharacters = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u

/** How much an exercise asks of a learner. */
export const vignetteLevels = ['introductory', 'intermediate', 'advanced'] as const
export type VignetteLevel = (typeof vignetteLevels)[number]

/** What a question of an exercise asks for. */
export const questionKinds = [
  'is-it-a-dilemma',
  'must',
  'must-not',
  'at-stake',
  'principle',
  'reasons',
  'decision',
  'ask-first',
  'turning-point',
  'owed',
  'framework',
  'which-first',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Whether a choice is right; `partly` earns half, `open` is marked neither right nor wrong, since nothing decides it. */
export const choiceMarks = ['right', 'partly', 'wrong', 'open'] as const
export type ChoiceMark = (typeof choiceMarks)[number]

/**
 * Where a choice comes from: the rules that hold here, or, of what is not right, a rule in doubt, a rule beside those that
 * hold, or the same case with one fact different. Whether it is a dilemma has a fixed list of answers; of those that no such
 * case would give, the origin is the list.
 */
export const choiceOrigins = ['key', 'rule-in-doubt', 'neighbouring-rule', 'flipped-case', 'fixed-list'] as const
export type ChoiceOrigin = (typeof choiceOrigins)[number]

/**
 * By what a planned step is spoken against: it gave way to what is advised, or cannot be done beside it; an exception undid
 * what would ask for it; or wherever a rule of the pack speaks of it, that rule speaks against it.
 */
export const objectionGrounds = ['what-prevails', 'what-is-advised', 'exception', 'every-rule'] as const
export type ObjectionGround = (typeof objectionGrounds)[number]

/** Why a person decides otherwise: a starter set, to which a host may add; published sets for medicine do not fit ethics. */
export const overrideReasonCodes = [
  'will-follow-up',
  'already-done',
  'facts-differ',
  'client-decides-otherwise',
  'would-endanger',
  'agreed-in-supervision',
  'order-or-law',
  'other-duty-weighs-more',
  'task-of-another',
  'not-possible-now',
  'rule-does-not-fit',
] as const
export type OverrideReason = (typeof overrideReasonCodes)[number]

/** What is answered of a step that somebody, or something, is about to take, in the order of precedence. */
export const stepAnswers = ['do-not', 'first', 'missing', 'person', 'go'] as const
export type StepAnswer = (typeof stepAnswers)[number]

/** Why that is answered. */
export const stepGrounds = [
  'forbidden',
  'advised-against',
  'objection',
  'comes-before',
  'at-once',
  'open',
  'law-not-covered',
  'contested',
  'depends',
  'presumed',
  'danger-open',
  'exception',
  'silent',
  'asked-for',
  'permitted',
] as const
export type StepGround = (typeof stepGrounds)[number]
