import * as z from 'zod'
import { checkedOptions } from '../advise/advise.js'
import { type Answer, type Asked, askedFact as askedAs, type Change, type Question } from '../ask/question.js'
import { firstQuestion, outlooksLeft, questionFor, questions } from '../ask/questions.js'
import { type SupposedOutlooks, supposedOutlooks } from '../ask/supposedOutlooks.js'
import type { Known } from '../decide/compiledPack.js'
import { knownFrom } from '../decide/decide.js'
import { codedIssue, TimbangError, unfitOption } from '../errors.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { type AnySituation, checkPack, type Pack } from '../pack/pack.js'
import type { Urgency } from '../vocabulary.js'
import { type Assessment, assess, type WeighOptions } from '../weigh/assess.js'
import { answerOrNull, everyAnswer } from './answers.js'
import { statusChanges } from './changes.js'
import { knownSituation, nestedSituation, statements } from './statements.js'
import { questionsTogether } from './together.js'

/** Where a consultation stands: plain JSON, to be kept by whoever holds it and taken up again. */
export interface Interview<S = AnySituation> {
  readonly format: 1
  /** What was stated and answered, nested; `null` where it was asked and is not known. Without a summary. */
  readonly situation: S
  /** The facts that were answered, in that order. */
  readonly asked: readonly string[]
  /** The place in `asked` to which the person has gone back, if so. */
  readonly at?: number
}

/** An answer as a situation states it; `null`: not known. */
export type GivenAnswer =
  | boolean
  | string
  | number
  | null
  | readonly string[]
  | Readonly<Record<string, boolean | null>>

/** What a person does: answers, hands on a whole form, or goes back to the answer before, or forward again. */
export type Step =
  | {
      readonly answer: GivenAnswer
      /** The fact that is answered, where it is not the one that was asked. */
      readonly fact?: string
    }
  | {
      /** By the name of each fact of the form what is answered; what was left alone is `null`. */
      readonly answers: Readonly<Record<string, GivenAnswer>>
    }
  | { readonly go: 'back' | 'forward' }

/** What an answer would change in the advice of now. */
export interface Effect {
  /** `null`: not known. */
  readonly answer: Answer | null
  readonly urgency: Urgency
  readonly changes: readonly Change[]
}

/** What to show: the question, what was answered to it before, what each answer would change, and how far one is. */
export interface Sitting<S = AnySituation> {
  readonly state: Interview<S>
  /** The question with its witness; without one where one has gone back to a question on which nothing hangs any more; `null` where nothing is left to ask. */
  readonly question: Question | Asked | null
  /** What can be asked on one form, the question first: what belongs together, and nothing that hangs on another answer of it. What is left alone there is not known. */
  readonly together: readonly (Question | Asked)[]
  /** What was answered to it before, one by one; nothing where it was not answered. */
  readonly before: readonly (Answer | null)[]
  readonly effects: readonly Effect[]
  /** How many facts were answered, also by “not known”, and how many more are worth asking for now; an answer can open others. */
  readonly progress: { readonly answered: number; readonly open: number }
}
/** What a person does next, on what day, and by which framework. */
export interface InterviewOptions extends WeighOptions {
  readonly step?: Step | undefined
}

/**
 * Asks one question at a time, the one that matters most first, and stops where no answer would change the advice. Any order of
 * answers comes to the same advice; going back loses nothing.
 * @param state where the consultation stands; `{}` begins one, `{ situation }` begins it with a story that was told
 * @throws TimbangError `invalid-situation` where an answer does not fit its fact or contradicts another, and the state stays good
 */
export function interview<S>(
  state: Partial<Interview<NoInfer<S>>>,
  pack: Pack<S>,
  options: InterviewOptions = {},
): Sitting<S> {
  checkPack(pack)
  const { step, ...weighing } = checkedOptions<InterviewOptions, S>(options, pack, { step: true })
  const position = parseState(state, pack)
  const next = step ? after(position, parseStep(step), pack, weighing) : position
  return sittingAt(next, pack, weighing)
}

/**
 * The one question that matters most now: its answers, why it is asked and what would differ between them.
 * @returns `null` where no answer would change the advice
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function nextQuestion<S>(situation: NoInfer<S>, pack: Pack<S>, options: WeighOptions = {}): Question | null {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const known = knownSituation(situation, pack)
  return firstQuestion(assess(known, pack, given), known, pack, given) ?? null
}

/** The state as it is worked with. */
interface Position {
  readonly known: Known
  readonly asked: readonly string[]
  readonly at?: number
}

const stateSchema = z.strictObject({
  format: z.literal(1).default(1),
  situation: z.unknown().default({}),
  asked: z.array(z.string()).max(5_000).default([]),
  at: z.int().min(0).optional(),
})

const stepSchema = z.union([
  z.strictObject({ answer: z.unknown(), fact: z.string().optional() }),
  z.strictObject({ answers: z.record(z.string(), z.unknown()) }),
  z.strictObject({ go: z.enum(['back', 'forward']) }),
])

function parseState<S>(state: unknown, pack: Pack<S>): Position {
  const parsed = stateSchema.safeParse(state)
  if (!parsed.success) throw unfitState('state', 'must-be-interview')
  const { situation, asked: facts, at } = parsed.data
  if (!facts.every((name) => pack.facts.get(name)?.ask !== undefined))
    throw unfitState('state.asked', 'must-be-asked-facts')
  if (at !== undefined && at >= facts.length) throw unfitState('state.at', 'must-be-place-in-asked')
  return { known: knownSituation(situation, pack), asked: facts, ...(at !== undefined && { at }) }
}

