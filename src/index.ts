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
export type { Answer, Change, Question } from './witness.js'
