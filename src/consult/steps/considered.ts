import { TimbangError, unfitOption, unknownName } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import type { WeighOptions } from '../../weigh/assess.js'

/** The step that is no action: to wait, and do nothing now. */
export const waiting = 'wait'

/** The steps on the table: each the name of an action, several names for a plan, or `wait`. */
export interface StepsOptions extends WeighOptions {
  readonly steps: readonly (string | readonly string[])[]
}

/** The actions of each step, none for waiting. @throws TimbangError `invalid-options` where there are not two, or one is not known */
export function consideredSteps<S>({ steps }: StepsOptions, pack: Pack<S>): readonly (readonly string[])[] {
  if (!Array.isArray(steps) || steps.length < 2)
    throw unfitOption('options.steps', 'must be a list of two steps or more')
  return steps.map((step, i) => {
    const place = `options.steps[${i}]`
    if (step === waiting && !pack.actions.has(waiting)) return []
    const names: unknown = typeof step === 'string' ? [step] : step
    if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string'))
      throw unfitOption(place, 'must be the name of an action, a list of such names, or `wait`')
    for (const name of names as string[])
      if (!pack.actions.has(name))
        throw new TimbangError('invalid-options', [
          unknownName(place, 'no action of the pack has this name', name, pack.actions.keys()),
        ])
    return [...new Set(names as string[])]
  })
}
