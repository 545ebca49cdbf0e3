import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice, AdvisedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { type AtOnce, alarm, atOnce } from '../../src/consult/atOnce.js'
import { compareFrameworks } from '../../src/consult/compareFrameworks.js'
import { interview } from '../../src/consult/interview.js'
import { type TurningPoint, turningPoints } from '../../src/consult/turningPoints.js'
import { unasked } from '../../src/consult/unasked.js'
import { whatIf } from '../../src/consult/whatIf.js'
import { why } from '../../src/consult/why.js'
import { whyNot } from '../../src/consult/whyNot.js'
import { TimbangError } from '../../src/errors.js'
import type { Fact } from '../../src/pack/fact.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import { changesWords, effectWords } from '../../src/render/consult/answers.js'
import { alarmLines } from '../../src/render/consult/atOnce.js'
import { comparisonLines } from '../../src/render/consult/compareFrameworks.js'
import { turningLines, turningPointWords } from '../../src/render/consult/turningPoints.js'
import { whyLines } from '../../src/render/consult/why.js'
import { whyNotLines } from '../../src/render/consult/whyNot.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { consultWords } from '../../src/words/consultWords.js'
import { terminalWords } from '../../src/words/terminalWords.js'
import {
  arbitraryPack,
  framework,
  nested,
  type PackParts,
  packSource,
  rule,
  situationOf,
  unless,
  when,
} from '../support/builders.js'
import { runs } from '../support/sample.js'

/* Turning points among all facts of the shipped pack: tests/long/turning-points.test.ts. */

/** A small random pack and a situation of it, reproducible by its seed. */
function randomCase(): fc.Arbitrary<readonly [Pack<unknown>, AnySituation]> {
  return arbitraryPack().chain((source) => {
    const pack = createPack(source) as Pack<unknown>
    return fc.tuple(fc.constant(pack), situationOf(pack) as fc.Arbitrary<AnySituation>)
  })
}

type Told = Map<string, unknown>

/** The stated facts of a nested situation by name. */
function toldIn(situation: AnySituation, { facts }: Pack<unknown>): Told {
  const held = (name: string) =>
    name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], situation)
  return new Map([...facts.keys()].flatMap((name) => (held(name) === undefined ? [] : [[name, held(name)] as const])))
}

/** What is said of each member of a list that was stated, in whatever way. */
function members(value: unknown): Record<string, boolean | null> {
  if (typeof value === 'string') return { [value]: true }
  if (Array.isArray(value)) return Object.fromEntries(value.map((one: string) => [one, true]))
  return { ...(value as Record<string, boolean | null> | null) }
}

/** Every other answer of a fact, written as a situation has it. */
function others(fact: Fact, told: Told): unknown[] {
  const now = told.get(fact.name)
  if (fact.type === 'some-of') {
    const said = members(now)
    return valueNames(fact).flatMap((word) =>
      [true, false].filter((so) => said[word] !== so).map((so) => ({ ...said, [word]: so })),
    )
  }
  const all = fact.type === 'yes-no' ? [true, false] : valueNames(fact)
  return all.filter((value) => value !== now)
}

/** What is advised; nothing where answers contradict each other. */
async function advised(told: Told, pack: Pack<unknown>, framework?: string): Promise<Advice | undefined> {
  try {
    return await advise(nested(told), pack, framework ? { framework } : {})
  } catch (error) {
    if (error instanceof TimbangError && error.code === 'invalid-situation') return undefined
    throw error
  }
}

function firstOf({ actions }: Advice): string {
  const list = actions.filter(({ standing, within }) => !standing && within === undefined)
  const [first] = list
  return list
    .filter(({ status, urgency }) => status === first?.status && urgency === first.urgency)
    .map(({ action, status, urgency }) => `${action} ${status} ${urgency}`)
    .join()
}

function statusesOf({ actions }: Advice): Record<string, string> {
  return Object.fromEntries(actions.map(({ action, status }) => [action, status]))
}

const withoutNumbers = ([pack]: readonly [Pack<unknown>, unknown]) =>
  [...pack.facts.values()].every(({ type }) => type !== 'number')

