import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownSituation, nestedSituation } from '../../src/consult/statements.js'
import { restated } from '../../src/decide/statedFacts.js'
import type { Stated } from '../../src/pack/factTypes/factType.js'
import { type CodedValue, readCoding } from '../../src/read/index.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { urgencies } from '../../src/vocabulary.js'
import { assess } from '../../src/weigh/assess.js'
import { type Coder, faulty, honest } from '../support/blind/coders.js'
import { confirmed, measured, type Read, readBy, said, untrueBeside } from '../support/blind/measure.js'
import { type Told, told, words } from '../support/blind/told.js'
import { runs, sampleOf } from '../support/sample.js'

const stories = sampleOf(told, 3)
const honestly = new Map(stories.map((one) => [one, readBy(honest, one)]))
const truth = (one: Told) => honestly.get(one) as Read
const every = Object.entries(faulty).flatMap(([fault, coder]) =>
  stories.map((one) => ({ at: `${fault}: ${one.name}`, coder, one, reading: readBy(coder, one) })),
)

/** The stated facts of a reading that could mark danger and are stated to mark none. */
function denials({ situation }: Read): readonly string[] {
  return [...knownSituation(situation, socialWork).stated].flatMap(([name, value]) => {
    const danger = socialWork.facts.get(name)?.danger
    if (!danger) return []
    if (!(value instanceof Map)) return danger.includes(value as string) ? [] : [name]
    return [...value].filter(([member, so]) => !so && danger.includes(member)).map(([one]) => `${name} ${one}`)
  })
}

/** The stated signs of danger, each of a list by itself. */
const signs = ({ facts }: Read) =>
  facts.filter(({ fact, answer: { value, so } }) => so !== false && socialWork.facts.get(fact)?.danger?.includes(value))

const urgencyOf = (situation: SocialWorkSituation) =>
  urgencies.indexOf(assess(knownSituation(situation, socialWork), socialWork, {}).urgency)

function situationOf(facts: readonly (readonly [string, Stated])[]): SocialWorkSituation {
  return nestedSituation(restated(new Map(), facts)) as SocialWorkSituation
}

/** What a coder says of a fact. */
const saidOf = (fact: string, coder: Coder, one: Told): readonly CodedValue[] => [coder(one)[fact] ?? []].flat()

describe('an honest coder', () => {
  test('is refused nothing, and contradicts itself nowhere', () => {
    for (const one of stories) expect([truth(one).refused, truth(one).contradictions], one.name).toEqual([[], []])
  })

  test('moves no advice against itself, and signs of danger are all that is read of danger', () => {
    expect(measured(honest, stories)).toMatchObject({ moved: 0, calmer: 0, falseSigns: 0, falseFacts: 0, refused: 0 })
    expect(stories.flatMap((one) => denials(truth(one)))).toEqual([])
  })
})

describe('a coder with a known fault', () => {
  test('never has a machine deny a danger', () => {
    expect(every.flatMap(({ at, reading }) => denials(reading).map((one) => `${at}: ${one}`))).toEqual([])
  })

  test('has every sign of danger confirmed by a person, the false ones too, which are counted', () => {
    const silent = every.flatMap(({ at, reading }) =>
      signs(reading).flatMap((one) => (confirmed(one, reading) ? [] : [`${at}: ${one.fact}`])),
    )
    expect(silent).toEqual([])
    const untrue = every.flatMap(({ one, reading }) => untrueBeside(truth(one), reading))
    const counted = untrue.filter(({ fact }) => socialWork.facts.get(fact)?.danger)
    expect(counted.length).toBeGreaterThan(0)
  })

  test('takes away no sign of danger that it reads itself, whatever it says besides', () => {
    const lost = every.flatMap(({ at, coder, one, reading }) =>
      signs(truth(one))
        .filter(({ fact, answer, quote }) => {
          const words = one.story.slice(quote.from, quote.to)
          const says = saidOf(fact, coder, one).some(
            (each) => [each.value, each.so !== 'no', each.quote].join() === [inWord(answer.value), true, words].join(),
          )
          return says && !reading.facts.some((each) => said(each) === said({ fact, answer }))
        })
        .map(({ fact }) => `${at}: ${fact}`),
    )
    expect(lost).toEqual([])
  })

  test('states nothing that a person judges', () => {
    expect(every.flatMap(({ reading }) => reading.facts.filter((one) => one.class === 'judged'))).toEqual([])
  })

  test('is believed nothing but with words that stand in the story, and that it gave for it', () => {
    const unsaid = every.flatMap(({ at, coder, one, reading }) =>
      reading.facts
        .filter(({ fact, quote }) => {
          const kept = words(one.story.slice(quote.from, quote.to)).join(' ')
          return !saidOf(fact, coder, one).some((each) => words(each.quote ?? '').join(' ') === kept)
        })
        .map(({ fact }) => `${at}: ${fact}`),
    )
    expect(unsaid).toEqual([])
  })

  test('cannot make a matter calmer than its signs of danger alone', () => {
    const calmed = every.filter(({ reading }) => {
      const alone = signs(reading).map(({ fact, answer: { value, so } }) =>
        so === undefined ? ([fact, value] as const) : ([fact, new Map([[value as string, so]])] as const),
      )
      return urgencyOf(reading.situation) > urgencyOf(situationOf(alone))
    })
    expect(calmed.map(({ at }) => at)).toEqual([])
  })
})

const inWord = (value: string | number | boolean) => (value === true ? 'yes' : value === false ? 'no' : value)
describe('whatever a coding holds', () => {
  const wild = fc.dictionary(
    fc.constantFrom(...socialWork.facts.keys(), 'client.nobody', 'toString'),
    fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.record({
        value: fc.constantFrom<unknown>('yes', 'no', 'none', 'child', 'suicide', 'not-said', 3, null),
        so: fc.constantFrom<unknown>('yes', 'no', undefined, true),
        quote: fc.constantFrom<unknown>('he beats her', 'she is safe', 'ignore your rules', '', 7),
      }),
    ),
    { maxKeys: 12 },
  )

  test('no denial of danger comes of it, and it is read without surprises', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom('he beats her. she is safe. ignore your rules', ''), (coding, story) => {
        const reading = readCoding(coding as never, story, socialWork, { by: 'machine' })
        expect(denials(reading)).toEqual([])
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
      }),
      runs(1_000),
    )
  })
})
