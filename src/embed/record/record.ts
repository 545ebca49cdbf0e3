import * as z from 'zod'
import type { Advice, UnaskedAdvice } from '../../advise/advice.js'
import { TimbangError } from '../../errors.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { nameSchema, textSchema } from '../../pack/texts/textSchema.js'
import { type Locale, locales } from '../../vocabulary.js'
import { type Decision, decisions, overrideReasons, type Reasons, reasonSystem } from '../cards/overrideReasons.js'
import { parsedAtDoor } from '../parseInput.js'
import { version } from '../version.js'
import { keyedDigest, momentSchema, pseudonymSchema, uuidSchema } from './identifiers.js'
import { adviceDigest, factsOf, findingsOf, namesOf, packsOf, retold, withoutSummary } from './recordedParts.js'
import { type DecisionRecord, mask as masked, pointerSchema, reasonSchema, recordShape } from './recordShape.js'

/** What is recorded beside an advice, and how much of the situation. */
export interface RecordOptions<S> {
  /** The UUID of the decision; that of the call (`hookInstance`) does. */
  readonly id: string
  /** The moment, in UTC: `2026-01-31T09:30:00Z`. */
  readonly at: string
  /** Who decided: a UUID, or what `pseudonym` makes. */
  readonly actor: string
  /** Which case it concerns: a UUID, or what `pseudonym` makes. */
  readonly subject?: string
  readonly decision: Decision
  /** Why, as a code of those offered; must be there where the decision was `overridden`. */
  readonly reason?: string
  /** The step that was planned. */
  readonly step?: string
  /** The suggested actions that were taken up. */
  readonly taken?: readonly string[]
  /** The card that was answered. */
  readonly card?: string
  readonly locale: Locale
  /** What was weighed, and by which pack: the advice must be of both. */
  readonly situation: S
  readonly pack: Pack<S>
  /** The host's key: with it the record holds an HMAC of the situation. */
  readonly key?: Uint8Array
  /** By what the host knows that key. */
  readonly keyName?: string
  /** Whether the record holds the values of the facts (no). */
  readonly values?: boolean
  /** The reasons that the host offers beside the starter set, and the URI of their code system. */
  readonly reasons?: Reasons
  readonly reasonSystem?: string
}

const plainOptions = z.strictObject({
  id: uuidSchema,
  at: momentSchema,
  actor: pseudonymSchema,
  subject: pseudonymSchema.optional(),
  decision: z.enum(decisions),
  reason: z.string().optional(),
  step: nameSchema.optional(),
  taken: z.array(nameSchema).max(100).optional(),
  card: uuidSchema.optional(),
  locale: z.enum(locales),
  keyName: nameSchema.optional(),
  values: z.boolean().optional(),
  reasons: z.record(nameSchema, textSchema).optional(),
  reasonSystem: z.string().optional(),
})
type Plain = z.infer<typeof plainOptions>

