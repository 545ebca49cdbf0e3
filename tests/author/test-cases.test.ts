import { describe, expect, test } from 'vitest'
import { type Case, type CaseFile, type Expectation, parseCases } from '../../src/author/cases/caseFile.js'
import { coverage } from '../../src/author/cases/coverage.js'
import { expectationOf } from '../../src/author/cases/expectation.js'
import { type Mutant, mutantCount, mutants } from '../../src/author/cases/mutants.js'
import { type CaseTestOptions, testCases } from '../../src/author/cases/testCases.js'
import { TimbangError } from '../../src/errors.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { type PackParts, packSource, rule, unless, when } from '../support/builders.js'

const keep = rule({
  name: 'keep',
  principle: 'confidentiality',
  must: ['keep-confidential'],
  whenOverridden: ['tell-first'],
  unless: [unless('client-agrees', when('consent.given'))],
})
const disclose = rule({
  name: 'disclose',
  conditions: {
    all: [
      { fact: 'abuse.suspected', operator: 'equal', value: true },
      { fact: 'risk.severity', operator: 'greaterThanInclusive', value: 'minor' },
    ],
  },
  must: ['disclose-to-protect'],
  urgency: 'prompt',
  exceptionTo: ['keep'],
})
const pack = packWith({ rules: [keep, disclose] })

const told: Case = {
  name: 'a secret about danger is told',
  situation: {
    abuse: { suspected: true, victimSafeNow: true },
    risk: { severity: 'minor' },
    consent: { given: false },
  },
  expect: {
    kind: 'settled',
    urgency: 'prompt',
    must: ['disclose-to-protect'],
    firm: ['disclose-to-protect'],
    setAside: { 'keep-confidential': ['tell-first'] },
    settledBy: { 'keep-confidential': ['exception'] },
  },
}
const kept: Case = {
  name: 'a secret without danger is kept',
  situation: { abuse: { suspected: true, victimSafeNow: true }, risk: { severity: 'none' }, consent: { given: false } },
  expect: { kind: 'one-sided', urgency: 'routine', must: ['keep-confidential'], firm: ['keep-confidential'] },
}
const agreed: Case = {
  name: 'what the client agrees to tell need not be kept',
  situation: { abuse: { suspected: true, victimSafeNow: true }, risk: { severity: 'none' }, consent: { given: true } },
  expect: { kind: 'not-covered', urgency: 'routine' },
}
const calm: Case = {
  name: 'where no abuse is suspected, nothing is told',
  situation: { abuse: { suspected: false, victimSafeNow: true }, risk: { severity: 'minor' } },
  expect: { kind: 'not-covered', urgency: 'routine' },
}
const open: Case = {
  name: 'while nothing is known, the openers are asked',
  situation: {},
  expect: { kind: 'undetermined', urgency: 'routine', questions: 'openers' },
}

