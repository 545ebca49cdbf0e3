import * as z from 'zod'
import { whyNot as wanting } from '../../consult/whyNot.js'
import { common, dayOf, status } from './shapes.js'
import type { Tool } from './tool.js'

const input = z.object({ ...common, action: z.string() })
const output = z.object({
  label: z.string(),
  status: status.nullable(),
  rules: z.array(
    z.object({
      rule: z.string(),
      because: z.string(),
      wanting: z.array(z.object({ fact: z.string(), label: z.string(), open: z.boolean() })),
      excepted: z.array(z.string()),
    }),
  ),
})

const rulesShown = 5

export const whyNot: Tool<typeof input, typeof output> = {
  name: 'why_not',
  title: 'Why an action is not advised',
  description: 'Which rules would ask for an action, and which of their conditions fail or are not known (open).',
  input,
  output,
  run({ situation, action }, desk) {
    const told = wanting(situation, desk.pack, { action, ...dayOf(desk) })
    const rules = told.rules.slice(0, rulesShown).map((one) => ({
      rule: one.rule,
      because: desk.say(one.because),
      wanting: one.wanting.map(({ fact, label, open }) => ({ fact, label: desk.say(label), open })),
      excepted: one.excepted.map(({ because }) => desk.say(because)),
    }))
    const label = desk.say(told.label)
    return { result: { label, status: told.status, rules }, text: `${label}: ${told.status ?? '–'}` }
  },
}
