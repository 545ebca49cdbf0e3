import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import type { Choice } from '../../src/teach/exerciseShape.js'
import type { QuestionKind } from '../../src/vocabulary.js'
import { shippedExercise, triedVignettes, vignette } from '../support/exercises.js'
import { sampleOf, wholeOr } from '../support/sample.js'

/* Keys that a lecturer signs who has read the story, and not the rules. */

async function choicesOf(name: string, kind: QuestionKind): Promise<readonly Choice[]> {
  const { questions } = await shippedExercise(name)
  return questions.find((one) => one.kind === kind)?.choices ?? []
}

describe('what is ruled out in any case', () => {
  const anyCase = 'Reveal confidential information without a ground'

  const asked: readonly (readonly [string, boolean])[] = [
    ['hiv-and-the-fiancee.json', true],
    ['officer-wants-the-chats.json', false],
    ['who-signs-for-him.json', false],
    ['a-hen-after-the-harvest.json', false],
  ]

  test.each(sampleOf(asked, 3, 1))(
    'in %s is an answer only where what it guards is at stake: %s',
    async (name, isAnswer) => {
      const right = (await choicesOf(name, 'must-not')).filter(({ mark }) => mark === 'right')
      expect(right.some(({ says }) => says.en === anyCase)).toBe(isAnswer)
    },
  )

  test('is no duty’s counterpart where something nearer is', async () => {
    const nearer = [
      ['beneficiary-list-with-ghosts.json', 'Falsify data, records or reports'],
      ['elders-choose-the-well.json', 'Impose your own values'],
    ] as const
    for (const [name, near] of sampleOf(nearer, 2, 1)) {
      const wrong = (await choicesOf(name, 'must')).filter(({ mark }) => mark === 'wrong').map(({ says }) => says.en)
      expect(wrong).toContain(near)
      expect(wrong).not.toContain(anyCase)
    }
  })

  test('gives way to what this story rules out: no client is left so that one can meet her', async () => {
    const right = (await choicesOf('office-romance-with-a-client.json', 'must-not')).filter(
      (one) => one.mark === 'right',
    )
    expect(right.map(({ says }) => says.en)).toEqual(['Abandon the client'])
  })
})

describe('a first question that is beside the point', () => {
  const facts = [...socialWork.facts.values()]

  test.each([...triedVignettes, ...wholeOr(['packages-in-the-colleagues-car.json'], [])])(
    'in %s is answered by the story, and nothing else in the exercise hangs on it',
    async (name) => {
      const { questions } = await shippedExercise(name)
      const told = questions.flatMap(({ choices }) => choices.map(({ feedback }) => feedback.en)).join(' ')
      const choices = await choicesOf(name, 'ask-first')
      const wrong = choices.filter(({ mark }) => mark === 'wrong')
      expect(wrong.length > 0).toBe(choices.length > 0)
      for (const { says, feedback } of wrong) {
        const fact = facts.find(({ ask }) => ask?.en === says.en)
        expect(fact?.class).toBe('stated')
        expect(feedback.en).toContain(`the story tells it already (“${fact?.label.en}: `)
        expect(told).not.toContain(`“${says.en}”`)
      }
    },
  )

  test('is no right one: where nobody offers a gift, nobody asks why', async () => {
    const asked = await choicesOf('four-years-later-on-the-island.json', 'ask-first')
    expect(asked.map(({ says }) => says.en).filter((ask) => /gift/.test(ask))).toEqual([])
  })
})

describe('a first question', () => {
  const answered: readonly (readonly [string, RegExp])[] = [
    ['her-own-decision.json', /child in the household|happening now/],
    ['hiv-and-the-fiancee.json', /plan and the means|life-supporting/],
    ['four-years-later-on-the-island.json', /other relationship|another relationship/],
    ['office-romance-with-a-client.json', /Whose relationship/],
  ]

  test.each(sampleOf(answered, 4, 1))(
    'in %s is none that the story answers or that makes no sense in it',
    async (name, told) => {
      const asked = (await choicesOf(name, 'ask-first')).filter(({ mark }) => mark !== 'wrong')
      expect(asked.length).toBeGreaterThan(0)
      for (const { says } of asked) expect(says.en).not.toMatch(told)
    },
  )

  test('is not wrong by which what must be done anyway is decided', async () => {
    for (const name of sampleOf(['please-tell-nobody.json', 'the-student-hears-of-shabu.json'], 2, 1))
      for (const { says } of (await exercise(vignette(name), socialWork, { seed: 2 })).questions.flatMap(
        ({ kind, choices }) => (kind === 'ask-first' ? choices : []),
      ))
        expect(says.en).not.toBe('Have the limits of confidentiality been explained?')
  })
})

