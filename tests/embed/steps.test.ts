import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AdvisedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { approvedStep, approveStep, checkStep, stepBudget } from '../../src/embed/index.js'
import { isAfter, later } from '../../src/embed/steps/moment.js'
import { type StepView, stepAnswer } from '../../src/embed/steps/stepAnswer.js'
import { createPack, type Pack, TimbangError } from '../../src/index.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { certainties, statuses, stepAnswers } from '../../src/vocabulary.js'
import { arbitraryPack, packSource, rule, situationOf, unless, when } from '../support/builders.js'
import { runs } from '../support/sample.js'

const key = new Uint8Array(32).fill(7)
const at = '2026-11-30T09:00:00Z'
const ask = { at, key }
const abused = { abuse: { suspected: true, victim: 'child' } } as const
const grave = { severity: 'life-threatening', imminence: 'imminent', credibility: 'high' } as const
const employer = { disclosure: { requester: 'employer' } } as const

function check(situation: SocialWorkSituation, step: string, options: object = {}) {
  return checkStep(situation, socialWork, { ...ask, step, ...options })
}

async function refusal(run: () => unknown): Promise<readonly string[]> {
  try {
    await run()
  } catch (error) {
    if (error instanceof TimbangError) return [error.code, ...error.issues.map((one) => `${one.place}: ${one.message}`)]
    throw error
  }
  return []
}

describe('the table of answers', () => {
  const action = (status: AdvisedAction['status'], certainty: AdvisedAction['certainty'], findsOut: string[]) =>
    ({
      status,
      certainty,
      assumptions: { findsOut, unless: [], presumed: [], defeaters: [] },
    }) as never as AdvisedAction
  const one = action('must', 'firm', [])
  const objection = (by: string, advised?: AdvisedAction) => [{ by, rule: 'r', because: { en: '', id: '' }, advised }]
  const states = <T>(...all: T[]) => all
  const actions = [
    undefined,
    ...statuses.flatMap((status) =>
      certainties.flatMap((certainty) => [action(status, certainty, []), action(status, certainty, ['risk.severity'])]),
    ),
  ]
  const views = actions.flatMap((told) =>
    states([], objection('exception'), objection('what-prevails', one), objection('every-rule')).flatMap((against) =>
      states([], [one]).flatMap((before) =>
        states([], [one]).flatMap((atOnce) =>
          states([], [{ fact: 'x' }]).flatMap((deciding) =>
            states(true, false).flatMap((dangerOpen) =>
              states(true, false).map(
                (lawNotCovered) =>
                  ({ action: told, against, before, atOnce, deciding, dangerOpen, lawNotCovered }) as never as StepView,
              ),
            ),
          ),
        ),
      ),
    ),
  )

  test('lets a step go in no case but one: a rule surely asks for it or permits it, and nothing comes first', () => {
    const gone = views.filter((view) => stepAnswer(view).answer === 'go')
    expect(gone.length).toBeGreaterThan(0)
    const otherwise = gone.filter(
      ({ action: told, before, lawNotCovered }) =>
        told?.certainty !== 'firm' ||
        !['must', 'should', 'may'].includes(told.status) ||
        before.length > 0 ||
        lawNotCovered,
    )
    expect(otherwise).toEqual([])
  })

  test('never takes silence for permission', () => {
    const silent = views.filter((view) => view.action === undefined)
    expect(new Set(silent.map((view) => stepAnswer(view).answer))).toEqual(
      new Set(['do-not', 'first', 'missing', 'person']),
    )
  })

  test('has every answer', () => {
    expect(new Set(views.map((view) => stepAnswer(view).answer))).toEqual(new Set(stepAnswers))
  })
})

