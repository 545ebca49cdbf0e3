import { describe, expect, test } from 'vitest'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import type { Choice, Exercise, ExerciseQuestion } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { outdated } from '../../src/teach/outdated.js'
import { toGift } from '../../src/teach/outlets/gift.js'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { key } from '../../src/teach/outlets/sheets/key.js'
import { toXapi } from '../../src/teach/outlets/xapi/xapi.js'
import type { QuestionKind } from '../../src/vocabulary.js'
import { packSource, position, rule, says } from '../support/builders.js'
import { bareVignette, shippedExercise, vignette } from '../support/exercises.js'

const settled = 'No: duties collide, but it is settled which of them gives way.'
const noCollision = 'No: in what is known, no duties collide.'
const unsettled = 'Yes: two duties collide, and nothing decides between them.'

/* Where published positions differ, no learner is marked down for either. */

const made = await shippedExercise('grandmother-will-not-leave-her-house.json')
const question = (kind: QuestionKind, from: Exercise = made) =>
  from.questions.find((one) => one.kind === kind) as ExerciseQuestion
const marked = ({ choices }: ExerciseQuestion, mark: Choice['mark']) => choices.filter((one) => one.mark === mark)
const ids = (some: readonly Choice[]) => some.map(({ id }) => id)
const shareOf = (of: ExerciseQuestion, chosen: readonly string[], from: Exercise = made) =>
  grade(from, { [of.id]: chosen }).questions.find((one) => one.question === of.id)?.share

describe('an exercise on a matter on which the profession is divided', () => {
  test('says so, and gives half for what would be true without', () => {
    const kind = question('is-it-a-dilemma')
    const [right] = marked(kind, 'right')
    expect(right?.says.en).toBe('The profession itself is divided: published positions differ on what to do.')
    expect(right?.feedback.en).toContain('Both agree that')
    expect(
      marked(kind, 'partly')
        .map(({ says }) => says.en)
        .sort(),
    ).toEqual([settled, unsettled])
  })

  test('gives half for a true dilemma, for no collision, and to who holds it for settled, and says why', async () => {
    const kind = question('is-it-a-dilemma', await shippedExercise('the-pupil-who-cuts-herself.json'))
    const half = new Map(marked(kind, 'partly').map(({ says, feedback }) => [says.en, feedback.en]))
    expect([...half.keys()].sort()).toEqual([noCollision, settled, unsettled].sort())
    expect(half.get(unsettled)).toContain('what differs here is what published positions say')
    expect(half.get(settled)).toContain('holds one of the published positions')
    expect(half.get(noCollision)).toContain('published positions differ on what to do')
  })

  test('marks what either position asks for neither right nor wrong, and tells both', () => {
    const [open] = marked(question('must'), 'open')
    expect(open?.says.en).toBe('Respect the client\u2019s choice'.replace('\u2019', "'"))
    expect(open?.feedback.en).toContain('One position:')
    expect(open?.feedback.en).toContain('Another position:')
    expect(open?.feedback.id).toContain('Keduanya sepakat bahwa')
    expect(open?.sources).toEqual(expect.arrayContaining(['EPS-1', 'EPS-3']))
  })

  test.each([
    ['must', 'grandmother-will-not-leave-her-house.json'],
    ['must-not', 'do-not-tell-father.json'],
  ] as const)('grades both positions alike (%s)', async (kind, vignette) => {
    const from = await shippedExercise(vignette)
    const asked = question(kind, from)
    const [right, open] = [ids(marked(asked, 'right')), ids(marked(asked, 'open'))]
    expect(open).not.toEqual([])
    expect([shareOf(asked, right, from), shareOf(asked, [...right, ...open], from)]).toEqual([1, 1])
  })

  test('asks for a decision that is never marked, with the reasons of both', () => {
    const decision = question('decision')
    expect(decision.choices.map(({ mark, side }) => [mark, side]).sort()).toEqual([
      ['open', 'a'],
      ['open', 'b'],
    ])
    for (const { id } of decision.choices) expect(shareOf(decision, [id])).toBeNull()
    expect(decision.rationale.en).toContain('The profession is divided here.')
  })

  test('weighs an unmarked choice nothing in Moodle and in GIFT, and gives xAPI no one pattern', () => {
    const asked = question('must')
    const count = marked(asked, 'open').length
    const says = marked(asked, 'open')[0]?.says.en as string
    const moodle = toMoodle(made, { locale: 'en' })
    const at = moodle.indexOf(`<answer fraction="0" format="html">`)
    expect(at).toBeGreaterThan(-1)
    expect(moodle.split('<answer fraction="0" format="html">').length - 1).toBeGreaterThanOrEqual(count)
    expect(toGift(made, { locale: 'en' })).toContain(`~%0%[plain]${says}`)
    const statements = toXapi(made, { actor: { homePage: 'https://timbang.example', name: 'learner' } })
    const about = statements.filter((one) => JSON.stringify(one.object).includes(`/${asked.id}"`))
    expect(JSON.stringify(about)).not.toContain('correctResponsesPattern')
  })

  test('counts no position among what is wrong in what comes first or is still owed', async () => {
    const father = await shippedExercise('do-not-tell-father.json')
    for (const kind of ['which-first', 'owed'] as const)
      expect(question(kind, father).choices.map(({ says }) => says.en)).not.toContain(
        'Hold bad news back from the client',
      )
    expect(
      question('decision', father)
        .choices.map(({ says }) => says.en)
        .sort(),
    ).toEqual(['Hold bad news back from the client', 'Must not hold bad news back from the client'])
  })

  test('tells two positions that differ in force alone apart', async () => {
    const fund = await shippedExercise('the-welfare-fund-of-the-factory.json')
    expect(
      question('decision', fund)
        .choices.map(({ says }) => says.id)
        .sort(),
    ).toEqual([
      'Boleh melaporkan pelanggaran kepada pihak di luar organisasi, tetapi tidak harus',
      'Sebaiknya melaporkan pelanggaran kepada pihak di luar organisasi',
    ])
  })

  test('has a key that tells the educator', () => {
    const sheet = key(made, { locale: 'en', as: 'markdown' })
    expect(sheet).toContain('The profession is divided here')
    expect(sheet).toContain('not marked')
    expect(key(made, { locale: 'id', as: 'markdown' })).toContain('belum ada kesepakatan')
  })

  test('fits the rules of which it was made', async () => {
    expect(await outdated(made, vignette('grandmother-will-not-leave-her-house.json'), socialWork)).toEqual([])
  })
})