describe('turning points', () => {
  test('are all the single answers that change a first recommendation or the urgency, and no others', async () => {
    const tried = runs(60, 6)
    let found = 0
    await fc.assert(
      fc.asyncProperty(randomCase().filter(withoutNumbers), async ([pack, situation]) => {
        const told = toldIn(situation, pack)
        const now = (await advised(told, pack)) as Advice
        const expected: string[] = []
        for (const fact of pack.facts.values())
          for (const value of fact.ask ? others(fact, told) : []) {
            const then = await advised(new Map([...told, [fact.name, value]]), pack)
            if (then && (firstOf(then) !== firstOf(now) || then.urgency !== now.urgency))
              expected.push(`${fact.name} ${JSON.stringify(changed(value, told.get(fact.name)))}`)
          }
        const { single } = turningPoints(situation, pack)
        const told1 = single.flatMap(({ changes }) =>
          changes.flatMap(({ fact, to }) =>
            to.map(({ value, so }) => `${fact} ${JSON.stringify(so === undefined ? value : { [String(value)]: so })}`),
          ),
        )
        found += expected.length
        expect(told1.sort()).toEqual(expected.sort())
      }),
      tried,
    )
    expect(found).toBeGreaterThan((5 * tried.numRuns) / 3)
  })

  test('of pairs are real, and neither of the two would do alone', async () => {
    const tried = runs(300, 30)
    let found = 0
    await fc.assert(
      fc.asyncProperty(randomCase().filter(withoutNumbers), async ([pack, situation]) => {
        const told = toldIn(situation, pack)
        const now = (await advised(told, pack)) as Advice
        const { pairs, searched } = turningPoints(situation, pack)
        for (const { changes, first, urgency } of pairs) {
          found += 1
          expect(changes.map(({ fact }) => fact).every((name) => searched.pairsAmong.includes(name))).toBe(true)
          const stated = changes.map(({ fact, to: [one] }): readonly [string, unknown] => [
            fact,
            one?.so === undefined ? one?.value : { ...members(told.get(fact)), [String(one.value)]: one.so },
          ])
          const then = (await advised(new Map([...told, ...stated]), pack)) as Advice
          expect(then.urgency).toBe(urgency.to)
          expect(firstOf(then)).toBe(first.map((one) => `${one.action} ${one.status} ${one.urgency}`).join())
          expect(firstOf(then) !== firstOf(now) || then.urgency !== now.urgency).toBe(true)
          for (const one of stated) {
            const alone = await advised(new Map([...told, one]), pack)
            if (alone) expect([firstOf(alone), alone.urgency]).toEqual([firstOf(now), now.urgency])
          }
        }
      }),
      tried,
    )
    expect(found).toBeGreaterThan(tried.numRuns / 30)
  })

  test('of pairs are found among the facts on which the first recommendations rest', () => {
    const pack = createPack(
      packSource({
        rules: [
          rule({
            name: 'assess',
            conditions: { any: [when('abuse.suspected'), when('consent.given')] },
            must: ['assess-risk'],
          }),
        ],
      }),
    )
    const { pairs } = turningPoints({ abuse: { suspected: true }, consent: { given: true } }, pack)
    expect(pairs.map((pair) => pair.changes.map(({ fact, to }) => [fact, to.map(({ value }) => value)]))).toEqual([
      [
        ['abuse.suspected', [false]],
        ['consent.given', [false]],
      ],
    ])
  })
})

function changed(value: unknown, before: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const said = members(before)
  return Object.fromEntries(Object.entries(value).filter(([member, so]) => said[member] !== so))
}

describe('turning points in words', () => {
  test('say what comes first instead where nothing of it stays', () => {
    const { first: now } = turningPoints({ abuse: { suspected: true } }, createPack(packSource()))
    const [first] = now
    expect(now).toHaveLength(1)
    const point = {
      changes: [],
      urgency: { from: 'prompt', to: 'prompt' },
      first: [{ ...first, action: 'another', label: { en: 'Another', id: 'Lain' } }],
    } as unknown as TurningPoint
    expect(turningPointWords(point, now, 'en')).toBe(' → instead, first: You must: Another')
    expect(turningPointWords({ ...point, first: now, urgency: { from: 'prompt', to: 'immediate' } }, now, 'id')).toBe(
      ' → sekarang juga',
    )
  })
})