describe('a file of cases', () => {
  test('is read whole', () => {
    const cases = [told, kept, { ...agreed, note: 'Nothing remains owed.', options: { on: '2026-01-01' } }]
    expect(parseCases({ cases }, pack, 'tiny.json')).toEqual({ file: 'tiny.json', cases })
  })

  const sound = { kind: 'one-sided', urgency: 'routine' }
  const expecting = (expect: object, rest: object = {}) => ({
    cases: [{ name: 'one', situation: {}, expect, ...rest }],
  })
  test.each<[string, unknown, string]>([
    ['that is no object', [], 'tiny.json: must be an object'],
    ['without cases', { cases: [] }, 'tiny.json · cases: must list at least 1'],
    ['with more than cases', { cases: [kept], rules: [] }, 'tiny.json: `rules` is not part of this'],
    ['with a function', { cases: [() => 0] }, 'tiny.json: must be plain data'],
    [
      'with a case without a name',
      { cases: [{ situation: {}, expect: sound }] },
      'tiny.json · cases[0] · name: is missing; must be a text',
    ],
    [
      'with a name on two lines',
      { cases: [{ ...kept, name: ' one ' }] },
      'tiny.json · cases[0] · name: must be one line without blanks at its ends',
    ],
    [
      'with one name twice',
      { cases: [kept, kept] },
      'tiny.json · a secret without danger is kept: is the name of two cases',
    ],
    [
      'with a kind that is none',
      expecting({ ...sound, kind: 'easy' }),
      'tiny.json · one · expect.kind: must be one of `dilemma`, `divided`, `settled`, `one-sided`, `undetermined`, `not-covered`',
    ],
    [
      'with a status that is none',
      expecting({ ...sound, shall: ['tell-first'] }),
      'tiny.json · one · expect: `shall` is not part of this',
    ],
    ['with an empty list', expecting({ ...sound, must: [] }), 'tiny.json · one · expect.must: must list at least 1'],
    [
      'with an action misspelt',
      expecting({ ...sound, must: ['tel-first'] }),
      'tiny.json · one · expect.must: no action is named `tel-first` (did you mean `tell-first`?)',
    ],
    [
      'with an action listed twice',
      expecting({ ...sound, firm: ['tell-first', 'tell-first'] }),
      'tiny.json · one · expect.firm: lists `tell-first` twice',
    ],
    [
      'with an action set aside that is none',
      expecting({ ...sound, setAside: { keep: [] } }),
      'tiny.json · one · expect.setAside: no action is named `keep` (did you mean `keep-confidential`?)',
    ],
    [
      'with a duty owed that is none',
      expecting({ ...sound, setAside: { 'tell-first': ['asess-risk'] } }),
      'tiny.json · one · expect.setAside.tell-first: no action is named `asess-risk` (did you mean `assess-risk`?)',
    ],
    [
      'with an action settled that is none',
      expecting({ ...sound, settledBy: { consult: ['force'] } }),
      'tiny.json · one · expect.settledBy: no action is named `consult` (did you mean `consult-supervisor`?)',
    ],
    [
      'with a settlement that is none',
      expecting({ ...sound, settledBy: { 'tell-first': ['luck'] } }),
      'tiny.json · one · expect.settledBy.tell-first[0]: must be one of `exception`, `force`, `framework`, `undecided`',
    ],
    [
      'with a side of a dilemma that is none',
      expecting({ ...sound, dilemmas: [['justice', 'kep']] }),
      'tiny.json · one · expect.dilemmas: no principle or rule is named `kep` (did you mean `keep`?)',
    ],
    [
      'with a question misspelt',
      expecting({ ...sound, questions: ['risk.severty'] }),
      'tiny.json · one · expect.questions: no fact is named `risk.severty` (did you mean `risk.severity`?)',
    ],
    [
      'with a question listed twice',
      expecting({ ...sound, questions: ['risk.severity', 'risk.severity'] }),
      'tiny.json · one · expect.questions: lists `risk.severity` twice',
    ],
    [
      'with questions that are no list',
      expecting({ ...sound, questions: 'all' }),
      'tiny.json · one · expect.questions: must be `openers` or a list of facts',
    ],
    [
      'with a framework that is none',
      expecting(sound, { options: { framework: 'live-first' } }),
      'tiny.json · one · options: no framework is named `live-first` (did you mean `life-first`?)',
    ],
    [
      'with a day that is none',
      expecting(sound, { options: { on: 'today' } }),
      'tiny.json · one · options.on: must be a day of the calendar, such as `2026-01-31`',
    ],
  ])('%s is refused', (_, json, message) => {
    const attempt = () => parseCases(json, pack, 'tiny.json')
    expect(attempt).toThrow(TimbangError)
    expect(attempt).toThrow(new TimbangError('invalid-cases', []).message)
    expect(linesOf(attempt)).toEqual([message])
  })

  test('is refused with all that is wrong in it at once', () => {
    const json = expecting({ ...sound, must: ['tel-first'], questions: ['risk.severty'] })
    expect(linesOf(() => parseCases(json, pack, 'tiny.json'))).toHaveLength(2)
  })
})

