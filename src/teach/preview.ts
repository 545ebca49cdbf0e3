import { checkPack, type Pack } from '../pack/pack.js'
import type { Kind, QuestionKind } from '../vocabulary.js'
import { questionKinds } from '../vocabulary.js'
import { questionDrafts } from './exercise.js'
import { lessonOf, questionFrom } from './lesson.js'
import { type Vignette, vignetteWithFacts } from './vignette.js'

/** What comes of a vignette before anybody is taught by it. */
export interface Preview {
  readonly kind: Kind
  readonly questions: readonly QuestionKind[]
  /** The goals that a question serves, and those that none does. */
  readonly practised: readonly string[]
  readonly unpractised: readonly string[]
  /** What a consultation would ask: facts that are worth holding back. */
  readonly worthAsking: readonly string[]
}

/**
 * What comes of a vignette: its kind, its questions, and which of its goals they serve.
 * @throws TimbangError `invalid-vignette`
 */
export async function previewOf<S>(vignette: Vignette, pack: Pack<S>): Promise<Preview> {
  checkPack(pack)
  const lesson = await lessonOf(vignetteWithFacts(vignette, pack), pack, {}, { seed: 1, most: 6, whole: false })
  const questions = questionDrafts(lesson, questionKinds).map((draft, place) => questionFrom(draft, place, lesson))
  const served = new Set(questions.flatMap(({ principles }) => principles))
  const { kind, questions: asked } = lesson.advice
  return {
    kind,
    questions: questions.map((one) => one.kind),
    practised: vignette.goals.filter((goal) => served.has(goal)),
    unpractised: vignette.goals.filter((goal) => !served.has(goal)),
    worthAsking: asked.map(({ fact }) => fact),
  }
}
