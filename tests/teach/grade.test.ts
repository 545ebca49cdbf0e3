import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Choice, Exercise, ExerciseQuestion } from '../../src/teach/exerciseShape.js'
import { summary } from '../../src/teach/grading/classSummary.js'
import { grade } from '../../src/teach/grading/grade.js'
import type { Answers } from '../../src/teach/questionsAsked.js'
import type { Locale } from '../../src/vocabulary.js'
import { anyLine, refusal, shippedExercise, triedVignettes } from '../support/exercises.js'
import { runs } from '../support/sample.js'

const settled = await shippedExercise('please-tell-nobody.json')
const dilemma = await shippedExercise('her-own-decision.json')

const ids = ({ choices }: ExerciseQuestion, wanted: (choice: Choice) => boolean) =>
  choices.filter(wanted).map(({ id }) => id)
const right = (question: ExerciseQuestion) => ids(question, ({ mark }) => mark === 'right')
const allRight = ({ questions }: Exercise): Answers => Object.fromEntries(questions.map((one) => [one.id, right(one)]))
const kind = ({ questions }: Exercise, wanted: string) =>
  questions.find((one) => one.kind === wanted) as ExerciseQuestion
const shareOf = (exercise: Exercise, question: ExerciseQuestion, chosen: readonly string[], rubric = {}) =>
  grade(exercise, { [question.id]: chosen }, { rubric }).questions.find((one) => one.question === question.id)?.share

