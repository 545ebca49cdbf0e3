import { TimbangError } from '../../errors.js'
import { type QuestionKind, questionKinds } from '../../vocabulary.js'

/** How answers are counted. */
export interface Rubric {
  /** What each kind of question is worth. A decision earns nothing: its reasons do. */
  readonly points: Readonly<Record<QuestionKind, number>>
  /** What all wrong choices together cost, as a part of what all right ones earn. */
  readonly wrong: number
  /** What a choice earns that is partly right. */
  readonly partly: number
  /** Whether only a whole answer earns anything. */
  readonly allOrNothing: boolean
  /** Whether of the reasons of a dilemma each side counts the same, however many reasons it has, or each reason. */
  readonly reasons: 'sides' | 'each'
}

/** The usual rubric: every question counts one, a decision nothing; wrong choices cost what right ones earn. */
export const usualRubric: Rubric = {
  points: {
    'is-it-a-dilemma': 1,
    must: 1,
    'must-not': 1,
    'at-stake': 1,
    principle: 1,
    reasons: 1,
    decision: 0,
    'ask-first': 1,
    'which-first': 1,
    'turning-point': 1,
    owed: 1,
    framework: 1,
  },
  wrong: 1,
  partly: 0.5,
  allOrNothing: false,
  reasons: 'sides',
}

/** The usual rubric with what is wanted otherwise. */
export function checkedRubric(changes: Partial<Rubric>): Rubric {
  const rubric = { ...usualRubric, ...changes, points: { ...usualRubric.points, ...changes.points } }
  const unfit = (place: string, message: string) =>
    new TimbangError('invalid-options', [{ place: `options.rubric.${place}`, message }])
  const unknown = Object.keys(rubric).filter((key) => !Object.hasOwn(usualRubric, key))
  if (unknown.length > 0) throw unfit(unknown[0] as string, 'is not part of a rubric')
  const kinds: readonly string[] = questionKinds
  for (const [kind, points] of Object.entries(rubric.points)) {
    if (!kinds.includes(kind)) throw unfit('points', `must name only ${kinds.map((one) => `\`${one}\``).join(', ')}`)
    if (!(typeof points === 'number' && points >= 0 && points <= 1_000))
      throw unfit(`points.${kind}`, 'must be a number from 0 to 1000')
  }
  for (const part of ['wrong', 'partly'] as const)
    if (!(typeof rubric[part] === 'number' && rubric[part] >= 0 && rubric[part] <= 1))
      throw unfit(part, 'must be a number from 0 to 1')
  if (typeof rubric.allOrNothing !== 'boolean') throw unfit('allOrNothing', 'must be `true` or `false`')
  if (rubric.reasons !== 'sides' && rubric.reasons !== 'each') throw unfit('reasons', 'must be `sides` or `each`')
  return rubric
}
