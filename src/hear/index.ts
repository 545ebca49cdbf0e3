/* The entry `timbang/hear`: which facts a story in everyday words may tell, offered to be ticked. */

export { type Heard, type HeardStatement, type HearOptions, hear, type Place, type Proposal } from './hear.js'
export { type Matter, matters } from './matters.js'
export type { SpeechMark } from './spoken.js'
