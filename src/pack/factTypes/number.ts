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
    const around = numbersOf(comparedWith).flatMap((limit) => [limit - 1, limit, limit + 1])
    return inOrder(around).filter((value) => isWithin(fact, value))
  },
  /** Every number compared with, and one below, between and above them; whole ones where there are. */
  toldApart({ min, max }, comparedWith) {
    const [least, most] = [min ?? -Number.MAX_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER]
    const inside = numbersOf(comparedWith).filter((one) => one >= least && one <= most)
    const cuts = inOrder([least, ...inside, most])
    const between = cuts.slice(1).map((above, i) => middle(cuts[i] as number, above))
    return [...inside, ...between, least, most]
  },
  jsonSchema: ({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }) => ({
    type: 'number',
    minimum: min,
    maximum: max,
  }),
  hasOneOf: (fact, value) => [{ fact, operator: 'in', value }],
  typeScript: () => 'number | null',
}

function isWithin({ min, max }: Declared, value: Scalar): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  return (min === undefined || value >= min) && (max === undefined || value <= max)
}

function numbersOf(constants: readonly Scalar[]): readonly number[] {
  return constants.filter((one) => typeof one === 'number')
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function middle(below: number, above: number): number {
  const next = Math.floor(below) + 1
  if (next < above) return Math.abs(below) > 1_000_000 ? above - 1 : next
  return (below + above) / 2
}
