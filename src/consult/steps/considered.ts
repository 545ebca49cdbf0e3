import { TimbangError, unfitOption, unknownName } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { plainCopy } from '../../pack/plainData.js'
import type { WeighOptions } from '../../weigh/assess.js'

/** The step that is no action: to wait, and do nothing now. */
export const waiting = 'wait'

/** The steps on the table: each the name of an action, several names for a plan, or `wait`. */
export interface StepsOptions extends WeighOptions {
  readonly steps: readonly (string | readonly string[])[]
}

const limits = { depth: 2, nodes: 5_000, text: 500, letters: 100_000, keys: 0 }

/**
 * The actions of each step, none for waiting.
 * @throws TimbangError `invalid-options` where there are not two, one is not known, or one stands there twice
 */
export function consideredSteps<S>(steps: unknown, pack: Pack<S>): readonly (readonly string[])[] {
  const plain = plainCopy(steps, 'options.steps', limits)
  if ('issues' in plain) throw new TimbangError('invalid-options', plain.issues)
  const { value } = plain
  if (!Array.isArray(value) || value.length < 2)
    throw unfitOption('options.steps', 'must be a list of two steps or more')
  const considered = value.map((step, i) => consideredStep(step, `options.steps[${i}]`, pack))
  const keys = considered.map((names) => [...names].sort().join())
  const again = keys.findIndex((key, i) => keys.indexOf(key) < i)
  if (again === -1) return considered
  throw unfitOption(
    `options.steps[${again}]`,
    `is the same step as \`options.steps[${keys.indexOf(keys[again] as string)}]\``,
  )
}

function consideredStep<S>(step: unknown, place: string, pack: Pack<S>): readonly string[] {
  if (step === waiting && !pack.actions.has(waiting)) return []
  const names: unknown = typeof step === 'string' ? [step] : step
  if (!isNames(names)) throw unfitOption(place, 'must be the name of an action, a list of such names, or `wait`')
  const [strange] = names.filter((name) => !pack.actions.has(name))
  if (strange !== undefined)
    throw new TimbangError('invalid-options', [
      unknownName(place, 'no action of the pack has this name', strange, pack.actions.keys()),
    ])
  if (new Set(names).size < names.length) throw unfitOption(place, 'holds an action twice')
  return names
}

function isNames(names: unknown): names is readonly string[] {
  return Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string')
}
