import { describe, expect, test } from 'vitest'
import type { AdvisedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { fact, framework, type PackParts, packSource, rule, unless, when } from '../support/builders.js'

/* Rules without conditions of their own hold where abuse is suspected, which it is in every example. */

describe('an action is firm', () => {
  test('when its rule applies and nothing could defeat it', async () => {
    const rules = [rule({ name: 'tell', must: ['tell-first'] })]
    expect(await surely({ rules }, 'tell-first')).toEqual({ ...nothingOpen, status: 'must', certainty: 'firm' })
  })

  test('when every `unless` of its rule is known not to hold', async () => {
    const rules = [rule({ name: 'tell', must: ['tell-first'], unless: [unless('agreed', when('consent.given'))] })]
    const said = await surely({ rules }, 'tell-first', { consent: { given: false } })
    expect(said).toEqual({ ...nothingOpen, status: 'must', certainty: 'firm' })
  })

  test('when what could oppose it is weaker, or gives way to it by name', async () => {
    const rules = [
      rule({ name: 'tell', should: ['tell-first'], exceptionTo: ['hush'] }),
      rule({ name: 'hush', conditions: when('consent.given', false), 'must-not': ['tell-first'] }),
      rule({ name: 'choose', conditions: when('consent.given'), may: ['tell-first'] }),
    ]
    expect(await surely({ rules }, 'tell-first')).toEqual({ ...nothingOpen, status: 'should', certainty: 'firm' })
  })

  test('when what could defeat it is itself surely defeated by something firm', async () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({
        name: 'disclose',
        conditions: when('consent.given'),
        must: ['disclose-to-protect'],
        exceptionTo: ['keep'],
      }),
      rule({ name: 'not-here', 'must-not': ['disclose-to-protect'], exceptionTo: ['disclose'] }),
    ]
    const said = { ...nothingOpen, status: 'must', certainty: 'firm' }
    expect(await surely({ rules }, 'keep-confidential')).toEqual(said)
    expect(await surely({ rules }, 'disclose-to-protect')).toEqual({ ...said, status: 'must-not' })
  })
})

describe('an action depends on a danger that is open', () => {
  const danger = { abuse: { suspected: true, victimSafeNow: false } }

  test('when an open `unless` reads a danger fact while a sign of danger is stated', async () => {
    const rules = [
      rule({ name: 'tell', must: ['tell-first'], unless: [unless('grave', when('risk.severity', 'serious'))] }),
    ]
    expect(await surely({ rules }, 'tell-first', danger)).toEqual({
      ...nothingOpen,
      status: 'must',
      certainty: 'depends',
      unless: ['grave'],
    })
    expect(await surely({ rules }, 'tell-first')).toMatchObject({ certainty: 'presumed', unless: ['grave'] })
  })

  test('when a rule that could defeat it reads a danger fact while a sign of danger is stated', async () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({
        name: 'disclose',
        conditions: when('risk.severity', 'serious'),
        must: ['disclose-to-protect'],
        exceptionTo: ['keep'],
      }),
    ]
    expect(await surely({ rules }, 'keep-confidential', danger)).toEqual({
      ...nothingOpen,
      status: 'must',
      certainty: 'depends',
      defeaters: ['disclose'],
    })
    expect(await surely({ rules }, 'keep-confidential')).toMatchObject({ certainty: 'presumed' })
  })

  test('when a danger fact is read by what an exception is derived from', async () => {
    const grave = fact({ name: 'risk.grave', derivedFrom: when('risk.severity', 'serious') })
    const parts = {
      facts: [...packSource().facts, grave],
      rules: [rule({ name: 'tell', must: ['tell-first'], unless: [unless('grave', when('risk.grave'))] })],
    }
    expect(await surely(parts, 'tell-first', danger)).toMatchObject({ certainty: 'depends', unless: ['grave'] })
  })

  test('when a danger could undo what holds out the rule that would defeat it', async () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({ name: 'tell', must: ['disclose-to-protect'], exceptionTo: ['keep'] }),
      rule({
        name: 'stop',
        'must-not': ['disclose-to-protect'],
        exceptionTo: ['tell'],
        unless: [unless('grave', when('risk.severity', 'serious'))],
      }),
    ]
    expect(await surely({ rules }, 'keep-confidential', danger)).toEqual({
      ...nothingOpen,
      status: 'must',
      certainty: 'depends',
      defeaters: ['tell'],
    })
    const grave = { ...danger, risk: { severity: 'serious' } }
    expect(await surely({ rules }, 'keep-confidential', grave)).toBe(undefined)
    const agreed = unless('agreed', when('consent.given'))
    const other = rule({
      name: 'not-here',
      'must-not': ['disclose-to-protect'],
      exceptionTo: ['tell'],
      unless: [agreed],
    })
    const held = { rules: [...rules, other] }
    expect(await surely(held, 'keep-confidential', danger)).toMatchObject({ status: 'must', certainty: 'presumed' })
  })

  test('when only an open guideline of a framework reads a danger fact', async () => {
    const parts: PackParts = {
      rules: [
        rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
        rule({ name: 'disclose', must: ['disclose-to-protect'] }),
      ],
      frameworks: [
        framework(
          'grave-first',
          { when: when('risk.severity', 'serious'), prevails: ['protection-of-life'], over: ['confidentiality'] },
          { prevails: ['confidentiality'], over: ['protection-of-life'] },
        ),
        framework('life-first', { order: [['protection-of-life'], ['confidentiality']] }),
        framework('life-always', { order: [['protection-of-life'], ['confidentiality']] }),
      ],
    }
    const depends = { ...nothingOpen, status: 'must', certainty: 'depends', defeaters: ['keep'] }
    expect(await surely(parts, 'disclose-to-protect', danger)).toEqual(depends)
    const calm = await surely(parts, 'disclose-to-protect')
    expect(calm).toEqual({ ...depends, certainty: 'presumed' })
    const minor = { ...danger, risk: { severity: 'minor' } }
    expect(await surely(parts, 'disclose-to-protect', minor)).toMatchObject({ status: 'contested' })
  })

  test('when it is to find the danger out: once that is known, it is done', async () => {
    const rules = [rule({ name: 'tell', must: ['tell-first'] })]
    expect(await surely({ rules }, 'assess-risk', danger)).toEqual({
      ...nothingOpen,
      status: 'must',
      certainty: 'depends',
      findsOut: ['risk.severity'],
    })
    const known = { ...danger, risk: { severity: 'minor' } }
    expect(await surely({ rules }, 'assess-risk', known)).toBe(undefined)
  })
})