describe('what if', () => {
  test('tells every difference between two advices, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomCase().chain(([pack, situation]) =>
          fc.tuple(fc.constant(pack), fc.constant(situation), situationOf(pack) as fc.Arbitrary<AnySituation>),
        ),
        async ([pack, situation, change]) => {
          const merged = toldIn(situation, pack)
          for (const [name, value] of toldIn(change, pack)) {
            const some = pack.facts.get(name)?.type === 'some-of' && value !== null
            merged.set(name, some ? { ...members(merged.get(name)), ...members(value) } : value)
          }
          const [now, then] = [await advised(toldIn(situation, pack), pack), await advised(merged, pack)]
          if (!now || !then) return
          const told = whatIf(situation, pack, { change })
          expect([told.kind, told.urgency]).toEqual([
            { from: now.kind, to: then.kind },
            { from: now.urgency, to: then.urgency },
          ])
          const [before, after] = [statusesOf(now), statusesOf(then)]
          const actions = [...pack.actions.keys()].filter((name) => before[name] !== after[name])
          expect(told.actions.map(({ action, from, to }) => [action, from, to])).toEqual(
            actions.map((name) => [name, before[name] ?? null, after[name] ?? null]),
          )
          const sure = (advice: Advice, name: string) => advice.actions.find(({ action }) => action === name)?.certainty
          expect(told.certainty.map(({ action, from, to }) => [action, from, to])).toEqual(
            [...pack.actions.keys()]
              .filter((name) => before[name] && before[name] === after[name] && sure(now, name) !== sure(then, name))
              .map((name) => [name, sure(now, name), sure(then, name)]),
          )
        },
      ),
      runs(150, 15),
    )
  })

  test('tells what is supposed beside what was told, also that something is not known', () => {
    const situation = { risk: { severity: 'serious', target: { child: true } } } as const
    const { changes } = whatIf(situation, socialWork, {
      change: { risk: { severity: null, target: { child: false } } },
    })
    expect(changes.map(({ fact, from, to }) => [fact, from?.value, from?.so, to?.value, to?.so])).toEqual([
      ['risk.severity', 'serious', undefined, undefined, undefined],
      ['risk.target', 'child', true, 'child', false],
    ])
  })
})

describe('why', () => {
  test('tells facts that are enough, no fewer of which would do, and each of those without which it is not so', async () => {
    const tried = runs(60, 6)
    let asked = 0
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([pack, situation]) => {
        const told = toldIn(situation, pack)
        const now = (await advised(told, pack)) as Advice
        for (const { action, status } of now.actions.slice(0, 3)) {
          asked += 1
          const found = why(situation, pack, { action })
          const single = [...told].flatMap(([name, value]): [string, unknown][] =>
            pack.facts.get(name)?.type === 'some-of' && value !== null
              ? Object.entries(members(value)).flatMap(([word, so]) => (so === null ? [] : [[name, { [word]: so }]]))
              : value === null
                ? []
                : [[name, value]],
          )
          const says = async (facts: readonly [string, unknown][]) => {
            const put: Told = new Map()
            for (const [name, value] of facts)
              put.set(
                name,
                typeof value === 'object' ? { ...members(put.get(name) ?? null), ...members(value) } : value,
              )
            const then = await advised(put, pack)
            return then && (statusesOf(then)[action] ?? null)
          }
          const inShort = ([name, value]: [string, unknown]) => JSON.stringify([name, value])
          const told1 = (list: typeof found.sufficient) =>
            list.map(({ fact, answer: { value, so } }) =>
              inShort([fact, so === undefined ? value : { [String(value)]: so }]),
            )
          const sufficient = single.filter((one) => told1(found.sufficient).includes(inShort(one)))
          expect(await says(sufficient)).toBe(status)
          if (found.fewest)
            for (const one of sufficient)
              expect(await says(sufficient.filter((other) => other !== one))).not.toBe(status)
          const necessary: string[] = []
          for (const one of single)
            if ((await says(single.filter((other) => other !== one))) !== status) necessary.push(inShort(one))
          expect(told1(found.necessary).sort()).toEqual(necessary.sort())
        }
      }),
      tried,
    )
    expect(asked).toBeGreaterThan((2 * tried.numRuns) / 3)
  })

  test('of an action of which nothing is said rests on nothing', () => {
    const { status, sufficient, necessary } = why({}, socialWork, { action: 'report-to-police' })
    expect([status, sufficient, necessary]).toEqual([null, [], []])
  })
})

