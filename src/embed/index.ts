export { type Budget, type BudgetLimits, type BudgetOptions, budget, type NearDuplicate } from './budget.js'
export type { Card, Coding, Indicator, Suggestion } from './card.js'
export { type CardOptions, cards } from './cards.js'
export { budgetChart } from './chart.js'
export { type Decision, decisions, overrideReasons, type Reasons, reasonSystem } from './choices.js'
export { type CardOutcome, type Feedback, type FeedbackOptions, parseFeedback } from './feedback.js'
export { type DiscoveryOptions, discovery, type HookRequest, type HookService, parseRequest } from './hooks.js'
export { pseudonym } from './identity.js'
export { type CardKind, cardKinds } from './plan.js'
export { parseRecord, type RecordOptions, type Redaction, record, redact } from './record.js'
export type { DecisionRecord, StatedValue } from './recordShape.js'
export {
  type ActionReplayed,
  type Replay,
  type ReplayOptions,
  type RuleReplayed,
  replay,
  type WasAndNow,
} from './replay.js'
export { isScreened, type Screened, type ScreenOptions, screen, type Unreadable } from './screen.js'
export { version } from './version.js'
