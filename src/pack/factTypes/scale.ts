import { operators } from '../../vocabulary.js'
import type { FactTypeShape } from './factType.js'
import { valueNames, wordList } from './wordList.js'

/** One word of an ordered list, the lowest first; it is compared by its rank. */
export const scale: FactTypeShape = {
  ...wordList,
  hasSteps: true,
  operators: operators.filter((operator) => operator !== 'contains' && operator !== 'doesNotContain'),
  compared: (fact, word) => valueNames(fact).indexOf(word as string),
  fromCompared: (fact, rank) => valueNames(fact)[rank as number] as string,
}
