import * as z from 'zod'
import { whatIf as suppose } from '../../consult/whatIf.js'
import { situation as change, common, dayOf, status, urgency } from './shapes.js'
import type { Tool } from './tool.js'

const input = z.object({ ...common, change: change.describe('The facts that are supposed otherwise') })
const both = <T extends z.ZodType>(one: T) => z.object({ from: one, to: one })
const output = z.object({
  urgency: both(urgency),
  actions: z.array(z.object({ action: z.string(), label: z.string(), from: status.nullable(), to: status.nullable() })),
})

export const whatIf: Tool<typeof input, typeof output> = {
  name: 'what_if',
  title: 'What would change',
  description: 'What would be advised otherwise if some facts were otherwise.',
  input,
  output,
  run({ situation, change: supposed }, desk) {
    const { urgency: sooner, actions } = suppose(situation, desk.pack, { change: supposed, ...dayOf(desk) })
    const told = actions.map((one) => ({ ...one, label: desk.say(one.label) }))
    return {
      result: { urgency: sooner, actions: told },
      text: told.map(({ label, from, to }) => `${label}: ${from ?? '–'} → ${to ?? '–'}`).join('\n'),
    }
  },
}
