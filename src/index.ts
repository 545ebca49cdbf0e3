export type {
  Advice,
  AdvisedAction,
  Dilemma,
  DilemmaSide,
  DoneAction,
  FrameworkOpinion,
  FrameworkView,
  Ground,
  NamedAction,
  Presumed,
  PublishedPosition,
  Reason,
  SetAside,
  ShownContact,
  UnaskedAdvice,
} from './advise/advice.js'
export { type AdviseOptions, advise } from './advise/advise.js'
export type { DependingDuty } from './ask/dependingDuties.js'
export type { Answer, Asked, Change, Question, Supposed } from './ask/question.js'
export type { FactChange } from './consult/changes.js'
export {
  compareFrameworks,
  type FollowedFramework,
  type FrameworkComparison,
  type Parting,
} from './consult/compareFrameworks.js'
export {
  type Effect,
  type GivenAnswer,
  type Interview,
  type InterviewOptions,
  interview,
  nextQuestion,
  type Sitting,
  type Step,
} from './consult/interview.js'
export type { ComparedStep, StepComparison, StepQuestion, StepReason } from './consult/steps/comparedStep.js'
export { compareSteps } from './consult/steps/compareSteps.js'
export type { StepsOptions } from './consult/steps/considered.js'
export { type TurningPoint, type TurningPoints, turningPoints } from './consult/turningPoints.js'
export { type Unasked, type UnaskedReason, unasked } from './consult/unasked.js'
export { type FirstAction, type WhatIf, type WhatIfOptions, whatIf } from './consult/whatIf.js'
export { type StatedFact, type Why, why } from './consult/why.js'
export { type ActionOptions, type Wanting, type WhyNot, type WouldAsk, whyNot } from './consult/whyNot.js'
export type { EngineForm, StockForm } from './decide/engine.js'
export { engineForm, stockForm } from './decide/engineForm.js'
export { parseSituation } from './decide/situationGiven.js'
export { type ErrorCode, type Issue, TimbangError } from './errors.js'
export { type IssueCode, issueCodes } from './issueCodes.js'
export type { Conditions, Leaf } from './pack/conditions.js'
export type { Judged } from './pack/evaluation.js'
export { type ExtendOptions, extendPack } from './pack/extendPack.js'
export type { Fact, Facts, Presumption, PresumptionReason } from './pack/fact.js'
export type { Invariant, Invariants } from './pack/invariant.js'
export { type AnySituation, createPack, type Pack } from './pack/pack.js'
export type { PackPart, PackParts } from './pack/packParts.js'
export type {
  Action,
  Contact,
  ExtensionSource,
  Framework,
  Guideline,
  PackSource,
  Principle,
  Role,
  Source,
} from './pack/packSource.js'
export type { Push, Rule, Unless } from './pack/rule.js'
export { type RenderOptions, render } from './render/render.js'
export {
  type Basis,
  bases,
  type Certainty,
  certainties,
  type FactClass,
  type Force,
  factClasses,
  forces,
  type Kind,
  kinds,
  type Locale,
  locales,
  type Operator,
  type Outcome,
  operators,
  outcomes,
  type Settlement,
  type Status,
  settlements,
  statuses,
  type Text,
  type Urgency,
  urgencies,
  type Verification,
  verifications,
} from './vocabulary.js'
export type { WeighOptions } from './weigh/assess.js'
export { type InterfaceLanguage, interfaceLanguages } from './words/interfaceLanguages.js'
