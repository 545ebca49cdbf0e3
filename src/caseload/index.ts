export { affectedWhere } from './affected/affectedWhere.js'
export type { Weighed } from './affected/packChange.js'
export { type BeginOptions, type Begun, beginReading, beginWeighing, type WeighingOptions } from './begin.js'
export type { Caseload } from './caseload.js'
export { changeReport } from './changeReport.js'
export {
  type CaseMoved,
  type CaseSaid,
  type CaseUnreadable,
  type ChangeSummary,
  changeSummary,
  movedCases,
  saidCases,
  unreadableCases,
} from './changes.js'
export { type Forgotten, forget } from './forget.js'
export { type NormalForm, normalForm } from './form/normalForm.js'
export type { ActionMoved, AdviceMoved } from './moved.js'
export { type Progress, pause, progress, resume } from './progress.js'
export type { Said } from './said.js'
export type { CaseSource } from './store/tables.js'
export { type WorkEnd, type WorkOptions, work } from './work.js'
