import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { assess } from '../../src/weigh/assess.js'
import type { Claim } from '../../src/weigh/claims.js'
import { setAsideClaims } from '../../src/weigh/weigh.js'
import { framework, type PackParts, packSource, rule, says, unless, when } from '../support/builders.js'

/* Rules without conditions of their own hold where abuse is suspected, which it is in every example. */

describe('claims collide', () => {
  test('when they push one action in opposite directions', () => {
    const rules = [
      rule({ name: 'tell', must: ['tell-first'] }),
      rule({ name: 'wait', principle: 'confidentiality', 'must-not': ['tell-first'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: { 'tell: must tell-first': 'undecided', 'wait: must-not tell-first': 'undecided' },
      collisions: ['tell: must tell-first ↔ wait: must-not tell-first, undecided (single)'],
      statuses: { 'tell-first': 'contested' },
      setAside: [],
    })
  })

  test('when they push actions that exclude each other, whichever of the two says so', () => {
    const rules = [
      rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
      rule({ name: 'disclose', should: ['disclose-to-protect'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: { 'keep: must keep-confidential': 'in', 'disclose: should disclose-to-protect': 'out' },
      collisions: ['keep: must keep-confidential over disclose: should disclose-to-protect, by force (single)'],
      statuses: { 'keep-confidential': 'must' },
      setAside: ['disclose: should disclose-to-protect'],
    })
  })

  test('not when both may be done, though not both together', () => {
    const rules = [
      rule({ name: 'keep', may: ['keep-confidential'] }),
      rule({ name: 'disclose', may: ['disclose-to-protect'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: { 'keep: may keep-confidential': 'in', 'disclose: may disclose-to-protect': 'in' },
      collisions: [],
      statuses: { 'keep-confidential': 'may', 'disclose-to-protect': 'may' },
      setAside: [],
    })
  })

  test('not when an action is spoken against that excludes one asked for', () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({ name: 'silence', 'must-not': ['disclose-to-protect'] }),
    ]
    expect(weighed({ rules }).collisions).toEqual([])
  })

  test('not when they push in the same direction: the stronger is shown', () => {
    const rules = [
      rule({ name: 'polite', should: ['tell-first'] }),
      rule({ name: 'owed', must: ['tell-first'] }),
      rule({ name: 'allowed', may: ['tell-first'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: { 'polite: should tell-first': 'in', 'owed: must tell-first': 'in', 'allowed: may tell-first': 'in' },
      collisions: [],
      statuses: { 'tell-first': 'must' },
      setAside: [],
    })
  })

  test('not when a rule does not apply or is excepted', () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'], unless: [unless('abuse', when('abuse.suspected'))] }),
      rule({ name: 'disclose', must: ['disclose-to-protect'] }),
      rule({ name: 'never', conditions: when('abuse.suspected', false), 'must-not': ['disclose-to-protect'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: { 'disclose: must disclose-to-protect': 'in' },
      collisions: [],
      statuses: { 'disclose-to-protect': 'must' },
      setAside: [],
    })
  })
})

describe('what settles a collision', () => {
  const lifeFirst = framework('life-first', { order: [['protection-of-life'], ['confidentiality']] })
  const alsoLifeFirst = framework('also-life-first', { prevails: ['protection-of-life'], over: ['confidentiality'] })

  test('an exception comes before force and before every framework', () => {
    const rules = [
      rule({ name: 'disclose', must: ['disclose-to-protect'] }),
      rule({ name: 'allow', principle: 'confidentiality', may: ['keep-confidential'], exceptionTo: ['disclose'] }),
    ]
    expect(weighed({ rules, frameworks: [lifeFirst, alsoLifeFirst] })).toEqual({
      labels: { 'disclose: must disclose-to-protect': 'out', 'allow: may keep-confidential': 'in' },
      collisions: ['allow: may keep-confidential over disclose: must disclose-to-protect, by exception (unanimous)'],
      statuses: { 'keep-confidential': 'may' },
      setAside: ['disclose: must disclose-to-protect'],
    })
  })

  test('force comes before every framework', () => {
    const rules = [
      rule({ name: 'disclose', should: ['disclose-to-protect'] }),
      rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
    ]
    expect(weighed({ rules, frameworks: [lifeFirst, alsoLifeFirst] })).toEqual({
      labels: { 'disclose: should disclose-to-protect': 'out', 'keep: must keep-confidential': 'in' },
      collisions: ['keep: must keep-confidential over disclose: should disclose-to-protect, by force (unanimous)'],
      statuses: { 'keep-confidential': 'must' },
      setAside: ['disclose: should disclose-to-protect'],
    })
  })

  test('of the rule that gives way exactly the claims that collide give way', () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential', 'tell-first'] }),
      rule({ name: 'disclose', must: ['disclose-to-protect'], exceptionTo: ['keep'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: {
        'keep: must keep-confidential': 'out',
        'keep: must tell-first': 'in',
        'disclose: must disclose-to-protect': 'in',
      },
      collisions: ['disclose: must disclose-to-protect over keep: must keep-confidential, by exception (silent)'],
      statuses: { 'tell-first': 'must', 'disclose-to-protect': 'must' },
      setAside: ['keep: must keep-confidential'],
    })
  })

  test('a claim stands again where what defeats it is itself defeated', () => {
    const rules = [
      rule({ name: 'third', must: ['keep-confidential'] }),
      rule({ name: 'second', must: ['disclose-to-protect'], exceptionTo: ['third'] }),
      rule({ name: 'first', 'should-not': ['disclose-to-protect'], exceptionTo: ['second'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: {
        'third: must keep-confidential': 'in',
        'second: must disclose-to-protect': 'out',
        'first: should-not disclose-to-protect': 'in',
      },
      collisions: [
        'first: should-not disclose-to-protect over second: must disclose-to-protect, by exception (silent)',
        'second: must disclose-to-protect over third: must keep-confidential, by exception (silent)',
      ],
      statuses: { 'keep-confidential': 'must', 'disclose-to-protect': 'should-not' },
      setAside: ['second: must disclose-to-protect'],
    })
  })

  test('a duty stands again where another rule defeats what defeated it, and is not set aside', () => {
    const rules = [
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({ name: 'keep-anyway', must: ['keep-confidential'], exceptionTo: ['disclose'] }),
      rule({ name: 'disclose', must: ['disclose-to-protect'], exceptionTo: ['keep'] }),
    ]
    expect(weighed({ rules })).toEqual({
      labels: {
        'keep: must keep-confidential': 'in',
        'keep-anyway: must keep-confidential': 'in',
        'disclose: must disclose-to-protect': 'out',
      },
      collisions: [
        'disclose: must disclose-to-protect over keep: must keep-confidential, by exception (silent)',
        'keep-anyway: must keep-confidential over disclose: must disclose-to-protect, by exception (silent)',
      ],
      statuses: { 'keep-confidential': 'must' },
      setAside: ['disclose: must disclose-to-protect'],
    })
  })
})

describe('frameworks decide what neither exception nor force does', () => {
  const rules = [
    rule({ name: 'disclose', must: ['disclose-to-protect'], basis: 'practice' }),
    rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'], basis: 'code' }),
  ]
  const [disclose, keep] = ['disclose: must disclose-to-protect', 'keep: must keep-confidential']
  const life = framework('life', { order: [['protection-of-life'], ['confidentiality']] })
  const harm = framework('harm', { prevails: ['protection-of-life'], over: ['confidentiality', 'justice'] })
  const privacy = framework('privacy', { prevails: ['confidentiality'], over: ['protection-of-life'] })
  const codeFirst = framework('code-first', { basis: ['law', 'code', 'practice'] })
  const justice = framework('justice', { order: [['justice'], ['self-determination']] })
  const contested = {
    labels: { 'disclose: must disclose-to-protect': 'undecided', 'keep: must keep-confidential': 'undecided' },
    statuses: { 'disclose-to-protect': 'contested', 'keep-confidential': 'contested' },
    setAside: [],
  }
  const disclosed = {
    labels: { 'disclose: must disclose-to-protect': 'in', 'keep: must keep-confidential': 'out' },
    statuses: { 'disclose-to-protect': 'must' },
    setAside: ['keep: must keep-confidential'],
  }

  test('two that agree decide, and a silent one has no vote', () => {
    expect(weighed({ rules, frameworks: [life, harm, justice] })).toEqual({
      ...disclosed,
      collisions: [`${disclose} over ${keep}, by framework (unanimous)`],
    })
  })

  test.each([
    ['majority', [life, harm, privacy]],
    ['split', [life, codeFirst]],
    ['single', [life, justice]],
    ['silent', [justice]],
    ['silent', []],
  ])('%s decides nothing', (agreement, frameworks) => {
    expect(weighed({ rules, frameworks })).toEqual({
      ...contested,
      collisions: [`${disclose} ↔ ${keep}, undecided (${agreement})`],
    })
  })

  test('the one framework that is named decides alone, against the majority too', () => {
    expect(weighed({ rules, frameworks: [life, harm, privacy] }, { framework: 'privacy' })).toEqual({
      labels: { 'disclose: must disclose-to-protect': 'out', 'keep: must keep-confidential': 'in' },
      statuses: { 'keep-confidential': 'must' },
      setAside: ['disclose: must disclose-to-protect'],
      collisions: [`${keep} over ${disclose}, by framework (majority)`],
    })
    expect(weighed({ rules, frameworks: [life, harm, justice] }, { framework: 'justice' })).toEqual({
      ...contested,
      collisions: [`${disclose} ↔ ${keep}, undecided (unanimous)`],
    })
  })

  test('the weighing says which framework was named, and which claim of a pair comes first in the rules', () => {
    const pack = createPack(packSource({ rules, frameworks: [life, privacy] }))
    const known = knownFrom(parseSituation({ abuse: { suspected: true } }, pack), pack)
    const [named, free] = [assess(known, pack, { framework: 'life' }), assess(known, pack, {})]
    expect([named.weighing.framework, 'framework' in free.weighing]).toEqual(['life', false])
    expect(free.weighing.collisions.map(({ claims }) => claims.map(({ rule: { name } }) => name))).toEqual([
      ['disclose', 'keep'],
    ])
  })

  test('the first guideline that speaks decides for its framework, once its condition holds', () => {
    const careful = framework(
      'careful',
      { when: when('risk.severity', 'serious'), prevails: ['protection-of-life'], over: ['confidentiality'] },
      { prevails: ['confidentiality'], over: ['protection-of-life'] },
    )
    const asked = (severity?: string) =>
      weighed({ rules, frameworks: [careful] }, { framework: 'careful' }, { risk: { ...(severity && { severity }) } })
    expect(asked('serious').statuses).toEqual({ 'disclose-to-protect': 'must', 'assess-risk': 'must' })
    expect(asked('minor').statuses).toEqual({ 'keep-confidential': 'must' })
    expect(asked().statuses).toEqual(contested.statuses)
  })

  test('three that defeat each other in a circle are all undecided', () => {
    const circle = [
      rule({ name: 'disclose', must: ['disclose-to-protect'] }),
      rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
      rule({ name: 'respect', principle: 'self-determination', must: ['respect-choice'] }),
    ]
    const [tell, keep, respect] = ['disclose-to-protect', 'keep-confidential', 'respect-choice'] as const
    const actions = packSource().actions.map(({ name, label }) => {
      const others = [tell, keep, respect].filter((other) => other !== name)
      return others.length === 2 ? { name, label, incompatibleWith: others } : { name, label }
    })
    const round = framework(
      'round',
      { prevails: ['protection-of-life'], over: ['confidentiality'] },
      { prevails: ['confidentiality'], over: ['self-determination'] },
      { prevails: ['self-determination'], over: ['protection-of-life'] },
    )
    expect(weighed({ rules: circle, actions, frameworks: [round] }, { framework: 'round' })).toEqual({
      labels: {
        'disclose: must disclose-to-protect': 'undecided',
        'keep: must keep-confidential': 'undecided',
        'respect: must respect-choice': 'undecided',
      },
      collisions: [
        'disclose: must disclose-to-protect over keep: must keep-confidential, by framework (single)',
        'keep: must keep-confidential over respect: must respect-choice, by framework (single)',
        'respect: must respect-choice over disclose: must disclose-to-protect, by framework (single)',
      ],
      statuses: { [tell]: 'contested', [keep]: 'contested', [respect]: 'contested' },
      setAside: [],
    })
  })

  test('what is in doubt stands once another rule defeats what it collides with', () => {
    const also = rule({ name: 'also-disclose', should: ['disclose-to-protect'], exceptionTo: ['keep'] })
    expect(weighed({ rules: [...rules, also], frameworks: [] })).toEqual({
      labels: {
        'disclose: must disclose-to-protect': 'in',
        'keep: must keep-confidential': 'out',
        'also-disclose: should disclose-to-protect': 'in',
      },
      collisions: [
        'also-disclose: should disclose-to-protect over keep: must keep-confidential, by exception (silent)',
        `${disclose} ↔ ${keep}, undecided (silent)`,
      ],
      statuses: { 'disclose-to-protect': 'must' },
      setAside: ['keep: must keep-confidential'],
    })
  })

  test('an action that stands is contested by a stronger claim on it that is in doubt', () => {
    const actions = packSource().actions.map((one) =>
      one.name === 'respect-choice' ? { ...one, incompatibleWith: ['tell-first', 'keep-confidential'] } : one,
    )
    const doubted = [
      rule({ name: 'free-to-tell', may: ['tell-first'] }),
      rule({ name: 'better-tell', should: ['tell-first'] }),
      rule({ name: 'free-to-respect', may: ['respect-choice'], exceptionTo: ['better-tell'] }),
      rule({ name: 'keep', must: ['keep-confidential'] }),
      rule({ name: 'do-not-keep', principle: 'justice', 'must-not': ['keep-confidential'] }),
    ]
    expect(weighed({ rules: doubted, actions, frameworks: [] })).toMatchObject({
      labels: {
        'free-to-tell: may tell-first': 'in',
        'better-tell: should tell-first': 'undecided',
        'free-to-respect: may respect-choice': 'undecided',
      },
      statuses: { 'tell-first': 'contested' },
    })
  })
})

describe('what gives way is still owed something', () => {
  const rules = [
    rule({
      name: 'keep',
      principle: 'confidentiality',
      must: ['keep-confidential'],
      whenOverridden: ['document-decision', 'tell-first', 'respect-choice', 'consult-supervisor'],
    }),
    rule({ name: 'disclose', must: ['disclose-to-protect'], exceptionTo: ['keep'], basis: 'law' }),
    rule({ name: 'unsafe', 'must-not': ['respect-choice'] }),
  ]

  test('the residual duties of the losing rule, in the order of the actions, but for what is spoken against', async () => {
    const { kind, setAside } = await advise({ abuse: { suspected: true } }, createPack(packSource({ rules })))
    expect({ kind, setAside }).toMatchObject({
      kind: 'settled',
      setAside: [
        {
          action: 'keep-confidential',
          force: 'must',
          gaveWayTo: [
            {
              rule: 'disclose',
              action: 'disclose-to-protect',
              principle: 'protection-of-life',
              // No country is stated, so no law is a ground.
              basis: 'practice',
              by: 'exception',
            },
          ],
          owed: [{ action: 'tell-first' }, { action: 'consult-supervisor' }, { action: 'document-decision' }],
        },
      ],
    })
    expect(setAside.map(({ because }) => because.map((one) => one.rule))).toEqual([['keep']])
  })

  test('where nothing decides, each side names what is owed to it, and how to go on is advised', async () => {
    const equal = rules.slice(0, 1).concat(rule({ name: 'disclose', must: ['disclose-to-protect'] }))
    const pack = createPack(packSource({ rules: equal, frameworks: [] }))
    const { kind, dilemmas, procedure, setAside } = await advise({ abuse: { suspected: true } }, pack)
    const names = (list: readonly { action: string }[]) => list.map(({ action }) => action)
    expect({
      kind,
      setAside,
      procedure: names(procedure?.actions ?? []),
      dilemmas: dilemmas.map(({ between, agreement, sides }) => ({
        between,
        agreement,
        sides: sides.map(({ principle, actions, owed }) => [principle, names(actions), names(owed)]),
      })),
    }).toEqual({
      kind: 'dilemma',
      setAside: [],
      procedure: ['consult-supervisor', 'document-decision'],
      dilemmas: [
        {
          between: ['confidentiality', 'protection-of-life'],
          agreement: 'silent',
          sides: [
            [
              'confidentiality',
              ['keep-confidential'],
              ['tell-first', 'respect-choice', 'consult-supervisor', 'document-decision'],
            ],
            ['protection-of-life', ['disclose-to-protect'], []],
          ],
        },
      ],
    })
  })

  test('of two remainders that exclude each other the one of the stronger duty', async () => {
    const rules = [
      rule({ name: 'agree', should: ['assess-risk'], whenOverridden: ['tell-afterwards', 'consult-supervisor'] }),
      rule({ name: 'keep', must: ['keep-confidential'], whenOverridden: ['tell-first'] }),
      rule({ name: 'disclose', must: ['disclose-to-protect'], exceptionTo: ['keep'] }),
      rule({ name: 'at-once', 'must-not': ['assess-risk'], exceptionTo: ['agree'] }),
    ]
    const { actions, ...rest } = packSource({ rules })
    const told = actions.map((one) =>
      one.name === 'tell-first' ? { ...one, incompatibleWith: ['tell-afterwards'] } : one,
    )
    const pack = createPack({
      ...rest,
      actions: [...told, { name: 'tell-afterwards', label: says('tell afterwards') }],
    })
    const { setAside } = await advise({ abuse: { suspected: true } }, pack)
    expect(setAside.map(({ action, owed }) => [action, owed.map((one) => one.action)])).toEqual([
      ['keep-confidential', ['tell-first']],
      ['assess-risk', ['consult-supervisor']],
    ])
  })
})

/** What stands, what collides and what is said, in words. */
function weighed(parts: PackParts, options: { framework?: string } = {}, situation: AnySituation = {}) {
  const pack = createPack(packSource(parts))
  const known = knownFrom(parseSituation({ abuse: { suspected: true }, ...situation }, pack), pack)
  const { weighing, statuses } = assess(known, pack, options)
  const name = ({ rule, force, action }: Claim) => `${rule.name}: ${force} ${action}`
  return {
    labels: Object.fromEntries([...weighing.labels].map(([claim, label]) => [name(claim), label])),
    collisions: weighing.collisions
      .map(({ claims, settledBy, prevails, counsel }) => {
        const lost = claims.find((claim) => claim !== prevails) as Claim
        const told = prevails
          ? `${name(prevails)} over ${name(lost)}, by ${settledBy}`
          : `${claims.map(name).sort().join(' ↔ ')}, ${settledBy}`
        return `${told} (${counsel.agreement})`
      })
      .sort(),
    statuses: Object.fromEntries(statuses),
    setAside: setAsideClaims(weighing).map(name),
  }
}
