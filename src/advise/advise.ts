import { reasonedRules } from '../ask/candidates.js'
import { dependingDuties } from '../ask/dependingDuties.js'
import { answerOf } from '../ask/question.js'
import { outlooksLeft, questions } from '../ask/questions.js'
import { compiledPack, type Known } from '../decide/compiledPack.js'
import { decide, knownFrom } from '../decide/decide.js'
import { type Confirmed, confirm } from '../decide/engine.js'
import { parseSituation } from '../decide/situation.js'
import { unfitOption } from '../errors.js'
import { type OptionNames, optionsGiven } from '../options.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { PackPart } from '../pack/packParts.js'
import type { Action } from '../pack/packSource.js'
import { daySchema } from '../pack/texts/textSchema.js'
import { jurisdictionFact } from '../vocabulary.js'
import { type Assessment, assessFindings, kindOf, type WeighOptions } from '../weigh/assess.js'
import type { Assumptions } from '../weigh/certainty.js'
import { checkFramework } from '../weigh/frameworkOpinions.js'
import type { Place } from '../weigh/groundsHere.js'
import type { Advice, AdvisedAction, UnaskedAdvice } from './advice.js'
import { dilemmas, frameworkViews } from './dilemmas.js'
import { positionsByAction } from './divided.js'
import { handsFor } from './hands.js'
import { presumedFacts } from './presumedFacts.js'
import { type RankedAction, rankActions, rankedDone, surestClaim } from './rankActions.js'
import {
  byWeight,
  type ConfirmedDraft,
  consistentActions,
  type Draft,
  draftOf,
  groundsOf,
  isAgainst,
  namedAction,
  reasonFor,
  wordsOf,
} from './reasons.js'
import { setAside } from './setAside.js'

/** What a caller may choose. */
export interface AdviseOptions extends WeighOptions {
  /**
   * Whether to look for the questions (yes), which takes nearly all of the time. With `false` the `questions` of the advice are `null`: not looked for. All else
   * is as it would be: what depends on a danger not known does, and says so.
   */
  readonly questions?: boolean | undefined
}

/**
 * Weighs a situation and says what must, should, may, should not and must not be done, why, what gave way and what is
 * still owed to it, and which questions would change it. It supports judgement and never replaces it. Although it is async, all is computed
 * at once on the thread that asks: some 100 ms with the shipped pack, a few without questions.
 * @param situation the stated facts, nested as declared: `{ risk: { imminence: 'likely' } }`; what is left out is not known
 * @throws TimbangError `invalid-situation`, `invalid-options`, or `broken-invariant` where the two evaluations disagree
 */
export async function advise<S>(
  situation: NoInfer<S>,
  pack: Pack<S>,
  options?: WeighOptions & { readonly questions?: true },
): Promise<Advice>
export async function advise<S>(
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: AdviseOptions,
): Promise<Advice | UnaskedAdvice>
export async function advise<S>(
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: AdviseOptions = {},
): Promise<Advice | UnaskedAdvice> {
  checkPack(pack)
  const checked = checkedOptions<AdviseOptions, S>(options, pack, { questions: true })
  const known = knownFrom(parseSituation(situation, pack), pack)
  const findings = decide(known, pack, checked.on)
  const confirmed = await confirm(findings, known, pack)
  return adviceFrom(assessFindings(findings, known, pack, checked), confirmed, known, pack, checked)
}

/**
 * What a caller chose, read once; what does not exist or does not fit is refused.
 * @param others what this call knows beside the day and the framework
 */
export function checkedOptions<T extends WeighOptions, S>(
  options: unknown,
  pack: Pack<S>,
  others: OptionNames<Omit<T, keyof WeighOptions>>,
): T {
  const given = optionsGiven<T>(options, { on: true, framework: true, ...others } as OptionNames<T>)
  checkDay(given.on)
  const { questions: asked } = given as AdviseOptions
  if (asked !== undefined && typeof asked !== 'boolean')
    throw unfitOption('options.questions', 'must be `true` or `false`')
  checkFramework(given.framework, pack)
  return given
}

/** Refuses a day that is none. */
export function checkDay(on: string | undefined): void {
  if (on !== undefined && !daySchema.safeParse(on).success)
    throw unfitOption('options.on', 'must be a day such as `2026-01-31`')
}

function adviceFrom<S>(
  assessment: Assessment,
  confirmed: Confirmed,
  known: Known,
  pack: Pack<S>,
  options: AdviseOptions,
): Advice | UnaskedAdvice {
  const draft = { ...draftOf(assessment, known, pack, options), confirmed }
  const kind = kindOf(assessment, known, pack, options)
  const onward = kind === 'dilemma' ? procedure(draft) : undefined
  const presumed = presumedFacts(draft)
  const rules = groundsOf(assessment.weighing.labels.keys(), draft)
  const actions = advisedActions(draft)
  return {
    format: 1,
    packs: pack.parts.map(advisedPack),
    ...(pack.header.locales && { locales: pack.header.locales }),
    on: draft.place.on,
    ...jurisdictionOf(known, pack),
    ...lawNotCovered(draft.place, pack),
    ...(options.framework && { framework: options.framework }),
    kind,
    urgency: assessment.urgency,
    danger: compiledPack(pack).dangerStated(known.values) === true,
    actions,
    ...doneIn(draft),
    setAside: setAside(draft),
    dilemmas: dilemmas(draft),
    ...(onward && { procedure: onward }),
    presumed,
    ...asked(assessment, known, pack, options),
    unanswered: unanswered(known, pack),
    frameworks: frameworkViews(assessment.weighing),
    rules,
    ...wordsOf(rules, actions, [...(onward?.sources ?? []), ...presumed.flatMap(({ sources }) => sources)], pack),
  }
}