describe('why not', () => {
  test('tells every rule that would ask for the action, and what stands in its way', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([pack, situation]) => {
        const now = (await advised(toldIn(situation, pack), pack)) as Advice
        for (const action of pack.actions.keys()) {
          const { status, rules } = whyNot(situation, pack, { action })
          expect(status).toBe(statusesOf(now)[action] ?? null)
          const asking = [...pack.rules.values()].filter(
            ({ findsOut, pushes }) =>
              !findsOut &&
              pushes.some((push) => push.action === action && ['must', 'should', 'may'].includes(push.force)),
          )
          expect(rules.map(({ rule }) => rule).sort()).toEqual(asking.map(({ name }) => name).sort())
          for (const rule of rules) {
            expect(rule.wanting.length === 0).toBe(rule.conditions.truth === true)
            if (rule.conditions.truth === null) expect(rule.wanting.some(({ open }) => open)).toBe(true)
            if (rule.conditions.truth === false) expect(rule.wanting.some(({ open }) => !open)).toBe(true)
            if (rule.outcome === 'excepted') expect(rule.excepted.length).toBeGreaterThan(0)
          }
        }
      }),
      runs(100, 10),
    )
  })

  test('of telling a family names the danger that is not known', () => {
    const { rules } = whyNot({ disclosure: { requester: 'family' } }, socialWork, { action: 'disclose-to-protect' })
    const open = rules.flatMap(({ wanting }) => wanting.filter((one) => one.open).map(({ fact }) => fact))
    expect(open).toContain('risk.graveAndNear')
  })
})

describe('frameworks compared', () => {
  test('say what each would say if it alone were followed', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([pack, situation]) => {
        const { frameworks, differ } = compareFrameworks(situation, pack)
        expect(frameworks.map(({ framework }) => framework)).toEqual([...pack.frameworks.keys()])
        const followed = new Map<string, Record<string, string>>()
        for (const { framework, kind, urgency, first } of frameworks) {
          const advice = (await advised(toldIn(situation, pack), pack, framework)) as Advice
          followed.set(framework, statusesOf(advice))
          expect([kind, urgency]).toEqual([advice.kind, advice.urgency])
          expect(first.map((one) => `${one.action} ${one.status} ${one.urgency}`).join()).toBe(firstOf(advice))
        }
        const by = (action: string) =>
          Object.fromEntries([...followed].map(([name, said]) => [name, said[action] ?? null]))
        const expected = [...pack.actions.keys()].filter((action) => new Set(Object.values(by(action))).size > 1)
        expect(differ.map(({ action, by: said }) => [action, said])).toEqual(expected.map((one) => [one, by(one)]))
      }),
      runs(100, 10),
    )
  })

  test('part, where a court orders what would gravely harm the client, on how grave and near the danger is', () => {
    const { cases } = JSON.parse(readFileSync('tests/cases/dilemmas.json', 'utf8')) as {
      cases: readonly { readonly name: string; readonly situation: SocialWorkSituation }[]
    }
    const ordered = cases.find(({ name }) => name.startsWith('a court orders what would gravely harm the client'))
    const { parts } = compareFrameworks(ordered?.situation ?? {}, socialWork)
    expect(parts.map(({ between, agreement, facts }) => [between, agreement, facts.map(({ fact }) => fact)])).toEqual([
      [
        ['accountability', 'non-maleficence'],
        'split',
        ['risk.severity', 'risk.imminence', 'risk.credibility', 'disclosure.harmIfMade'],
      ],
    ])
  })
})

