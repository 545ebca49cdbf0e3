import { TimbangError } from '../errors.js'
import { type OptionNames, optionsGiven } from '../options.js'
import { digestOf } from '../pack/identity/digest.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { type QuestionKind, questionKinds } from '../vocabulary.js'
import type { WeighOptions } from '../weigh/assess.js'
import { checkFramework } from '../weigh/frameworkOpinions.js'
import { type Exercise, type ExerciseQuestion, everyQuestion, parseExercise } from './exerciseShape.js'
import { type Lesson, lessonOf, type QuestionDraft, questionFrom, unique } from './lesson.js'
import { answerInWords, questionInWords, sentences } from './phrasing.js'
import { askFirstQuestion } from './questions/askFirst.js'
import { stakeQuestion } from './questions/atStake.js'
import { decisionQuestion, owedOtherwise, owedQuestion, reasonsQuestion } from './questions/dilemmas.js'
import { kindQuestion } from './questions/isItADilemma.js'
import { mustNotQuestion, mustQuestion } from './questions/mustAndMustNot.js'
import { turningQuestion } from './questions/turningPoint.js'
import { whichFirstQuestion } from './questions/whichFirst.js'
import { frameworkQuestion } from './questions/whichFramework.js'
import { principleQuestion } from './questions/whichPrinciple.js'
import { inTheseLanguages } from './textLanguages.js'
import { type Vignette, vignetteWithFacts } from './vignette.js'

/** What an educator may choose. */
export interface ExerciseOptions extends WeighOptions {
  /** Any whole number; the same one gives the same exercise (1). */
  readonly seed?: number | undefined
  /** The kinds of questions wanted, in their order (all that the case gives). */
  readonly kinds?: readonly QuestionKind[] | undefined
  /** How many choices a question has at most, from 3 to 8 (6). */
  readonly choices?: number | undefined
}

/**
 * Makes an exercise from a vignette. Key, wrong answers and feedback come from the rules, so that they change with them; the
 * same vignette, pack and seed give the same exercise, byte for byte.
 * @throws TimbangError `invalid-vignette`, `invalid-options`
 */
export async function exercise<S>(vignette: Vignette, pack: Pack<S>, options: ExerciseOptions = {}): Promise<Exercise> {
  checkPack(pack)
  const { seed, most, kinds, weighing } = checkedOptions(options, pack)
  const lesson = await lessonOf(vignetteWithFacts(vignette, pack), pack, weighing, { seed, most, whole: false })
  const drafts = questionDrafts(lesson, kinds)
  if (drafts.length === 0)
    throw new TimbangError('invalid-vignette', [
      { place: 'vignette', message: 'gives no question: no rule speaks of what it tells' },
    ])
  const questions = drafts.map((draft, i) => questionFrom(draft, i, lesson))
  return assembled(questions, askedOtherwise(questions, lesson), lesson)
}

/** What is asked in the place of what is still owed of those who decide otherwise than it supposes. */
function askedOtherwise<S>(
  questions: readonly ExerciseQuestion[],
  lesson: Lesson<S>,
): NonNullable<Exercise['otherwise']> {
  const place = questions.findIndex(({ kind }) => kind === 'owed')
  const decision = questions.find(({ kind }) => kind === 'decision')
  const other = place < 0 || decision === undefined ? undefined : owedOtherwise(lesson)
  const choice = decision?.choices.find(({ side }) => side === other?.side)
  if (other === undefined || decision === undefined || choice === undefined) return []
  const made = questionFrom(other.draft, place, lesson)
  return [
    {
      insteadOf: made.id,
      where: { question: decision.id, choice: choice.id },
      question: { ...made, id: `${made.id}-otherwise` },
    },
  ]
}

/** The questions of these kinds that a lesson gives. */
export function questionDrafts<S>(lesson: Lesson<S>, kinds: readonly QuestionKind[]): readonly QuestionDraft[] {
  return kinds.flatMap((kind) => makers[kind](lesson) ?? [])
}