test('where the profession is divided on a permission alone, it may be held for settled, too', async () => {
  const plain = await exercise(bareVignette({ worker: { valueConflict: true } }), socialWork)
  const kind = question('is-it-a-dilemma', plain)
  expect(marked(kind, 'partly').map(({ says }) => says.en)).toEqual(expect.arrayContaining([settled, unsettled]))
})

test('of a dilemma it is half of the answer that the profession is divided besides', async () => {
  const rules = [
    rule({
      name: 'tell',
      must: ['disclose-to-protect'],
      otherPositions: [position({ name: 'leave-it', may: ['disclose-to-protect'] })],
      positionsSought: '2026-01-31',
    }),
    rule({ name: 'keep', principle: 'justice', must: ['keep-confidential'] }),
  ]
  const pack = createPack(packSource({ rules }))
  const facts = { abuse: { suspected: true } }
  const story = [{ says: says('It is so.'), tells: ['abuse.suspected'] }]
  const goals = ['justice']
  const one = { format: 1, name: 'tiny', title: says('A case'), story, facts, goals, level: 'advanced' } as const
  const kind = question('is-it-a-dilemma', await exercise(one, pack))
  expect(marked(kind, 'partly').map(({ says: words }) => words.en)).toEqual([
    'The profession itself is divided: published positions differ on what to do.',
  ])
})

test('what gave way to a duty that is disputed is marked neither right nor wrong', async () => {
  const situation = {
    health: { partnerAtRisk: true, willingToTell: 'no' },
    disclosure: { secrecyRequested: true },
    risk: {
      type: ['infection'],
      target: ['identified-other', 'child'],
      severity: 'serious',
      imminence: 'likely',
      credibility: 'high',
      lessIntrusiveAvailable: false,
    },
  }
  const told = await exercise(bareVignette(situation), socialWork, { choices: 8 })
  const choices = told.questions.flatMap((one) => (one.kind === 'must' ? one.choices : []))
  const disputed = choices.filter(({ mark }) => mark === 'open').map(({ says }) => says.en)
  expect(disputed).toContain('Tell a service that can protect')
})
