import * as z from 'zod'
import { type Force, forces, type Text } from '../vocabulary.js'
import { nameListSchema, nameSchema, sourceNamesSchema, textSchema } from './texts/textSchema.js'

const asked = Object.fromEntries(forces.map((force) => [force, nameListSchema.optional()])) as Record<
  Force,
  z.ZodOptional<typeof nameListSchema>
>

/**
 * Another published position in a matter of which a rule speaks: what it would ask for, in place of which actions of the rule
 * where it says another thing of none of them, why, what both agree on, and where it was published, to the section.
 */
export const otherPositionSchema = z.strictObject({
  name: nameSchema,
  ...asked,
  insteadOf: nameListSchema.optional(),
  because: textSchema,
  agreed: textSchema,
  sources: sourceNamesSchema,
})

export type OtherPositionSource = z.infer<typeof otherPositionSchema>

/** Another published position as a created pack holds it. */
export interface OtherPosition {
  readonly name: string
  readonly pushes: readonly { readonly action: string; readonly force: Force }[]
  readonly insteadOf: readonly string[]
  readonly because: Text
  /** What both positions agree on. */
  readonly agreed: Text
  readonly sources: readonly string[]
}

/** A position as it is weighed with. */
export function positionFromSource(source: OtherPositionSource): OtherPosition {
  const { name, insteadOf = [], because, agreed, sources } = source
  return { name, pushes: pushesOf(source), insteadOf, because, agreed, sources }
}

/** What a rule or a position says of which actions. */
export function pushesOf(asks: { readonly [F in Force]?: readonly string[] | undefined }): OtherPosition['pushes'] {
  return forces.flatMap((force) => (asks[force] ?? []).map((action) => ({ action, force })))
}

/** Whether a position says something else of an action than a rule that speaks of it with this force, or asks for something in its place. */
export function differsOn(
  { pushes, insteadOf }: Pick<OtherPosition, 'pushes' | 'insteadOf'>,
  { action, force }: OtherPosition['pushes'][number],
): boolean {
  return insteadOf.includes(action) || pushes.some((one) => one.action === action && one.force !== force)
}
