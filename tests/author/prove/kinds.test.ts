import { describe, expect, test } from 'vitest'
import { prove } from '../../../src/author/prove/prove.js'
import { counterexampleCases, proveReport } from '../../../src/author/prove/proveReport.js'
import { TimbangError } from '../../../src/errors.js'
import type { InvariantsSource } from '../../../src/pack/invariant.js'
import { createPack } from '../../../src/pack/pack.js'
import type { RuleSource } from '../../../src/pack/rule.js'
import { fact, packSource, rule, says, unless, when } from '../../support/builders.js'
import { discloseGraveDanger, keepConfidence } from '../../support/secrecy.js'

/* Every form that an invariant can have: it holds in a small pack, and fails in the same pack broken on purpose. */

type InvariantSource = InvariantsSource['invariants'][number]
type Sentence = Omit<InvariantSource, 'name' | 'because' | 'sources'>

interface Row {
  readonly says: string
  readonly sentence: Sentence
  /** How the rules are broken. */
  readonly broken: (rules: readonly RuleSource[]) => readonly RuleSource[]
  /** The smallest case. */
  readonly shown: readonly object[]
}

const adult = rule({
  name: 'respect-the-adult',
  conditions: when('client.isMinor', false),
  should: ['respect-choice'],
})
const group = rule({
  name: 'heed-the-group',
  conditions: when('client.inGroup'),
  should: ['assess-risk'],
  protective: true,
})
const rules = [keepConfidence, discloseGraveDanger, adult, group]
const without = (name: string) => (all: readonly RuleSource[]) => all.filter((one) => one.name !== name)
const besides = (one: RuleSource) => (all: readonly RuleSource[]) => [...all, one]
const instead = (one: RuleSource) => (all: readonly RuleSource[]) =>
  all.map((old) => (old.name === one.name ? one : old))
const onMinor = instead({ ...discloseGraveDanger, conditions: when('risk.severity', 'minor') })
const serious = { fact: 'risk.severity', operator: 'equal', value: 'serious' }