describe('cases', () => {
  test('that say what is advised pass', async () => {
    const { passed, failed } = await testCases(file(told, kept, agreed, calm, open), pack)
    expect({ passed, failed }).toEqual({ passed: 5, failed: 0 })
  })

  test('pass in whatever order they list actions', async () => {
    const both = packWith({ rules: [rule({ name: 'both', must: ['tell-first', 'assess-risk'] })] })
    const situation = { abuse: { suspected: true, victimSafeNow: true } }
    const expected = await expectationOf({ situation }, both)
    expect(expected.must).toEqual(['assess-risk', 'tell-first'])
    const one = { name: 'both', situation, expect: { ...expected, must: ['tell-first', 'assess-risk'] } }
    expect(await testCases(file(one), both)).toMatchObject({ passed: 1, failed: 0 })
  })

  test('that miss something fail with what is missing, what is unexpected and what the advice says', async () => {
    const expect_ = { ...told.expect, urgency: 'routine', must: ['keep-confidential'], setAside: undefined } as const
    const { results } = await testCases(file({ ...told, expect: expect_ }), pack)
    expect(results).toEqual([
      {
        file: 'tiny.json',
        name: told.name,
        passed: false,
        differences: [
          {
            part: 'urgency',
            missing: ['routine'],
            unexpected: ['prompt'],
            message: 'urgency: `routine` expected and not advised; `prompt` advised and not expected',
          },
          {
            part: 'must',
            missing: ['keep-confidential'],
            unexpected: ['disclose-to-protect'],
            message:
              'must: `keep-confidential` expected and not advised; `disclose-to-protect` advised and not expected',
          },
          {
            part: 'setAside',
            missing: [],
            unexpected: ['keep-confidential', 'keep-confidential: tell-first'],
            message: 'setAside: `keep-confidential`, `keep-confidential: tell-first` advised and not expected',
          },
        ],
        issues: [],
        reported: told.expect,
      },
    ])
  })

  test('pass in whatever order they list questions', async () => {
    const situation = { abuse: { suspected: true, victimSafeNow: true } }
    const expected = { kind: 'one-sided', urgency: 'prompt', must: ['keep-confidential'] } as const
    for (const questions of [
      ['consent.given', 'risk.severity'],
      ['risk.severity', 'consent.given'],
    ])
      expect(
        await testCases(file({ name: 'open', situation, expect: { ...expected, questions } }), pack),
      ).toMatchObject({
        failed: 0,
      })
  })

  test('are compared without what is asked where that is not wanted', async () => {
    const { questions: _, ...unasked } = open.expect
    const other = { ...unasked, questions: ['consent.given'] }
    const tested = (one: object, options?: CaseTestOptions) =>
      testCases(file({ name: 'open', situation: open.situation, expect: one as Expectation }), pack, options)
    for (const one of [open.expect, unasked, other])
      expect(await tested(one, { questions: false })).toMatchObject({ passed: 1, results: [{ reported: unasked }] })
    expect((await tested(other)).results[0]?.differences).toMatchObject([{ part: 'questions' }])
    const wrong = { ...other, urgency: 'prompt' } as const
    expect((await tested(wrong, { questions: false })).results[0]?.differences).toMatchObject([{ part: 'urgency' }])
  })

  test('whose situation is refused fail with the reason, and the others are still tested', async () => {
    const situation = { abuse: { suspected: 'perhaps' } }
    const { passed, results } = await testCases(file({ ...kept, situation }, told), pack)
    expect(passed).toBe(1)
    expect(results[0]).toEqual({
      file: 'tiny.json',
      name: kept.name,
      passed: false,
      differences: [],
      issues: [
        { place: 'situation.abuse.suspected', message: 'must be `true`, `false` or `null`', code: 'must-be-yes-no' },
      ],
    })
  })

  test('are weighed under their framework and on their day', async () => {
    const later = packWith({ rules: [rule({ name: 'later', must: ['tell-first'], inForce: { from: '2026-06-01' } })] })
    const { situation } = told
    const on = async (day: string) => (await expectationOf({ situation, options: { on: day } }, later)).must
    expect([await on('2026-05-31'), await on('2026-06-01')]).toEqual([undefined, ['tell-first']])
    const split = packWith({
      rules: [keep, rule({ name: 'tell', must: ['disclose-to-protect'] })],
    })
    const under = async (options?: { framework: string }) => (await expectationOf({ situation, options }, split)).kind
    expect([await under(), await under({ framework: 'life-first' })]).toEqual(['dilemma', 'settled'])
  })

  test('can be written from the advice as it stands', async () => {
    const written = await Promise.all(
      [told, kept, agreed, calm, open].map(({ situation }) => expectationOf({ situation }, pack)),
    )
    expect(written).toEqual([told, kept, agreed, calm, open].map((one) => one.expect))
  })
})

