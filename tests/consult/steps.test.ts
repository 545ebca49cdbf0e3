import { describe, expect, test } from 'vitest'
import { compareSteps } from '../../src/consult/steps/compareSteps.js'
import { TimbangError } from '../../src/errors.js'
import { actionsMeant } from '../../src/find/actionsMeant.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import { stepColumns, stepLines } from '../../src/render/consult/compareSteps.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { packSource, rule, says, when } from '../support/builders.js'

/* Steps that somebody considers, side by side: what stands for and against each, what it leaves owed, what comes first. */

type Params = Parameters<typeof rule>[0]

const packOf = (...rules: Params[]) => createPack(packSource({ rules: rules.map(rule) }))
const situation = { abuse: { suspected: true, victimSafeNow: true } } as const

const told = { name: 'told', must: ['disclose-to-protect'], exceptionTo: ['kept'] }
const kept = { name: 'kept', must: ['keep-confidential'], whenOverridden: ['tell-first', 'disclose-to-protect'] }
const asked = { name: 'asked', should: ['consult-supervisor'] }
const named = (some: readonly { action: string }[]) => some.map(({ action }) => action)

function order(pack: Pack, steps: readonly (string | readonly string[])[], facts: AnySituation = situation) {
  return compareSteps(facts, pack, { steps }).steps.map(({ actions, says: said }) => [
    named(actions).join('+') || 'wait',
    said,
  ])
}

describe('steps that are compared', () => {
  test('come in the order in which the rules put them, whatever the order in which they are named', () => {
    const pack = packOf(
      { name: 'a', must: ['tell-first'] },
      { name: 'b', should: ['consult-supervisor'] },
      { name: 'c', may: ['respect-choice'] },
      { name: 'd', 'should-not': ['keep-confidential'] },
      { name: 'e', 'must-not': ['disclose-to-protect'] },
    )
    const steps = ['disclose-to-protect', 'assess-risk', 'keep-confidential', 'respect-choice', 'consult-supervisor']
    const expected = [
      ['tell-first', 'must'],
      ['consult-supervisor', 'should'],
      ['respect-choice', 'may'],
      ['assess-risk', null],
      ['keep-confidential', 'should-not'],
      ['disclose-to-protect', 'must-not'],
    ]
    expect(order(pack, [...steps, 'tell-first'])).toEqual(expected)
    expect(order(pack, ['tell-first', ...steps.reverse()])).toEqual(expected)
  })

  test('show what stands for each and against it, what gives way, and what it would leave owed', () => {
    const { steps } = compareSteps(situation, packOf(told, kept), {
      steps: ['keep-confidential', 'disclose-to-protect'],
    })
    const [first, second] = steps
    expect(first?.actions).toMatchObject([{ action: 'disclose-to-protect', status: 'must' }])
    expect(first?.for).toMatchObject([{ rule: 'told', force: 'must', stands: 'in' }])
    expect(second?.says).toBe('must-not')
    expect(second?.for).toMatchObject([{ rule: 'kept', stands: 'out' }])
    expect(second?.against).toMatchObject([{ rule: 'told', action: 'disclose-to-protect', stands: 'in' }])
    expect(second?.owed).toEqual([])
  })

  test('leave owed what is due to the duties that they do not follow', () => {
    const pack = packOf(kept)
    const [, against] = compareSteps(situation, pack, { steps: ['disclose-to-protect', 'keep-confidential'] }).steps
    expect(named(against?.owed ?? [])).toEqual(['tell-first'])
  })

  test('say of what no rule speaks that none does, and of what is merely excluded that it is', () => {
    const pack = packOf(kept)
    const found = compareSteps(situation, pack, { steps: ['respect-choice', 'disclose-to-protect'] }).steps
    expect(found.map(({ says: said, unspoken }) => [said, unspoken])).toEqual([
      [null, true],
      ['must-not', false],
    ])
    expect(
      order(packOf({ ...kept, must: undefined, should: ['keep-confidential'] } as Params), [
        'disclose-to-protect',
        'wait',
      ]),
    ).toEqual([
      ['wait', null],
      ['disclose-to-protect', 'should-not'],
    ])
  })

  test('are level where the rules put none before the other', () => {
    const pack = packOf(asked, { name: 'too', should: ['tell-first'] })
    const { steps } = compareSteps(situation, pack, { steps: ['tell-first', 'consult-supervisor', 'wait'] })
    expect(steps.map(({ level }) => level)).toEqual([false, true, false])
  })

  test('stand by what is undecided between what is permitted and what is not spoken of', () => {
    const pack = packOf({ name: 'one', must: ['tell-first'] }, { name: 'other', 'must-not': ['tell-first'] })
    expect(order(pack, ['respect-choice', 'tell-first'])).toEqual([
      ['tell-first', 'contested'],
      ['respect-choice', null],
    ])
    expect(order(pack, [['tell-first', 'respect-choice'], 'wait'])[0]).toEqual([
      'tell-first+respect-choice',
      'contested',
    ])
  })
})

