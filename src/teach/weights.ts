import type { Choice, ExerciseQuestion } from './exerciseShape.js'
import { type Rubric, usualRubric } from './grading/rubric.js'

/**
 * Which part of a question each choice earns or costs: all that is right is worth 1 together, and all that is wrong costs what
 * the rubric says. Of the reasons of a dilemma each side is worth the same, and each reason its part of its side. The same
 * weights stand in a grade and in every form in which an exercise is given out.
 */
export function weights(question: ExerciseQuestion, rubric: Rubric = usualRubric): ReadonlyMap<string, number> {
  const { choices, pick } = question
  const count = (mark: Choice['mark']) => choices.filter((choice) => choice.mark === mark).length
  const weight = (choice: Choice): number => {
    if (choice.mark === 'open') return 0
    if (choice.mark === 'partly') return rubric.partly
    if (choice.mark === 'right') return pick === 'one' ? 1 : rightWeight(choice, question, rubric)
    return pick === 'one' || rubric.wrong === 0 ? 0 : -rubric.wrong / count('wrong')
  }
  return new Map(choices.map((choice) => [choice.id, weight(choice)]))
}

function rightWeight({ side }: Choice, { kind, choices }: ExerciseQuestion, { reasons }: Rubric): number {
  const right = choices.filter(({ mark }) => mark === 'right')
  if (kind !== 'reasons' || reasons === 'each') return 1 / right.length
  const sides = new Set(right.map((one) => one.side)).size
  return 1 / sides / right.filter((one) => one.side === side).length
}