describe('what is not asked', () => {
  test('is, with what is asked, every open fact that could change the advice by itself', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase().filter(withoutNumbers), async ([pack, situation]) => {
        const told = toldIn(situation, pack)
        const now = (await advised(told, pack)) as Advice
        const listed = new Set([
          ...now.questions.map(({ fact }) => fact),
          ...unasked(situation, pack).map(({ fact }) => fact),
        ])
        for (const fact of pack.facts.values()) {
          const said = told.get(fact.name) ?? null
          if (!fact.ask || (said !== null && fact.type !== 'some-of')) continue
          for (const value of others(fact, told)) {
            const again =
              fact.type === 'some-of' &&
              Object.keys(changed(value, said) as object).some((one) => typeof members(said)[one] === 'boolean')
            const then = again ? undefined : await advised(new Map([...told, [fact.name, value]]), pack)
            const differs =
              then &&
              (JSON.stringify(statusesOf(then)) !== JSON.stringify(statusesOf(now)) || then.urgency !== now.urgency)
            if (
              differs &&
              JSON.stringify(Object.entries(statusesOf(then)).sort()) !==
                JSON.stringify(Object.entries(statusesOf(now)).sort())
            )
              expect([...listed]).toContain(fact.name)
          }
        }
      }),
      runs(60),
    )
  })

  test('has nothing in it, and nothing is asked, that a stated fact decides: every answer asked for is possible', async () => {
    const tried = runs(100, 10)
    let asked = 0
    await fc.assert(
      fc.asyncProperty(randomCase(), async ([pack, situation]) => {
        const told = toldIn(situation, pack)
        const { questions } = (await advised(told, pack)) as Advice
        for (const { fact, answers, given } of questions)
          for (const { value, so } of answers) {
            asked += 1
            const supposed = [...given.map((one) => [one.fact, one.answer] as const), [fact, { value, so }] as const]
            const then = new Map(told)
            for (const [name, answer] of supposed) {
              const before = then.get(name)
              then.set(
                name,
                answer.so === undefined ? answer.value : { ...members(before), [String(answer.value)]: answer.so },
              )
            }
            expect(await advised(then, pack)).toBeDefined()
          }
      }),
      tried,
    )
    expect(asked).toBeGreaterThan(tried.numRuns / 2)
  })

  test('has each its reason', () => {
    const reasons = new Map(
      unasked({ abuse: { suspected: true, victimSafeNow: null } }, socialWork).map(({ fact, reason }) => [
        fact,
        reason,
      ]),
    )
    expect(reasons.get('abuse.victimSafeNow')).toBe('not-known')
    expect(reasons.get('capacity.status')).toBe('presumed')
    expect(new Set(reasons.values())).toEqual(new Set(['not-known', 'presumed', 'told-with-story', 'another-matter']))
  })
})