function parseStep(step: unknown): Step {
  const parsed = stepSchema.safeParse(step)
  if (!parsed.success)
    throw unfitOption('options.step', 'must be an answer, answers, or where to go: `back` or `forward`')
  return parsed.data as Step
}

function unfitState(
  place: string,
  code: 'must-be-interview' | 'must-be-asked-facts' | 'must-be-place-in-asked',
): TimbangError {
  return new TimbangError('invalid-options', [codedIssue(place, code)])
}

function after<S>(position: Position, step: Step, pack: Pack<S>, options: WeighOptions): Position {
  if ('go' in step) return moved(position, step.go)
  if ('answers' in step) return answeredWith(position, Object.entries(step.answers), 'options.step.answers', pack)
  const name = step.fact ?? questionAt(position, pack, options)?.fact
  return answeredWith(position, [[name, step.answer]], 'options.step.fact', pack)
}

function moved({ known, asked: facts, at = facts.length }: Position, where: 'back' | 'forward'): Position {
  const next = Math.max(0, where === 'back' ? at - 1 : at + 1)
  return { known, asked: facts, ...(next < facts.length && { at: next }) }
}

/** What is answered takes the place of what was answered before; the others stay as they are. */
function answeredWith<S>(
  { known, asked: facts }: Position,
  answers: readonly (readonly [fact: string | undefined, answer: GivenAnswer])[],
  place: string,
  pack: Pack<S>,
): Position {
  const answered = answers.map(([name, answer]): readonly [string, Stated] => {
    const fact = name === undefined ? undefined : pack.facts.get(name)
    if (fact?.ask === undefined) throw unfitOption(place, 'must be the name of a fact that is asked for')
    const stated = knownSituation(nestedSituation(new Map([[fact.name, answer as Stated]])), pack).stated
    return [fact.name, allMembers(fact, stated.get(fact.name) as Stated, known.stated.get(fact.name))]
  })
  const names = answered.map(([name]) => name)
  return {
    known: knownFrom(new Map([...known.stated, ...answered]), pack),
    asked: [...facts, ...names.filter((name) => !facts.includes(name))],
  }
}

/** Of a list that was asked, what is said of a member, now or before; of any other it is not known, and not asked again. */
function allMembers(fact: Fact, now: Stated, before: Stated | undefined): Stated {
  const earlier = before instanceof Map ? before : new Map<string, boolean | null>()
  // That nothing more is known of a list takes nothing back.
  const said = now === null && before instanceof Map ? new Map<string, boolean | null>() : now
  if (!(said instanceof Map)) return said
  const offered = valueNames(fact).map((word) => [word, (said.has(word) ? said : earlier).get(word) ?? null] as const)
  return new Map([...earlier, ...said, ...offered])
}

/** The question at which one is: where one has gone back to, else the first that is open. */
function questionAt<S>({ known, asked: facts, at }: Position, pack: Pack<S>, options: WeighOptions) {
  if (at === undefined) return firstQuestion(assess(known, pack, options), known, pack, options) ?? null
  const fact = pack.facts.get(facts[at] as string) as Fact
  const before = withoutFact(known, fact.name, pack)
  return questionFor(fact, assess(before, pack, options), before, pack, options) ?? askedAs(fact)
}

function withoutFact<S>({ stated }: Known, name: string, pack: Pack<S>): Known {
  return knownFrom(new Map([...stated].filter(([other]) => other !== name)), pack)
}

function sittingAt<S>(position: Position, pack: Pack<S>, options: WeighOptions): Sitting<S> {
  const { known, asked: facts, at } = position
  const here = explored(known, pack, options)
  const outlooks = outlooksLeft(here.now, known, pack, options, here.outlooks)
  const open = questions(here.now, known, pack, options, outlooks)
  const question = at === undefined ? (open[0] ?? null) : questionAt(position, pack, options)
  const fact = question ? (pack.facts.get(question.fact) as Fact) : undefined
  const stated = fact && known.stated.get(fact.name)
  return {
    state: { format: 1, situation: nestedSituation(known.stated) as S, asked: facts, ...(at !== undefined && { at }) },
    question,
    together: question === null || at !== undefined ? [question ?? []].flat() : questionsTogether(open, known, pack),
    before:
      fact && stated !== undefined
        ? statements(new Map([[fact.name, stated]])).map(([, one]) => answerOrNull(fact, one))
        : [],
    effects: fact
      ? effects(fact, stated === undefined ? here : explored(withoutFact(known, fact.name, pack), pack, options), pack)
      : [],
    progress: { answered: facts.filter((name) => known.stated.has(name)).length, open: open.length },
  }
}

/** What is said now, and what would be if more were known. */
interface Explored {
  readonly now: Assessment
  readonly outlooks: SupposedOutlooks
}

function explored<S>(known: Known, pack: Pack<S>, options: WeighOptions): Explored {
  const now = assess(known, pack, options)
  return { now, outlooks: supposedOutlooks(now, known, pack, options) }
}

/** What each answer would change in what is said while it is not known. */
function effects<S>(fact: Fact, { now, outlooks }: Explored, pack: Pack<S>): readonly Effect[] {
  return everyAnswer(fact, pack).flatMap((value) => {
    const then = outlooks.of(new Map([[fact.name, value]]))
    if (then === undefined) return []
    const changes = statusChanges(now.statuses, then.statuses, pack)
    return [{ answer: answerOrNull(fact, value), urgency: then.urgency, changes }]
  })
}