describe('coverage', () => {
  test('names exactly what no case shows', () => {
    expect(missing(told)).toEqual([
      'pack · find-out.assess-risk: no case leaves open whether it applies',
      'pack · find-out.assess-risk: no case shows it applying',
      'rules/tiny.json · disclose: no case leaves open whether it applies',
      'rules/tiny.json · disclose: no case shows `keep` standing without it',
      'rules/tiny.json · disclose: no case shows it not applying',
      'rules/tiny.json · keep: no case leaves open whether it applies',
      'rules/tiny.json · keep: no case shows it excepted by `client-agrees` alone',
      'rules/tiny.json · keep: no case shows it not applying',
    ])
  })

  test('is whole with a case for each outcome', () => {
    const signs: Case = { ...told, name: 'a sign', situation: { risk: { severity: 'serious' } } }
    expect(missing(told, kept, agreed, calm, open, signs)).toEqual([])
    const { counts, shown, wanted, share } = coverage(file(told, kept, agreed, calm, open, signs), pack)
    expect({ shown, wanted, share }).toEqual({ shown: 13, wanted: 13, share: 100 })
    expect(counts).toEqual([
      { kind: 'applies', shown: 3, wanted: 3, share: 100 },
      { kind: 'does-not-apply', shown: 3, wanted: 3, share: 100 },
      { kind: 'undetermined', shown: 3, wanted: 3, share: 100 },
      { kind: 'excepted', shown: 1, wanted: 1, share: 100 },
      { kind: 'not-excepted', shown: 1, wanted: 1, share: 100 },
      { kind: 'prevails', shown: 1, wanted: 1, share: 100 },
      { kind: 'stands-without', shown: 1, wanted: 1, share: 100 },
      { kind: 'abroad', shown: 0, wanted: 0, share: 100 },
    ])
  })

  test('does not take a rule for standing without an exception that holds and outweighs another part of it', () => {
    const two = packWith({
      rules: [rule({ name: 'keep', must: ['keep-confidential', 'document-decision'] }), disclose],
    })
    const kinds = coverage(file({ ...told, name: 'both' }), two).missing.map(({ kind, rule }) => `${rule}: ${kind}`)
    expect(kinds).toContain('disclose: stands-without')
  })

  test('wants a rule of one country shown silent in another, with all that it asks for at home', () => {
    const local = packWith({ rules: [rule({ name: 'local', must: ['tell-first'], jurisdiction: ['ID'] })] })
    const abroad = (suspected: boolean): Case => ({
      ...calm,
      situation: { case: { jurisdiction: 'US' }, abuse: { suspected } },
    })
    const silent = (one: Case) => coverage(file(one), local).missing.filter(({ kind }) => kind === 'abroad')
    const atHome = { ...calm, situation: { case: { jurisdiction: 'ID' }, abuse: { suspected: true } } }
    expect(silent(abroad(true))).toEqual([])
    expect(silent(atHome)).toHaveLength(1)
    expect(silent(abroad(false))).toEqual([
      {
        kind: 'abroad',
        rule: 'local',
        place: 'rules/tiny.json · local',
        message: 'no case shows it silent in another country where it would speak in its own',
      },
    ])
  })

  test('is not raised by a case that is refused', () => {
    const refused = { ...kept, situation: { abuse: { suspected: 'perhaps' } } }
    expect(missing(told, refused)).toEqual(missing(told))
  })
})