const rows: readonly Row[] = [
  {
    says: 'said',
    sentence: { given: serious, never: [{ actions: ['keep-confidential'], said: ['must'] }] },
    broken: without('disclose-grave-danger'),
    shown: [{ abuse: { suspected: true }, risk: { severity: 'serious' } }],
  },
  {
    says: 'said, unless something is known',
    sentence: {
      given: { fact: 'abuse.suspected', operator: 'equal', value: true },
      unless: serious,
      never: [{ actions: 'openings', said: ['must', 'should'] }],
    },
    broken: besides(rule({ name: 'tell-all', must: ['disclose-to-protect'], exceptionTo: ['keep-confidence'] })),
    shown: [{ abuse: { suspected: true } }],
  },
  {
    says: 'said so unsurely',
    sentence: { never: [{ actions: ['disclose-to-protect'], said: ['must'], surely: ['presumed', 'depends'] }] },
    broken: (all) =>
      instead(
        rule({
          name: 'disclose-grave-danger',
          conditions: when('risk.severity', 'serious'),
          must: ['disclose-to-protect'],
          exceptionTo: ['keep-confidence'],
          unless: [unless('settled', when('consent.given', false))],
        }),
      )(all),
    shown: [{ risk: { severity: 'serious' } }],
  },
  {
    says: 'said beside another',
    sentence: {
      never: [
        { actions: ['respect-choice'], said: ['should'], beside: { actions: ['consult-supervisor'], said: ['must'] } },
      ],
    },
    broken: besides(rule({ name: 'ask', must: ['consult-supervisor'] })),
    shown: [{ abuse: { suspected: true }, client: { isMinor: false } }],
  },
  {
    says: 'lacks',
    sentence: { given: serious, never: [{ actions: ['disclose-to-protect'], lacks: ['must', 'contested'] }] },
    broken: without('disclose-grave-danger'),
    shown: [{ risk: { severity: 'serious' } }],
  },
  {
    says: 'weakens as it rises',
    sentence: {
      vary: [{ fact: 'risk.severity', rises: true }],
      never: [{ actions: ['disclose-to-protect'], weakens: true }],
    },
    broken: onMinor,
    shown: [{ risk: { severity: 'minor' } }, { risk: { severity: 'serious' } }],
  },
  {
    says: 'weakens, of several together',
    sentence: {
      vary: [{ fact: 'risk.severity', rises: true }],
      never: [{ actions: 'openings', weakens: true, together: true }],
    },
    broken: onMinor,
    shown: [{ risk: { severity: 'minor' } }, { risk: { severity: 'serious' } }],
  },
  {
    says: 'drops',
    sentence: {
      vary: [{ fact: 'risk.severity', rises: true }],
      never: [{ actions: ['disclose-to-protect'], drops: true }],
    },
    broken: onMinor,
    shown: [{ risk: { severity: 'minor' } }, { risk: { severity: 'serious' } }],
  },
  {
    says: 'calms',
    sentence: {
      vary: [{ fact: 'risk.severity', from: ['minor'], to: ['serious'] }],
      never: [{ calms: true }],
    },
    broken: onMinor,
    shown: [{ risk: { severity: 'minor' } }, { risk: { severity: 'serious' } }],
  },
  {
    says: 'strengthens',
    sentence: {
      vary: [{ fact: 'consent.given', from: [false, null], to: [true] }],
      never: [{ actions: ['keep-confidential'], strengthens: true }],
    },
    broken: besides(rule({ name: 'hush', conditions: when('consent.given'), must: ['keep-confidential'] })),
    shown: [{}, { consent: { given: true } }],
  },
  {
    says: 'becomes',
    sentence: {
      vary: [{ fact: 'consent.given', to: [true] }],
      never: [{ actions: ['disclose-to-protect'], becomes: ['must-not', 'should-not'] }],
    },
    broken: besides(rule({ name: 'hush', conditions: when('consent.given'), 'should-not': ['disclose-to-protect'] })),
    shown: [{}, { consent: { given: true } }],
  },
  {
    says: 'becomes, from something',
    sentence: {
      vary: [{ fact: 'risk.target', member: 'child', from: [false, null], to: [true] }],
      never: [{ actions: ['keep-confidential'], from: ['must'], becomes: ['contested'] }],
    },
    broken: besides(
      rule({
        name: 'tell-of-a-child',
        conditions: when('risk.target', 'child', 'contains'),
        must: ['disclose-to-protect'],
      }),
    ),
    shown: [{ abuse: { suspected: true } }, { abuse: { suspected: true }, risk: { target: { child: true } } }],
  },
  {
    says: 'changes',
    sentence: {
      vary: [{ fact: 'case.jurisdiction', from: ['ID'], to: ['US'] }],
      never: [{ actions: ['disclose-to-protect'], changes: true }],
    },
    broken: besides(
      rule({ name: 'hush', conditions: when('case.jurisdiction', 'US'), 'should-not': ['disclose-to-protect'] }),
    ),
    shown: [{ case: { jurisdiction: 'ID' } }, { case: { jurisdiction: 'US' } }],
  },
  {
    says: 'of every protected fact',
    sentence: {
      every: 'protected-fact',
      never: [{ actions: ['consult-supervisor', 'assess-risk'], becomes: ['must'] }],
    },
    broken: besides(
      rule({
        name: 'burden-the-group',
        conditions: when('client.inGroup'),
        must: ['consult-supervisor'],
        protective: true,
      }),
    ),
    shown: [{}, { client: { inGroup: true } }],
  },
  {
    says: 'of every answer',
    sentence: {
      every: 'pair',
      pairs: [{ fact: 'consent.given', value: true, actions: ['keep-confidential'] }],
      never: [{ said: ['must'] }],
    },
    broken: instead(
      rule({ name: 'keep-confidence', principle: 'confidentiality', must: ['keep-confidential'], basis: 'code' }),
    ),
    shown: [{ abuse: { suspected: true }, consent: { given: true } }],
  },
  {
    says: 'of every fact that follows from others',
    sentence: { every: 'derived-fact' },
    broken: besides(
      rule({
        name: 'respect-by-age',
        conditions: when('client.ageYears', 18, 'greaterThanInclusive'),
        should: ['tell-first'],
      }),
    ),
    shown: [{ client: { isMinor: false } }, { client: { ageYears: 18 } }],
  },
  {
    says: 'of every rule',
    sentence: { every: 'rule' },
    broken: besides(
      rule({ name: 'foreign', sources: ['LAW-US'], conditions: when('consent.given'), may: ['tell-first'] }),
    ),
    shown: [{ consent: { given: true } }],
  },
]

function packOf(sentence: Sentence, all: readonly RuleSource[]) {
  const facts = packSource().facts.map((one) => (one.name === 'client.isMinor' ? { ...one, ask: says('minor?') } : one))
  const invariants: InvariantsSource = {
    groups: [{ name: 'openings', label: says('openings'), actions: ['disclose-to-protect', 'tell-first'] }],
    invariants: [{ name: 'never', because: says('never'), sources: ['CODE-1'], ...sentence }],
  }
  return createPack(
    packSource({ facts: [...facts, fact({ name: 'client.inGroup', protected: true })], rules: all, invariants }),
  )
}

