import type { Exercise, ExerciseQuestion } from './exerciseShape.js'

/**
 * What a learner chose: by the id of a question the ids of choices. Words of one’s own are for the educator and not read
 * here.
 */
export type Answers = Readonly<Record<string, readonly string[]>>

/**
 * The questions that somebody is asked who answered so: what was answered, else what follows from what was chosen before.
 * Whoever chose nothing is asked the usual ones.
 */
export function questionsAsked(
  { questions, otherwise = [] }: Pick<Exercise, 'questions' | 'otherwise'>,
  answers: Answers,
): readonly ExerciseQuestion[] {
  const isAnswered = (id: string) => (answers[id] ?? []).length > 0
  return questions.map((usual) => {
    const others = otherwise.filter(({ insteadOf }) => insteadOf === usual.id)
    const answered = others.find(({ question }) => isAnswered(question.id))
    const followed = others.find(({ where }) => answers[where.question]?.includes(where.choice))
    return (answered ?? (isAnswered(usual.id) ? undefined : followed))?.question ?? usual
  })
}