describe('a grade', () => {
  test.each(triedVignettes)(
    'of %s is full where all that is right is chosen and nothing else, and none where nothing is',
    async (name) => {
      const exercise = await shippedExercise(name)
      const best = grade(exercise, allRight(exercise))
      expect([best.share, best.points]).toEqual([1, best.of])
      expect(best.principles.every(({ seen, of, mistaken }) => seen === of && mistaken === 0)).toBe(true)
      expect(grade(exercise, {}).share).toBe(0)
    },
  )

  test('gives part of it for a part, and takes away for what is wrong', () => {
    const question = kind(settled, 'must')
    const [good, bad] = [right(question), ids(question, ({ mark }) => mark === 'wrong')]
    expect([good.length, bad.length]).toEqual([3, 3])
    expect(shareOf(settled, question, good.slice(0, 2))).toBeCloseTo(2 / 3)
    expect(shareOf(settled, question, [...good, bad[0] as string])).toBeCloseTo(2 / 3)
    expect(shareOf(settled, question, [...good, ...bad])).toBe(0)
    expect(shareOf(settled, question, bad)).toBe(0)
  })

  test('goes by a rubric that can be changed', () => {
    const question = kind(settled, 'must')
    const [good, bad] = [right(question), ids(question, ({ mark }) => mark === 'wrong')]
    const most = [...good, bad[0] as string]
    expect(shareOf(settled, question, most, { wrong: 0 })).toBe(1)
    expect(shareOf(settled, question, most, { wrong: 0.5 })).toBeCloseTo(5 / 6)
    expect(shareOf(settled, question, most, { allOrNothing: true })).toBe(0)
    const asking = kind(dilemma, 'ask-first')
    const also = ids(asking, ({ mark }) => mark === 'partly').slice(0, 1)
    expect(shareOf(dilemma, asking, also)).toBe(0.5)
    expect(shareOf(dilemma, asking, also, { partly: 0.25 })).toBe(0.25)
    const heavy = grade(settled, { [question.id]: good }, { rubric: { points: { must: 10 } as never } })
    expect(heavy.points).toBe(10)
  })

  test('of a dilemma goes by the reasons: whichever side is decided for, it is the same', () => {
    const decision = kind(dilemma, 'decision')
    const graded = decision.choices.map(({ id }) => grade(dilemma, { ...allRight(dilemma), [decision.id]: [id] }))
    expect(graded.map(({ share }) => share)).toEqual([1, 1])
    expect(graded.map(({ questions }) => questions.find((one) => one.kind === 'decision')?.share)).toEqual([null, null])
    for (const { questions } of graded) {
      const [told] = questions.find((one) => one.kind === 'decision')?.choices ?? []
      expect(told?.mark).toBe('open')
      expect(told?.feedback).toMatch(/^A decision that can be defended\. Still owed then to /)
    }
  })

  test('of its reasons counts both sides and the ways on alike, and each reason for its part of its side', () => {
    const reasons = kind(dilemma, 'reasons')
    const of = (side: string) => ids(reasons, (choice) => choice.side === side)
    expect([of('a'), of('b'), of('way')].map(({ length }) => length)).toEqual([2, 1, 2])
    for (const side of ['a', 'b', 'way']) expect(shareOf(dilemma, reasons, of(side))).toBeCloseTo(1 / 3)
    expect(shareOf(dilemma, reasons, of('a').slice(0, 1))).toBeCloseTo(1 / 6)
    expect(shareOf(dilemma, reasons, of('a').slice(0, 1), { reasons: 'each' })).toBeCloseTo(1 / 5)
  })

  test('tells in the language of the learner why, for all that was chosen and all that was missed', () => {
    const question = kind(settled, 'must')
    const wrong = ids(question, ({ mark }) => mark === 'wrong')[0] as string
    const { choices } = grade(settled, { [question.id]: [wrong] }, { locale: 'id' }).questions.find(
      (one) => one.kind === 'must',
    )!
    expect(choices.map(({ choice, chosen }) => [choice, chosen]).sort()).toEqual(
      [...right(question).map((id) => [id, false]), [wrong, true]].sort(),
    )
    for (const { choice, says, feedback, sources } of choices) {
      const origin = question.choices.find(({ id }) => id === choice)!
      expect([says, feedback]).toEqual([origin.says.id, origin.feedback.id])
      expect(sources).toEqual(origin.sources.map((name) => settled.sources[name]?.cite.id))
    }
  })

  test('stays from 0 to 1, and one more right choice never lowers it', () => {
    fc.assert(
      fc.property(fc.constantFrom(settled, dilemma), fc.infiniteStream(fc.boolean()), (exercise, toss) => {
        const answers = Object.fromEntries(
          exercise.questions.map(({ id, pick, choices }) => {
            const chosen = choices.filter(() => toss.next().value).map((choice) => choice.id)
            return [id, pick === 'several' ? chosen : chosen.slice(0, 1)]
          }),
        )
        const before = grade(exercise, answers)
        expect(before.share).toBeGreaterThanOrEqual(0)
        expect(before.share).toBeLessThanOrEqual(1)
        for (const question of exercise.questions.filter(({ pick }) => pick === 'several')) {
          const more = [...new Set([...(answers[question.id] as string[]), right(question)[0] as string])]
          expect(grade(exercise, { ...answers, [question.id]: more }).share).toBeGreaterThanOrEqual(before.share)
        }
      }),
      runs(50),
    )
  })

  test.each([
    [{ nothing: ['a'] }, 'invalid-answers\nanswers: no question has this id'],
    [{ 'q2-must': 'a' }, 'invalid-answers\nanswers.q2-must: must be a list of choices'],
    [{ 'q2-must': ['z'] }, 'invalid-answers\nanswers.q2-must: must hold only `a`, `b`, `c`, `d`, `e`, `f`'],
    [{ 'q2-must': ['a', 'a'] }, 'invalid-answers\nanswers.q2-must: holds a choice twice'],
    [{ 'q1-is-it-a-dilemma': ['a', 'b'] }, 'invalid-answers\nanswers.q1-is-it-a-dilemma: must hold one choice'],
    [[], 'invalid-answers\nanswers: must be an object of lists'],
    [{ 'q2-must': [Number.NaN] }, 'invalid-answers\nanswers: must be a finite number'],
  ])('is refused for the answers %j, which are not repeated', (answers, message) => {
    expect(refusal(() => grade(settled, answers as never))).toBe(message)
  })

  test.each([
    [{ wrong: 2 }, 'options.rubric.wrong: must be a number from 0 to 1'],
    [{ points: { quiz: 1 } }, 'options.rubric.points: must name only'],
    [{ points: { must: -1 } }, 'options.rubric.points.must: must be a number from 0 to 1000'],
    [{ reasons: 'none' }, 'options.rubric.reasons: must be `sides` or `each`'],
    [{ allOrNothing: 1 }, 'options.rubric.allOrNothing: must be `true` or `false`'],
    [{ strict: true }, 'options.rubric.strict: is not part of a rubric'],
  ])('is refused for the rubric %j', (rubric, message) => {
    expect(refusal(() => grade(settled, {}, { rubric: rubric as never }))).toContain(`invalid-options\n${message}`)
  })

  test('is refused in a language that there is not', () => {
    expect(refusal(() => grade(settled, {}, { locale: 'fr' as never }))).toBe(
      'invalid-options\noptions.locale: must be one of `en`, `id`',
    )
  })
})

