export type { WasAndNow } from '../consult/moved.js'
export type { StepAnswer, StepGround } from '../vocabulary.js'
export type { Card, Coding, Indicator, Suggestion } from './cards/card.js'
export { type CardKind, cardKinds } from './cards/cardDrafts.js'
export { type CardOptions, cards } from './cards/cards.js'
export { type CardOutcome, type Feedback, type FeedbackOptions, parseFeedback } from './cards/feedback.js'
export { type DiscoveryOptions, discovery, type HookRequest, type HookService, parseRequest } from './cards/hooks.js'
export { overrideReasons, type Reasons, reasonSystem } from './cards/overrideReasons.js'
export { type Decision, type DecisionRecord, decisions, type StatedValue } from './record/decisionRecord.js'
export { pseudonym } from './record/identifiers.js'
export { parseRecord, type RecordOptions, type Redaction, record, redact } from './record/record.js'
export {
  type ActionReplayed,
  type Replay,
  type ReplayOptions,
  type RuleReplayed,
  replay,
} from './record/replay.js'
export { type Budget, type BudgetLimits, type BudgetOptions, budget, type NearDuplicate } from './screening/budget.js'
export { budgetChart } from './screening/budgetChart.js'
export type { LineIssue } from './screening/columns.js'
export { type ScreenOptions, screen } from './screening/screen.js'
export { isScreened, type Screened, type Unreadable } from './screening/screened.js'
export {
  type Approval,
  type ApprovalFault,
  type ApprovedStep,
  type ApproveOptions,
  approvedStep,
  approveStep,
} from './steps/approval.js'
export { checkStep } from './steps/checkStep.js'
export { type PlannedStep, type StepBudget, type StepBudgetOptions, stepBudget } from './steps/stepBudget.js'
export type { StepOptions } from './steps/stepOptions.js'
export type { StepCheck, StepDigests, StepReason } from './steps/stepShape.js'
export { version } from './version.js'