describe('a step', () => {
  test('that the rules forbid is not taken, and what can be done instead is named', async () => {
    const told = await check(employer, 'breach-confidentiality')
    expect(told).toMatchObject({ answer: 'do-not', ground: 'objection', status: null })
    const refused = await check(
      { ...employer, disclosure: { ...employer.disclosure, secrecyRequested: true } },
      'promise-absolute-secrecy',
    )
    expect(refused).toMatchObject({ answer: 'do-not', ground: 'forbidden', status: 'must-not' })
    expect(refused.says.id).toMatch(/^Jangan dilakukan: /)
    expect(refused.instead.length).toBeGreaterThan(0)
    expect(refused.because[0]?.sources[0]?.cite.en).toMatch(/./)
  })

  test('that is not taken is told with ways that are open: each of them goes', async () => {
    for (const situation of [employer, { ...abused, risk: grave }, abused] as const) {
      const { instead } = await check(situation, 'breach-confidentiality')
      const answers = await Promise.all(instead.map(({ action }) => check(situation, action)))
      expect(answers.filter(({ answer }) => answer !== 'go')).toEqual([])
    }
  })

  test('that cannot be taken beside what must be done is not taken', async () => {
    expect(await check(employer, 'disclose-within-ground')).toMatchObject({ answer: 'do-not', ground: 'objection' })
  })

  test('that waits for a fact says which, the decisive first, in both languages', async () => {
    const told = await check(abused, 'report-to-police')
    expect(told).toMatchObject({ answer: 'missing', ground: 'open', danger: true })
    expect(told.missing[0]?.fact).toBe('abuse.victimSafeNow')
    expect(told.says.en).toContain('Is the victim safe at this moment?')
    expect(told.says.id).toContain('Apakah korban aman saat ini?')
    expect(Object.keys(told.missing[0] ?? {})).not.toContain('wouldChange')
  })

  test('that a rule surely asks for goes, with what is owed with it', async () => {
    const all = await advise({ ...abused, risk: grave }, socialWork)
    const sure = all.actions.find(
      (one) => one.certainty === 'firm' && one.status === 'must' && one.urgency === 'immediate',
    )
    const told = await check({ ...abused, risk: grave }, sure?.action ?? '')
    expect(told).toMatchObject({ answer: 'go', ground: 'asked-for', certainty: 'firm', instead: [], enforced: true })
  })

  test('of which no rule speaks is left to a person', async () => {
    expect(await check({}, 'report-to-police')).toMatchObject({ answer: 'person', ground: 'silent', status: null })
  })

  test('under a law that is hardly known is left to a person', async () => {
    const told = await check({ case: { jurisdiction: 'other' }, ...employer }, 'refuse-disclosure')
    expect(['law-not-covered', 'open']).toContain(told.ground)
    expect(told.answer).not.toBe('go')
  })

  test('in a part of a country that is not named is left to a person', async () => {
    const told = { case: { region: 'california' }, abuse: { suspected: true, victimSafeNow: false } } as const
    expect((await check(told, 'refer-to-shelter')).answer).not.toBe('go')
  })

  test('that another must come before comes after it, until that is done', async () => {
    const pack = createPack(
      packSource({
        actions: packSource().actions.map((one) =>
          one.name === 'assess-risk' ? { ...one, before: ['keep-confidential'] } : one,
        ),
        rules: [rule({ name: 'both', must: ['assess-risk', 'keep-confidential'] })],
      }),
    ) as Pack
    const situation = { abuse: { suspected: true } }
    const first = await checkStep(situation, pack, { ...ask, step: 'keep-confidential' })
    expect(first).toMatchObject({ answer: 'first', ground: 'comes-before', first: [{ action: 'assess-risk' }] })
    expect(first.says.en).toMatch(/^First: .+ Only then: /)
    const after = await checkStep(situation, pack, { ...ask, step: 'keep-confidential', done: ['assess-risk'] })
    expect(after).toMatchObject({ answer: 'go', first: [] })
    expect(after.digests.step).not.toBe(first.digests.step)
  })

  test('that can wait comes after what must be done at once', async () => {
    const rules = [
      rule({ name: 'now', must: ['assess-risk'], urgency: 'immediate' }),
      rule({ name: 'later', should: ['keep-confidential'], urgency: 'routine' }),
    ]
    const pack = createPack(packSource({ rules })) as Pack
    const options = { ...ask, step: 'keep-confidential' }
    expect(await checkStep({ abuse: { suspected: true } }, pack, options)).toMatchObject({
      answer: 'first',
      ground: 'at-once',
    })
  })

  test('that two duties contest is left to a person', async () => {
    const rules = [
      rule({ name: 'report', must: ['assess-risk'] }),
      rule({ name: 'wait', 'must-not': ['assess-risk'], principle: 'confidentiality' }),
    ]
    const pack = createPack(packSource({ rules })) as Pack
    expect(await checkStep({ abuse: { suspected: true } }, pack, { ...ask, step: 'assess-risk' })).toMatchObject({
      answer: 'person',
      ground: 'contested',
    })
  })

  test('that rests on what was asked and is not known is left to a person, and one not asked yet is missing', async () => {
    const rules = [rule({ name: 'assess', must: ['assess-risk'], unless: [unless('free', when('consent.given'))] })]
    const pack = createPack(packSource({ rules })) as Pack
    const step = { ...ask, step: 'assess-risk' }
    expect(await checkStep({ abuse: { suspected: true } }, pack, step)).toMatchObject({
      answer: 'missing',
      missing: [{ fact: 'consent.given' }],
    })
    expect(await checkStep({ abuse: { suspected: true }, consent: { given: null } }, pack, step)).toMatchObject({
      answer: 'person',
      ground: 'presumed',
    })
    const excepted = await checkStep({ abuse: { suspected: true }, consent: { given: true } }, pack, step)
    expect(excepted.because.map((one) => one.rule)).toContain('assess')
    expect(['missing', 'person']).toContain(excepted.answer)
  })

  test('is only looked at where the host tries the guard out', async () => {
    expect(await check({}, 'report-to-police', { shadow: true })).toMatchObject({ answer: 'person', enforced: false })
  })

  test('is known by keyed digests that tell another situation, another call and other rules', async () => {
    const one = await check(employer, 'refuse-disclosure', { call: { to: 'the employer' } })
    const [same, other, called, today] = await Promise.all([
      check({ ...employer, summary: 'x' } as never, 'refuse-disclosure', { call: { to: 'the employer' } }),
      check(abused, 'refuse-disclosure', { call: { to: 'the employer' } }),
      check(employer, 'refuse-disclosure', { call: { to: 'the school' } }),
      check(employer, 'refuse-disclosure', { call: { to: 'the employer' }, on: '2026-12-01' }),
    ])
    expect(same.digests).toEqual(one.digests)
    expect(other.digests.situation).not.toBe(one.digests.situation)
    expect(called.digests.step).not.toBe(one.digests.step)
    expect(today.digests.rules).not.toBe(one.digests.rules)
    expect(JSON.stringify(called)).not.toContain('the school')
  })

  test('holds for a quarter of an hour, two hours or a day, or as the host says', async () => {
    expect((await check({}, 'report-to-police')).expires).toBe('2026-12-01T09:00:00Z')
    expect((await check(abused, 'report-to-police')).expires).toBe('2026-11-30T11:00:00Z')
    expect((await check({}, 'report-to-police', { minutes: 1 })).expires).toBe('2026-11-30T09:01:00Z')
  })

  test('is refused where it is none, or nobody says when or by whose key', async () => {
    expect(await refusal(() => check({}, 'report-to-polcie'))).toEqual([
      'invalid-options',
      'options.step: no action of the pack has this name',
    ])
    expect(await refusal(() => check({}, 'report-to-police', { done: ['sleep'] }))).toEqual([
      'invalid-options',
      'options.done: no action of the pack has this name',
    ])
    expect(await refusal(() => check({}, 'report-to-police', { call: () => 1 }))).toEqual([
      'invalid-options',
      'options.call: must be plain data',
    ])
    expect(await refusal(() => check({}, 'report-to-police', { at: 'now' }))).toHaveLength(2)
    expect(await refusal(() => check({}, 'report-to-police', { key: new Uint8Array(3) }))).toHaveLength(2)
    expect(await refusal(() => checkStep({}, socialWork, undefined as never))).not.toEqual([])
  })
})

