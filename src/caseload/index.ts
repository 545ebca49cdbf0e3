export type { SaidOfAction } from '../advise/rankActions.js'
export type { ActionMoved, AdviceMoved } from '../consult/moved.js'
export { affectedWhere } from './affected/affectedWhere.js'
export type { Weighed } from './affected/packChange.js'
export { changeReport } from './changeReport.js'
export { type BeginOptions, type Begun, beginReading, beginWeighing, type WeighingOptions } from './database/begin.js'
export type { Caseload } from './database/caseload.js'
export {
  type CaseMoved,
  type CaseSaid,
  type CaseUnreadable,
  type ChangeSummary,
  changeSummary,
  movedCases,
  saidCases,
  unreadableCases,
} from './database/changes.js'
export { type Forgotten, forget } from './database/forget.js'
export { type Held, type Progress, pause, progress, resume } from './database/progress.js'
export type { CaseSource } from './database/tables.js'
export { type WorkEnd, type WorkOptions, work } from './database/work.js'
export { type NormalForm, normalForm } from './form/normalForm.js'
export type { Said } from './said.js'