/** What would be asked, and what would be owed if what is not known proved to be so; only where it is looked for. */
function asked<S>(
  assessment: Assessment,
  known: Known,
  pack: Pack<S>,
  options: AdviseOptions,
): Pick<Advice, 'questions' | 'depending'> | Pick<UnaskedAdvice, 'questions'> {
  if (options.questions === false) return { questions: null }
  const outlooks = outlooksLeft(assessment, known, pack, options)
  const reasoned = reasonedRules(known, pack)
  return {
    depending: dependingDuties(assessment, reasoned, outlooks, known, pack),
    questions: questions(assessment, known, pack, options, outlooks, reasoned),
  }
}

function advisedPack({ name, version, title, digest, admitted }: PackPart): Advice['packs'][number] {
  return { name, version, title, digest, ...(admitted.length > 0 && { admitted }) }
}

/** Which country's law applies, where it was stated. */
function jurisdictionOf<S>({ stated }: Known, pack: Pack<S>): Pick<Advice, 'jurisdiction'> {
  const [fact, value] = [pack.facts.get(jurisdictionFact), stated.get(jurisdictionFact)]
  return fact && typeof value === 'string' ? { jurisdiction: answerOf(fact, value) } : {}
}

/** Whether the pack knows next to no law of the country that is stated. */
function lawNotCovered<S>({ jurisdiction }: Place, { header }: Pack<S>): Pick<Advice, 'lawNotCovered'> {
  const gap = header.lawNotCovered?.find((one) => one.jurisdiction === jurisdiction)
  return gap ? { lawNotCovered: gap.says } : {}
}

/** Every action that is spoken of, in the order in which it is told, with how surely and why. */
export function advisedActions<S>(draft: Draft<S>): readonly AdvisedAction[] {
  const divided = positionsByAction(draft)
  return rankActions(draft.assessment, draft.pack, draft.done).map((one) =>
    advisedAction(one, draft, divided.get(one.action)),
  )
}

/** What would be asked for or permitted and is done, with what comes next. */
export function doneIn<S>({ assessment, pack, done }: Draft<S>): Pick<Advice, 'done'> {
  const told = rankedDone(assessment, pack, done).map(({ action, status, claims }) => ({
    ...namedAction(action, pack),
    status,
    because: claims.map(reasonFor).sort(byWeight),
    next: doneOf(action, pack).next,
  }))
  return told.length === 0 ? {} : { done: told }
}

function doneOf<S>(action: string, { actions }: Pack<S>): NonNullable<Action['done']> {
  const { done } = actions.get(action) as Action
  return done as NonNullable<Action['done']>
}

function advisedAction<S>(one: RankedAction, draft: Draft<S>, divided: AdvisedAction['divided']): AdvisedAction {
  const { action, status, urgency, standing, within, folded, claims } = one
  const claim = surestClaim(one, draft.assessment)
  const assumed = draft.assessment.assumptions.get(claim) as Assumptions
  return {
    ...namedAction(action, draft.pack),
    status,
    certainty: assumed.certainty,
    urgency,
    standing,
    roles: [...new Set(claims.flatMap(({ role }) => role ?? []))].sort(),
    ...(isAgainst(status) ? {} : handsFor(action, draft)),
    because: claims.map(reasonFor).sort(byWeight),
    ...(divided && { divided }),
    assumptions: {
      findsOut: assumed.findsOut,
      unless: assumed.unless.map(({ name, because }) => ({ rule: claim.rule.name, name, because })),
      presumed: assumed.presumed,
      defeaters: assumed.defeaters
        .map(({ rule, action: other, force }) => ({ rule: rule.name, action: other, force, because: rule.because }))
        .sort((a, b) => (`${a.rule} ${a.action}` < `${b.rule} ${b.action}` ? -1 : 1)),
    },
    ...(within !== undefined && { within }),
    ...(folded && { folded }),
  }
}

/** How to go on where nothing decides, but for what the advice speaks against. */
function procedure<S>(context: ConfirmedDraft<S>): NonNullable<Advice['procedure']> {
  const { actions, because, sources } = context.pack.header.whenUndecided
  return { actions: consistentActions(actions, context), because, sources }
}

/** What was asked and is still not known. */
function unanswered<S>(known: Known, pack: Pack<S>): Advice['unanswered'] {
  return [...pack.facts.values()].flatMap(({ name, ask, danger }) =>
    ask !== undefined && known.stated.get(name) === null
      ? [{ fact: name, ask, ...(danger !== undefined && { danger: true as const }) }]
      : [],
  )
}
