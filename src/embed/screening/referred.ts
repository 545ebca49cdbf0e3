import { TimbangError } from '../../errors.js'

/** A situation with its reference, if it has one. */
export function referred(given: unknown): { ref?: string; situation: unknown } {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, 'ref')) return { situation: given }
  const { ref, situation, ...others } = given as Record<string, unknown>
  if (typeof ref !== 'string' || !/^[0-9a-f-]{1,64}$/.test(ref))
    throw new TimbangError('invalid-situation', [
      { place: 'ref', message: 'must be a reference of digits, hyphens and the letters a to f, which holds no name' },
    ])
  if (Object.keys(others).length > 0)
    throw new TimbangError('invalid-situation', [{ place: 'line', message: 'has more than `ref` and `situation`' }])
  return { ref, situation }
}
