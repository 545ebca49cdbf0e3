import * as z from 'zod'
import { TimbangError } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import { parseInput } from '../parseInput.js'
import { overrideReasons, type Reasons, reasonSystem } from './overrideReasons.js'

const uuid = z.guid('must be a UUID')

const itemSchema = z.object({
  card: uuid,
  outcome: z.enum(['accepted', 'overridden']),
  outcomeTimestamp: z.iso.datetime({ error: 'must be a moment in UTC such as `2026-01-31T09:30:00Z`' }),
  acceptedSuggestions: z
    .array(z.object({ id: uuid }))
    .min(1)
    .max(100)
    .optional(),
  overrideReason: z
    .object({
      reason: z.object({ code: z.string(), system: z.string().optional() }).optional(),
      userComment: z.string().min(1).optional(),
    })
    .optional(),
})

const feedbackSchema = z.object({ feedback: z.array(itemSchema).min(1).max(100) })
type Item = z.infer<typeof itemSchema>

/** What became of a card: codes and UUIDs alone. */
export interface CardOutcome {
  readonly card: string
  readonly outcome: Item['outcome']
  readonly at: string
  readonly suggestions: readonly string[]
  readonly reason?: { readonly code: string; readonly system: string }
  /** The reason was one that the client added to those offered; what it says is not kept. */
  readonly otherReason?: true
}

/** Feedback with what a person typed kept apart from the rest, so that a host stores it under access rules of its own. */
export interface Feedback {
  readonly outcomes: readonly CardOutcome[]
  readonly comments: readonly { readonly card: string; readonly comment: string }[]
}

/** The reasons that a host added to the starter set, with the URI of their code system. */
export interface FeedbackOptions {
  readonly reasons?: Reasons | undefined
  readonly reasonSystem?: string | undefined
}

/**
 * Reads the feedback of CDS Hooks on cards. Of a reason that no card offered it is kept only that there was one.
 * @throws TimbangError `invalid-feedback`; nothing that was sent is repeated in it
 */
export function parseFeedback(body: unknown, options: FeedbackOptions = {}): Feedback {
  const given = optionsGiven<FeedbackOptions>(options, { reasons: true, reasonSystem: true })
  const { feedback } = parseInput(body, feedbackSchema, 'invalid-feedback', 'feedback')
  const issues = feedback.flatMap((item, i) =>
    whatIsWrong(item).map((message) => ({ place: `feedback.feedback.${i}`, message })),
  )
  if (issues.length > 0) throw new TimbangError('invalid-feedback', issues)
  return {
    outcomes: feedback.map((item) => outcomeOf(item, given)),
    comments: feedback.flatMap(({ card, overrideReason }) =>
      overrideReason?.userComment === undefined
        ? []
        : [{ card: card.toLowerCase(), comment: overrideReason.userComment }],
    ),
  }
}

function whatIsWrong(item: Item): readonly string[] {
  const { outcome, acceptedSuggestions, overrideReason } = item
  return [
    ...(outcome === 'accepted' && !acceptedSuggestions ? ['must say which suggestions were accepted'] : []),
    ...(outcome === 'accepted' && overrideReason ? ['must have no reason for deciding otherwise'] : []),
    ...(outcome === 'overridden' && acceptedSuggestions ? ['must have no accepted suggestions'] : []),
    ...(overrideReason && !overrideReason.reason && overrideReason.userComment === undefined
      ? ['must give a reason or a comment']
      : []),
  ]
}

/** The code system of a reason, if it was among those offered. */
function systemOf(
  { code, system }: { code: string; system?: string | undefined },
  { reasons = {}, reasonSystem: other = reasonSystem }: FeedbackOptions,
): string | undefined {
  if (Object.hasOwn(overrideReasons, code) && (system ?? reasonSystem) === reasonSystem) return reasonSystem
  return Object.hasOwn(reasons, code) && (system ?? other) === other ? other : undefined
}

function outcomeOf(item: Item, options: FeedbackOptions): CardOutcome {
  const reason = item.overrideReason?.reason
  const system = reason && systemOf(reason, options)
  return {
    card: item.card.toLowerCase(),
    outcome: item.outcome,
    at: item.outcomeTimestamp,
    suggestions: (item.acceptedSuggestions ?? []).map(({ id }) => id.toLowerCase()),
    ...(reason && (system ? { reason: { code: reason.code, system } } : { otherReason: true as const })),
  }
}
