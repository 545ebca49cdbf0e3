import * as z from 'zod'
import { advise } from '../../advise/advise.js'
import { render } from '../../render/render.js'
import { kinds } from '../../vocabulary.js'
import { action, actionIn, certainty, common, dayOf, question, questionIn, status, urgency } from './shapes.js'
import type { Tool } from './tool.js'

const input = z.object(common)
const output = z.object({
  kind: z.enum(kinds),
  urgency,
  danger: z.boolean(),
  actions: z.array(
    action.extend({
      status,
      certainty,
      urgency,
      because: z.string(),
      sources: z.array(z.string()),
      standing: z.boolean(),
    }),
  ),
  setAside: z.array(action.extend({ owed: z.array(action) })),
  questions: z.array(question),
})

export const weigh: Tool<typeof input, typeof output> = {
  name: 'weigh',
  title: 'Weigh a situation',
  description:
    'What must, should, may, should not and must not be done in a social-work situation, why, by which source, what gave way, and what to ask. Show the person the whole text. Silence permits nothing.',
  input,
  output,
  async run(given, desk) {
    const advice = await advise(given.situation, desk.pack, dayOf(desk))
    const cited = (rule: string) =>
      (advice.rules[rule]?.sources ?? []).flatMap((name) => advice.sources[name]?.cite ?? []).map(desk.say)
    return {
      result: {
        kind: advice.kind,
        urgency: advice.urgency,
        danger: advice.danger,
        actions: advice.actions.map((one) => ({
          ...actionIn(desk, one),
          status: one.status,
          certainty: one.certainty,
          urgency: one.urgency,
          because: one.because[0] ? desk.say(one.because[0].because) : '',
          sources: one.because[0] ? cited(one.because[0].rule) : [],
          standing: one.standing,
        })),
        setAside: advice.setAside.map((one) => ({
          ...actionIn(desk, one),
          owed: one.owed.map((owed) => actionIn(desk, owed)),
        })),
        questions: advice.questions.map((one) => questionIn(desk, one)),
      },
      text: render(advice, { as: 'text', locale: desk.locale }),
    }
  },
}
