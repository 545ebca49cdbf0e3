import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import type { AnySituation } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { sampleOf } from '../support/sample.js'

/* That something is considered, begun or done is said in one form; what was said otherwise before is the same thing. */

const near = {
  client: { status: 'current' },
  abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
  risk: { severity: 'serious', imminence: 'likely', credibility: 'high' },
  case: { complex: true },
  colleague: { concern: ['illegal'], basis: 'evidence' },
} as const

const advised = async (situation: AnySituation) => advise({ ...near, ...situation } as never, socialWork)

describe('the same thing said in two ways gets the same advice', () => {
  const ways: readonly [former: AnySituation, present: AnySituation][] = [
    [{ done: { already: 'risk-assessed' } }, { done: { worker: 'assess-risk' } }],
    [{ done: { already: ['talked-with-colleague'] } }, { done: { worker: ['talk-to-colleague'] } }],
    [{ done: { already: ['raised-inside'] } }, { done: { worker: ['raise-with-manager'] } }],
    [{ done: { already: ['referral-made'] } }, { done: { worker: ['refer-to-specialist'] } }],
    [{ done: { already: ['consent-asked'] } }, { done: { worker: ['seek-disclosure-consent'] } }],
    [{ done: { already: ['safety-plan-made'] } }, { done: { worker: ['make-safety-plan'] } }],
    [{ done: { already: ['recorded', 'help-offered'] } }, { done: { worker: ['document-decision', 'help-offered'] } }],
    [{ done: { already: { 'family-informed': false } } }, { done: { worker: { 'family-informed': false } } }],
    [{ done: { already: ['protection-service-informed'] } }, { done: { worker: ['report-to-protection-service'] } }],
    [{ done: { already: ['police-informed'] } }, { done: { worker: ['report-to-police'] } }],
    [{ done: { already: ['authorities-informed'] } }, { done: { worker: ['authorities-informed'] } }],
    [{ done: { already: ['supervisor-consulted'] } }, { done: { worker: ['consult-supervisor', 'consult-peer'] } }],
    [{ done: { already: ['client-told'] } }, { done: { worker: ['tell-client-first', 'tell-client-afterwards'] } }],
    [{ disclosure: { clientTold: true } }, { done: { worker: 'tell-client-first' } }],
    [
      { disclosure: { clientTold: false } },
      { done: { worker: { 'tell-client-first': false, 'tell-client-afterwards': false } } },
    ],
    [{ worker: { consulted: true } }, { done: { worker: 'consult-supervisor' } }],
    [{ worker: { consulted: false } }, { done: { worker: { 'consult-supervisor': false, 'consult-peer': false } } }],
  ]

  test.each(sampleOf(ways, 8, 2))('%j and %j', async (former, present) => {
    const told = ({ actions, done, questions, kind, urgency }: Advice) => ({
      ...{ kind, urgency },
      // What else was done is asked only where it was told that something was.
      questions: questions.map(({ fact }) => fact).filter((fact) => fact !== 'done.worker'),
      done: (done ?? []).map(({ action, status, next }) => [action, status, next]),
      actions: actions.map(({ action, status, certainty, urgency: soon }) => [action, status, certainty, soon]),
    })
    expect(told(await advised(former))).toEqual(told(await advised(present)))
  })

  test('and contradicting it is an error', async () => {
    const both = { worker: { consulted: false }, done: { worker: ['consult-supervisor'] } }
    await expect(advised(both)).rejects.toThrow('situation.worker.consulted: contradicts the facts')
  })
})

describe('what is done', () => {
  test('is told as done with what follows, also where the action itself says nothing of that', async () => {
    const { actions, done } = await advised({ done: { worker: ['ensure-immediate-safety'] } })
    expect(actions.map(({ action }) => action)).not.toContain('ensure-immediate-safety')
    expect(done?.map(({ action, status, next }) => [action, status, next.en])).toEqual([
      ['ensure-immediate-safety', 'must', 'See what came of it, and go on from there'],
    ])
  })

  test('by another is not done by the worker', async () => {
    const { actions, done } = await advised({ done: { colleague: ['assess-risk'], family: ['make-safety-plan'] } })
    expect(actions.map(({ action }) => action)).toContain('assess-risk')
    expect(done).toBeUndefined()
  })

  test('is not taken to be so while that is not known, or denied', async () => {
    for (const state of [null, false]) {
      const { actions, done } = await advised({ done: { worker: { 'assess-risk': state } } })
      expect(actions.map(({ action }) => action)).toContain('assess-risk')
      expect(done).toBeUndefined()
    }
  })
})

test('what is considered is told as a reason, in both languages', async () => {
  const advice = await advise({ considered: { worker: ['publish-identity'] } }, socialWork)
  expect(advice.rules['let-no-identity-out-that-is-about-to-go']?.facts).toMatchObject([
    { fact: 'considered.worker', answer: { value: 'publish-identity', so: true, label: { en: expect.any(String) } } },
  ])
  expect(render(advice, { as: 'text', locale: 'id' }).replace(/\s+/g, ' ')).toContain(
    'identitas seseorang hendak disebarluaskan',
  )
})

test('every action of the catalogue can be said to be considered, begun or done, by each of five', () => {
  const facts = [...socialWork.facts.values()].filter(({ ofActions }) => ofActions)
  const states = ['considered', 'begun', 'done'].flatMap((state) =>
    ['worker', 'client', 'family', 'colleague', 'agency'].map((who) => `${state}.${who}`),
  )
  expect(facts.map(({ name }) => name).sort()).toEqual([...states].sort())
  for (const { values = [], members = [] } of facts) {
    const named = new Set([...values, ...members].map(({ value }) => value))
    expect([...socialWork.actions.keys()].filter((action) => !named.has(action))).toEqual([])
  }
})
