import * as z from 'zod'
import { type Answer, answerOf } from '../ask/question.js'
import { nestedSituation } from '../consult/statements.js'
import { TimbangError } from '../errors.js'
import { optionsGiven } from '../options.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { plainCopy } from '../pack/plainData.js'
import type { FactClass, Text } from '../vocabulary.js'
import type { ConfirmReason, RefusalReason } from '../words/shapes/read.js'
import type { Coding } from './coding.js'
import { overlap, type Span, sentencesOf } from './quotation.js'
import { saidInAll } from './saidIn.js'
import { type CodedStatement, type RefusedStatement, statementsOf } from './statements.js'
import { type Contradicted, type Sorted, sorted, statedBy } from './takenUp.js'

/** Who coded the story. */
export interface ReadOptions {
  readonly by: 'person' | 'machine'
}

/** What a coding comes to: a situation, and what is not in it, and why. It holds places in the story, and none of its words. */
export interface Reading<S> {
  readonly format: 1
  readonly by: ReadOptions['by']
  readonly situation: S
  /** Each fact of the situation with the place at which the story says so. */
  readonly facts: readonly ReadFact[]
  readonly refused: readonly Refused[]
  /** What a person must be asked, or must confirm, what touches danger first. */
  readonly confirm: readonly ToConfirm[]
  /** Facts that the coding says cannot all be so. */
  readonly contradictions: readonly (readonly string[])[]
  /** The sentences of the story that nothing was read from. */
  readonly untold: readonly Span[]
}

/** A fact that was read, as it counts. */
export interface ReadFact {
  readonly fact: string
  readonly label: Text
  readonly class: FactClass
  readonly answer: Answer
  readonly quote: Span
}

/** A statement that was not taken up: the how manieth of the coding, of which fact where there is one, and why. */
export interface Refused {
  readonly place: number
  readonly fact?: string
  readonly reason: RefusalReason
  readonly says: Text
}

/** What a person is to be asked: the question, what the coding says, why, and whether it counts until then. */
export interface ToConfirm {
  readonly fact: string
  readonly ask: Text
  readonly answer: Answer
  readonly reason: ConfirmReason
  readonly says: Text
  /** A sign of danger counts until a person says otherwise; nothing else does. */
  readonly counts: boolean
  readonly quote: Span
}

const optionsSchema = z.strictObject({ by: z.enum(['person', 'machine']) })

/**
 * Reads a coding of a story. What has no words of the story for it is refused; of what a machine coded, what is judged and every
 * “no danger” becomes a question to a person. The story is looked at and kept nowhere, and what it asks for is not done.
 * @throws TimbangError `invalid-coding` where it is no coding at all, or `invalid-options`
 */
export function readCoding<S>(coding: Coding, story: string, pack: Pack<S>, options: ReadOptions): Reading<S> {
  checkPack(pack)
  const { by } = checkedOptions(options)
  const told = storyFrom(story)
  const { statements, refused } = statementsOf(codingFrom(coding), told, pack)
  const { taken, confirm, contradicted } = sorted(statements, told, by, pack)
  return {
    format: 1,
    by,
    situation: nestedSituation(statedBy(taken)) as S,
    facts: taken.map(readFact),
    refused: refused.map(refusedInWords),
    confirm: confirm.map(toConfirm),
    contradictions: contradicted.map((one: Contradicted) => one.map(({ name }) => name)),
    untold: untold(told, statements),
  }
}

function checkedOptions(options: ReadOptions): ReadOptions {
  const parsed = optionsSchema.safeParse(optionsGiven<ReadOptions>(options, { by: true }))
  if (parsed.success) return parsed.data
  throw new TimbangError('invalid-options', [
    { place: 'options', message: 'must be `by` alone: `person` or `machine`' },
  ])
}

const mostLetters = 200_000

function storyFrom(story: unknown): string {
  if (typeof story === 'string' && story.length <= mostLetters) return story
  throw new TimbangError('invalid-coding', [
    { place: 'story', message: `must be a text of at most ${mostLetters} letters` },
  ])
}

const limits = { depth: 4, nodes: 20_000, text: 5_000, letters: 400_000, keys: 2_000 }

function codingFrom(coding: unknown): Readonly<Record<string, unknown>> {
  const plain = plainCopy(coding, 'coding', limits)
  if ('issues' in plain) throw new TimbangError('invalid-coding', plain.issues)
  const { value } = plain
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new TimbangError('invalid-coding', [
    { place: 'coding', message: 'must be an object, with an entry for each fact' },
  ])
}

function readFact({ fact, value, quotes: [quote] }: CodedStatement): ReadFact {
  const { name, label, class: how = 'judged' } = fact
  return { fact: name, label, class: how, answer: answerOf(fact, value), quote }
}

function refusedInWords({ place, fact, reason }: RefusedStatement): Refused {
  return { place, ...(fact && { fact: fact.name }), reason, says: saidInAll(({ refused }) => refused[reason]) }
}

function toConfirm({ statement, reason, counts }: Sorted['confirm'][number]): ToConfirm {
  const { fact, value, quotes } = statement
  return {
    fact: fact.name,
    ask: fact.ask as Text,
    answer: answerOf(fact, value),
    reason,
    says: saidInAll(({ confirm }) => confirm[reason]),
    counts,
    quote: quotes[0],
  }
}

/** The sentences that none of the quotations touches. */
function untold(story: string, statements: readonly CodedStatement[]): readonly Span[] {
  const quotes = statements.flatMap((one) => one.quotes)
  return sentencesOf(story).filter((sentence) => !quotes.some((quote) => overlap(sentence, quote)))
}
