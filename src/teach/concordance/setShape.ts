import * as z from 'zod'
import { issuesOf, TimbangError } from '../../errors.js'
import { dottedPath } from '../../pack/issuePlace.js'
import { plainCopy } from '../../pack/plainData.js'
import { daySchema, nameSchema } from '../../pack/texts/textSchema.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { exerciseText } from '../exerciseShape.js'
import { languagesIn, untranslated } from '../textLanguages.js'

/** How far something new can move a judgement of an option: from much less right to much more right. */
export const moves = [-2, -1, 0, 1, 2] as const
export type Move = (typeof moves)[number]

/** Where the new fact of an item comes from: what the story holds back, the story with one fact different, or the teacher. */
export const newFactOrigins = ['held-back', 'turning-point', 'own'] as const
export type NewFactOrigin = (typeof newFactOrigins)[number]

const itemSchema = z
  .strictObject({
    id: z.string().regex(/^i[1-9]\d?$/, 'must be `i1`, `i2` and so on'),
    /** What one thinks of doing. */
    option: exerciseText,
    /** What one then learns. */
    newFact: exerciseText,
    from: z.enum(newFactOrigins),
    /** Of which action and which fact of the pack it is made. */
    action: nameSchema.optional(),
    fact: z.string().max(200).optional(),
  })
  .readonly()

const partSchema = z
  .strictObject({ name: nameSchema, version: z.string().max(100), title: exerciseText, digest: z.string().max(64) })
  .readonly()

/** A concordance set as it is kept: the story and its items, and no key, since only a panel of people can give one. */
export const concordanceSetSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  name: nameSchema,
  packs: z.array(partSchema).min(1).max(50).readonly(),
  on: daySchema,
  title: exerciseText,
  story: z.array(exerciseText).min(1).max(40).readonly(),
  items: z.array(itemSchema).min(1).max(20).readonly(),
})

/** A concordance set: options, what one then learns, and the question how far that moves one; see `concordanceSetSchema`. */
export type ConcordanceSet = Readonly<Omit<z.infer<typeof concordanceSetSchema>, '$schema'>>

/** One item of a concordance set. */
export type ConcordanceItem = z.infer<typeof itemSchema>

const mostIssues = 50
const limits = { depth: 8, nodes: 5_000, text: 10_000, letters: 500_000, keys: 100 }

/**
 * Reads a concordance set that was kept as JSON, perhaps with items in the teacher's own words.
 * @throws TimbangError `invalid-concordance` with every issue and its place
 */
export function parseConcordanceSet(json: unknown): ConcordanceSet {
  const plain = plainCopy(json, 'set', limits)
  if ('issues' in plain) throw new TimbangError('invalid-concordance', plain.issues)
  const parsed = concordanceSetSchema.safeParse(plain.value, { reportInput: true })
  const place = (path: readonly PropertyKey[]) => dottedPath(['set', ...path.map(String)]) as string
  if (!parsed.success) throw new TimbangError('invalid-concordance', issuesOf(parsed.error, place, mostIssues))
  const { $schema, ...set } = parsed.data
  const twice = new Set(set.items.map(({ id }) => id)).size < set.items.length
  const issues = [
    ...untranslated(set, 'set').slice(0, mostIssues),
    ...(twice ? [{ place: 'set.items', message: 'two items have the same id' }] : []),
  ]
  if (issues.length > 0) throw new TimbangError('invalid-concordance', issues)
  return set
}

/** The languages in which a set is. */
export function setLanguages({ title }: ConcordanceSet): readonly InterfaceLanguage[] {
  return languagesIn(title)
}
