import type { Fact } from '../../pack/fact.js'

/** How a whole number is typed: on a phone by digits, and within what the fact allows. */
export function numberInput({ min = 0, max }: Pick<Fact, 'min' | 'max'>) {
  return {
    type: 'number',
    inputMode: 'numeric',
    autocomplete: 'off',
    step: 1,
    min,
    ...(max !== undefined && { max }),
  } as const
}
