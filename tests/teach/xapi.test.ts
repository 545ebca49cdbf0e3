import * as validation from '@learninglocker/xapi-validation'
import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import type { Exercise } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { statementAnswers } from '../../src/teach/grading/statementAnswers.js'
import { practicePage } from '../../src/teach/outlets/page/practicePage.js'
import { statementsScript } from '../../src/teach/outlets/page/statements.js'
import { toXapi } from '../../src/teach/outlets/xapi/xapi.js'
import type { Answers } from '../../src/teach/questionsAsked.js'
import { storyToXapi } from '../../src/teach/story/outlets/xapi.js'
import { story } from '../../src/teach/story/story.js'
import type { StoryScene } from '../../src/teach/story/storyShape.js'
import { refusal, shippedExercise, vignette } from '../support/exercises.js'

/* What a platform for learning is told, choice by choice: read by the validator of Learning Locker, and held to what cmi5 asks. */

const held: unknown = validation.default
const validateStatement = (typeof held === 'function' ? held : (held as typeof validation).default) as (
  statement: unknown,
) => readonly unknown[]

interface Read {
  readonly id: string
  readonly actor: { readonly account: { readonly homePage: string; readonly name: string } }
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> }
  readonly object: { readonly id: string; readonly definition: { readonly choices?: readonly unknown[] } }
  readonly result?: Readonly<Record<string, unknown>> & { readonly score?: { readonly scaled: number } }
  readonly context: {
    readonly registration?: string
    readonly contextActivities: Readonly<Record<string, readonly { readonly id: string }[]>>
    readonly extensions?: Readonly<Record<string, unknown>>
  }
}

const verbOf = ({ verb }: Read) => verb.id.split('/').at(-1)
const read = (statements: readonly unknown[]) => {
  expect(statements.flatMap((one) => validateStatement(one))).toEqual([])
  return statements as readonly Read[]
}

const actor = { homePage: 'https://school.example', name: 'P07' }
const made = await shippedExercise('her-own-decision.json')

/** Everything that is right, and the first side of the decision. */
function allRight({ questions }: Exercise): Answers {
  return Object.fromEntries(
    questions.map(({ id, choices, pick }) => {
      const right = choices.filter(({ mark }) => mark === 'right').map((one) => one.id)
      return [id, pick === 'own-words' ? [choices[0]?.id as string] : right]
    }),
  )
}

describe('an exercise', () => {
  test('is passed from the share on that a teacher names, and else not; without one nobody passes or fails', () => {
    const answers = allRight(made)
    const told = (mastery?: number) => read(toXapi(made, { actor, answers, mastery }))
    expect(told().map(verbOf)).not.toContain('passed')
    expect(told(0.8).at(-1)).toMatchObject({ result: { success: true, score: { scaled: grade(made, answers).share } } })
    const few = Object.fromEntries(made.questions.map(({ id, choices }) => [id, [choices[0]?.id as string]]))
    expect(verbOf(read(toXapi(made, { actor, answers: few, mastery: 0.8 })).at(-1) as Read)).toBe('failed')
  })

  test('stands under what stays the same however the rules change, and knows a learner by a code alone', () => {
    for (const one of read(toXapi(made, { actor, answers: allRight(made) }))) {
      expect(one.context.contextActivities.grouping?.map(({ id }) => id)).toEqual([
        'https://timbang.example/exercises/her-own-decision',
      ])
      expect(one.actor).toEqual({ objectType: 'Agent', account: actor })
    }
  })
})

