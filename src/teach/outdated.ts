import { checkPack, type Pack } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'
import { questionDrafts } from './exercise.js'
import { type Choice, type Exercise, type ExerciseQuestion, parseExercise } from './exerciseShape.js'
import { type Draft, lessonOf, type QuestionDraft } from './lesson.js'
import { toldBy, type Vignette } from './vignette.js'

/** Where a kept exercise no longer fits the rules. */
export interface Drift {
  readonly question: string
  /** The choice, where it is one. */
  readonly choice?: string
  /**
   * `gone`: the case gives this question no more; `ask`: it is asked otherwise; `mark`: the choice would be marked otherwise;
   * `unsupported`: no rule gives this choice any more; `feedback`: what is said of it, or where it comes from, has changed.
   */
  readonly what: 'gone' | 'ask' | 'mark' | 'unsupported' | 'feedback'
  readonly was?: Choice['mark']
  readonly now?: Choice['mark']
}

/**
 * Where the key of a kept exercise no longer fits what the rules say of the same vignette today; nothing where it fits. An
 * unrelated change of the pack changes nothing here.
 * @throws TimbangError `invalid-exercise`, `invalid-vignette`
 */
export async function drift<S>(kept: Exercise, vignette: Vignette, pack: Pack<S>): Promise<readonly Drift[]> {
  checkPack(pack)
  const { seed, choices, framework, questions } = parseExercise(kept)
  const options = { ...(framework !== undefined && { framework }) }
  const lesson = await lessonOf(toldBy(vignette, pack), pack, options, { seed, most: choices, whole: true })
  const drafts = questionDrafts(
    lesson,
    questions.map(({ kind }) => kind),
  )
  return questions.flatMap((question) => {
    const draft = drafts.find(({ kind }) => kind === question.kind)
    return draft ? questionDrift(question, draft, pack) : [{ question: question.id, what: 'gone' as const }]
  })
}

function questionDrift<S>(question: ExerciseQuestion, draft: QuestionDraft, pack: Pack<S>): readonly Drift[] {
  const { id, ask, choices } = question
  if (!same(ask, draft.ask)) return [{ question: id, what: 'ask' }]
  const offered = [...draft.right, ...draft.others]
  return choices.flatMap((choice): Drift[] => {
    const alike = offered.filter(({ says }) => same(says, choice.says))
    const now = alike.find(({ mark }) => mark === choice.mark) ?? alike[0]
    const place = { question: id, choice: choice.id, was: choice.mark }
    if (now === undefined) return [{ ...place, what: 'unsupported' }]
    if (now.mark !== choice.mark) return [{ ...place, what: 'mark', now: now.mark }]
    return alike.some((one) => same(one.feedback, choice.feedback) && sameSources(one, choice, pack))
      ? []
      : [{ ...place, what: 'feedback', now: now.mark }]
  })
}

function sameSources<S>({ sources = [], rules = [] }: Draft, choice: Choice, pack: Pack<S>): boolean {
  const found = new Set([...sources, ...rules.flatMap((rule) => rule.sources)])
  return (
    found.size === choice.sources.length && choice.sources.every((name) => found.has(name) && pack.sources.has(name))
  )
}

function same(one: Text, other: Text): boolean {
  return one.en === other.en && one.id === other.id
}
