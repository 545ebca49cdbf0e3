import * as z from 'zod'
import { nextQuestion as next } from '../../consult/interview.js'
import { common, dayOf, question, questionIn, status } from './shapes.js'
import type { Tool } from './tool.js'

const input = z.object({ ...common, elicit: z.boolean().optional().describe('false: only tell the question') })
const output = z.object({
  question: question.nullable(),
  why: z.string(),
  wouldChange: z.array(z.object({ label: z.string(), from: status.nullable(), to: status.nullable() })),
  /** The situation with what the person answered meanwhile. */
  situation: z.record(z.string(), z.unknown()),
})

export const nextQuestion: Tool<typeof input, typeof output> = {
  name: 'next_question',
  title: 'The question that matters most',
  description:
    'The one fact to ask about now, danger first, and what hangs on it. Asked of the person where the client can; what they answered stands in the returned situation. Never answer it yourself. null: nothing left to ask.',
  input,
  output,
  run({ situation }, desk) {
    const found = next(situation, desk.pack, dayOf(desk))
    const result = {
      question: found ? questionIn(desk, found) : null,
      why: found?.why ? desk.say(found.why) : '',
      wouldChange: (found?.wouldChange ?? []).map(({ label, from, to }) => ({ label: desk.say(label), from, to })),
      situation,
    }
    return { result, text: result.question?.ask ?? '', ask: found ?? undefined }
  },
}
