import { unfitOption } from '../errors.js'
import type { Advice, UnaskedAdvice } from './advice.js'

const lists = ['packs', 'actions', 'setAside', 'dilemmas', 'presumed', 'unanswered', 'frameworks'] as const
const named = ['rules', 'principles', 'roles', 'sources'] as const

/** @throws TimbangError `invalid-options` for what is no advice: something else, nothing, or one of which parts are missing */
export function checkAdvice(advice: unknown): asserts advice is Advice | UnaskedAdvice {
  const held = isObject(advice) ? advice : {}
  const questions = held.questions === null ? [] : held.questions
  const whole =
    held.format === 1 &&
    [...lists.map((part) => held[part]), questions].every((part) => Array.isArray(part) && part.every(isObject)) &&
    named.every((part) => isObject(held[part]))
  if (!whole) throw unfitOption('advice', 'must be what `advise` gave')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
