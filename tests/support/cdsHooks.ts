import * as z from 'zod'

/* The rules of CDS Hooks 2.0 as written in its specification, apart from the library, to check what it makes by. */

const text = z.string().min(1)
const uuid = z.guid()
const address = z.url()

const coding = z.strictObject({ code: text, system: address, display: text.optional() })
const extension = z.record(z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/), z.unknown()).optional()

const action = z
  .strictObject({
    type: z.enum(['create', 'update', 'delete']),
    description: text,
    resource: z.record(z.string(), z.unknown()).optional(),
    resourceId: text.optional(),
  })
  .refine(({ type, resource, resourceId }) =>
    type === 'delete' ? resource !== undefined || resourceId !== undefined : resource !== undefined,
  )

const suggestion = z.strictObject({
  label: text,
  uuid: text.optional(),
  isRecommended: z.boolean().optional(),
  actions: z.array(action).min(1).optional(),
})

const link = z
  .strictObject({
    label: text,
    url: address,
    type: z.enum(['absolute', 'smart']),
    appContext: text.optional(),
  })
  .refine(({ type, appContext }) => type === 'smart' || appContext === undefined)

/** A card as strictly as the specification lets it be read: nothing empty, nothing beside what it names. */
export const cardRules = z
  .strictObject({
    uuid: text.optional(),
    summary: text.max(139),
    detail: text.optional(),
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({
      label: text,
      url: address.optional(),
      icon: address.optional(),
      topic: coding.optional(),
    }),
    suggestions: z.array(suggestion).min(1).optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding.required()).min(1).optional(),
    links: z.array(link).min(1).optional(),
    extension,
  })
  .refine(({ suggestions, selectionBehavior }) => (suggestions === undefined) === (selectionBehavior === undefined))
  .refine(
    ({ suggestions = [], selectionBehavior }) =>
      selectionBehavior !== 'at-most-one' || suggestions.filter((one) => one.isRecommended).length <= 1,
  )

export const responseRules = z.strictObject({
  cards: z.array(cardRules),
  systemActions: z.array(action).min(1).optional(),
  extension,
})

export const discoveryRules = z.strictObject({
  services: z.array(
    z.strictObject({
      hook: text,
      id: text,
      title: text.optional(),
      description: text,
      prefetch: z.record(z.string(), text).optional(),
      usageRequirements: text.optional(),
      extension,
    }),
  ),
})

const overrideReason = z
  .strictObject({ reason: coding.optional(), userComment: text.optional() })
  .refine(({ reason, userComment }) => reason !== undefined || userComment !== undefined)

export const feedbackRules = z.strictObject({
  feedback: z
    .array(
      z
        .strictObject({
          card: uuid,
          outcome: z.enum(['accepted', 'overridden']),
          acceptedSuggestions: z
            .array(z.strictObject({ id: uuid }))
            .min(1)
            .optional(),
          overrideReason: overrideReason.optional(),
          outcomeTimestamp: z.iso.datetime(),
        })
        .refine(({ outcome, acceptedSuggestions }) => outcome !== 'accepted' || acceptedSuggestions !== undefined),
    )
    .min(1),
})

/** The places of a value at which something is empty: `null`, `""`, `[]` or `{}`. */
export function emptyPlaces(value: unknown, place = ''): string[] {
  if (value === null || value === '') return [place]
  if (typeof value !== 'object') return []
  const members = Object.entries(value)
  if (members.length === 0) return [place]
  return members.flatMap(([key, held]) => emptyPlaces(held, `${place}/${key}`))
}
