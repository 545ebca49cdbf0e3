import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { type Interview, interview, nextQuestion, type Sitting } from '../../src/consult/interview.js'
import { whatIf } from '../../src/consult/whatIf.js'
import { TimbangError } from '../../src/errors.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { arbitraryPack, fact, packSource, rule, situationOf, when } from '../support/builders.js'
import { runs, sampleOf, wholeOr } from '../support/sample.js'

interface Told {
  readonly name: string
  readonly situation: SocialWorkSituation
}

const vignettes = (JSON.parse(readFileSync('tests/cases/vignettes.json', 'utf8')) as { cases: readonly Told[] }).cases

/** What is stated of a fact in a nested situation, as an answer; `null` where it is not. */
function statedOf(situation: unknown, name: string): never {
  const told = name
    .split('.')
    .reduce<unknown>((held, key) => (held as Record<string, unknown> | undefined)?.[key], situation)
  return (told ?? null) as never
}

/** Goes on until nothing is asked, or so much was, every question answered as the situation says. */
function interviewed<S>(pack: Pack<S>, situation: unknown, most = 400): Sitting<S> {
  let now = interview({}, pack)
  for (let asked = 0; now.question && asked < most; asked++)
    now = interview(now.state, pack, { step: { answer: statedOf(situation, now.question.fact) } })
  return now
}

/** A text that does not depend on the order of keys. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, held) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}

/** The facts stated in a situation one by one, with what is stated of each. */
function statements(situation: unknown, pack: Pack<unknown>): readonly (readonly [string, never])[] {
  return [...pack.facts.values()].flatMap(({ name, ask }) => {
    const told = statedOf(situation, name)
    return ask !== undefined && told !== null ? [[name, told] as const] : []
  })
}

describe('an interview', () => {
  test.each(
    sampleOf(
      vignettes.filter((_, i) => i % 18 === 0),
      6,
    ),
  )('comes to an end and to the advice of its answers: $name', async ({ situation }) => {
    const end = interviewed(socialWork, situation)
    expect(end.question).toBeNull()
    expect(end.effects).toEqual([])
    const advice = await advise(end.state.situation, socialWork)
    expect(advice.questions).toEqual([])
    expect(end.progress).toEqual({ answered: end.state.asked.length, open: 0 })
  })

  test('asks what `nextQuestion` and the advice ask first', async () => {
    for (const { situation } of sampleOf(vignettes.slice(0, 10), 10, 2)) {
      const asked = interview({ situation }, socialWork).question
      expect(asked).toEqual(nextQuestion(situation, socialWork))
      expect(asked).toEqual((await advise(situation, socialWork)).questions[0] ?? null)
    }
  })

  test('says of each answer what it would change', () => {
    const { state, question, effects } = interview({ situation: { abuse: { suspected: true } } }, socialWork)
    expect(effects.length).toBeGreaterThan(1)
    for (const { answer, changes, urgency } of effects) {
      const [group, name] = (question?.fact ?? '').split('.') as [string, string]
      const change = {
        [group]: { [name]: answer?.so === undefined ? answer?.value : { [String(answer.value)]: answer.so } },
      }
      const then = whatIf(state.situation, socialWork, { change })
      expect({ changes, urgency }).toEqual({ changes: then.actions, urgency: then.urgency.to })
    }
  })

  test('comes to the same advice whatever the order of answers', async () => {
    const cases = arbitraryPack().chain((source) => {
      const pack = createPack(source)
      return fc.tuple(fc.constant(pack), situationOf(pack), fc.infiniteStream(fc.nat()))
    })
    await fc.assert(
      fc.asyncProperty(cases, async ([pack, situation, chance]) => {
        const told = [...statements(situation, pack)]
        const shuffled = told.map((one) => ({ one, at: chance.next().value as number })).sort((a, b) => a.at - b.at)
        const [plain, mixed] = [told, shuffled.map(({ one }) => one)].map((order) =>
          order.reduce(
            (state, [fact, answer]) => interview(state, pack, { step: { fact, answer } }).state,
            interview({}, pack).state,
          ),
        ) as [Interview, Interview]
        const advices = await Promise.all([plain, mixed].map((state) => advise(state.situation, pack)))
        expect(inOrder(mixed.situation)).toBe(inOrder(plain.situation))
        expect(advices[1]).toEqual(advices[0])
      }),
      runs(100),
    )
  })

  test('loses nothing by going back', () => {
    const { situation } = vignettes[0] as Told
    const end = interviewed(socialWork, situation, wholeOr(400, 2, 400))
    let now = end
    for (const _ of end.state.asked) now = interview(now.state, socialWork, { step: { go: 'back' } })
    expect(now.state.at).toBe(0)
    expect(now.question?.fact).toBe(end.state.asked[0])
    expect(now.before).not.toEqual([])
    expect(now.state.situation).toEqual(end.state.situation)
    expect(interview(now.state, socialWork, { step: { go: 'back' } }).state).toEqual(now.state)
    for (const _ of end.state.asked) now = interview(now.state, socialWork, { step: { go: 'forward' } })
    expect(now).toEqual(end)
  })

  test('changes one answer and keeps the others', () => {
    const first = interview({}, socialWork, { step: { fact: 'risk.severity', answer: 'minor' } })
    const second = interview(first.state, socialWork, { step: { fact: 'risk.imminence', answer: 'likely' } })
    const back = interview(interview(second.state, socialWork, { step: { go: 'back' } }).state, socialWork, {
      step: { go: 'back' },
    })
    expect([back.question?.fact, back.before.map((one) => one?.value)]).toEqual(['risk.severity', ['minor']])
    const changed = interview(back.state, socialWork, { step: { answer: 'serious' } })
    expect(changed.state).toEqual({
      format: 1,
      situation: { risk: { severity: 'serious', imminence: 'likely' } },
      asked: ['risk.severity', 'risk.imminence'],
    })
  })

  test('respects that something is not known, and does not ask it again', () => {
    let now = interview({ situation: { abuse: { suspected: true } } }, socialWork)
    const asked: string[] = []
    while (now.question && asked.length < wholeOr(400, 6)) {
      expect(asked).not.toContain(now.question.fact)
      asked.push(now.question.fact)
      now = interview(now.state, socialWork, { step: { answer: null } })
    }
    expect(asked.length).toBeGreaterThan(5)
  })

  test('counts what was answered, also by “not known”, and not what is asked for the first time', () => {
    const begun = { situation: { abuse: { suspected: true } }, asked: ['abuse.suspected', 'risk.severity'] }
    const asking = interview({ ...begun, at: 1 }, socialWork)
    expect([asking.question?.fact, asking.progress.answered]).toEqual(['risk.severity', 1])
    const answered = interview(asking.state, socialWork, { step: { answer: null } })
    expect(answered.progress.answered).toBe(2)
  })

  test('goes on from a state that was written down and read again', () => {
    const { situation } = vignettes[3] as Told
    let now = interview({}, socialWork)
    for (let asked = 0; now.question && asked < 12; asked++) {
      const kept = JSON.parse(JSON.stringify(now.state)) as Interview<SocialWorkSituation>
      expect(interview(kept, socialWork)).toEqual(now)
      now = interview(kept, socialWork, { step: { answer: statedOf(situation, now.question.fact) } })
    }
    expect(now.state.asked.length).toBeGreaterThan(3)
  })

  test('keeps no summary', () => {
    const { state } = interview(
      { situation: { summary: 'a name and a street', risk: { severity: 'minor' } } as never },
      socialWork,
    )
    expect(state.situation).toEqual({ risk: { severity: 'minor' } })
  })
})

