import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Advice, AdvisedAction } from '../src/advice.js'
import { advise } from '../src/advise.js'
import type { WeighOptions } from '../src/outline.js'
import type { SocialWorkSituation } from '../src/socialWork.js'
import { socialWork } from '../src/socialWork.js'
import { kinds, statuses, urgencies } from '../src/vocabulary.js'

/* Ethics tests as data: a situation, and all that the advice says of force and all that it asks. */

const actions = z.array(z.enum([...socialWork.actions.keys()])).min(1)
const principles = z.enum([...socialWork.principles.keys()])

/** What a case expects: every action by its status, and which of them are standing, firm, or hang on an open danger. */
const expectationSchema = z.strictObject({
  kind: z.enum(kinds),
  urgency: z.enum(urgencies),
  ...(Object.fromEntries(statuses.map((status) => [status, actions.optional()])) as Record<
    (typeof statuses)[number],
    z.ZodOptional<typeof actions>
  >),
  always: actions.optional(),
  firm: actions.optional(),
  depends: actions.optional(),
  setAside: z.record(z.enum([...socialWork.actions.keys()]), z.array(z.enum([...socialWork.actions.keys()]))).optional(),
  dilemmas: z.array(z.tuple([principles, principles])).min(1).optional(),
  questions: z.array(z.enum([...socialWork.facts.keys()])).min(1).optional(),
})
