import * as z from 'zod'
import type { StepReason } from '../../consult/steps/comparedStep.js'
import { compareSteps as compared } from '../../consult/steps/compareSteps.js'
import { stepLines } from '../../render/consult/compareSteps.js'
import { action, actionIn, common, dayOf, question, status } from './shapes.js'
import type { Desk, Tool } from './tool.js'

const input = z.object({
  ...common,
  steps: z
    .array(z.union([z.string(), z.array(z.string())]))
    .describe('Two or more: an action each, a list of actions for a plan, or "wait"'),
})
const reason = z.object({ rule: z.string(), because: z.string() })
const output = z.object({
  steps: z.array(
    z.object({
      actions: z.array(action),
      says: status.nullable(),
      unspoken: z.boolean(),
      for: z.array(reason),
      against: z.array(reason),
      owed: z.array(action),
      first: z.array(action),
      hangsOn: z.array(question.pick({ fact: true, ask: true, danger: true })),
      level: z.boolean(),
    }),
  ),
})

export const compareSteps: Tool<typeof input, typeof output> = {
  name: 'compare_steps',
  title: 'Steps side by side',
  description:
    'Steps that somebody considers, waiting among them, in the order in which the rules put them (level: no lower than the one before): what is for and against each, what it leaves owed, what comes first. unspoken permits nothing.',
  input,
  output,
  run({ situation, steps }, desk) {
    const found = compared(situation, desk.pack, { steps, ...dayOf(desk) })
    return {
      result: {
        steps: found.steps.map((step) => ({
          actions: step.actions.map((one) => actionIn(desk, one)),
          says: step.says,
          unspoken: step.unspoken,
          for: reasonsIn(desk, step.for),
          against: reasonsIn(desk, step.against),
          owed: step.owed.map((one) => actionIn(desk, one)),
          first: step.first.map((one) => actionIn(desk, one)),
          hangsOn: step.hangsOn.map(({ fact, ask, danger }) => ({ fact, ask: desk.say(ask), danger })),
          level: step.level,
        })),
      },
      text: stepLines(found, desk.locale).join('\n'),
    }
  },
}

function reasonsIn(desk: Desk, some: readonly StepReason[]) {
  return some.map(({ rule, because }) => ({ rule, because: desk.say(because) }))
}