describe('what a store gives back', () => {
  const answers = allRight(made)
  const twoOf = (name: string, chosen: Answers) => toXapi(made, { actor: { ...actor, name }, answers: chosen })

  test('is read as it was chosen, under a code, and else under a number and never under a name', () => {
    const [first] = Object.keys(answers) as [string]
    const other = { [first]: ['b'] }
    const statements = [...twoOf('p07', answers), ...twoOf('Siti Aminah', other), ...twoOf('P08', {})]
    expect(statementAnswers(statements, [made])).toEqual({
      answers: [
        { learner: 'P07', exercise: made.id, answers },
        { learner: '#2', exercise: made.id, answers: other },
      ],
      unread: 0,
    })
  })

  test('counts the last answer to a question, and counts what belongs to no exercise or is no choice as unread', () => {
    const [first] = made.questions.map(({ id }) => id) as [string]
    const again = [...twoOf('P07', { [first]: ['a'] }), ...twoOf('P07', { [first]: ['c'] })]
    const spoilt = again.map((one) => ({ ...one, result: { response: 'z' } }))
    const elsewhere = again.map((one) => ({ ...one, object: { id: 'https://school.example/other/q1' } }))
    expect(statementAnswers([...again, ...spoilt, ...elsewhere], [made])).toEqual({
      answers: [{ learner: 'P07', exercise: made.id, answers: { [first]: ['c'] } }],
      unread: 4,
    })
  })

  test('is refused where it is no list of statements, without its words', () => {
    expect(refusal(() => statementAnswers([{ verb: { id: 'x' }, actor: {} }], [made]))).toBe(
      'invalid-answers\nstatements[0].object: is missing; must be an object',
    )
  })
})

describe('the practice page', () => {
  type StatementsOf = (data: unknown, rows: readonly unknown[], total: unknown, name: string) => readonly object[]
  const statementsOf = new Function(`${statementsScript}; return statementsOf`)() as StatementsOf
  const page = practicePage(made, { locale: 'id' })
  const data = JSON.parse(/id="content">(.*)<\/script>/.exec(page)?.[1] as string) as { questions: { id: string }[] }

  test.each(['all of it', 'a few'])('saves the same statements as the library makes, of %s', (part) => {
    const all = allRight(made)
    const first = made.questions[0]?.id as string
    const answers = part === 'a few' ? { [first]: ['a'] } : all
    const { questions, share, points, of } = grade(made, answers)
    const rows = questions.map((graded, i) => ({
      question: data.questions[i],
      chosen: answers[graded.question] ?? [],
      share: graded.share,
    }))
    const said = statementsOf(data, rows, { share, points, of }, 'P07')
    const fromLibrary = toXapi(made, { actor: { homePage: 'https://timbang.example', name: 'P07' }, answers })
    expect(said).toEqual(fromLibrary.map(({ id: _, ...statement }) => statement))
  })
})

