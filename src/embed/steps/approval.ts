import * as z from 'zod'
import { unfitOption } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import type { Pack } from '../../pack/pack.js'
import { parseInput } from '../parseInput.js'
import { digestSchema, keyedDigest, momentSchema, pseudonymSchema, uuidSchema } from '../record/identifiers.js'
import { checkStep } from './checkStep.js'
import { isAfter, later } from './moment.js'
import type { StepOptions } from './stepOptions.js'
import type { StepCheck } from './stepShape.js'

const approvalShape = z.strictObject({
  format: z.literal(1),
  id: uuidSchema,
  by: pseudonymSchema,
  at: momentSchema,
  expires: momentSchema,
  step: z.string(),
  digests: z.strictObject({ situation: digestSchema, step: digestSchema, rules: digestSchema }),
  seal: digestSchema,
})

/** What a person answered of a step that was left to a person: bound to the situation, the step and the rules, and sealed with the host's key. */
export type Approval = Readonly<z.infer<typeof approvalShape>>

/** Who approves, and when. */
export interface ApproveOptions {
  /** A UUID; the host keeps it, so that an approval is used once. */
  readonly id: string
  /** A UUID, or what `pseudonym` makes. */
  readonly by: string
  readonly at: string
  readonly key: Uint8Array
  /** For how many minutes it holds, and never longer than the check does. */
  readonly minutes?: number | undefined
}

const approveOptions = approvalShape
  .pick({ id: true, by: true, at: true })
  .extend({ minutes: z.int().min(1).max(43_200).optional() })

/** What is read of a check that is to be approved. */
const approvable = z.object({
  answer: z.string(),
  enforced: z.boolean(),
  at: momentSchema,
  expires: momentSchema,
  step: z.string(),
  digests: approvalShape.shape.digests,
})

/**
 * The approval of a step by a person. Only what was answered with *person* can be approved, and only while that answer holds.
 * @throws TimbangError `invalid-options`
 */
export function approveStep(check: StepCheck, options: ApproveOptions): Approval {
  const { key, ...rest } = optionsGiven<ApproveOptions>(options, {
    ...{ id: true, by: true, at: true, key: true, minutes: true },
  })
  const { id, by, at, minutes } = parseInput(rest, approveOptions, 'invalid-options', 'options')
  if (!approvable.safeParse(check).success) throw unfitOption('check', 'is none that `checkStep` gave')
  if (check.answer !== 'person') throw unfitOption('check', 'is not left to a person')
  if (!check.enforced) throw unfitOption('check', 'was made in shadow mode, where nothing is held up')
  if (isAfter(at, check.expires) || isAfter(check.at, at))
    throw unfitOption('options.at', 'is not while the check holds')
  const { step, digests } = check
  const wanted = minutes === undefined ? check.expires : later(at, minutes)
  const expires = isAfter(wanted, check.expires) ? check.expires : wanted
  const content = { format: 1, id, by, at, expires, step, digests } as const
  return { ...content, seal: keyedDigest(content, key) }
}

/** Whether an approval holds, and why not: it was altered, its time is over, or it is of other facts, another step or other rules. */
const approvalFaults = ['altered', 'expired', 'other-situation', 'other-step', 'other-rules', 'other-answer'] as const
export type ApprovalFault = (typeof approvalFaults)[number]

/** A step checked once more, with what became of its approval. */
export interface ApprovedStep {
  /** Whether the step may be done: it was left to a person, who approved exactly this. */
  readonly approved: boolean
  readonly fault: ApprovalFault | null
  /** The check of now, which is to be shown where the approval does not hold. */
  readonly check: StepCheck
}

/**
 * Checks, at the moment of doing it, whether what a person approved is still what is about to be done.
 * @throws TimbangError `invalid-options`, or `invalid-situation`
 */
export async function approvedStep<S>(
  approval: Approval,
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: StepOptions,
): Promise<ApprovedStep> {
  const check = await checkStep(situation, pack, options)
  const parsed = approvalShape.safeParse(approval)
  const fault = parsed.success ? faultOf(parsed.data, check, options.key) : 'altered'
  return { approved: fault === null, fault, check }
}

/** The first row that holds. */
function faultOf({ seal, ...content }: Approval, check: StepCheck, key: Uint8Array): ApprovalFault | null {
  const { digests } = content
  const rows: readonly [boolean, ApprovalFault][] = [
    [keyedDigest(content, key) !== seal, 'altered'],
    [isAfter(check.at, content.expires) || isAfter(content.at, check.at), 'expired'],
    [digests.rules !== check.digests.rules, 'other-rules'],
    [digests.situation !== check.digests.situation, 'other-situation'],
    [digests.step !== check.digests.step || content.step !== check.step, 'other-step'],
    [check.answer !== 'person', 'other-answer'],
  ]
  return rows.find(([holds]) => holds)?.[1] ?? null
}
