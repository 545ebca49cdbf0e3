/* The entry `timbang/note`: one text for the file, and what moved since last time. */

export type { SaidOfAction } from '../advise/rankActions.js'
export { type Decision, type NoteOptions, note } from './note.js'
export {
  type ByAnswers,
  type MovedSince,
  type SinceLastTime,
  sinceLastTime,
  type Weakened,
} from './sinceLastTime.js'
export { sinceLines } from './sinceLines.js'
