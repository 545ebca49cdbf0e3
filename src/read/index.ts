export type { FactClass } from '../vocabulary.js'
export type { ConfirmReason, RefusalReason } from '../words/shapes/read.js'
export type { CodedValue, Coding } from './coding.js'
export { type CodingSheet, codingSheet, type SheetFact, type SheetOptions, type SheetPiece } from './codingSheet.js'
export { type CodingComparison, type CodingPart, compareCodings, type ReadSituation } from './compareCodings.js'
export type { Span } from './quotation.js'
export {
  type ReadFact,
  type Reading,
  type ReadOptions,
  type Refused,
  readCoding,
  type ToConfirm,
} from './readCoding.js'
export type { CodingSchema } from './sheetSchema.js'
