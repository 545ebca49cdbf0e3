import * as z from 'zod'
import { codedIssue } from '../../errors.js'
import type { Scalar } from '../conditions.js'
import { asItIs, type Declared, type FactTypeShape } from './factType.js'
import { scale } from './scale.js'

/** A number, between limits where it has any. */
export const number: FactTypeShape = {
  ...asItIs,
  operators: scale.operators,
  input: 'number',
  json: 'number',
  hasLimits: true,
  canMarkDanger: false,
  hasValue: isWithin,
  schema: ({ min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }) => z.number().min(min).max(max),
  misfit: (place, { min, max }) =>
    codedIssue(place, 'must-be-number', { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }),
  inMessages({ min, max }) {
    const [from, to] = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` to ${max}`]
    return `it is a number${from}${to}, without quotes`
  },
  values(fact, comparedWith) {
    const limits = comparedWith.filter((constant) => typeof constant === 'number')
    const around = limits.flatMap((limit) => [limit - 1, limit, limit + 1])
    return [...new Set(around)].filter((value) => isWithin(fact, value))
  },
  valuesNear: (fact, constant) =>
    [Number(constant), Number(constant) - 1, Number(constant) + 1].filter((value) => isWithin(fact, value)),
  hasOneOf: (fact, value) => [{ fact, operator: 'in', value }],
  typeScript: () => 'number | null',
}

function isWithin({ min, max }: Declared, value: Scalar): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  return (min === undefined || value >= min) && (max === undefined || value <= max)
}