describe('a changed rule', () => {
  test.each<[string, string, Case, Case]>([
    ['condition', '`abuse.suspected equal true` dropped', kept, calm],
    ['threshold', '`risk.severity greaterThanInclusive minor` moved to `none`', told, kept],
    ['other threshold', '`risk.severity greaterThanInclusive minor` moved to `serious`', kept, told],
    ['exception', '`keep` dropped from `exceptionTo`', kept, told],
    ['`unless`', '`client-agrees` dropped from `unless`', told, agreed],
    ['force', '`disclose-to-protect` from `must` to `should`', kept, told],
    ['force turned round', '`keep-confidential` from `must` to `must-not`', calm, kept],
    ['duty still owed', '`tell-first` dropped from `whenOverridden`', kept, told],
    ['urgency', 'urgency from `prompt` to `immediate`', kept, told],
  ])('in its %s goes unnoticed by a weak case and is noticed by a strong one', (_, change, weak, strong) => {
    const noticed = (...cases: Case[]) => mutantsBy(cases).find((mutant) => mutant.change === change)
    expect(noticed(weak)).toMatchObject({ fate: 'unnoticed' })
    expect(noticed(weak, strong)).toMatchObject({ fate: 'noticed', case: `tiny.json · ${strong.name}` })
  })

  test('is noticed by what is asked, where the force is the same', () => {
    const asked: Case = {
      name: 'abuse suspected',
      situation: { abuse: { suspected: true, victimSafeNow: true } },
      expect: {
        kind: 'one-sided',
        urgency: 'prompt',
        must: ['keep-confidential'],
        questions: ['risk.severity', 'consent.given'],
      },
    }
    const change = '`risk.severity greaterThanInclusive minor` dropped'
    expect(mutantsBy([asked]).filter(({ fate }) => fate === 'noticed').length).toBeGreaterThan(0)
    expect(mutantsBy([asked]).find((mutant) => mutant.change === change)).toMatchObject({ fate: 'noticed' })
  })

  test('is refused by the loader where it asks for what excludes itself', () => {
    const both = packWith({
      rules: [rule({ name: 'both', must: ['disclose-to-protect'], 'must-not': ['keep-confidential'] })],
    })
    expect([...mutants([], both)].filter(({ fate }) => fate === 'refused')).toEqual([
      {
        rule: 'both',
        place: 'rules/tiny.json · both · must-not',
        change: '`keep-confidential` from `must-not` to `must`',
        fate: 'refused',
      },
    ])
  })

  test('counts for nothing where no advice can differ: an exception never met, a duty to what never gives way', () => {
    const apart = packWith({
      rules: [
        rule({ name: 'choose', must: ['respect-choice'], whenOverridden: ['tell-first'] }),
        rule({ name: 'assess', must: ['assess-risk'], exceptionTo: ['choose'] }),
      ],
    })
    const idle = [...mutants([], apart)].filter(({ fate }) => fate === 'without-effect')
    expect(idle.map(({ place, change }) => `${place}: ${change}`)).toEqual([
      'rules/tiny.json · assess · exceptionTo: `choose` dropped from `exceptionTo`',
      'rules/tiny.json · choose · whenOverridden: `tell-first` dropped from `whenOverridden`',
    ])
    expect(mutantsBy([]).filter(({ fate }) => fate === 'without-effect')).toEqual([])
  })

  test('loses its jurisdiction as one change, and the time for which it holds as another', () => {
    const local = rule({
      name: 'local',
      must: ['tell-first'],
      jurisdiction: ['ID', 'US'],
      inForce: { from: '2026-01-01' },
    })
    const changes = [...mutants([], packWith({ rules: [local] }))].map(({ place, change }) => `${place}: ${change}`)
    expect(changes).toEqual([
      'rules/tiny.json · local · jurisdiction: jurisdiction dropped',
      'rules/tiny.json · local · conditions.all[0]: `abuse.suspected equal true` turned round',
      'rules/tiny.json · local · must: `tell-first` from `must` to `should`',
      'rules/tiny.json · local · must: `tell-first` from `must` to `must-not`',
      'rules/tiny.json · local · urgency: urgency from `routine` to `prompt`',
      'rules/tiny.json · local · inForce: `inForce` dropped',
    ])
  })

  test('is changed in every leaf of its conditions, numbers by one and lists by a member', () => {
    const deep = rule({
      name: 'deep',
      conditions: {
        any: [
          { not: { fact: 'client.ageYears', operator: 'lessThan', value: 120 } },
          { fact: 'case.jurisdiction', operator: 'in', value: ['ID', 'US'] },
        ],
      },
      may: ['tell-first'],
      standing: true,
    })
    const changes = [...mutants([], packWith({ rules: [deep] }))].map(({ place, change }) => `${place}: ${change}`)
    expect(changes).toEqual([
      'rules/tiny.json · deep · conditions.any[0]: not `client.ageYears lessThan 120` dropped',
      'rules/tiny.json · deep · conditions.any[0].not: `client.ageYears lessThan 120` turned round',
      'rules/tiny.json · deep · conditions.any[0].not: `client.ageYears lessThan 120` moved to `119`',
      'rules/tiny.json · deep · conditions.any[1]: `case.jurisdiction in ID, US` dropped',
      'rules/tiny.json · deep · conditions.any[1]: `case.jurisdiction in ID, US` turned round',
      'rules/tiny.json · deep · conditions.any[1]: `ID` dropped from `case.jurisdiction in ID, US`',
      'rules/tiny.json · deep · conditions.any[1]: `US` dropped from `case.jurisdiction in ID, US`',
      'rules/tiny.json · deep · may: `tell-first` from `may` to `should-not`',
    ])
  })

  test('is not looked for under a name that no rule has', () => {
    expect(linesOf(() => [...mutants([], pack, { rules: ['kep'] })])).toEqual([
      'options.rules: no rule is named `kep` (did you mean `keep`?)',
    ])
  })

  test('is noticed by no case that fails as the rules stand', () => {
    const failing = { ...told, expect: { ...told.expect, urgency: 'immediate' } as const }
    expect(mutantsBy([failing]).filter(({ fate }) => fate !== 'unnoticed')).toEqual([])
  })

  test('is counted, and only the rules named are changed', () => {
    expect(mutantCount(mutantsBy([told, kept, agreed, calm]))).toEqual({
      fates: { noticed: 18, refused: 0, 'without-effect': 0, unnoticed: 0 },
      share: 100,
    })
    expect(mutantCount(mutantsBy([kept]))).toMatchObject({ fates: { noticed: 8, unnoticed: 10 }, share: 44 })
    const only = [...mutants(file(kept), pack, { rules: ['keep'] })]
    expect(new Set(only.map((mutant) => mutant.rule))).toEqual(new Set(['keep']))
    expect(mutantCount([])).toMatchObject({ share: 100 })
  })
})

function packWith(parts: PackParts): Pack {
  return createPack(packSource(parts))
}

function file(...cases: readonly Case[]): readonly CaseFile[] {
  return [{ file: 'tiny.json', cases }]
}

function missing(...cases: readonly Case[]): string[] {
  const told = coverage(file(...cases), pack).missing.map(({ place, message }) => `${place}: ${message}`)
  return told.sort()
}

function mutantsBy(cases: readonly Case[]): readonly Mutant[] {
  return [...mutants(file(...cases), pack)]
}

function linesOf(attempt: () => unknown): readonly string[] {
  try {
    attempt()
  } catch (error) {
    const { message } = error as TimbangError
    return message.split('\n').slice(1)
  }
  return []
}