describe('a plan', () => {
  test('is as good as the best of it, and as bad as the worst', () => {
    const pack = packOf(asked, { name: 'never', 'must-not': ['respect-choice'] })
    const steps = [['consult-supervisor', 'tell-first'], ['consult-supervisor', 'respect-choice'], 'tell-first']
    expect(order(pack, steps)).toEqual([
      ['consult-supervisor+tell-first', 'should'],
      ['tell-first', null],
      ['consult-supervisor+respect-choice', 'must-not'],
    ])
  })

  test('of what excludes each other cannot be done', () => {
    const steps = [['keep-confidential', 'disclose-to-protect'], 'tell-first']
    const [, plan] = compareSteps(situation, packOf(asked), { steps }).steps
    expect(plan).toMatchObject({ says: 'must-not', unspoken: false })
    expect(plan?.apart.map(named)).toEqual([['keep-confidential', 'disclose-to-protect']])
    expect(stepLines(compareSteps(situation, packOf(asked), { steps }), 'en')).toContain(
      '    • keep confidential and disclose cannot both be done',
    )
  })
})

describe('waiting', () => {
  test.each<[string, Partial<Params>, string | null]>([
    ['is forbidden while something must be done at once', { must: ['tell-first'], urgency: 'immediate' }, 'must-not'],
    ['is spoken against while something is due soon', { should: ['tell-first'], urgency: 'prompt' }, 'should-not'],
    ['leaves nothing undone where nothing is due', { must: ['tell-first'] }, null],
  ])('%s', (_, params, says) => {
    const { steps } = compareSteps(situation, packOf({ name: 'due', ...params }), { steps: ['wait', 'respect-choice'] })
    const waits = steps.find(({ actions }) => actions.length === 0)
    expect(waits?.says).toBe(says)
    expect(named(waits?.against ?? [])).toEqual(says === null ? [] : ['tell-first'])
    expect(waits?.first).toEqual([])
  })

  test('is an action where a pack has one of this name', () => {
    const actions = [...packSource().actions, { name: 'wait', label: says('wait and see') }]
    const pack = createPack(packSource({ actions, rules: [rule({ name: 'see', should: ['wait'] })] }))
    expect(order(pack, ['wait', 'tell-first'])[0]).toEqual(['wait', 'should'])
  })
})

describe('what comes before a step', () => {
  test('is what must be done sooner, and what finds out about the danger on which it depends', () => {
    const pack = packOf(asked, { name: 'now', must: ['tell-first'], urgency: 'immediate' })
    const first = (steps: readonly string[], facts: AnySituation = situation) =>
      named(compareSteps(facts, pack, { steps }).steps.find((one) => named(one.actions)[0] === steps[0])?.first ?? [])
    expect(first(['consult-supervisor', 'wait'])).toEqual(['tell-first'])
    expect(first(['tell-first', 'wait'])).toEqual([])
    const open = { abuse: { suspected: true }, risk: { severity: 'serious' } }
    expect(first(['tell-first', 'wait'], open)).toEqual([])
    const unless = [{ name: 'safe', conditions: when('abuse.victimSafeNow'), because: says('safe') }]
    const hanging = packOf({ ...asked, urgency: 'prompt', unless })
    const { steps } = compareSteps(open, hanging, { steps: ['consult-supervisor', 'wait'] })
    expect(steps.map(({ first: before }) => named(before))).toEqual([['assess-risk'], []])
  })
})

describe('a step hangs', () => {
  test('on the questions whose answers would say something else of it; waiting on those about danger', () => {
    const also = { all: [when('abuse.suspected'), when('risk.severity', 'serious')] }
    const pack = packOf({ name: 'grave', conditions: also, must: ['disclose-to-protect'], urgency: 'immediate' })
    const { steps } = compareSteps(situation, pack, { steps: ['disclose-to-protect', 'wait', 'tell-first'] })
    const hangs = steps.map(({ actions, hangsOn }) => [named(actions)[0] ?? 'wait', hangsOn.map(({ fact }) => fact)])
    expect(Object.fromEntries(hangs)).toEqual({
      'disclose-to-protect': ['risk.severity'],
      wait: ['risk.severity'],
      'tell-first': [],
    })
  })
})