describe('an invariant', () => {
  test.each(rows)('holds, and fails in a broken pack with its smallest case: $says', async (row) => {
    const only = ['never']
    const whole = await prove(packOf(row.sentence, rules), { only })
    expect(whole.invariants.map(({ verdict }) => verdict)).toEqual(['holds'])
    const { invariants } = await prove(packOf(row.sentence, row.broken(rules)), { only })
    expect(invariants[0]?.verdict).toBe('fails')
    expect(invariants[0]?.counterexample?.situations.map(({ situation }) => situation)).toEqual(row.shown)
    expect(invariants[0]?.counterexample?.smallest).toBe(true)
  })

  test('that looks at what cannot be, or of which no rule speaks, is empty', async () => {
    const sentences: readonly Sentence[] = [
      {
        given: { all: [serious, { fact: 'risk.severity', operator: 'equal', value: 'none' }] },
        never: [{ actions: ['disclose-to-protect'], said: ['must'] }],
      },
      { never: [{ actions: ['document-decision'], said: ['must'] }] },
    ]
    for (const sentence of sentences) {
      const { invariants, holds } = await prove(packOf(sentence, rules), { only: ['never'] })
      expect(invariants[0]?.verdict).toBe('empty')
      expect(holds).toBe(false)
    }
  })

  test('that counts what is presumed as stated fails where only the presumption makes it so', async () => {
    const able = { fact: 'client.hasCapacity', operator: 'equal', value: true }
    const sentence: Sentence = { given: able, never: [{ actions: ['keep-confidential'], said: ['must'] }] }
    const shown = async (one: Sentence) => {
      const { invariants } = await prove(packOf(one, rules), { only: ['never'] })
      return invariants[0]?.counterexample?.situations.map(({ situation }) => situation)
    }
    expect(await shown({ ...sentence, presuming: true })).toEqual([{ abuse: { suspected: true } }])
    expect(await shown(sentence)).toEqual([{ abuse: { suspected: true }, client: { hasCapacity: true } }])
  })

  test('of answers and their actions looks only where its own condition holds', async () => {
    const pairs = [{ fact: 'abuse.suspected', value: true, actions: ['keep-confidential'] }]
    const sentence: Sentence = { every: 'pair', pairs, never: [{ said: ['must'] }] }
    const [everywhere, grave] = await Promise.all(
      [sentence, { ...sentence, given: serious }].map(async (one) => {
        const { invariants } = await prove(packOf(one, rules), { only: ['never'] })
        return invariants[0]?.verdict
      }),
    )
    expect([everywhere, grave]).toEqual(['fails', 'holds'])
  })

  test('about every protected fact looks at each member of a list, and at every value of another', async () => {
    const name = 'never'
    const parts = { because: says(name), sources: ['CODE-1'] }
    const marked = [
      fact({ name: 'client.groups', type: 'some-of', values: ['faith', 'origin'], protected: true }),
      fact({ name: 'client.gender', type: 'one-of', values: ['woman', 'man'], protected: true }),
    ]
    const burden = (conditions: ReturnType<typeof when>) =>
      rule({ name: 'burden', conditions, should: ['assess-risk'], protective: true })
    const provedWith = async (one: RuleSource) => {
      const sentence: Sentence = { every: 'protected-fact', never: [{ actions: ['assess-risk'], becomes: ['should'] }] }
      const invariants = { invariants: [{ name, ...parts, ...sentence }] }
      const source = packSource({ facts: [...packSource().facts, ...marked], rules: [one], invariants })
      const proof = await prove(createPack(source), { only: [name] })
      return proof.invariants[0]
    }
    expect(await provedWith(burden(when('client.groups', 'faith', 'contains')))).toMatchObject({
      verdict: 'fails',
      failing: [['assess-risk', 'client.groups: faith']],
    })
    expect(await provedWith(burden(when('client.gender', 'woman')))).toMatchObject({
      verdict: 'fails',
      failing: [['assess-risk', 'client.gender']],
    })
  })

  test('about what gave way, or is done, tells it in words', async () => {
    const gaveWay: Sentence = { never: [{ actions: ['keep-confidential'], said: ['gave-way'] }] }
    const proof = await prove(packOf(gaveWay, rules), { only: ['never'], framework: 'life-first', on: '2026-02-01' })
    expect(proof).toMatchObject({ framework: 'life-first', on: '2026-02-01' })
    expect(proveReport(proof, 'en')).toContain('says: keep confidential: gave way')
    expect(proveReport(proof, 'id')).toContain('keep confidential (id): dikesampingkan')
  })

  test('that fails is told in words of both languages, and written as a case', async () => {
    const pack = packOf({ given: serious, never: [{ actions: ['keep-confidential'], said: ['must'] }] }, [
      keepConfidence,
    ])
    const proof = await prove(pack, { only: ['never'] })
    expect(proveReport(proof, 'en')).toContain('in: abuse.suspected: yes · risk.severity: serious')
    expect(proveReport(proof, 'id')).toContain('abuse.suspected (id): ya · risk.severity (id): serious (id)')
    expect(counterexampleCases(proof).cases).toEqual([
      { name: 'never', note: 'never', situation: { abuse: { suspected: true }, risk: { severity: 'serious' } } },
    ])
  })
})