describe('an approval', () => {
  const id = '6f1d2a3b-0c4d-4e5f-8a9b-0c1d2e3f4a5b'
  const by = '7a1d2a3b-0c4d-4e5f-8a9b-0c1d2e3f4a5c'
  const step = 'report-to-police'
  const approving = { id, by, at: '2026-11-30T09:10:00Z', key }
  const now = '2026-11-30T09:20:00Z'

  test('lets exactly what a person saw be done, while it holds', async () => {
    const approval = approveStep(await check({}, step), approving)
    const run = (situation: SocialWorkSituation, options: object = {}) =>
      approvedStep(approval, situation, socialWork, { step, key, at: now, ...options })
    expect(await run({})).toMatchObject({ approved: true, fault: null, check: { answer: 'person' } })
    expect((await run({ case: { level: 'micro' } })).fault).toBe('other-situation')
    expect((await run({}, { call: 1 })).fault).toBe('other-step')
    expect((await run({}, { step: 'report-to-protection-service' })).fault).toBe('other-step')
    expect((await run({}, { on: '2026-12-24' })).fault).toBe('other-rules')
    expect((await run({}, { at: '2026-12-02T09:00:00Z', on: '2026-11-30' })).fault).toBe('expired')
    expect((await run({}, { at: '2026-11-30T09:05:00Z' })).fault).toBe('expired')
    expect((await run({}, { key: new Uint8Array(32).fill(8) })).fault).toBe('altered')
  })

  test('is not made by whoever has no key, nor altered', async () => {
    const approval = approveStep(await check({}, step), { ...approving, minutes: 5 })
    expect(approval.expires).toBe('2026-11-30T09:15:00Z')
    const options = { step, key, at: '2026-11-30T09:12:00Z' }
    const altered = { ...approval, expires: '2027-01-01T00:00:00Z' }
    expect((await approvedStep(altered, {}, socialWork, options)).fault).toBe('altered')
    expect((await approvedStep({} as never, {}, socialWork, options)).fault).toBe('altered')
  })

  test('holds no longer than the check, whatever is asked', async () => {
    const told = await check({}, step)
    expect(approveStep(told, { ...approving, minutes: 43_200 }).expires).toBe(told.expires)
    expect(approveStep(told, approving).expires).toBe(told.expires)
  })

  test('is of what was left to a person alone, and made while that holds', async () => {
    const refused = await check(employer, 'disclose-within-ground')
    expect(await refusal(() => approveStep(refused, approving))).toEqual([
      'invalid-options',
      'check: is not left to a person',
    ])
    const told = await check({}, step)
    for (const moment of ['2026-12-05T09:00:00Z', '2026-11-30T08:00:00Z'])
      expect(await refusal(() => approveStep(told, { ...approving, at: moment }))).toEqual([
        'invalid-options',
        'options.at: is not while the check holds',
      ])
  })

  test('is made only of a check, and of none that looks on in shadow mode', async () => {
    const told = await check({}, step)
    const none = ['invalid-options', 'check: is none that `checkStep` gave']
    for (const altered of [{ digests: null }, { expires: 'x' }, { at: 1 }])
      expect(await refusal(() => approveStep({ ...told, ...altered } as never, approving))).toEqual(none)
    expect(await refusal(() => approveStep(told, undefined as never))).toContain('invalid-options')
    expect((await refusal(() => approveStep({ ...told, enforced: false }, approving)))[1]).toContain('shadow mode')
  })

  test('is void where the same step is answered otherwise', async () => {
    const told = await check(employer, 'disclose-within-ground')
    const approval = approveStep({ ...told, answer: 'person' }, approving)
    const again = await approvedStep(approval, employer, socialWork, { step: told.step, key, at: now })
    expect(again.fault).toBe('other-answer')
  })
})