describe('an exercise that cmi5 launched', () => {
  const session = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
  const mastered = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'
  const publisher = { objectType: 'Activity', id: 'https://school.example/course/au' }
  const launch = {
    registration: 'e23cd6f8-887a-4463-8f3b-32f907bd0ab8',
    activityId: 'https://school.example/au/17',
    contextTemplate: { contextActivities: { grouping: [publisher] }, extensions: { [session]: 'abc' } },
    duration: 'PT14M',
  }
  const timestamp = '2026-01-31T09:00:00Z'
  const told = (more: object = {}, mastery: number | undefined = 0.8, answers = allRight(made)) =>
    read(toXapi(made, { actor, answers, timestamp, launch: { ...launch, ...more }, mastery }))
  const categoriesOf = ({ context }: Read) =>
    (context.contextActivities.category ?? []).map(({ id }) => id.split('/').at(-1))

  test('begins, is answered, completed and passed, and ends, each with what cmi5 asks of it', () => {
    const statements = told()
    const order = ['initialized', ...made.questions.map(() => 'answered'), 'completed', 'passed', 'terminated']
    expect(statements.map(verbOf)).toEqual(order)
    for (const one of statements) {
      expect(one.context).toMatchObject({ registration: launch.registration, extensions: { [session]: 'abc' } })
      expect(one.context.contextActivities.grouping).toContainEqual(publisher)
      const verb = verbOf(one)
      const moves = verb === 'completed' || verb === 'passed'
      expect(categoriesOf(one)).toEqual(verb === 'answered' ? [] : ['cmi5', ...(moves ? ['moveon'] : [])])
      if (verb !== 'answered') expect(one.object.id).toBe(launch.activityId)
      else expect(one.context.contextActivities.parent?.map(({ id }) => id)).toEqual([launch.activityId])
      expect(one.context.extensions?.[mastered]).toBe(verb === 'passed' ? 0.8 : undefined)
      const allowed = { completed: ['completion', 'duration'], passed: ['success', 'score', 'duration'] }
      if (moves) expect(Object.keys(one.result ?? {}).sort()).toEqual([...allowed[verb]].sort())
    }
    expect(statements.at(-1)?.result).toEqual({ duration: 'PT14M' })
  })

  test('is read again as it was chosen, whatever the platform calls it', () => {
    expect(statementAnswers(told(), [made]).answers).toEqual([
      { learner: 'P07', exercise: made.id, answers: allRight(made) },
    ])
  })

  test('tells neither completion nor success where it is only looked at, or not answered whole', () => {
    expect(told({ mode: 'Review' }).map(verbOf)).not.toContain('completed')
    const [first] = made.questions
    const one = { [first?.id as string]: ['a'] }
    expect(told({}, 0.8, one).map(verbOf)).toEqual(['initialized', 'answered', 'terminated'])
  })

  test.each([
    [{ registration: '17' }, 'options.launch.registration: must be a UUID'],
    [{ activityId: 'au' }, 'options.launch.activityId: must be an IRI'],
    [{ contextTemplate: {} }, 'options.launch.contextTemplate: must name the session, as the platform hands it over'],
    [{ duration: '14 minutes' }, 'options.launch.duration: must be a duration such as `PT14M`'],
    [{ mode: 'Play' }, 'options.launch.mode: must be `Normal`, `Browse` or `Review`'],
  ])('is refused with %j', (more, message) => {
    expect(refusal(() => told(more))).toBe(`invalid-options\n${message}`)
  })

  test('is refused without a time in UTC, or where passing begins beyond all', () => {
    const later = () => toXapi(made, { actor, answers: {}, launch, timestamp: '2026-01-31T09:00:00+07:00' })
    expect(refusal(later)).toBe('invalid-options\noptions.timestamp: must be given in UTC where there is a launch')
    const beyond = () => toXapi(made, { actor, answers: {}, mastery: 80 })
    expect(refusal(beyond)).toBe('invalid-options\noptions.mastery: must be a number from 0 to 1')
  })
})

describe('a branching story', async () => {
  const told = await story(vignette('her-own-decision.json'), socialWork)
  const [first] = told.scenes as [StoryScene]

  test('has a statement for every choice of every moment, without a score', () => {
    const statements = read(storyToXapi(told, { actor }))
    expect(statements).toHaveLength(told.scenes.flatMap(({ choices }) => choices).length)
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    expect(JSON.stringify(statements)).not.toMatch(/"score"|"success"|correctResponses/)
  })

  test('tells the way that somebody took, and how it stands at the end', () => {
    const taken: string[] = []
    let at = first.id
    for (let scene: StoryScene | undefined = first; scene; scene = told.scenes.find(({ id }) => id === at)) {
      const choice = scene.choices.at(-1)
      taken.push(choice?.id as string)
      at = choice?.leadsTo as string
    }
    const statements = read(storyToXapi(told, { actor, taken }))
    expect(statements.map(verbOf)).toEqual(['experienced', ...taken.map(() => 'answered'), 'completed'])
    expect(statements.slice(1, -1).map(({ result }) => result?.response)).toEqual(taken)
    const ending = told.endings.find(({ id }) => id === at)
    expect(statements.at(-1)?.result).toEqual({
      completion: true,
      extensions: {
        'https://timbang.example/xapi/ending': at,
        'https://timbang.example/xapi/against': ending?.against.map(({ action }) => action),
        'https://timbang.example/xapi/missed': ending?.missed.map(({ action }) => action),
        'https://timbang.example/xapi/owed': ending?.owed.map(({ action }) => action),
      },
    })
    expect(read(storyToXapi(told, { actor, taken: taken.slice(0, 1) })).at(-1)?.result).toEqual({ completion: false })
    expect(refusal(() => storyToXapi(told, { actor, taken: [...taken, 'a'] }))).toBe(
      `invalid-answers\ntaken[${taken.length}]: comes after the end`,
    )
    expect(refusal(() => storyToXapi(told, { actor, taken: ['z'] }))).toContain('taken[0]: must be one of `a`')
  })
})
