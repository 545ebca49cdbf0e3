import { isClaiming } from '../decide/decide.js'
import { leavesRead } from '../pack/factsRead.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { conditionsOf } from '../pack/rule.js'
import type { Kind, QuestionKind, Status, Text } from '../vocabulary.js'
import { questionKinds } from '../vocabulary.js'
import { questionDrafts } from './exercise.js'
import { type Lesson, lessonOf, questionFrom } from './lesson.js'
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
  /** What the key wants to be asked first, and nothing is held back to be told to whoever asks. */
  readonly unanswered: readonly string[]
  /** What the rules say must be done and must not: what the key will come to. */
  readonly duties: readonly Text[]
  readonly ruledOut: readonly Text[]
  /** Facts told by which no rule goes that holds here: nothing that is asked will come of them. */
  readonly withoutBearing: readonly string[]
  /** Facts told that are a judgement themselves, and that a class could be left to make. */
  readonly judged: readonly string[]
}

/**
 * What comes of a vignette: its kind, its questions, and which of its goals they serve.
 * @throws TimbangError `invalid-vignette`
 */
export async function previewOf<S>(vignette: Vignette, pack: Pack<S>): Promise<Preview> {
  checkPack(pack)
  const told = vignetteWithFacts(vignette, pack)
  const lesson = await lessonOf(told, pack, {}, { seed: 1, most: 6, whole: false })
  const drafts = questionDrafts(lesson, questionKinds)
  const questions = drafts.map((draft, place) => questionFrom(draft, place, lesson))
  const askedFirst = drafts.flatMap(({ kind, right }) => (kind === 'ask-first' ? right.map(({ name }) => name) : []))
  const served = new Set(questions.flatMap(({ principles }) => principles))
  const { kind, questions: open, actions } = lesson.advice
  const saidOf = (status: Status) =>
    actions.filter((one) => one.status === status && !one.standing).map(({ label }) => label)
  const bearing = new Set(factsWithBearing(lesson))
  const facts = [...told.toldFacts.keys()].flatMap((name) => pack.facts.get(name) ?? [])
  return {
    kind,
    questions: questions.map((one) => one.kind),
    practised: vignette.goals.filter((goal) => served.has(goal)),
    unpractised: vignette.goals.filter((goal) => !served.has(goal)),
    worthAsking: open.map(({ fact }) => fact),
    unanswered: askedFirst.filter((name) => !lesson.heldBack.has(name)),
    duties: saidOf('must'),
    ruledOut: saidOf('must-not'),
    withoutBearing: facts.filter(({ name, background }) => !background && !bearing.has(name)).map(({ name }) => name),
    judged: facts.filter((fact) => fact.class === 'judged').map(({ name }) => name),
  }
}

/** What the rules that hold here go by, or that an exception undoes. */
function factsWithBearing<S>({ now, pack }: Lesson<S>): readonly string[] {
  return now.weighing.findings
    .filter((finding) => isClaiming(finding) || finding.outcome === 'excepted')
    .flatMap(({ rule }) => conditionsOf(rule).flatMap((part) => leavesRead(part, pack.facts)))
    .map(({ fact }) => fact)
}