describe('of a list of members', () => {
  const pack = createPack(
    packSource({
      facts: [fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child', 'elder'] })],
      pack: { openers: ['risk.target'] },
      rules: ['self', 'child'].map((who) =>
        rule({
          name: `protect-${who}`,
          conditions: when('risk.target', who, 'contains'),
          must: [who === 'self' ? 'assess-risk' : 'disclose-to-protect'],
        }),
      ),
    }),
  )

  test('what was not said is not known, and what was said before stays', () => {
    const first = interview({ situation: { risk: { target: { self: true } } } as never }, pack, {
      step: { fact: 'risk.target', answer: { child: false } },
    })
    expect(first.state.situation).toEqual({ risk: { target: { self: true, child: false, elder: null } } })
    expect(first.question).toBeNull()
  })
})

describe('an interview refuses', () => {
  const refused = (state: unknown, step?: unknown) => {
    try {
      interview(
        state as Partial<Interview<SocialWorkSituation>>,
        socialWork,
        step === undefined ? {} : { step: step as never },
      )
    } catch (error) {
      if (error instanceof TimbangError) return error.issues.map(({ place, message }) => `${place}: ${message}`)
      throw error
    }
    return []
  }

  test.each([
    [
      'a foreign state',
      { secretName: 1 },
      undefined,
      ['state: must be where a consultation stands: `situation`, `asked` and `at`'],
    ],
    [
      'facts that nobody asks for',
      { asked: ['constructor'] },
      undefined,
      ['state.asked: must be names of facts that are asked for'],
    ],
    ['a place that is none', { at: 3 }, undefined, ['state.at: must be a place in `asked`']],
    [
      'a step that is none',
      {},
      { typed: 'x' },
      ['options.step: must be an answer, answers, or where to go: `back` or `forward`'],
    ],
    [
      'an answer to nothing',
      {},
      { answer: true, fact: 'no.such' },
      ['options.step.fact: must be the name of a fact that is asked for'],
    ],
    [
      'an answer that does not fit',
      {},
      { answer: 'Jalan Mawar 3', fact: 'abuse.suspected' },
      ['situation.abuse.suspected: must be `true`, `false` or `null`'],
    ],
    [
      'an answer that contradicts another',
      { situation: { client: { ageYears: 12 } } },
      { answer: false, fact: 'client.isMinor' },
      ['situation.client.isMinor: contradicts the facts from which it follows'],
    ],
  ])('%s', (_, state, step, issues) => {
    expect(refused(state, step)).toEqual(issues)
  })
})
