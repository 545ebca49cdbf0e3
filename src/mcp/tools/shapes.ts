import * as z from 'zod'
import type { NamedAction } from '../../advise/advice.js'
import type { Asked } from '../../ask/question.js'
import { certainties, statuses, urgencies } from '../../vocabulary.js'
import { interfaceLanguages } from '../../words/interfaceLanguages.js'
import type { Desk } from './tool.js'

/* What several tools take and give; kept short, since a model reads all of it. */

export const situation = z
  .record(z.string(), z.unknown())
  .describe(
    'Stated facts, nested: {"abuse":{"suspected":true}}. Leave out what is not known; null: asked, not known. No names.',
  )

export const common = { situation, locale: z.enum(interfaceLanguages).optional() }

export const action = z.object({ action: z.string(), label: z.string() })
export const status = z.enum(statuses)
export const certainty = z.enum(certainties)
export const urgency = z.enum(urgencies)

export const question = z.object({
  fact: z.string(),
  ask: z.string(),
  type: z.string(),
  danger: z.boolean(),
  values: z.array(z.string()).optional(),
})

/** An action in one language. */
export function actionIn(desk: Desk, { action: name, label }: NamedAction): z.infer<typeof action> {
  return { action: name, label: desk.say(label) }
}

/** A question in one language. */
export function questionIn(desk: Desk, asked: Asked): z.infer<typeof question> {
  const { fact, ask, type, danger, values } = asked
  return { fact, ask: desk.say(ask), type, danger, ...(values && { values: values.map(({ value }) => value) }) }
}

/** The day whose rules are in force, where the server has one. */
export function dayOf({ on }: Desk): { readonly on?: string } {
  return on === undefined ? {} : { on }
}