describe('a consultation in words', () => {
  const packOf = (parts?: PackParts) => createPack(packSource(parts)) as Pack<unknown>
  const tiny = packOf()
  /** Trust against life: one framework decides only where the danger is grave, the other always. */
  const parted = packOf({
    frameworks: [
      framework('life-first', {
        prevails: ['protection-of-life'],
        over: ['confidentiality'],
        when: when('risk.severity', 'serious'),
      }),
      framework('trust-first', { prevails: ['confidentiality'], over: ['protection-of-life'] }),
    ],
    rules: [
      rule({
        name: 'keep',
        principle: 'confidentiality',
        must: ['keep-confidential'],
        unless: [unless('consents', when('consent.given'))],
      }),
      rule({
        name: 'tell',
        must: ['disclose-to-protect'],
        conditions: {
          all: [
            {
              any: [
                { fact: 'risk.severity', operator: 'equal', value: 'serious' },
                { fact: 'risk.target', operator: 'contains', value: 'child' },
              ],
            },
            { not: { fact: 'client.ageYears', operator: 'lessThan', value: 12 } },
          ],
        },
      }),
    ],
  })
  const minor = { abuse: { suspected: true }, risk: { severity: 'minor' } }
  const grave = { abuse: { suspected: true }, risk: { severity: 'serious' }, client: { ageYears: 20 } }

  test('tells of each answer what it would change, also that it would change nothing', () => {
    const effects = (situation: object) => interview({ situation }, tiny).effects.map((one) => effectWords(one, 'en'))
    expect(effects({})).toEqual([
      'none → nothing by itself',
      'minor → nothing by itself',
      'serious → You must: disclose; You must: assess the risk',
    ])
    expect(effects(minor)).toEqual(['yes → no longer “You must”: keep confidential', 'no → nothing by itself'])
  })

  test('tells what would be said of an action, and what is said of it now', () => {
    const { actions } = whatIf(grave, parted, { change: { risk: { severity: null } } })
    const would = whatIf({ ...grave, consent: { given: true } }, parted, { change: { consent: { given: false } } })
    expect(changesWords(actions, 'en')).toEqual([
      'no longer “Undecided”: disclose',
      'You must: keep confidential (instead of “Undecided”)',
      'no longer “You must”: assess the risk',
    ])
    expect(changesWords(would.actions, 'id')).toEqual([
      'Belum dapat diputuskan: disclose (id) (bukan lagi “Anda wajib”)',
      'Belum dapat diputuskan: keep confidential (id)',
    ])
  })

  test('tells what would change the advice, how soon it would press, and how far was looked', () => {
    const hint = consultWords.en.turningHint
    expect(turningLines(turningPoints(minor, tiny), 'en')).toEqual([
      hint,
      '• abuse.suspected: no → no longer first: keep confidential',
      '• risk.severity: serious → at once; instead, first: You must: disclose',
      '• consent.given: yes → no longer first: keep confidential',
      'Looked at: each of 8 facts alone (21 other answers), and pairs among 2 facts. Not looked at: other pairs, and three or more together.',
    ])
    expect(turningLines(turningPoints(grave, parted), 'en')).toContain(
      '• risk.severity: none or minor → without hurry; instead, first: You must: keep confidential',
    )
    const [none, ...looked] = turningLines({ ...turningPoints({}, tiny), single: [], pairs: [] }, 'en')
    expect([none, looked.length]).toEqual([consultWords.en.turningNone, 1])
  })

  test('tells on what a recommendation rests, and of what is not recommended that nothing does', () => {
    const [enough, without] = [
      'What this rests on, enough by themselves:',
      'What this rests on, without which it would be otherwise:',
    ]
    const lines = (action: string) => whyLines(why(minor, tiny, { action }), 'en')
    const told = '• abuse.suspected: yes'
    expect(lines('keep-confidential')).toEqual(['You must: keep confidential', enough, told, without, told])
    expect(lines('disclose-to-protect')).toEqual(['disclose', enough, '–', without, '–'])
  })

  test('tells what stands in the way of an action: what is otherwise, and what is not told', () => {
    const lines = (situation: object, action = 'disclose-to-protect', pack = parted) =>
      whyNotLines(whyNot(situation, pack, { action }), 'en')
    expect(lines({ risk: { severity: 'minor' }, client: { ageYears: 3 } })).toEqual([
      'disclose',
      'You must, because because of tell',
      '  ✕ risk.severity: serious – you told: minor (one of these would do)',
      '  ? risk.target: child among them – not told (one of these would do)',
      '  ✕ not (client.ageYears: below 12) – you told: 3',
    ])
    expect(lines(grave)).toEqual([
      'Undecided: disclose',
      'You must, because because of tell',
      '  ~ gives way to keep confidential: because of keep',
    ])
    expect(lines({ ...minor, consent: { given: true } }, 'keep-confidential')).toEqual([
      'keep confidential',
      'You must, because because of keep',
      '  ✕ unless unless consents',
    ])
    expect(lines({}, 'assess-risk')).toEqual(['assess the risk', consultWords.en.noRule])
    const young = { client: { ageYears: 3 } }
    expect(lines(young, 'respect-choice', tiny).at(-1)).toBe('  ✕ not (client.isMinor: yes) – you told: yes')
  })

  test('tells of a rule that is not in force on the day, and of no more than four', () => {
    const [old, ...others] = ['old', 'one', 'two', 'three', 'four', 'five']
    const pack = packOf({
      rules: [
        rule({ name: old as string, must: ['respect-choice'], inForce: { until: '2020-01-01' } }),
        rule({ name: 'other', must: ['tell-first'] }),
        ...others.map((name) => rule({ name, must: ['disclose-to-protect'] })),
      ],
    })
    const lines = (action: string) => whyNotLines(whyNot({}, pack, { action }), 'en')
    expect(lines('respect-choice')).toContain(`  ✕ ${consultWords.en.notInForce}`)
    expect(lines('tell-first')).not.toContain(`  ✕ ${consultWords.en.notInForce}`)
    expect(lines('disclose-to-protect').filter((line) => line.startsWith('You must'))).toHaveLength(4)
    expect(lines('disclose-to-protect').at(-1)).toBe('and 1 more')
  })

  test('tells on what frameworks part and on what it hangs, or that they do not', () => {
    expect(comparisonLines(compareFrameworks(grave, parted), 'en')).toEqual([
      'life-first: duties collide, and it is settled; You must: assess the risk',
      'trust-first: duties collide, and it is settled; You must: assess the risk',
      'They part on:',
      '• disclose – life-first: You must · trust-first: –',
      '• keep confidential – life-first: – · trust-first: You must',
      'It hangs on: risk.severity (serious)',
    ])
    const open = { abuse: { suspected: true }, risk: { target: ['child'] }, client: { ageYears: 20 } }
    expect(comparisonLines(compareFrameworks(open, parted), 'en').at(-1)).toBe(
      'It hangs on: risk.severity (is not known)',
    )
    expect(comparisonLines(compareFrameworks({}, tiny), 'id')).toEqual([
      'life-first (id): yang diketahui belum cukup; –',
      consultWords.id.frameworksAgree,
    ])
  })

  test('tells how many questions may still come, and which numbers fit', () => {
    expect([consultWords.en.asked(3, 2), consultWords.id.asked(3, 0)]).toEqual([
      '3 answered; 2 questions open now',
      '3 terjawab; tidak ada lagi jawaban yang akan mengubah saran',
    ])
    expect([consultWords.en.asked(3, 0), consultWords.id.asked(3, 2)]).toEqual([
      '3 answered; no further answer would change the advice',
      '3 terjawab; 2 pertanyaan masih terbuka saat ini',
    ])
    const ranges = [
      [undefined, undefined],
      [0, undefined],
      [0, 120],
    ] as const
    expect(ranges.map(([min, max]) => terminalWords.en.numberWanted(min, max))).toEqual([
      'A whole number',
      'A whole number from 0',
      'A whole number from 0 to 120',
    ])
    expect(ranges.map(([min, max]) => terminalWords.id.numberWanted(min, max))).toEqual([
      'Bilangan bulat',
      'Bilangan bulat dari 0',
      'Bilangan bulat dari 0 sampai 120',
    ])
  })
})