test('frameworks are asked about that on which a story turns, and not about what is settled with it', async () => {
  for (const name of sampleOf(['welts-on-an-eight-year-old.json', 'marriage-to-settle-it.json'], 2, 1))
    expect(await choicesOf(name, 'framework')).toEqual([])
  const { questions } = await shippedExercise('her-own-decision.json')
  expect(questions.find(({ kind }) => kind === 'framework')?.principles).toContain('self-determination')
})

test('what stays as it is stays so by a rule that still holds', async () => {
  const stays = await choicesOf('neighbour-as-client.json', 'turning-point')
  const avoided = stays.find(({ says }) => says.en.startsWith('Can this other relationship be avoided? Yes'))
  expect(avoided?.feedback.en).not.toContain('cannot be avoided')
})

test('what is permitted in itself and gives way is no example of what is not forbidden', async () => {
  const name = 'officer-wants-the-chats.json'
  const offered = (await choicesOf(name, 'must-not')).map(({ says }) => says.en)
  expect(offered).not.toContain('Give the information that the ground covers')
  const steps = await choicesOf(name, 'which-first')
  const mark = steps.find(({ says }) => says.en === 'Give the information that the ground covers')?.mark
  expect(mark).toBe('wrong')
})

test('a reason is told that fits the story: nobody speaks of kin where there are none', async () => {
  const { questions } = await shippedExercise('sleepers-under-the-flyover.json')
  const right = questions.flatMap(({ choices }) => choices.filter(({ mark }) => mark === 'right'))
  expect(right.filter(({ says, feedback }) => /\bkin\b/.test(`${says.en} ${feedback.en}`))).toEqual([])
  expect(right.flatMap(({ rules }) => rules)).toContain('plan-a-move-with-the-one-who-moves')
})

test('what stays set aside does so for what it gives way to, and not for what speaks for it', async () => {
  const name = 'welts-on-an-eight-year-old.json'
  const { setAside } = await advise(vignette(name).facts, socialWork, { questions: false })
  const own = setAside.flatMap(({ because }) => because.map((one) => one.because.en))
  const stays = (await choicesOf(name, 'turning-point')).filter(({ mark }) => mark === 'wrong')
  expect(stays.length).toBeGreaterThan(0)
  for (const { feedback } of stays) {
    expect(feedback.en).toContain('here it gives way to')
    for (const reason of own) expect(feedback.en.toLowerCase()).not.toContain(reason.toLowerCase())
  }
})

test.each([...triedVignettes, 'officer-wants-the-chats.json'])('no answer contradicts another in %s', async (name) => {
  const { questions } = await shippedExercise(name)
  const marksOf = (kinds: readonly QuestionKind[], says: string) =>
    questions
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ choices }) => choices.filter((one) => one.says.en === says).map(({ mark }) => mark))
  for (const says of new Set(questions.flatMap(({ choices }) => choices.map((one) => one.says.en)))) {
    const [done, undone] = [marksOf(['must', 'which-first', 'owed'], says), marksOf(['must-not'], says)]
    expect({ says, both: done.includes('right') && done.includes('wrong') }).toEqual({ says, both: false })
    const forbidden = undone.includes('right') && (done.includes('right') || done.includes('partly'))
    const allowed = undone.includes('wrong') && done.includes('wrong')
    expect({ says, forbidden, allowed }).toEqual({ says, forbidden: false, allowed: false })
  }
})

test('waiting leaves undone what comes first, and nothing is told of it that is no choice', async () => {
  for (const name of sampleOf(['marriage-to-settle-it.json', 'do-not-tell-father.json'], 2, 1)) {
    const choices = await choicesOf(name, 'which-first')
    const waits = choices.find(({ says }) => says.en.startsWith('Wait'))
    const told = /^Waiting would leave undone: (.*?)\.(?: |$)/.exec(waits?.feedback.en ?? '')?.[1]?.split(' · ') ?? []
    const first = choices.filter(({ mark }) => mark === 'right').map(({ says }) => says.en)
    expect([...told].sort()).toEqual([...first].sort())
  }
})

test('what a rule goes by is told beside what the story tells, where it is one of a few words', async () => {
  const told = (await Promise.all(triedVignettes.map((name) => choicesOf(name, 'at-stake')))).flat()
  const placement = told.filter(({ feedback }) => feedback.en.includes('the story tells “placement'))
  for (const { feedback } of placement) expect(feedback.en).toMatch(/^Not here: this is a reason with “/)
})