describe('an action is presumed', () => {
  test('when an `unless` is open and no danger is', async () => {
    const rules = [rule({ name: 'tell', must: ['tell-first'], unless: [unless('agreed', when('consent.given'))] })]
    expect(await surely({ rules }, 'tell-first')).toEqual({
      ...nothingOpen,
      status: 'must',
      certainty: 'presumed',
      unless: ['agreed'],
    })
  })

  test('when a presumed fact is needed, until it is stated', async () => {
    const rules = [rule({ name: 'respect', conditions: when('client.hasCapacity'), should: ['respect-choice'] })]
    expect(await surely({ rules }, 'respect-choice')).toEqual({
      ...nothingOpen,
      status: 'should',
      certainty: 'presumed',
      presumed: ['client.hasCapacity'],
    })
    const stated = await surely({ rules }, 'respect-choice', { client: { hasCapacity: true } })
    expect(stated).toEqual({ ...nothingOpen, status: 'should', certainty: 'firm' })
  })

  test('when what is derived from a presumed fact is needed', async () => {
    const able = fact({ name: 'client.decides', derivedFrom: when('client.hasCapacity') })
    const parts = {
      facts: [...packSource().facts, able],
      rules: [rule({ name: 'respect', conditions: when('client.decides'), should: ['respect-choice'] })],
    }
    expect(await surely(parts, 'respect-choice')).toEqual({
      ...nothingOpen,
      status: 'should',
      certainty: 'presumed',
      presumed: ['client.hasCapacity'],
    })
  })

  test('when a rule that may yet apply would defeat it', async () => {
    const rules = [
      rule({ name: 'tell', should: ['tell-first'] }),
      rule({ name: 'hush', conditions: when('consent.given', false), 'must-not': ['tell-first'] }),
    ]
    expect(await surely({ rules }, 'tell-first')).toEqual({
      ...nothingOpen,
      status: 'should',
      certainty: 'presumed',
      defeaters: ['hush'],
    })
  })

  test('when the frameworks that settle it might yet say otherwise', async () => {
    const parts: PackParts = {
      rules: [
        rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
        rule({ name: 'disclose', must: ['disclose-to-protect'] }),
      ],
      frameworks: [
        framework('life', { order: [['protection-of-life'], ['confidentiality']] }),
        framework(
          'law',
          { when: when('consent.given', false), prevails: ['confidentiality'], over: ['protection-of-life'] },
          { prevails: ['protection-of-life'], over: ['confidentiality'] },
        ),
      ],
    }
    const told = { ...nothingOpen, status: 'must', certainty: 'firm' }
    expect(await surely(parts, 'disclose-to-protect', { consent: { given: true } })).toEqual(told)
    expect(await surely(parts, 'disclose-to-protect')).toMatchObject({ status: 'contested', certainty: 'presumed' })
    expect(await surely(parts, 'disclose-to-protect', { consent: { given: false } })).toMatchObject({
      status: 'contested',
      certainty: 'presumed',
    })
  })

  test('when what is allowed beside it could put a stronger claim on it in doubt', async () => {
    const parts: PackParts = {
      frameworks: [],
      actions: packSource().actions.map((one) =>
        one.name === 'respect-choice' ? { ...one, incompatibleWith: ['tell-first', 'keep-confidential'] } : one,
      ),
      rules: [
        rule({ name: 'free-to-tell', may: ['tell-first'] }),
        rule({ name: 'better-tell', conditions: when('consent.given'), should: ['tell-first'] }),
        rule({ name: 'free-to-respect', may: ['respect-choice'], exceptionTo: ['better-tell'] }),
        rule({ name: 'keep', must: ['keep-confidential'] }),
        rule({ name: 'do-not-keep', principle: 'justice', 'must-not': ['keep-confidential'] }),
      ],
    }
    expect(await surely(parts, 'tell-first')).toEqual({
      ...nothingOpen,
      status: 'may',
      certainty: 'presumed',
      defeaters: ['free-to-respect'],
    })
    expect(await surely(parts, 'tell-first', { consent: { given: true } })).toMatchObject({ status: 'contested' })
  })
})

const nothingOpen = { unless: [], presumed: [], defeaters: [], findsOut: [] }

/** What is said of an action, how surely, and on what that rests. */
async function surely(parts: PackParts, wanted: AdvisedAction['action'], situation: AnySituation = {}) {
  const pack = createPack(packSource(parts))
  const { actions } = await advise({ abuse: { suspected: true }, ...situation }, pack)
  const found = actions.find(({ action }) => action === wanted)
  if (found === undefined) return undefined
  const { unless, presumed, defeaters, findsOut } = found.assumptions
  return {
    status: found.status,
    certainty: found.certainty,
    unless: unless.map(({ name }) => name),
    presumed,
    defeaters: defeaters.map(({ rule }) => rule),
    findsOut,
  }
}
