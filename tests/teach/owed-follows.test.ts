import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import { type ExerciseQuestion, parseExercise } from '../../src/teach/exerciseShape.js'
import { answerTable } from '../../src/teach/grading/answerTable.js'
import { grade } from '../../src/teach/grading/grade.js'
import { outdated } from '../../src/teach/outdated.js'
import { overridden } from '../../src/teach/override.js'
import { refusal, shippedExercise, vignette, withRule } from '../support/exercises.js'

/* What is still owed is asked of the side that a learner did not take. */

const name = 'her-own-decision.json'
const made = await shippedExercise(name)
const [other] = made.otherwise as [NonNullable<typeof made.otherwise>[number]]
const usual = made.questions.find(({ id }) => id === other.insteadOf) as ExerciseQuestion
const decision = made.questions.find(({ id }) => id === other.where.question) as ExerciseQuestion
const usualSide = decision.choices.find(({ id }) => id !== other.where.choice)?.id as string
const rightIn = ({ choices }: ExerciseQuestion) => choices.filter(({ mark }) => mark === 'right').map(({ id }) => id)
const owed = (answers: Parameters<typeof grade>[1]) =>
  grade(made, answers).questions.find(({ kind }) => kind === 'owed')

describe('what is still owed', () => {
  test('has a question for either decision, each in the place of the other', () => {
    expect([usual.kind, other.question.kind, decision.kind]).toEqual(['owed', 'owed', 'decision'])
    expect(other.question.id).toBe(`${usual.id}-otherwise`)
    const supposed = ({ ask }: ExerciseQuestion) => /^Suppose you decide for “([^”]+)”/.exec(ask.en)?.[1]
    expect(supposed(usual)).toBeDefined()
    expect([undefined, supposed(usual)]).not.toContain(supposed(other.question))
    expect(rightIn(other.question).length).toBeGreaterThan(0)
  })

  test('is asked as the learner decided, and as usual of whoever decided nothing', () => {
    expect(owed({})?.question).toBe(usual.id)
    expect(owed({ [decision.id]: [usualSide] })?.question).toBe(usual.id)
    const followed = owed({ [decision.id]: [other.where.choice], [other.question.id]: rightIn(other.question) })
    expect(followed).toMatchObject({ question: other.question.id, share: 1, points: 1 })
    expect(owed({ [decision.id]: [other.where.choice] })).toMatchObject({ question: other.question.id, share: 0 })
  })

  test('counts as it was answered, also where a sheet asks it in the usual way only', () => {
    const answers = { [decision.id]: [other.where.choice], [usual.id]: rightIn(usual) }
    expect(owed(answers)).toMatchObject({ question: usual.id, share: 1 })
    expect(grade(made, answers).questions).toHaveLength(made.questions.length)
  })

  test('comes back from the page under its own id', () => {
    const ids = [decision.id, other.question.id]
    const { answers, unread } = answerTable(
      `code;exercise;${ids.join(';')}\nA1;${made.id};${other.where.choice};a b\n`,
      [made],
    )
    expect({ unread, answers: answers[0]?.answers }).toEqual({
      unread: 0,
      answers: { [decision.id]: [other.where.choice], [other.question.id]: ['a', 'b'] },
    })
  })

  test('is asked in the usual way alone where the decision is left out, and no other can be mended away', () => {
    const mended = (questions: Parameters<typeof overridden>[1]['questions']) =>
      overridden(made, { format: 1, exercise: made.id, questions }).otherwise
    expect(mended([{ question: decision.id, leaveOut: true }])).toBeUndefined()
    expect(mended([{ question: other.question.id, leaveOut: true }])).toBeUndefined()
    const [choice] = rightIn(other.question) as [string]
    const changed = mended([{ question: other.question.id, choices: [{ choice, mark: 'open' }] }])
    expect(changed?.[0]?.question.choices.find(({ id }) => id === choice)?.mark).toBe('open')
  })

  test('has no other question where nobody is asked for a decision', async () => {
    const few = await exercise(vignette(name), socialWork, { kinds: ['must', 'owed'] })
    expect(few.otherwise).toBeUndefined()
  })

  test('fits the rules for either decision, and says where it no longer does', async () => {
    expect(await outdated(made, vignette(name), socialWork)).toEqual([])
    const rules = other.question.choices.flatMap((choice) => (choice.mark === 'right' ? choice.rules : []))
    const pack = withRule(rules, (rule) => ({
      ...rule,
      event: { ...rule.event, params: { ...rule.event.params, whenOverridden: ['consult-supervisor'] } },
    }))
    const found = await outdated(made, vignette(name), pack)
    expect(found.map(({ question }) => question)).toContain(other.question.id)
  })

  test('is refused where it stands in the place of a question that there is not', () => {
    const otherwise = [{ ...other, where: { ...other.where, choice: 'z' } }]
    expect(refusal(() => parseExercise({ ...made, otherwise }))).toBe(
      'invalid-exercise\nexercise.otherwise[0]: names a question or a choice that there is not',
    )
  })
})
