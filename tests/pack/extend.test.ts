import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise, createPack, extendPack, type Pack, render, TimbangError } from '../../src/index.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { arbitraryPack, fact, framework, packSource, rule, says, situationOf, when } from '../support/builders.js'
import { runs, sampleOf } from '../support/sample.js'

/* What an agency may add to a pack, what it may not change, and how the advice shows it. */

const header = { name: 'agency', version: '1.0.0', title: says('Agency'), extends: 'tiny' }
const tiny = createPack(packSource())
const endangered = { abuse: { suspected: true, victimSafeNow: false }, risk: { severity: 'serious' } }

const hush = rule({
  name: 'hush',
  principle: 'confidentiality',
  conditions: when('agency.shelter'),
  must: ['keep-confidential'],
  exceptionTo: ['disclose-grave-danger'],
})
const shelter = fact({ name: 'agency.shelter' })

function extension(parts: object): object {
  return { pack: header, ...parts }
}

function rulesFile(...rules: object[]): object {
  return { 'ours.json': { standard: says('Our standard'), rules } }
}

function refusal(make: () => unknown): readonly string[] {
  try {
    make()
  } catch (error) {
    if (error instanceof TimbangError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('an agency adds', () => {
  test('facts, actions, principles, roles, sources and rules, which weigh with those of the pack', async () => {
    const pack = extendPack(
      tiny,
      extension({
        facts: [shelter],
        actions: [{ name: 'call-shelter', label: says('call the shelter') }],
        rules: rulesFile(
          rule({ name: 'use-the-shelter', conditions: when('agency.shelter'), should: ['call-shelter'] }),
        ),
      }),
    )
    const advice = await advise({ ...endangered, agency: { shelter: true } }, pack)
    expect(advice.actions.find(({ action }) => action === 'call-shelter')?.status).toBe('should')
    expect(advice.packs.map(({ name }) => name)).toEqual(['tiny', 'agency'])
    expect(await advise(endangered, tiny)).toEqual(await advise(endangered, createPack(packSource())))
  })

  test('an exception to a rule of practice by its name, with what is still owed', async () => {
    const speak = rule({
      name: 'speak',
      conditions: when('agency.shelter'),
      must: ['disclose-to-protect'],
      exceptionTo: ['keep-confidence'],
    })
    const pack = extendPack(tiny, extension({ facts: [shelter], rules: rulesFile(speak) }))
    const { setAside } = await advise({ abuse: { suspected: true }, agency: { shelter: true } }, pack)
    expect(setAside.map(({ action, owed, gaveWayTo }) => [action, owed.map((one) => one.action), gaveWayTo])).toEqual([
      [
        'keep-confidential',
        ['tell-first', 'document-decision'],
        [
          {
            rule: 'speak',
            action: 'disclose-to-protect',
            principle: 'protection-of-life',
            basis: 'practice',
            by: 'exception',
          },
        ],
      ],
    ])
  })

  test('a framework, which is then asked about every collision', async () => {
    const pack = extendPack(
      tiny,
      extension({ frameworks: [framework('ours', { order: [['confidentiality'], ['protection-of-life']] })] }),
    )
    const { frameworks } = await advise(endangered, pack)
    expect(frameworks[0]?.opinions.map((one) => [one.framework, one.prevails])).toEqual([
      ['life-first', 'protection-of-life'],
      ['ours', 'confidentiality'],
    ])
  })

  test('whom to call, shown with the action where they serve', async () => {
    const contact = {
      name: 'hotline',
      label: says('Hotline'),
      reach: says('129, day and night'),
      for: ['disclose-to-protect'],
    }
    const here = { ...contact, name: 'local', label: says('Local office'), jurisdiction: ['ID'] }
    const pack = extendPack(tiny, extension({ contacts: [contact, here] }))
    const named = async (jurisdiction: string) => {
      const { actions } = await advise({ ...endangered, case: { jurisdiction } }, pack)
      return actions.find(({ action }) => action === 'disclose-to-protect')?.contacts?.map(({ name }) => name)
    }
    expect(await named('ID')).toEqual(['hotline', 'local'])
    expect(await named('US')).toEqual(['hotline'])
    const text = render(await advise(endangered, pack), { as: 'text', locale: 'id' })
    expect(text).toContain('hubungi Hotline (id): 129, day and night (id)')
  })

  test('other words for a contact of the pack, which it replaces where it stood', async () => {
    const contact = (name: string, reach: string) => ({
      name,
      label: says(name),
      reach: says(reach),
      for: ['disclose-to-protect'],
    })
    const base = createPack(packSource({ contacts: [contact('hotline', '129'), contact('police', '110')] }))
    const ours = { contacts: [contact('desk', 'room 5'), contact('hotline', '0800')] }
    const pack = extendPack(base, extension(ours))
    expect([...pack.contacts.values()].map(({ name, reach }) => [name, reach.en])).toEqual([
      ['hotline', '0800'],
      ['police', '110'],
      ['desk', 'room 5'],
    ])
    const other = { ...ours, pack: { ...header, name: 'other-agency' } }
    expect(refusal(() => extendPack(pack, other)).slice(1)).toEqual([
      'contacts · desk: `desk` is declared already, and stays as it is',
      'contacts · hotline: `hotline` is declared already, and stays as it is',
    ])
  })

  test('a language, and other words for its own', async () => {
    const pack = extendPack(
      tiny,
      extension({
        translations: {
          su: {
            'actions · disclose-to-protect · label': 'ngabéjaan',
            'rules · disclose-grave-danger · because': 'sabab bahaya',
          },
          en: { 'actions · disclose-to-protect · label': 'tell those who can protect' },
        },
      }),
    )
    const advice = await advise(endangered, pack)
    const [su, en] = [
      render(advice, { as: 'text', locale: 'id', language: 'su' }),
      render(advice, { as: 'text', locale: 'en' }),
    ]
    expect(su).toContain('ngabéjaan')
    expect(su).toContain('karena sabab bahaya')
    expect(su).toContain('Anda wajib')
    expect(en).toContain('tell those who can protect')
  })

  test('new names for what it renamed, and situations and rules under the former ones go on working', async () => {
    const renamed = fact({ name: 'agency.refuge', aliases: ['agency.shelter', 'shelter.open'] })
    const act = { name: 'call-refuge', label: says('call the refuge'), aliases: ['call-shelter'] }
    const use = rule({ name: 'use-it', conditions: when('agency.shelter'), should: ['call-shelter'] })
    const pack = extendPack(tiny, extension({ facts: [renamed], actions: [act], rules: rulesFile(use) }))
    const [former, oldest, present] = await Promise.all(
      [{ agency: { shelter: true } }, { shelter: { open: true } }, { agency: { refuge: true } }].map((told) =>
        advise(told, pack),
      ),
    )
    expect(present?.actions.map(({ action }) => action)).toContain('call-refuge')
    expect(former).toEqual(present)
    expect(oldest).toEqual(present)
    await expect(advise({ agency: { shelter: true, refuge: false } }, pack)).rejects.toThrow(
      'situation.agency.refuge: is stated twice, also under a name it bore before',
    )
  })
})

describe('a rule about danger or of law', () => {
  const parts = { facts: [shelter], rules: rulesFile(hush) }
  const situation = { ...endangered, agency: { shelter: true } }

  test('is not excepted by an agency', () => {
    expect(refusal(() => extendPack(tiny, extension(parts)))).toEqual([
      'invalid-pack',
      'ours.json · hush · exceptionTo: `disclose-grave-danger` is a rule about danger of `tiny`; an exception to it must be admitted by whoever runs the system',
    ])
  })

  test('is not overpowered by a stronger word either: the two stand against each other', async () => {
    const source = packSource({
      frameworks: [],
      rules: [rule({ name: 'tell', conditions: when('risk.severity', 'serious'), should: ['disclose-to-protect'] })],
    })
    const ours = rule({ name: 'ours', conditions: when('agency.shelter'), 'must-not': ['disclose-to-protect'] })
    const pack = extendPack(createPack(source), extension({ facts: [shelter], rules: rulesFile(ours) }))
    const { actions, kind } = await advise(situation, pack)
    expect(actions.find(({ action }) => action === 'disclose-to-protect')?.status).toBe('contested')
    expect(kind).toBe('dilemma')
  })

  test('gives way where the host has admitted it, and the advice says so', async () => {
    const pack = extendPack(tiny, extension(parts), { admitExceptionsTo: ['disclose-grave-danger'] })
    const advice = await advise(situation, pack)
    expect(advice.packs.map(({ name, admitted }) => [name, admitted])).toEqual([
      ['tiny', undefined],
      ['agency', ['disclose-grave-danger']],
    ])
    expect(
      advice.setAside.map(({ action, gaveWayTo }) => [action, gaveWayTo.map(({ rule, admitted }) => [rule, admitted])]),
    ).toEqual([['disclose-to-protect', [['hush', 'agency']]]])
    expect(render(advice, { as: 'text', locale: 'en' })).toContain(
      'an exception made by “Agency”, admitted by whoever runs this system',
    )
    expect(render(advice, { as: 'text', locale: 'en' }).replaceAll('\n', ' ')).toContain(
      'lets “Agency” make exceptions to 1 rule about danger',
    )
  })

  test('of the shipped pack cannot be excepted unnoticed, whichever it is', () => {
    const guarded = [...socialWork.rules.values()].filter(
      ({ file, basis }) => basis === 'law' && file.startsWith('rules/'),
    )
    const agency = (name: string) => ({
      pack: { ...header, extends: 'social-work' },
      rules: rulesFile({
        ...hush,
        event: { ...hush.event, params: { ...hush.event.params, exceptionTo: [name], sources: ['NASW-1.07c'] } },
        conditions: when('case.complex'),
      }),
    })
    const tried = sampleOf(guarded, 10, 2)
    const let_through = tried.filter(({ name }) => refusal(() => extendPack(socialWork, agency(name))).length === 0)
    expect(tried.length).toBeGreaterThan(5)
    expect(let_through.map(({ name }) => name)).toEqual([])
  })
})

describe('an extension is refused', () => {
  const refusals: readonly (readonly [string, object, readonly string[]])[] = [
    [
      'for another pack than the one it names',
      { pack: { ...header, extends: 'tinny' } },
      ['pack · extends: extends `tinny`, which this is not (did you mean `tiny`?)'],
    ],
    [
      'under the name of the pack',
      { pack: { ...header, name: 'tiny' } },
      ['pack · name: a pack named `tiny` is already part of it'],
    ],
    [
      'that declares anew what the pack declares',
      extension({
        facts: [fact({ name: 'risk.severity' })],
        rules: rulesFile(rule({ name: 'keep-confidence', must: ['tell-first'] })),
      }),
      [
        'facts · risk.severity: `risk.severity` is declared already, and stays as it is',
        'ours.json · keep-confidence: `keep-confidence` is declared already, and stays as it is',
      ],
    ],
    [
      'that words a text which does not stand in the pack',
      extension({ translations: { su: { 'actions · tell-frist · label': 'x' } } }),
      [
        'translations · su: no text stands at `actions · tell-frist · label` (did you mean `actions · tell-first · label`?)',
      ],
    ],
    [
      'that gives a name in use as a former one',
      extension({ facts: [fact({ name: 'agency.shelter', aliases: ['risk.severity'] })] }),
      ['facts · agency.shelter: its former name `risk.severity` stands for something else'],
    ],
    [
      'that gives the beginning of a name in use as a former one',
      extension({
        facts: [fact({ name: 'agency.home', aliases: ['agency.shelter'] }), fact({ name: 'agency.shelter.open' })],
      }),
      ['facts · agency.home: its former name `agency.shelter` stands for something else'],
    ],
    [
      'with a contact for an action that nobody declares',
      extension({
        contacts: [{ name: 'hotline', label: says('Hotline'), reach: says('129'), for: ['disclose-to-protct'] }],
      }),
      ['contacts · hotline: no action is named `disclose-to-protct` (did you mean `disclose-to-protect`?)'],
    ],
    ['with parts that no pack has', extension({ weights: {} }), ['pack: `weights` is not part of this']],
    [
      'that presumes a danger',
      extension({
        facts: [
          {
            ...fact({ name: 'agency.threat', danger: [true] }),
            presume: { value: false, because: says('x'), sources: ['CODE-1'] },
          },
        ],
      }),
      ['facts · agency.threat: marks danger, and danger is never presumed'],
    ],
  ]

  test.each(refusals)('%s', (_, source, issues) => {
    expect(refusal(() => extendPack(tiny, source)).slice(1)).toEqual(issues)
  })

  test('with admissions that are no list', () => {
    expect(refusal(() => extendPack(tiny, extension({}), { admitExceptionsTo: 'all' as never }))).toEqual([
      'invalid-options',
      'options.admitExceptionsTo: must be a list of names of rules',
    ])
  })

  test('with an admission to a rule that the pack does not have', () => {
    expect(refusal(() => extendPack(tiny, extension({}), { admitExceptionsTo: ['disclose-grave-dangr'] }))).toEqual([
      'invalid-options',
      'options.admitExceptionsTo: no rule of the pack has this name (did you mean `disclose-grave-danger`?)',
    ])
  })
})

test('a file of an extension keeps its name also where the pack has one of the same', () => {
  const bad = rule({ name: 'look', must: ['assess-rsk'] })
  const rules = { 'rules/tiny.json': { standard: says('Ours'), rules: [bad] } }
  expect(refusal(() => extendPack(tiny, extension({ rules })))[1]).toMatch(
    /^rules\/tiny\.json · look: no action is named/,
  )
  const pack = extendPack(
    tiny,
    extension({
      rules: { 'rules/tiny.json': { standard: says('Ours'), rules: [rule({ name: 'look', must: ['assess-risk'] })] } },
    }),
  )
  expect([pack.rules.get('look')?.file, pack.rules.get('keep-confidence')?.file]).toEqual([
    'rules/tiny.json',
    'tiny/rules/tiny.json',
  ])
})

describe('two extensions', () => {
  const silence = {
    pack: { ...header, name: 'silence' },
    rules: { 'r.json': { standard: says('s'), rules: [rule({ name: 'say-nothing', 'must-not': ['assess-risk'] })] } },
  }
  const inquiry = {
    pack: { ...header, name: 'inquiry' },
    rules: { 'r.json': { standard: says('s'), rules: [rule({ name: 'ask-first', must: ['assess-risk'] })] } },
  }

  test('that contradict each other are shown as a collision', async () => {
    const pack = extendPack(extendPack(tiny, silence), inquiry)
    const { actions, dilemmas } = await advise({ abuse: { suspected: true } }, pack)
    expect(actions.find(({ action }) => action === 'assess-risk')?.status).toBe('contested')
    expect(dilemmas.map(({ between }) => between)).toEqual([['ask-first', 'say-nothing']])
  })

  test('make the same pack in whatever order they are added', async () => {
    const [one, other] = [
      extendPack(extendPack(tiny, silence), inquiry),
      extendPack(extendPack(tiny, inquiry), silence),
    ]
    expect(one.digest).toBe(other.digest)
    expect(await advise(endangered, one)).toEqual(await advise(endangered, other))
  })

  test('of one name are refused', () => {
    expect(refusal(() => extendPack(extendPack(tiny, silence), silence))).toContain(
      'pack · name: a pack named `silence` is already part of it',
    )
  })
})

test('a rendering refuses a language that is none', async () => {
  const advice = await advise(endangered, tiny)
  expect(refusal(() => render(advice, { as: 'text', locale: 'en', language: 7 as never }))).toEqual([
    'invalid-options',
    'options.language: must be a language tag such as `su`',
  ])
})

test('an extension that adds nothing changes no advice but the names of the packs', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryPack()
        .map((source) => createPack(source))
        .chain((pack) => fc.tuple(fc.constant(pack as Pack), situationOf(pack as Pack))),
      async ([pack, situation]) => {
        const extended = extendPack(pack, { pack: { ...header, extends: pack.name } })
        const [{ packs: _, ...before }, { packs: __, ...after }] = [
          await advise(situation, pack),
          await advise(situation, extended),
        ]
        expect(after).toEqual(before)
      },
    ),
    runs(100),
  )
})