test('a counterexample tells what is done as done', async () => {
  const keep = rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] })
  const { actions, ...rest } = packSource({ rules: [keep] })
  const done = { conditions: when('consent.given'), next: says('go on') }
  const invariants: InvariantsSource = {
    invariants: [
      {
        name: 'never',
        because: says('never'),
        sources: ['CODE-1'],
        never: [{ actions: ['keep-confidential'], said: ['done'] }],
      },
    ],
  }
  const pack = createPack({
    ...rest,
    actions: actions.map((one) => (one.name === 'keep-confidential' ? { ...one, done } : one)),
    invariants,
  })
  const proof = await prove(pack, { only: ['never'] })
  expect(proveReport(proof, 'en')).toContain('says: keep confidential: is done')
  expect(proveReport(proof, 'id')).toContain('keep confidential (id): sudah dilakukan')
})

describe('the laws of advice', () => {
  test('hold in a small pack', async () => {
    const { laws } = await prove(createPack(packSource()))
    expect(laws.map(({ name, verdict }) => [name, verdict])).toEqual(laws.map(({ name }) => [name, 'holds']))
    expect(laws).toHaveLength(6)
  })

  test('hold where some of a list is a danger', async () => {
    const { facts } = packSource()
    const endangered = facts.map((one) =>
      one.name === 'risk.target' ? { ...one, danger: ['child'], findOutBy: 'assess-risk' } : one,
    )
    const { laws, holds } = await prove(createPack(packSource({ facts: endangered })))
    expect({ holds, laws: laws.length }).toEqual({ holds: true, laws: 6 })
  })
})

describe('what is no invariant is refused', () => {
  const said = { actions: ['tell-first'], said: ['must' as const] }
  const varied = { vary: [{ fact: 'consent.given', to: [true] }] }
  const wrong: readonly (readonly [string, Sentence, string])[] = [
    ['no sentence', {}, 'needs `never`'],
    ['pairs of nothing', { every: 'pair', never: [{ said: ['must'] }] }, 'needs `pairs`'],
    ['more than it says', { every: 'rule', never: [said] }, 'says by itself what never is'],
    [
      'two that vary',
      { ...varied, every: 'protected-fact', never: [{ actions: ['tell-first'], drops: true }] },
      'no `vary`',
    ],
    ['no such action', { never: [{ ...said, actions: ['tell-last'] }] }, '`tell-last`'],
    ['no such group', { never: [{ ...said, actions: 'closings' }] }, '`closings`'],
    ['no such fact', { vary: [{ fact: 'consent.gone', to: [true] }], never: [{ calms: true }] }, '`consent.gone`'],
    [
      'no such value',
      { vary: [{ fact: 'risk.severity', to: ['huge'] }], never: [{ calms: true }] },
      'has no value `huge`',
    ],
    [
      'nothing rises',
      { vary: [{ fact: 'consent.given', rises: true }], never: [{ calms: true }] },
      'fact of type scale',
    ],
    ['no end', { vary: [{ fact: 'consent.given' }], never: [{ calms: true }] }, 'needs `to`'],
    ['no member', { vary: [{ fact: 'risk.target', to: [true] }], never: [{ calms: true }] }, 'needs `member`'],
    ['two situations for one', { ...varied, never: [said] }, 'look at one'],
    ['one situation for two', { never: [{ actions: ['tell-first'], drops: true }] }, 'needs `vary`'],
    ['nobody', { never: [{ said: ['must'] }] }, 'needs `actions`'],
    ['together alone', { never: [{ ...said, together: true }] }, '`together` needs `weakens`'],
    ['from nothing', { never: [{ ...said, from: ['must'] }] }, '`from` needs `becomes`'],
  ]
  test.each(wrong)('%s', (_, sentence, message) => {
    expect(() => packOf(sentence, rules)).toThrow(TimbangError)
    expect(() => packOf(sentence, rules)).toThrow(message)
  })
})