const makers: Readonly<Record<QuestionKind, <S>(lesson: Lesson<S>) => QuestionDraft | undefined>> = {
  'is-it-a-dilemma': kindQuestion,
  must: mustQuestion,
  'must-not': mustNotQuestion,
  'at-stake': stakeQuestion,
  principle: principleQuestion,
  reasons: reasonsQuestion,
  decision: decisionQuestion,
  'ask-first': askFirstQuestion,
  'which-first': whichFirstQuestion,
  'turning-point': turningQuestion,
  owed: owedQuestion,
  framework: frameworkQuestion,
}

const optionNames: OptionNames<ExerciseOptions> = {
  on: true,
  framework: true,
  seed: true,
  kinds: true,
  choices: true,
}

function checkedOptions<S>(options: ExerciseOptions, pack: Pack<S>) {
  const { seed = 1, kinds = questionKinds, choices = 6, on, framework } = optionsGiven(options, optionNames)
  const unfit = (option: string, message: string) =>
    new TimbangError('invalid-options', [{ place: `options.${option}`, message }])
  if (!Number.isSafeInteger(seed)) throw unfit('seed', 'must be a whole number')
  if (!Number.isInteger(choices) || choices < 3 || choices > 8)
    throw unfit('choices', 'must be a whole number from 3 to 8')
  if (!Array.isArray(kinds) || !kinds.every((kind) => questionKinds.includes(kind)))
    throw unfit('kinds', `must be a list of ${questionKinds.map((kind) => `\`${kind}\``).join(', ')}`)
  checkFramework(framework, pack)
  return {
    seed,
    most: choices,
    kinds: unique(kinds),
    weighing: { ...(on !== undefined && { on }), ...(framework !== undefined && { framework }) },
  }
}

function assembled<S>(
  questions: readonly ExerciseQuestion[],
  otherwise: NonNullable<Exercise['otherwise']>,
  lesson: Lesson<S>,
): Exercise {
  const { vignette, languages, pack, advice, seed, most, options } = lesson
  const { name, title, story, level, goals } = vignette
  const every = everyQuestion({ questions, otherwise })
  const offered = every.flatMap((question) => question.choices)
  const content = {
    packs: pack.parts.map((part) => ({
      name: part.name,
      version: part.version,
      title: part.title,
      digest: part.digest,
    })),
    on: advice.on,
    ...(options.framework !== undefined && { framework: options.framework }),
    seed,
    choices: most,
    vignette: { name, title, story: story.map(({ says }) => says), level, goals, heldBack: heldBack(lesson) },
    kind: advice.kind,
    urgency: advice.urgency,
    questions,
    ...(otherwise.length > 0 && { otherwise }),
    principles: byName(
      unique([...goals, ...[...every, ...offered].flatMap((one) => one.principles)]),
      pack.principles,
      ({ label, means }) => ({ label, means }),
    ),
    sources: byName(unique(offered.flatMap((one) => one.sources)), pack.sources, ({ cite, verified }) => ({
      cite,
      verified,
    })),
  }
  const spoken = inTheseLanguages(content, languages)
  return parseExercise({ format: 1, id: `${name.slice(0, 80)}-${digestOf(spoken).slice(0, 12)}`, ...spoken })
}

function heldBack<S>({ heldBack: facts, pack }: Lesson<S>): Exercise['vignette']['heldBack'] {
  return [...facts].flatMap(([name, stated]) => {
    const fact = pack.facts.get(name)
    return fact === undefined ? [] : [{ ask: questionInWords(fact), answer: sentences(answerInWords(fact, stated)) }]
  })
}

/** What is named, with what an exercise says of it; in the order of the names. */
function byName<T, R>(
  names: readonly string[],
  all: ReadonlyMap<string, T>,
  said: (thing: T) => R,
): Readonly<Record<string, R>> {
  const found = names.flatMap((name) => {
    const thing = all.get(name)
    return thing === undefined ? [] : [[name, said(thing)] as const]
  })
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}
