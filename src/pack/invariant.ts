import * as z from 'zod'
import { certainties, statuses } from '../vocabulary.js'
import { type Conditions, scalarSchema } from './conditions.js'
import { factNameSchema, nameSchema, textSchema, wordSchema } from './texts/textSchema.js'

/** What can be said of an action: a status; that it is done, where it would be asked for or permitted; that all that was said of it gave way; or nothing. */
export const saids = [...statuses, 'done', 'gave-way', 'not-spoken-of'] as const
export type Said = (typeof saids)[number]

const said = z.array(z.enum(saids)).min(1).max(saids.length).optional()
const actions = z.union([nameSchema, z.array(nameSchema).min(1).max(200)])

/** What must never be: something said of actions, of none of them, or changed about them between two situations. */
const neverSchema = z.strictObject({
  actions: actions.optional(),
  said,
  surely: z.array(z.enum(certainties)).min(1).max(certainties.length).optional(),
  beside: z.strictObject({ actions, said: z.array(z.enum(saids)).min(1).max(saids.length) }).optional(),
  lacks: said,
  from: said,
  becomes: said,
  weakens: z.literal(true).optional(),
  drops: z.literal(true).optional(),
  strengthens: z.literal(true).optional(),
  changes: z.literal(true).optional(),
  calms: z.literal(true).optional(),
  contested: z.literal(true).optional(),
  together: z.literal(true).optional(),
})

const values = z
  .array(z.union([z.null(), scalarSchema]))
  .min(1)
  .max(200)
  .optional()

/** A fact that differs between two situations: from some values to others, `null` for not known; or rising on its scale. */
const varySchema = z.strictObject({
  fact: factNameSchema,
  member: wordSchema.optional(),
  from: values,
  to: values,
  rises: z.literal(true).optional(),
})

/** An answer with which some actions have to do: that they were done, that what they give is not needed. */
const pairSchema = z.strictObject({
  fact: factNameSchema,
  value: scalarSchema,
  so: z.literal(false).optional(),
  actions,
})

/** What of the pack an invariant goes through: it then speaks of each of these. */
export const everies = ['protected-fact', 'derived-fact', 'rule', 'pair'] as const
export type Every = (typeof everies)[number]

/**
 * A sentence about advice that holds in every situation: where something is known (and something else is not known to hold), some
 * things are never said; or, where one fact differs between two situations, never changed. Or one that speaks of each fact or
 * rule of a kind.
 */
export const invariantSchema = z.strictObject({
  name: nameSchema,
  because: textSchema,
  sources: z.array(z.string().min(1)).min(1).max(50),
  every: z.enum(everies).optional(),
  pairs: z.array(pairSchema).min(1).max(500).optional(),
  given: z.unknown().optional(),
  unless: z.unknown().optional(),
  presuming: z.literal(true).optional(),
  vary: z.array(varySchema).min(1).max(20).optional(),
  never: z.array(neverSchema).min(1).max(50).optional(),
})

/** Actions that are alike, under a name by which invariants speak of them; `guards` where they protect somebody. */
const groupSchema = z.strictObject({
  name: nameSchema,
  label: textSchema,
  guards: z.literal(true).optional(),
  actions: z.array(nameSchema).min(1).max(500),
})

/** A kind of remark on the pack that is meant, at which places, and why: who checks the pack is then told so. */
const meantSchema = z.strictObject({
  name: nameSchema,
  remark: nameSchema,
  at: z.array(z.string().min(1).max(500)).min(1).max(200),
  because: textSchema,
})

/** What must never be, as it stands in JSON: sentences about advice, the groups of actions of which they speak, and what is remarked and meant. */
export const invariantsSchema = z.strictObject({
  groups: z.array(groupSchema).max(200).optional(),
  invariants: z.array(invariantSchema).max(1_000),
  meant: z.array(meantSchema).max(500).optional(),
})
export type InvariantsSource = z.infer<typeof invariantsSchema>

/** Something that is never said of an action, or never changes about it. */
export type Never = z.infer<typeof neverSchema>

/** A fact that differs between two situations. */
export type Vary = z.infer<typeof varySchema>

/** A sentence about advice that holds in every situation. */
export type Invariant = Omit<z.infer<typeof invariantSchema>, 'given' | 'unless'> & {
  readonly given?: Conditions
  readonly unless?: Conditions
}

/** A remark that is meant. */
export type Meant = z.infer<typeof meantSchema>

/** The invariants of a pack by name, its groups of actions, the actions that guard, and the remarks that are meant. */
export interface Invariants {
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly guarding: ReadonlySet<string>
  readonly all: ReadonlyMap<string, Invariant>
  readonly meant: readonly Meant[]
}

/** The invariants of a pack as they are proved. */
export function invariantsOf(source: InvariantsSource | undefined): Invariants {
  const { groups = [], invariants = [], meant = [] } = source ?? {}
  return {
    groups: new Map(groups.map((group) => [group.name, group.actions])),
    guarding: new Set(groups.flatMap(({ guards, actions }) => (guards ? actions : []))),
    all: new Map(invariants.map((one) => [one.name, one as Invariant])),
    meant,
  }
}

/** The actions of which an invariant speaks: those that it lists, or those of the group that it names. */
export function actionsMeant(meant: string | readonly string[] | undefined, { groups }: Invariants): readonly string[] {
  return typeof meant === 'string' ? (groups.get(meant) ?? []) : (meant ?? [])
}

/** The invariants of several packs as those of one. */
export function joinedInvariants(parts: readonly (InvariantsSource | undefined)[]): InvariantsSource | undefined {
  const found = parts.filter((one) => one !== undefined)
  if (found.length === 0) return undefined
  return {
    groups: found.flatMap(({ groups }) => groups ?? []),
    invariants: found.flatMap(({ invariants }) => invariants),
    meant: found.flatMap(({ meant }) => meant ?? []),
  }
}
