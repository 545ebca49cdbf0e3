import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { reasonedRules } from '../../src/ask/candidates.js'
import { type DependingDuty, dependingDuties } from '../../src/ask/dependingDuties.js'
import type { Supposed } from '../../src/ask/question.js'
import { outlooksLeft } from '../../src/ask/questions.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { restated } from '../../src/decide/statedFacts.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { assess } from '../../src/weigh/assess.js'
import { fact, packSource, rule, when } from '../support/builders.js'
import { sampleOf } from '../support/sample.js'

/* What would be owed if what is not known proved to be so is told, with what decides it, and is true. */

const facts = [
  ...packSource().facts,
  fact({ name: 'danger.near', danger: [true] }),
  fact({ name: 'home.asked' }),
  fact({ name: 'home.safe' }),
]

async function told(situation: AnySituation, rules: Parameters<typeof rule>[0][]) {
  const pack = createPack(packSource({ facts, rules: rules.map(rule) }))
  return advise({ abuse: { suspected: true }, ...situation }, pack)
}

const also = (...names: string[]) => ({ all: [when('abuse.suspected'), ...names.map((name) => when(name))] })
const inShort = (depending: readonly DependingDuty[] | undefined) =>
  depending?.map(({ when: decides, actions }) => [
    decides.map(({ fact: name, answer }) => [name, answer.value]),
    actions.map(({ action, status }) => `${status} ${action}`),
  ])

describe('a duty that depends on what is not known', () => {
  const near = { name: 'near', conditions: also('danger.near'), must: ['disclose-to-protect'] }
  const asked = { name: 'asked', conditions: also('home.asked'), should: ['consult-supervisor'] }

  test('is told with what decides it, what hangs on danger first', async () => {
    const advice = await told({}, [asked, near])
    expect(inShort(advice.depending)).toEqual([
      [[['danger.near', true]], ['must assess-risk', 'must disclose-to-protect']],
      [[['home.asked', true]], ['should consult-supervisor']],
    ])
    expect(advice.depending?.map(({ danger }) => danger)).toEqual([true, false])
    expect(advice.depending?.[0]?.actions[1]?.rules).toEqual(['near'])
  })

  test('is no longer told once it is owed, or once what decides it is not so', async () => {
    const rules = [asked, near]
    expect(inShort((await told({ danger: { near: true } }, rules)).depending)).toHaveLength(1)
    expect(inShort((await told({ danger: { near: false }, home: { asked: false } }, rules)).depending)).toEqual([])
  })

  test('is not told for no stated reason', async () => {
    const elsewhere = { name: 'elsewhere', conditions: when('home.asked'), must: ['disclose-to-protect'] }
    expect((await told({}, [elsewhere])).depending).toEqual([])
  })

  test('comes before what would then be permitted, which is told unless it is asked for now', async () => {
    const permitted = { name: 'permitted', conditions: also('home.safe'), may: ['consult-supervisor'] }
    expect(inShort((await told({}, [permitted, asked])).depending)).toEqual([
      [[['home.asked', true]], ['should consult-supervisor']],
      [[['home.safe', true]], ['may consult-supervisor']],
    ])
    const now = { name: 'now', conditions: when('abuse.suspected'), should: ['consult-supervisor'] }
    expect((await told({}, [permitted, now])).depending).toEqual([])
  })

  test('is told with all that would then be said anew, by whichever rule, and nothing that is said as strongly now', async () => {
    const elsewhere = { name: 'elsewhere', conditions: when('home.asked'), must: ['disclose-to-protect'] }
    const now = { name: 'now', conditions: when('abuse.suspected'), should: ['respect-choice'] }
    const weaker = { name: 'weaker', conditions: when('home.asked'), should: ['respect-choice'] }
    const always = { name: 'always', conditions: when('home.asked'), must: ['document-decision'], standing: true }
    const { depending } = await told({}, [asked, elsewhere, now, weaker, always])
    expect(inShort(depending)).toEqual([
      [[['home.asked', true]], ['must disclose-to-protect', 'should consult-supervisor']],
    ])
    expect(depending?.[0]?.actions.map(({ rules }) => rules)).toEqual([['elsewhere'], ['asked']])
  })

  test('of danger is told with the gravest first, however much it hangs on, of the rest with what hangs on little', async () => {
    const open = [
      ...facts,
      fact({ name: 'danger.grave', danger: [true] }),
      fact({ name: 'danger.sure', danger: [true] }),
      fact({ name: 'danger.other', danger: [true] }),
    ]
    const rules = [
      { name: 'slight', conditions: also('danger.near'), should: ['consult-supervisor'] },
      {
        name: 'grave',
        conditions: also('danger.near', 'danger.grave', 'danger.sure'),
        must: ['disclose-to-protect'],
      },
      { name: 'much', conditions: also('home.asked', 'home.safe', 'consent.given'), must: ['tell-first'] },
      { name: 'little', conditions: also('home.asked'), should: ['respect-choice'] },
    ].map(rule)
    const pack = createPack(packSource({ facts: open, rules }))
    const { depending } = await advise({ abuse: { suspected: true }, danger: { other: true } }, pack)
    const last = depending?.map(({ actions }) => actions.at(-1)?.action)
    expect(last).toEqual(['disclose-to-protect', 'consult-supervisor', 'respect-choice', 'tell-first'])
  })

  test('is told once where less decides it', async () => {
    const more = { ...asked, name: 'more', conditions: also('home.asked', 'home.safe') }
    expect(inShort((await told({}, [asked, more])).depending)).toEqual([
      [[['home.asked', true]], ['should consult-supervisor']],
    ])
  })

  test('is told from where a scale begins to decide it, and not again further up', async () => {
    const grave = (name: string, value: string, action: string) => ({
      name,
      conditions: { all: [when('abuse.suspected'), when('risk.severity', value, 'greaterThanInclusive')] },
      must: [action],
    })
    const [from, further] = [grave('from', 'minor', 'tell-first'), grave('further', 'serious', 'tell-first')]
    const safe = { abuse: { suspected: true, victimSafeNow: true } }
    const values = (depending: readonly DependingDuty[] | undefined) =>
      depending?.map(({ when: [decides] }) => decides?.answer.value)
    expect(values((await told(safe, [further, from])).depending)).toEqual(['minor'])
    const another = { ...further, must: ['respect-choice'] }
    expect(values((await told(safe, [another, from])).depending)).toEqual(['serious', 'minor'])
    const sure = { ...further, conditions: { all: [...further.conditions.all, when('home.asked')] } }
    expect(values((await told(safe, [sure, from])).depending)).toHaveLength(2)
  })

  test('is what all rules would say together, and not what one would', async () => {
    const against = { name: 'against', conditions: also('danger.near'), 'must-not': ['consult-supervisor'] }
    const { depending } = await told({}, [{ ...asked, conditions: also('danger.near') }, against])
    expect(inShort(depending)).toEqual([[[['danger.near', true]], ['must assess-risk', 'must-not consult-supervisor']]])
  })

  test('is not looked for where questions are not', async () => {
    const pack = createPack(packSource({ facts, rules: [rule(near)] }))
    const unasked = await advise({ abuse: { suspected: true } }, pack, { questions: false })
    expect(unasked).not.toHaveProperty('depending')
    expect(render(unasked, { as: 'text', locale: 'en' })).not.toContain('If it proves to be so')
  })
})

