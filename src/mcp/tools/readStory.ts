import * as z from 'zod'
import { readCoding } from '../../read/readCoding.js'
import { confirmReasons, refusalReasons } from '../../words/shapes/read.js'
import { common } from './shapes.js'
import type { Tool } from './tool.js'

const span = z.object({ from: z.int(), to: z.int() })
const input = z.object({
  story: z.string().describe('The story, word for word; kept nowhere'),
  coding: z.record(z.string(), z.unknown()).describe('What it says of facts, as timbang://sheet/{matter} asks'),
  locale: common.locale,
})
const output = z.object({
  situation: z.record(z.string(), z.unknown()),
  refused: z.array(z.object({ place: z.int(), fact: z.string().optional(), reason: z.enum(refusalReasons) })),
  confirm: z.array(
    z.object({
      fact: z.string(),
      ask: z.string(),
      reason: z.enum(confirmReasons),
      counts: z.boolean(),
      says: z.string(),
    }),
  ),
  contradictions: z.array(z.array(z.string())),
  untold: z.array(span).describe('Sentences of the story that nothing was read from, by letters'),
})

export const readStory: Tool<typeof input, typeof output> = {
  name: 'read_story',
  title: 'Read a coded story',
  description:
    'Checks your coding of a story: what is quoted word for word counts, judgements and “no danger” become questions. Put what is to be confirmed before the person; never confirm it yourself.',
  input,
  output,
  run({ story, coding }, desk) {
    const read = readCoding(coding as never, story, desk.pack, { by: 'machine' })
    const confirm = read.confirm.map(({ fact, ask, reason, counts, says }) => ({
      fact,
      ask: desk.say(ask),
      reason,
      counts,
      says: desk.say(says),
    }))
    const { situation, contradictions, untold } = read
    return {
      result: {
        situation: situation as Record<string, unknown>,
        refused: read.refused.map(({ says: _, ...one }) => one),
        confirm,
        contradictions: contradictions.map((one) => [...one]),
        untold: untold.map((one) => ({ ...one })),
      },
      text: confirm.map(({ ask, says }) => `${ask} ${says}`).join('\n'),
    }
  },
}
