import * as z from 'zod'
import { checkIterable, optionsGiven } from '../../options.js'
import type { Pack } from '../../pack/pack.js'
import { type StepAnswer, type StepGround, stepAnswers, stepGrounds } from '../../vocabulary.js'
import { parseInput } from '../parseInput.js'
import { checkStep } from './checkStep.js'
import type { StepOptions } from './stepOptions.js'

/** A step that was taken, or could be, in a situation. */
export interface PlannedStep<S> {
  readonly situation: S
  readonly step: string
  readonly done?: readonly string[]
}

/** How many checks of steps may end how. */
export interface StepBudgetOptions extends Pick<StepOptions, 'at' | 'key' | 'on' | 'framework'> {
  /** Per hundred steps, so that people are not asked until they no longer read. */
  readonly limits?: { readonly [A in StepAnswer]?: number } | undefined
}

/** How steps would be answered, before any is held up. */
export interface StepBudget {
  readonly steps: number
  /** Per hundred, to one decimal. */
  readonly perHundred: Readonly<Record<StepAnswer, number>>
  readonly grounds: Readonly<Record<StepGround, number>>
  readonly exceeded: readonly { readonly limit: StepAnswer; readonly most: number; readonly found: number }[]
}

const limitsSchema = z.partialRecord(z.enum(stepAnswers), z.number().min(0).max(100))

/**
 * Counts how steps would be answered, before an agent is held up by any: a guard that asks too often is waved through.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export async function stepBudget<S>(
  planned: Iterable<PlannedStep<NoInfer<S>>>,
  pack: Pack<S>,
  options: StepBudgetOptions,
): Promise<StepBudget> {
  const { limits, ...given } = optionsGiven<StepBudgetOptions>(options, {
    ...{ at: true, key: true, on: true, framework: true, limits: true },
  })
  checkIterable(planned, 'planned')
  const most = parseInput(limits ?? {}, limitsSchema, 'invalid-options', 'options.limits')
  const answers = new Map<StepAnswer, number>()
  const grounds = new Map<StepGround, number>()
  let steps = 0
  for (const { situation, step, done } of planned) {
    const { answer, ground } = await checkStep(situation, pack, { ...given, step, done, shadow: true })
    steps += 1
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    grounds.set(ground, (grounds.get(ground) ?? 0) + 1)
  }
  const per = (answer: StepAnswer) => (steps === 0 ? 0 : Math.round((1_000 * (answers.get(answer) ?? 0)) / steps) / 10)
  return {
    steps,
    perHundred: each(stepAnswers, per),
    grounds: each(stepGrounds, (ground) => grounds.get(ground) ?? 0),
    exceeded: stepAnswers.flatMap((limit) => {
      const [allowed, found] = [most[limit], per(limit)]
      return allowed !== undefined && found > allowed ? [{ limit, most: allowed, found }] : []
    }),
  }
}

function each<K extends string, V>(keys: readonly K[], value: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