describe('of the shipped pack', () => {
  const pack = socialWork as Pack
  const files = readdirSync('tests/cases').map((file) => JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')))
  const situations = files.flatMap(({ cases }) => cases as { name: string; situation: AnySituation }[])
  const stated = ({ fact: name, answer: { value, so } }: Supposed) =>
    [name, so === undefined ? value : new Map([[String(value), so]])] as const

  test('each is owed once what decides it is stated', () => {
    const untrue: string[] = []
    let tried = 0
    for (const { name, situation } of sampleOf(situations, 200, 14)) {
      const known = knownFrom(parseSituation(situation, pack), pack)
      const now = assess(known, pack, {})
      const reasoned = reasonedRules(known, pack)
      for (const duty of dependingDuties(now, reasoned, outlooksLeft(now, known, pack, {}), known, pack)) {
        const { statuses } = assess(knownFrom(restated(known.stated, duty.when.map(stated)), pack), pack, {})
        for (const { action, status } of duty.actions) {
          tried += 1
          if (statuses.get(action) !== status) untrue.push(`${name}: ${action}`)
        }
      }
    }
    expect(untrue).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })

  test('is shown in every form and in both languages, six at most', async () => {
    const violence = {
      risk: { type: ['violence'], target: ['identified-other'], severity: 'life-threatening' },
    } as const
    const advice = await advise(violence, socialWork)
    expect(advice.depending?.length).toBeGreaterThan(6)
    const text = render(advice, { as: 'text', locale: 'en', width: 400 })
    expect(text.match(/ → {3}If /g)).toHaveLength(6)
    expect(text).toMatch(/If nearness of the danger: .*\n.*must: /)
    expect(render(advice, { as: 'markdown', locale: 'id' })).toContain('Bila ternyata demikian')
    expect(render(advice, { as: 'html', locale: 'id' })).toContain('Bila kedekatan')
  })
})
