import * as z from 'zod'
import { codedIssue } from '../../errors.js'
import { asItIs, type FactTypeShape } from './factType.js'

/** Yes or no. */
export const yesNo: FactTypeShape = {
  ...asItIs,
  operators: ['equal', 'notEqual'],
  input: 'choice',
  json: 'boolean',
  canBeDerived: true,
  hasValue: (_, value) => typeof value === 'boolean',
  schema: () => z.boolean(),
  misfit: (place) => codedIssue(place, 'must-be-yes-no'),
  inMessages: () => 'it is `true` or `false`, without quotes',
  values: () => [true, false],
  valuesNear: () => [true, false],
  hasOneOf: (fact, values) => values.map((value) => ({ fact, operator: 'equal', value })),
  typeScript: () => 'boolean | null',
}