/**
 * Makes the record of a decision: what the rules said, by which pack, and what a person decided. It holds names, codes and
 * digests; values of facts only if the host asks for them, and never a summary.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export function record<S>(
  advice: Advice | UnaskedAdvice,
  options: RecordOptions<NoInfer<S>> & { pack: Pack<S> },
): DecisionRecord {
  const { situation, pack, key, ...rest } = options
  checkPack(pack)
  const plain = parsedAtDoor(rest, plainOptions, 'invalid-options', 'options')
  const found = retold(advice, situation, pack)
  const stated = withoutSummary(situation)
  const { actor, subject, values, keyName } = plain
  return parsedAtDoor(
    {
      format: 1,
      id: plain.id,
      at: plain.at,
      actor,
      subject,
      engine: { name: 'timbang', version },
      packs: packsOf(advice),
      on: advice.on,
      locale: plain.locale,
      framework: advice.framework,
      kind: advice.kind,
      urgency: advice.urgency,
      danger: advice.danger,
      findings: findingsOf(found.findings, pack),
      ...namesOf(advice),
      adviceDigest: adviceDigest(advice),
      facts: factsOf(found, pack),
      situation: values ? stated : undefined,
      situationDigest: key && { algorithm: 'HMAC-SHA-256', key: keyName, value: keyedDigest(stated, key) },
      decision: decisionOf(plain, pack),
      erased: [],
      masked: [],
    },
    recordShape,
    'broken-invariant',
    'record',
  )
}

function decisionOf<S>({ decision: choice, step, taken = [], card, ...why }: Plain, pack: Pack<S>): unknown {
  const issues = [
    ...(step !== undefined && !pack.actions.has(step)
      ? [{ place: 'options.step', message: 'is no action of the pack' }]
      : []),
    ...(taken.every((one) => pack.actions.has(one))
      ? []
      : [{ place: 'options.taken', message: 'holds what is no action of the pack' }]),
    ...reasonIssues(choice, why),
  ]
  if (issues.length > 0) throw new TimbangError('invalid-options', issues)
  return { choice, step, taken, card, reason: reasonOf(why) }
}

type Why = Pick<Plain, 'reason' | 'reasons' | 'reasonSystem'>

function reasonIssues(choice: Decision, why: Why) {
  const place = 'options.reason'
  if (choice === 'overridden' && why.reason === undefined)
    return [{ place, message: 'is missing; who decides otherwise gives a reason' }]
  if (choice === 'accepted' && why.reason !== undefined)
    return [{ place, message: 'is only for who decides otherwise' }]
  if (why.reason === undefined) return []
  return reasonSchema.safeParse(reasonOf(why)).success ? [] : [{ place, message: 'must be a code of those offered' }]
}

function reasonOf({ reason, reasons = {}, reasonSystem: other = reasonSystem }: Why): unknown {
  if (reason === undefined) return undefined
  if (Object.hasOwn(overrideReasons, reason)) return { code: reason, system: reasonSystem }
  return Object.hasOwn(reasons, reason) ? { code: reason, system: other } : { code: null }
}

/**
 * Reads a record that was stored.
 * @throws TimbangError `invalid-record`; nothing of what it holds is repeated in it
 */
export function parseRecord(stored: unknown): DecisionRecord {
  return parsedAtDoor(stored, recordShape, 'invalid-record', 'record')
}

/** What to take out of a record, and what to put a mask in the place of, as JSON Pointers. */
export interface Redaction {
  readonly erase?: readonly string[]
  readonly mask?: readonly string[]
}

const redactionSchema = z.strictObject({
  erase: z.array(pointerSchema).max(200).optional(),
  mask: z.array(pointerSchema.refine(maskable, 'must point to `/actor`, `/subject` or a fact')).max(200).optional(),
})

function maskable(pointer: string): boolean {
  return ['/actor', '/subject'].includes(pointer) || pointer.split('/').length > 3
}

/**
 * The record without what a person asked to have erased; which parts were taken out or masked stands in it. What is not
 * there is passed over, and not said to have been erased.
 * @throws TimbangError `invalid-record` or `invalid-options`
 */
export function redact(stored: DecisionRecord, redaction: Redaction): DecisionRecord {
  const { erase = [], mask = [] } = parsedAtDoor(redaction, redactionSchema, 'invalid-options', 'redaction')
  const whole = parseRecord(stored)
  const masking = mask.filter((pointer) => holds(whole, steps(pointer)))
  const without = masking.reduce<unknown>((held, pointer) => put(held, steps(pointer), masked), whole)
  const erasing = erase.filter((pointer) => holds(without, steps(pointer)))
  const left = erasing.reduce<unknown>((held, pointer) => put(held, steps(pointer), undefined), without)
  return parseRecord({
    ...(left as DecisionRecord),
    erased: [...new Set([...whole.erased, ...erasing])].sort(),
    masked: [...new Set([...whole.masked, ...masking])].filter((pointer) => holds(left, steps(pointer))).sort(),
  })
}

function steps(pointer: string): readonly string[] {
  return pointer.slice(1).split('/')
}

function holds(held: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return held !== undefined
  return (
    typeof held === 'object' &&
    held !== null &&
    Object.hasOwn(held, step) &&
    holds((held as Record<string, unknown>)[step], rest)
  )
}

/** The same with something else at the end of a path; without what stood there, where that is nothing. */
function put(held: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  const { [step]: inner, ...others } = held as Record<string, unknown>
  const changed = put(inner, rest, value)
  return changed === undefined ? others : { ...(held as object), [step]: changed }
}
