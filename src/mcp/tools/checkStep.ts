import * as z from 'zod'
import { checkStep as check } from '../../embed/steps/checkStep.js'
import { stepAnswers, stepGrounds } from '../../vocabulary.js'
import { action, actionIn, common, question, questionIn, urgency } from './shapes.js'
import type { Tool } from './tool.js'

const input = z.object({
  ...common,
  step: z.string().describe('An action of timbang://actions'),
  call: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What the tool that does it is given; kept as a digest only'),
  done: z.array(z.string()).optional().describe('Actions that were done already'),
  elicit: z.boolean().optional().describe('false: never ask the person'),
})
const digest = z.string()
const output = z.object({
  step: z.string(),
  answer: z.enum(stepAnswers),
  ground: z.enum(stepGrounds),
  says: z.string(),
  because: z.array(z.object({ rule: z.string(), because: z.string(), sources: z.array(z.string()) })),
  first: z.array(action),
  missing: z.array(question),
  obligations: z.array(action),
  instead: z.array(action),
  urgency,
  digests: z.object({ situation: digest, step: digest, rules: digest }),
  expires: z.string(),
  situation: z.record(z.string(), z.unknown()).describe('With what the person answered meanwhile'),
})

export const checkStep: Tool<typeof input, typeof output> = {
  name: 'check_step',
  title: 'Check a step before it is done',
  description:
    'Call before doing anything for or about a client. Answers do-not, first, missing, person or go. Only go lets you act, with its obligations; person: a human decides; silence is never go.',
  input,
  output,
  async run({ situation, step, call, done }, desk) {
    const options = { step, at: desk.now(), key: desk.key, call, done, on: desk.on }
    const told = await check(situation, desk.pack, options)
    const named = (some: typeof told.first) => some.map((one) => actionIn(desk, one))
    const result = {
      step,
      answer: told.answer,
      ground: told.ground,
      says: desk.say(told.says),
      because: told.because.map(({ rule, because, sources }) => ({
        rule,
        because: desk.say(because),
        sources: sources.map(({ cite }) => desk.say(cite)),
      })),
      first: named(told.first),
      missing: told.missing.map((one) => questionIn(desk, one)),
      obligations: named(told.obligations),
      instead: named(told.instead),
      urgency: told.urgency,
      digests: told.digests,
      expires: told.expires,
      situation,
    }
    return { result, text: result.says, ask: told.answer === 'missing' ? told.missing[0] : undefined }
  },
}