describe('what must be done at once', () => {
  const told = JSON.parse(readFileSync('examples/situations/violence-told-in-confidence.json', 'utf8')).situation
  const vignettes: readonly { readonly situation: SocialWorkSituation }[] = JSON.parse(
    readFileSync('tests/cases/vignettes.json', 'utf8'),
  ).cases
  const nothing: AtOnce = { now: [], waiting: [] }
  const inShort = ({ now, waiting }: AtOnce) => ({
    now: now.map(({ action }) => action),
    waiting: waiting.map(({ action, question }) => [action.action, question?.fact]),
  })
  const raising = (disclosureIncreases: boolean) => ({ ...told, risk: { ...told.risk, disclosureIncreases } })

  test('is no order while an open danger could undo it', async () => {
    expect(inShort(atOnce(await advise(told, socialWork)))).toEqual({
      now: ['ensure-immediate-safety', 'assess-risk'],
      waiting: [
        ['disclose-to-protect', 'risk.disclosureIncreases'],
        ['report-to-protection-service', 'risk.disclosureIncreases'],
      ],
    })
  })

  test('is an order once that danger is known not to be', async () => {
    const { now, waiting } = inShort(atOnce(await advise(raising(false), socialWork)))
    expect(now).toContain('report-to-protection-service')
    expect(waiting.map(([action]) => action)).not.toContain('report-to-protection-service')
  })

  test('is in order or waits, and both are all that must be done at once and is told by itself', async () => {
    for (const { situation } of vignettes.filter((_, i) => i % 6 === 0)) {
      const advice = await advise(situation, socialWork)
      const { now, waiting } = atOnce(advice)
      const all = advice.actions.filter(
        ({ status, urgency, standing, within }) =>
          status === 'must' && urgency === 'immediate' && !standing && within === undefined,
      )
      const parts = now.filter(({ within }) => within !== undefined)
      const both = [...now.filter((one) => !parts.includes(one)), ...waiting.map(({ action }) => action)]
      expect(both.map(({ action }) => action).sort()).toEqual(all.map(({ action }) => action).sort())
      const whole = (part: AdvisedAction) => waiting.some(({ action }) => action.action === part.within)
      expect(parts.filter((part) => !whole(part))).toEqual([])
      expect(now.filter(({ certainty }) => certainty === 'depends')).toEqual([])
    }
  })

  test('tells a part by itself that is right whatever is open, while the whole of which it is a part waits', async () => {
    const gun = {
      worker: { role: 'student' },
      client: { roleInHarm: 'perpetrator' },
      risk: {
        type: ['violence'],
        target: ['identified-other'],
        hasPlanAndMeans: true,
        severity: 'life-threatening',
        imminence: 'likely',
        credibility: 'moderate',
      },
    } as const
    const { now, waiting } = inShort(atOnce(await advise(gun, socialWork)))
    expect(now).toEqual(['ensure-immediate-safety', 'consult-supervisor'])
    expect(waiting.map(([action]) => action)).toEqual(['disclose-to-protect'])
  })

  test('is nothing where it is not urgent', () => {
    expect(atOnce({ urgency: 'prompt', actions: [{}], questions: [] } as unknown as Advice)).toEqual(nothing)
  })

  test('does not wait for what it is to find out itself', async () => {
    const advice = await advise(told, socialWork)
    const [first] = atOnce(advice).waiting
    const finding = { ...first?.action, assumptions: { ...first?.action.assumptions, findsOut: ['risk.severity'] } }
    const { now, waiting } = atOnce({ ...advice, actions: [finding] } as Advice)
    expect([now.length, waiting]).toEqual([1, []])
  })

  test('is told once, and taken back with the reason when it holds no more', async () => {
    const [safe, open, raised] = await Promise.all(
      [raising(false), told, raising(true)].map((situation) => advise(situation, socialWork)),
    )
    const first = alarm(nothing, atOnce(safe as Advice))
    expect(first.gone).toEqual([])
    expect(alarm(atOnce(safe as Advice), atOnce(safe as Advice))).toEqual({ now: [], waiting: [], gone: [] })
    expect(alarmLines(alarm(atOnce(safe as Advice), atOnce(open as Advice)), open as Advice, 'en')).toContainEqual({
      title: 'No longer what you must do now',
      lines: [
        '✕ Tell a service that can protect – now only once this is clear: Would reporting or telling someone raise the danger?',
        '✕ Report to the protection service – now only once this is clear: Would reporting or telling someone raise the danger?',
      ],
    })
    const [gone] = alarmLines(alarm(atOnce(safe as Advice), atOnce(raised as Advice)), raised as Advice, 'id')
    expect(gone?.title).toBe('Tidak lagi wajib dilakukan sekarang juga')
    expect(gone?.lines.join()).toMatch(/Melapor kepada layanan pelindungan – karena /)
  })

  test('is taken back with what is said of it now, or with its name alone where nothing is', async () => {
    const advice = await advise({ abuse: { suspected: true } }, socialWork)
    const [kept] = advice.actions.filter(({ status, urgency }) => status === 'must' && urgency === 'prompt')
    const gone = { now: [], waiting: [], gone: [kept as AdvisedAction] }
    const label = (kept as AdvisedAction).label.en
    const lines = (said: Advice) => alarmLines(gone, said, 'en').flatMap((part) => part.lines)
    expect(lines(advice)).toEqual([`✕ ${label} – now: You must, soon`])
    expect(lines({ ...advice, actions: [] })).toEqual([`✕ ${label}`])
  })

  test('says by what it would be undone where no question is left', async () => {
    const advice = await advise(told, socialWork)
    const lines = alarmLines(alarm(nothing, atOnce({ ...advice, questions: [] })), advice, 'en')
    expect(lines.at(-1)?.lines[0]).toMatch(/^\? Tell a service that can protect – unless .*; or /)
  })
})

describe('questions to a consultation are refused', () => {
  test.each([
    [
      'an action that is none',
      () => whyNot({}, socialWork, { action: 'report-to-polic' }),
      'options.action: no action of the pack has this name (did you mean `report-to-police`?)',
    ],
    ['no action at all', () => why({}, socialWork, {} as never), 'options.action: no action of the pack has this name'],
    [
      'a framework that is none',
      () => turningPoints({}, socialWork, { framework: 'reemer' }),
      'options.framework: no framework of the pack has this name (did you mean `reamer`?)',
    ],
  ])('%s', (_, ask, message) => {
    expect(ask).toThrow(message)
  })
})