test('the frameworks that part on a step are told', () => {
  const steps = ['keep-confidential', 'disclose-to-protect'] as const
  const grave = {
    case: { jurisdiction: 'US' },
    disclosure: { secrecyRequested: true, legalBasis: 'party-subpoena', consent: 'refused' },
  } as const
  const { steps: found, frameworks } = compareSteps(grave, socialWork, { steps })
  for (const { parts } of found) for (const { by } of parts) expect(Object.keys(by)).toEqual(Object.keys(frameworks))
})

test.each([
  [['tell-first'], 'options.steps'],
  ['tell-first', 'options.steps'],
  [['tell-first', 'tell-frist'], 'options.steps[1]'],
  [['tell-first', []], 'options.steps[1]'],
  [['tell-first', [1]], 'options.steps[1]'],
  [[['tell-first', 'wait'], 'wait'], 'options.steps[0]'],
])('steps %j are refused', (steps, place) => {
  const issues = [expect.objectContaining({ place })]
  expect(() => compareSteps(situation, packOf(asked), { steps: steps as readonly string[] })).toThrow(
    expect.objectContaining({ code: 'invalid-options', issues }),
  )
})

test('are shown side by side in both languages, with principle and source', () => {
  const comparison = compareSteps(
    {
      case: { jurisdiction: 'ID' },
      abuse: { suspected: true, victim: ['spouse'] },
      disclosure: { secrecyRequested: true },
    },
    socialWork,
    { steps: ['keep-confidential', 'promise-absolute-secrecy', 'wait', 'seek-self-care'] },
  )
  const [column] = stepColumns(comparison, 'en')
  expect(column).toMatchObject({ heading: 'Keep the information confidential', says: 'You must' })
  expect(column?.parts[0]?.lines[0]).toMatch(/^You must, because .* \(confidentiality; UU 14\/2019 art\. 43\(d\)/)
  expect(column?.parts.find(({ heading }) => heading === 'It hangs on')?.lines.at(-1)).toMatch(/^and \d+ more$/)
  const lines = stepLines(comparison, 'id')
  expect(lines).toContain('Menunggu dan belum berbuat apa-apa')
  expect(lines).toContain('  Yang akan tertinggal:')
  expect(lines).toContain('  Tidak ada aturan yang menyangkut hal ini. Itu tidak berarti boleh.')
  expect(comparison.steps.at(-1)?.says).toBe('must-not')
})

test('words of either language find the action that is meant, and a name itself', () => {
  const first = (words: string) => actionsMeant(words, socialWork)[0]?.name
  expect(first('keep-confidential')).toBe('keep-confidential')
  expect(first('call an ambulance')).toBe('call-emergency-services')
  expect(first('tell the mother')).toBe('involve-parents')
  expect(first('memberi tahu ibu')).toBe('involve-parents')
  expect(first('melapor ke polisi')).toBe('report-to-police')
  expect(actionsMeant('qqqq', socialWork)).toEqual([])
})

describe('steps that are no two', () => {
  const pack = packOf(asked)
  const refused = (steps: unknown) => {
    try {
      compareSteps({}, pack, { steps: steps as string[] })
    } catch (error) {
      if (error instanceof TimbangError) return error.issues.map(({ place, message }) => `${place}: ${message}`)
      throw error
    }
    return []
  }

  test.each<readonly [unknown, string]>([
    [undefined, 'options.steps: must be plain data'],
    ['wait', 'options.steps: must be a list of two steps or more'],
    [['wait'], 'options.steps: must be a list of two steps or more'],
    [new Array(3), 'options.steps: must be a plain list without gaps'],
    [['wait', new Array(1)], 'options.steps: must be a plain list without gaps'],
    [['wait', 'wait'], 'options.steps[1]: is the same step as `options.steps[0]`'],
    [['wait', 'tell-first', ['tell-first']], 'options.steps[2]: is the same step as `options.steps[1]`'],
    [['wait', ['tell-first', 'tell-first']], 'options.steps[1]: holds an action twice'],
    [['wait', []], 'options.steps[1]: must be the name of an action, a list of such names, or `wait`'],
    [['wait', [7]], 'options.steps[1]: must be the name of an action, a list of such names, or `wait`'],
    [['wait', 'tell-frist'], 'options.steps[1]: no action of the pack has this name'],
  ])('are refused: %j', (steps, line) => {
    expect(refused(steps)).toEqual([line])
  })
})
