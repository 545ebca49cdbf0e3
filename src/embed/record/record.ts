import * as z from 'zod'
import type { Advice, UnaskedAdvice } from '../../advise/advice.js'
import { checkAdvice } from '../../advise/checkAdvice.js'
import { type FoundIssue, TimbangError, unknownName } from '../../errors.js'
import { type OptionNames, optionsGiven } from '../../options.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { nameSchema, textSchema } from '../../pack/texts/textSchema.js'
import { type InterfaceLanguage, interfaceLanguages } from '../../words/interfaceLanguages.js'
import { overrideReasons, type Reasons, reasonSystem } from '../cards/overrideReasons.js'
import { parseInput } from '../parseInput.js'
import { version } from '../version.js'
import { type Decision, type DecisionRecord, decisions } from './decisionRecord.js'
import { keyedDigest, momentSchema, pseudonymSchema, uuidSchema } from './identifiers.js'
import { adviceDigest, factsOf, findingsOf, namesOf, packsOf, weighAgain, withoutSummary } from './recordedParts.js'
import { mask as masked, pointerSchema, reasonSchema, recordShape } from './recordShape.js'

/** What is recorded beside an advice, and how much of the situation. */
export interface RecordOptions<S> {
  /** The UUID of the decision; that of the call (`hookInstance`) does. */
  readonly id: string
  /** The moment, in UTC: `2026-01-31T09:30:00Z`. */
  readonly at: string
  /** Who decided: a UUID, or what `pseudonym` makes. */
  readonly actor: string
  /** Which case it concerns: a UUID, or what `pseudonym` makes. */
  readonly subject?: string | undefined
  readonly decision: Decision
  /** Why, as a code of those offered; must be there where the decision was `overridden`. */
  readonly reason?: string | undefined
  /** The step that was planned. */
  readonly step?: string | undefined
  /** The suggested actions that were taken up. */
  readonly taken?: readonly string[] | undefined
  /** The card that was answered. */
  readonly card?: string | undefined
  readonly locale: InterfaceLanguage
  /** What was weighed, and by which pack: the advice must be of both. */
  readonly situation: S
  readonly pack: Pack<S>
  /** The host's key: with it the record holds an HMAC of the situation. */
  readonly key?: Uint8Array | undefined
  /** By what the host knows that key. */
  readonly keyName?: string | undefined
  /** Whether the record holds the values of the facts (no). */
  readonly values?: boolean | undefined
  /** The reasons that the host offers beside the starter set, and the URI of their code system. */
  readonly reasons?: Reasons | undefined
  readonly reasonSystem?: string | undefined
}

const optionNames: OptionNames<RecordOptions<unknown>> = {
  id: true,
  at: true,
  actor: true,
  subject: true,
  decision: true,
  reason: true,
  step: true,
  taken: true,
  card: true,
  locale: true,
  situation: true,
  pack: true,
  key: true,
  keyName: true,
  values: true,
  reasons: true,
  reasonSystem: true,
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
  locale: z.enum(interfaceLanguages),
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
  checkAdvice(advice)
  const { situation, pack, key, ...rest } = optionsGiven<RecordOptions<S>>(options, optionNames)
  checkPack(pack)
  const plain = parseInput(rest, plainOptions, 'invalid-options', 'options')
  const found = weighAgain(advice, situation, pack)
  const stated = withoutSummary(situation)
  const { id, at, locale, actor, subject, values, keyName } = plain
  return parseInput(
    {
      format: 1,
      ...{ id, at, actor },
      subject,
      engine: { name: 'timbang', version },
      packs: packsOf(advice),
      on: advice.on,
      locale,
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
    ...(step !== undefined && !pack.actions.has(step) ? [noAction('options.step', step, pack)] : []),
    ...taken.flatMap((one, i) => (pack.actions.has(one) ? [] : [noAction(`options.taken[${i}]`, one, pack)])),
    ...reasonIssues(choice, why),
  ]
  if (issues.length > 0) throw new TimbangError('invalid-options', issues)
  return { choice, step, taken, card, reason: reasonOf(why) }
}

function noAction<S>(place: string, name: string, { actions }: Pack<S>): FoundIssue {
  return unknownName(place, 'no action of the pack has this name', name, actions.keys())
}

type Why = Pick<Plain, 'reason' | 'reasons' | 'reasonSystem'>

function reasonIssues(choice: Decision, why: Why): readonly FoundIssue[] {
  const place = 'options.reason'
  if (choice === 'overridden' && why.reason === undefined)
    return [{ place, message: 'is missing; who decides otherwise gives a reason' }]
  if (choice === 'accepted' && why.reason !== undefined)
    return [{ place, message: 'is only for who decides otherwise' }]
  if (why.reason === undefined) return []
  if (reasonSchema.safeParse(reasonOf(why)).success) return []
  const offered = Object.keys({ ...overrideReasons, ...why.reasons })
  return [unknownName(place, 'must be a code of those offered', why.reason, offered)]
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
  return parseInput(stored, recordShape, 'invalid-record', 'record')
}

/** What to take out of a record, and what to put a mask in the place of, as JSON Pointers. */
export interface Redaction {
  readonly erase?: readonly string[] | undefined
  readonly mask?: readonly string[] | undefined
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
  const { erase = [], mask = [] } = parseInput(redaction, redactionSchema, 'invalid-options', 'redaction')
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