describe('a budget of steps', () => {
  test('counts how steps would be answered, and what is too much', async () => {
    const planned = [
      { situation: {}, step: 'report-to-police' },
      { situation: employer, step: 'disclose-within-ground' },
      { situation: abused, step: 'report-to-police' },
    ]
    const budget = await stepBudget(planned, socialWork, { ...ask, limits: { person: 10, missing: 50 } })
    expect(budget.steps).toBe(3)
    expect(budget.perHundred).toEqual({ 'do-not': 33.3, first: 0, missing: 33.3, person: 33.3, go: 0 })
    expect(budget.exceeded).toEqual([{ limit: 'person', most: 10, found: 33.3 }])
    expect((await stepBudget([], socialWork, ask)).perHundred.go).toBe(0)
    expect(await refusal(() => stepBudget([], socialWork, { ...ask, limits: { persons: 1 } as never }))).not.toEqual([])
  })
})

describe('over random packs and situations', () => {
  test('what goes is firm, and what no rule asks for never goes', async () => {
    const cases = arbitraryPack().chain((source) => {
      const pack = createPack(source) as Pack
      return fc.tuple(fc.constant(pack), situationOf(pack), fc.constantFrom(...pack.actions.keys()))
    })
    await fc.assert(
      fc.asyncProperty(cases, async ([pack, situation, step]) => {
        const told = await checkStep(situation, pack, { ...ask, step })
        const advised = (await advise(situation, pack, { on: at.slice(0, 10) })).actions.find(
          (one) => one.action === step,
        )
        if (told.answer === 'go') expect(advised).toMatchObject({ certainty: 'firm', status: told.status })
        if (!advised) expect(told.answer).not.toBe('go')
      }),
      runs(500, 10),
    )
  })
})

describe('moments', () => {
  test('are reckoned as a calendar does, over leap days and ends of years', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2120-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 3_000_000 }),
        (from, minutes) => {
          const moment = `${from.toISOString().slice(0, 19)}Z`
          const then = new Date(new Date(moment).getTime() + minutes * 60_000)
          expect(later(moment, minutes)).toBe(`${then.toISOString().slice(0, 19)}Z`)
          expect(isAfter(later(moment, minutes), moment)).toBe(true)
        },
      ),
      { numRuns: 500, seed: 1 },
    )
    expect(isAfter('2026-01-31T09:30Z', '2026-01-31T09:30:00Z')).toBe(false)
  })
})
