import type { FactTypeShape } from './factType.js'
import { wordList } from './wordList.js'

/** One word of a list, in no order. */
export const oneOf: FactTypeShape = {
  ...wordList,
  operators: ['equal', 'notEqual', 'in', 'notIn'],
}
