import { checkPack, type Pack } from '../pack/pack.js'
import type { Text } from '../vocabulary.js'
import { questionDrafts } from './exercise.js'
import { type Choice, type Exercise, type ExerciseQuestion, parseExercise } from './exerciseShape.js'
import { type Draft, type Lesson, lessonOf, type QuestionDraft, sourcesOf } from './lesson.js'
import { type Override, parseOverride } from './override.js'
import { owedOtherwise } from './questions/dilemmas.js'
import { type Vignette, vignetteWithFacts } from './vignette.js'

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
  /** Whether a teacher has changed it: their change stands on a key that the rules no longer give. */
  readonly overridden?: true
}

/**
 * Where the key of a kept exercise no longer fits what the rules say of the same vignette today; nothing where it fits. An
 * unrelated change of the pack changes nothing here. With what a teacher would have otherwise in its key, it is said which of
 * that no longer stands on the rules.
 * @throws TimbangError `invalid-exercise`, `invalid-vignette`, `invalid-override`
 */
export async function outdated<S>(
  kept: Exercise,
  vignette: Vignette,
  pack: Pack<S>,
  override?: Override,
): Promise<readonly Drift[]> {
  checkPack(pack)
  const { seed, choices, framework, questions, otherwise = [] } = parseExercise(kept)
  const isChanged = override ? changedIn(parseOverride(override, kept)) : () => false
  const options = { ...(framework !== undefined && { framework }) }
  const lesson = await lessonOf(vignetteWithFacts(vignette, pack), pack, options, { seed, most: choices, whole: true })
  const drafts = questionDrafts(
    lesson,
    questions.map(({ kind }) => kind),
  )
  const found = questions.flatMap((question): readonly Drift[] => {
    const draft = drafts.find(({ kind }) => kind === question.kind)
    return draft ? questionDrift(question, draft, lesson) : [{ question: question.id, what: 'gone' }]
  })
  const other = otherwise.length > 0 ? owedOtherwise(lesson)?.draft : undefined
  const foundOtherwise = otherwise.flatMap(({ question }): readonly Drift[] =>
    other ? questionDrift(question, other, lesson) : [{ question: question.id, what: 'gone' }],
  )
  return [...found, ...foundOtherwise].map((one) => (isChanged(one) ? { ...one, overridden: true } : one))
}

/** Whether a teacher has changed the choice that drifted, or something of the question that did. */
function changedIn({ questions }: Override): (drift: Drift) => boolean {
  return ({ question, choice }) => {
    const change = questions.find((one) => one.question === question)
    return change !== undefined && (choice === undefined || (change.choices ?? []).some((one) => one.choice === choice))
  }
}

/** The same, under its former name. */
export const drift = outdated

function questionDrift<S>(question: ExerciseQuestion, draft: QuestionDraft, lesson: Lesson<S>): readonly Drift[] {
  const { id, ask, choices } = question
  if (!same(ask, draft.ask)) return [{ question: id, what: 'ask' }]
  const offered = [...draft.right, ...draft.others]
  return choices.flatMap((choice): Drift[] => {
    const alike = offered.filter(({ says }) => same(choice.says, says))
    const now = alike.find(({ mark }) => mark === choice.mark) ?? alike[0]
    const place = { question: id, choice: choice.id, was: choice.mark }
    if (now === undefined) return [{ ...place, what: 'unsupported' }]
    if (now.mark !== choice.mark) return [{ ...place, what: 'mark', now: now.mark }]
    return alike.some((one) => same(choice.feedback, one.feedback) && sameSources(one, choice, lesson))
      ? []
      : [{ ...place, what: 'feedback', now: now.mark }]
  })
}

function sameSources<S>(draft: Draft, { sources }: Choice, lesson: Lesson<S>): boolean {
  const found = new Set(sourcesOf(draft, lesson))
  return found.size === sources.length && sources.every((name) => found.has(name) && lesson.pack.sources.has(name))
}

/** Whether a text of a kept exercise is what is said today, in each of its languages. */
function same(kept: Text, now: Text): boolean {
  return Object.keys(kept).every((language) => kept[language as keyof Text] === now[language as keyof Text])
}
