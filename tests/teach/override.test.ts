import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import type { ExerciseQuestion } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { outdated } from '../../src/teach/outdated.js'
import { type Override, overridden } from '../../src/teach/override.js'
import { refusal, vignette, withRule } from '../support/exercises.js'

/* What a teacher would have otherwise in the key of one exercise. */

const told = vignette('an-envelope-to-jump-the-queue.json')
const made = await exercise(told, socialWork, { kinds: ['is-it-a-dilemma', 'must', 'must-not'] })
const [first, must, mustNot] = made.questions as [ExerciseQuestion, ExerciseQuestion, ExerciseQuestion]
const open = must.choices.find(({ mark }) => mark === 'open')?.id as string
const feedback = { en: 'In our district this comes first.', id: 'Di kabupaten kami ini didahulukan.' }

const change = (questions: Override['questions']): Override => ({ format: 1, exercise: made.id, questions })

describe('the key of an exercise, as a teacher would have it', () => {
  const mine = overridden(
    made,
    change([
      { question: first.id, leaveOut: true },
      { question: must.id, choices: [{ choice: open, mark: 'right', feedback }] },
      { question: mustNot.id, choices: [{ choice: mustNot.choices[0]?.id as string, leaveOut: true }] },
    ]),
  )

  test('leaves out what they leave out, and marks and says the rest as they do', () => {
    expect(mine.questions.map(({ id }) => id)).toEqual([must.id, mustNot.id])
    expect(mine.questions[0]?.choices.find(({ id }) => id === open)).toMatchObject({ mark: 'right', feedback })
    expect(mine.questions[1]?.choices).toEqual(mustNot.choices.slice(1))
    expect(mine.id).not.toBe(made.id)
  })

  test('is what grades go by', () => {
    const right = must.choices.flatMap(({ id, mark }) => (mark === 'right' ? [id] : []))
    const share = (chosen: readonly string[]) => grade(mine, { [must.id]: chosen }).questions[0]?.share
    expect(share([...right, open])).toBe(1)
    expect(share(right)).toBeLessThan(1)
  })

  test('is refused where it fits another exercise, names what is not there, or leaves no exercise', () => {
    expect(refusal(() => overridden(made, { ...change([{ question: must.id }]), exercise: 'another' }))).toBe(
      'invalid-override\noverride.exercise: was written for another exercise, of other rules, another seed or another story',
    )
    expect(refusal(() => overridden(made, change([{ question: 'q2-mus' }])))).toBe(
      'invalid-override\noverride.questions[0].question: no question has this id (did you mean `q2-must`?)',
    )
    expect(refusal(() => overridden(made, change([{ question: must.id, choices: [{ choice: 'z' }] }])))).toContain(
      'invalid-override\noverride.questions[0].choices: no choice has this id',
    )
    expect(refusal(() => overridden(made, { ...change([{ question: must.id }]), class: 'x' } as never))).toContain(
      'invalid-override\noverride: `class` is not part of this',
    )
    expect(refusal(() => overridden(made, [() => 0] as never))).toContain('invalid-override\noverride')
    const all = must.choices.map(({ id }) => ({ choice: id, mark: 'right' as const }))
    expect(refusal(() => overridden(made, change([{ question: must.id, choices: all }])))).toContain(
      'must hold one that is right and one that is wrong or open',
    )
  })

  test('is named where the rules move under it, and nowhere else', async () => {
    const because = { en: 'another reason', id: 'alasan lain' }
    const right = must.choices.find(({ mark }) => mark === 'right')
    const pack = withRule(right?.rules ?? [], (rule) => ({
      ...rule,
      event: { ...rule.event, params: { ...rule.event.params, because } },
    }))
    const mineToo = change([
      { question: must.id, choices: [{ choice: right?.id as string, feedback }] },
      { question: first.id, leaveOut: true },
    ])
    expect(await outdated(made, told, socialWork, mineToo)).toEqual([])
    const found = await outdated(made, told, pack, mineToo)
    expect(found).toContainEqual({
      question: must.id,
      choice: right?.id,
      what: 'feedback',
      was: 'right',
      now: 'right',
      overridden: true,
    })
    expect(found.filter((one) => one.question === mustNot.id && one.overridden)).toEqual([])
  })
})
