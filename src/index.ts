export type {
  Advice,
  AdvisedAction,
  Dilemma,
  DilemmaSide,
  FrameworkOpinion,
  FrameworkView,
  Ground,
  NamedAction,
  Presumed,
  Reason,
  SetAside,
  UnaskedAdvice,
} from './advice.js'
export { type AdviseOptions, advise } from './advise.js'
export type { Facts, Judged } from './conditions.js'
export type { FactChange } from './consult/changes.js'
export {
  compareFrameworks,
  type FollowedFramework,
  type FrameworkComparison,
  type Parting,
} from './consult/compareFrameworks.js'
export {
  type Effect,
  type Interview,
  type InterviewOptions,
  interview,
  nextQuestion,
  type Sitting,
  type Step,
} from './consult/interview.js'
export { type TurningPoint, type TurningPoints, turningPoints } from './consult/turningPoints.js'
export { type Unasked, type UnaskedReason, unasked } from './consult/unasked.js'
export { type FirstAction, type WhatIf, type WhatIfOptions, whatIf } from './consult/whatIf.js'
export { type StatedFact, type Why, why } from './consult/why.js'
export { type ActionOptions, type Wanting, type WhyNot, type WouldAsk, whyNot } from './consult/whyNot.js'
export type { StockForm } from './engine.js'
export { type ErrorCode, type Issue, TimbangError } from './errors.js'
export { type ExtendOptions, extendPack } from './extendPack.js'
export type { Conditions, Fact, Leaf } from './facts.js'
export type { WeighOptions } from './outline.js'
export { type AnySituation, createPack, type Pack } from './pack.js'
export type { PackPart, PackParts } from './parts.js'
export { type RenderOptions, render } from './render/render.js'
export type {
  Action,
  Contact,
  ExtensionSource,
  Framework,
  Guideline,
  PackSource,
  Principle,
  Push,
  Role,
  Rule,
  Source,
  Unless,
} from './rule.js'
export { stockForm } from './stockForm.js'
export { forces, type Locale, locales, type Status, statuses, type Text } from './vocabulary.js'
export type { Answer, Asked, Change, Question } from './witness.js'
