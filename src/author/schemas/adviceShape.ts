import * as z from 'zod'
import { scalarSchema } from '../../pack/conditions.js'
import type { Judged } from '../../pack/evaluation.js'
import { factTypes } from '../../pack/factTypes/factTypes.js'
import { daySchema, termSchema } from '../../pack/texts/textSchema.js'
import {
  bases,
  certainties,
  forces,
  kinds,
  locales,
  operators,
  settlements,
  sourceKinds,
  statuses,
  type Text,
  urgencies,
  verifications,
} from '../../vocabulary.js'
import { agreements } from '../../weigh/frameworkOpinions.js'

const name = z.string()
const names = list(name)
const force = z.enum(forces)
const urgency = z.enum(urgencies)
const basis = z.enum(bases)
const settlement = z.enum(settlements)
const status = z.enum(statuses).nullable()

/** A text as an advice carries it: in every language of its pack, and in those into which that was translated. */
export const adviceText: z.ZodType<Text> = z.union(
  locales.map((locale) => z.object({ [locale]: z.string() }).catchall(z.string())),
) as unknown as z.ZodType<Text>

function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly()
}

function object<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape).readonly()
}

function byName<T extends z.ZodType>(held: T) {
  return z.record(z.string(), held).readonly()
}

const truth = z.boolean().nullable()

/** Conditions with what was found of each of their parts. */
export const judgedShape: z.ZodType<Judged> = z.lazy(() =>
  z.union([
    object({ all: list(judgedShape), truth }),
    object({ any: list(judgedShape), truth }),
    object({ not: judgedShape, truth }),
    object({
      fact: name,
      operator: z.enum(operators),
      value: z.union([scalarSchema, list(scalarSchema)]),
      truth,
    }),
  ]),
)

const answer = object({ value: scalarSchema, so: z.boolean().optional(), label: adviceText.optional() })
const namedAction = { action: name, label: adviceText }
const reason = object({ rule: name, force, principle: name, because: adviceText })
const openUnless = object({ rule: name, name, because: adviceText })
const defeater = object({ rule: name, action: name, force, because: adviceText })
const contact = object({
  name,
  label: adviceText,
  reach: adviceText,
  helpsWith: adviceText.optional(),
  hours: adviceText.optional(),
  jurisdiction: names.optional(),
})

const position = object({
  rule: name,
  position: name,
  certainty: z.enum(certainties),
  asks: list(object({ ...namedAction, force })),
  because: adviceText,
  agreed: adviceText,
  sources: names,
  elsewhere: names.optional(),
})

const advisedAction = object({
  ...namedAction,
  status: z.enum(statuses),
  certainty: z.enum(certainties),
  urgency,
  standing: z.boolean(),
  neverWaits: z.literal(true).optional(),
  keptFromClient: z.literal(true).optional(),
  within: name.optional(),
  folded: z.literal(true).optional(),
  roles: names,
  steps: list(adviceText).optional(),
  says: list(adviceText).optional(),
  contacts: list(contact).optional(),
  because: list(reason),
  divided: list(position).optional(),
  assumptions: object({
    findsOut: names,
    unless: list(openUnless),
    presumed: names,
    defeaters: list(defeater),
  }),
})

const doneAction = object({ ...namedAction, status: z.enum(statuses), because: list(reason), next: adviceText })

const winner = object({
  rule: name,
  action: name,
  principle: name,
  basis,
  by: settlement,
  admitted: name.optional(),
})

const setAside = object({
  ...namedAction,
  force,
  because: list(reason),
  gaveWayTo: list(winner),
  owed: list(object(namedAction)),
})

const opinion = object({
  framework: name,
  label: adviceText,
  prevails: name.nullable(),
  guideline: name.optional(),
  because: adviceText.optional(),
  open: name.optional(),
})

const side = object({
  principle: name,
  actions: list(object({ ...namedAction, force })),
  because: list(reason),
  owed: list(object(namedAction)),
})

const dilemma = object({
  between: names,
  sides: list(side),
  agreement: z.enum(agreements),
  opinions: list(opinion),
})

const frameworkView = object({
  between: names,
  settledBy: settlement,
  prevails: name.nullable(),
  agreement: z.enum(agreements),
  speak: z.number(),
  opinions: list(opinion),
})

const supposed = object({ fact: name, label: adviceText, answer })

const dependingDuty = object({
  when: list(supposed),
  danger: z.boolean(),
  urgency,
  actions: list(object({ ...namedAction, status: z.enum(statuses), rules: names })),
})

const question = object({
  fact: name,
  ask: adviceText,
  why: adviceText.optional(),
  type: z.enum(factTypes),
  values: list(object({ value: z.string(), label: adviceText })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  danger: z.boolean(),
  answers: z.tuple([answer, answer]).readonly(),
  given: list(supposed),
  wouldChange: list(object({ ...namedAction, from: status, to: status })),
  urgency: object({ from: urgency, to: urgency }),
})

const ground = object({
  standard: adviceText,
  principles: names,
  basis,
  role: name.optional(),
  because: adviceText,
  sources: names,
  elsewhere: names.optional(),
  conditions: judgedShape,
  facts: list(object({ fact: name, label: adviceText, answer })),
})

const source = z.strictObject({
  cite: adviceText,
  work: z.string(),
  section: z.string(),
  year: z.number().nullable(),
  kind: z.enum(sourceKinds),
  jurisdiction: z.string().optional(),
  region: z.array(z.string()).optional(),
  inForce: termSchema.optional(),
  says: adviceText,
  verified: z.enum(verifications),
  verifiedOn: daySchema.optional(),
  read: z.strictObject({ text: z.string(), on: daySchema }).optional(),
  reviewed: z.strictObject({ by: adviceText, on: daySchema }).optional(),
})

const advisedPack = object({
  name,
  version: z.string(),
  title: adviceText,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  admitted: names.optional(),
})

/** An advice as plain data: what a stored one is checked by before it is shown again. */
export const adviceShape = object({
  format: z.literal(1),
  packs: list(advisedPack),
  locales: list(z.string()).optional(),
  on: daySchema,
  jurisdiction: answer.optional(),
  lawNotCovered: adviceText.optional(),
  framework: name.optional(),
  kind: z.enum(kinds),
  urgency,
  danger: z.boolean(),
  actions: list(advisedAction),
  done: list(doneAction).optional(),
  setAside: list(setAside),
  dilemmas: list(dilemma),
  procedure: object({ actions: list(object(namedAction)), because: adviceText, sources: names }).optional(),
  presumed: list(object({ fact: name, label: adviceText, answer, because: adviceText, sources: names })),
  depending: list(dependingDuty).optional(),
  questions: list(question),
  unanswered: list(object({ fact: name, ask: adviceText, danger: z.literal(true).optional() })),
  frameworks: list(frameworkView),
  rules: byName(ground),
  principles: byName(z.strictObject({ label: adviceText, means: adviceText, sources: z.array(name) })),
  roles: byName(z.strictObject({ label: adviceText })),
  sources: byName(source),
})