describe('guessing', async () => {
  const exercises = await Promise.all(triedVignettes.map(shippedExercise))
  const byLength = ({ choices }: ExerciseQuestion, locale: Locale) =>
    [...choices].sort((a, b) => b.says[locale].length - a.says[locale].length).map(({ id }) => id)
  const strategies: Readonly<Record<string, (question: ExerciseQuestion) => readonly string[]>> = {
    'the first choice': ({ choices }) => [choices[0]?.id as string],
    'the last choice': ({ choices }) => [choices.at(-1)?.id as string],
    'the longest choice': (question) => byLength(question, 'en').slice(0, 1),
    'the longest choice in Indonesian': (question) => byLength(question, 'id').slice(0, 1),
    'the shortest choice': (question) => byLength(question, 'en').slice(-1),
    'every choice': ({ pick, choices }) =>
      choices.slice(0, pick === 'several' ? choices.length : 1).map(({ id }) => id),
    'to consult, always': ({ pick, choices }) => {
      const consulting = choices.filter(({ says }) => /consult/i.test(says.en)).map(({ id }) => id)
      return pick === 'several' ? consulting : consulting.slice(0, 1)
    },
  }
  const earned = (choose: (question: ExerciseQuestion) => readonly string[]) => {
    const grades = exercises.map((exercise) =>
      grade(exercise, Object.fromEntries(exercise.questions.map((one) => [one.id, choose(one)]))),
    )
    const sum = (part: 'points' | 'of') => grades.reduce((total, one) => total + one[part], 0)
    return sum('points') / sum('of')
  }

  test.each(Object.keys(strategies))('by %s earns less than three tenths', (name) => {
    expect(earned(strategies[name] as (typeof strategies)[string])).toBeLessThan(0.3)
  })

  test('by lot earns less than three tenths', () => {
    const lots = fc.sample(fc.nat(), { numRuns: 2_000, seed: 1 })
    let next = 0
    const lot = (below: number) => (lots[next++ % lots.length] as number) % below
    const shares = Array.from({ length: 40 }, () =>
      earned(({ choices }) => [choices[lot(choices.length)]?.id as string]),
    )
    expect(shares.reduce((total, one) => total + one, 0) / shares.length).toBeLessThan(0.3)
  })

  test('at one right choice in each question earns its share of each, and no more: of the reasons that of its side', () => {
    for (const exercise of exercises)
      for (const question of exercise.questions.filter(({ pick }) => pick !== 'own-words')) {
        const [first, ...others] = question.choices.filter(({ mark }) => mark === 'right')
        const sides = new Set([first, ...others].map((one) => one?.side)).size
        const ofSide = others.filter(({ side }) => side === first?.side).length + 1
        const share = question.kind === 'reasons' ? 1 / sides / ofSide : 1 / (others.length + 1)
        expect(shareOf(exercise, question, [first?.id as string])).toBeCloseTo(share)
      }
  })
})

describe('the summary of a class', () => {
  const blind = grade(settled, {})
  const seeing = grade(settled, allRight(settled))

  test('tells which principles were missed, the most often missed first', () => {
    const { learners, share, principles } = summary([seeing, blind, blind, seeing])
    expect([learners, share]).toEqual([4, 0.5])
    expect(principles.filter(({ of }) => of > 0).map((one) => one.share)).toEqual(
      principles.filter(({ of }) => of > 0).map(() => 0.5),
    )
    const shares = summary([
      grade(settled, { [kind(settled, 'owed').id]: right(kind(settled, 'owed')) }),
    ]).principles.map((one) => one.share)
    const known = shares.filter((one) => one !== null)
    expect(known).toEqual([...known].sort((a, b) => a - b))
    expect(known.at(-1)).toBeGreaterThan(known[0] as number)
  })

  test('is a table and a chart in the language of the grades', () => {
    const { table, chart, questions } = summary([grade(dilemma, allRight(dilemma), { locale: 'id' })])
    expect(table).toContain('| Prinsip | Terlihat | % | Disebut keliru |')
    expect(table).toContain('| Keputusan Anda sendiri | tidak dinilai |')
    expect(questions.map(({ share }) => share)).toContain(null)
    expect(svgTexts(chart)).toContain('Seberapa jauh setiap prinsip terlihat')
  })

  test('is a chart of well-formed SVG whatever the principles are called', () => {
    fc.assert(
      fc.property(anyLine, (label) => {
        const renamed = { ...seeing, principles: seeing.principles.map((one) => ({ ...one, label })) }
        const found = svgTexts(summary([renamed]).chart)
        const letters = [...label]
        expect(found).toContain(letters.length > 36 ? `${letters.slice(0, 35).join('')}…` : label)
      }),
      runs(50),
    )
  })

  test('is refused without grades, or with grades in two languages', () => {
    expect(refusal(() => summary([]))).toBe('invalid-answers\ngrades: must be a list of at least one grade')
    expect(refusal(() => summary([blind, grade(settled, {}, { locale: 'id' })]))).toBe(
      'invalid-answers\ngrades: must all be in one language',
    )
  })
})

/** The texts of an SVG that is well-formed. */
function svgTexts(svg: string): readonly string[] {
  const found: string[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    inText = name === 'text'
    if (inText) found.push('')
  })
  parser.on('text', (text) => {
    if (inText) found.push(`${found.pop()}${text}`)
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.write(svg).close()
  return found
}
