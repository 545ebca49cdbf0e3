import {
  type Advice,
  type AdviseOptions,
  type AnySituation,
  advise,
  createPack,
  type ErrorCode,
  engineForm,
  type InterfaceLanguage,
  type Issue,
  type Pack,
  type RenderOptions,
  render,
  type Status,
  TimbangError,
  type UnaskedAdvice,
  type WeighOptions,
} from 'timbang'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'
import { describe, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import type { adviceShape } from '../src/author/schemas/adviceShape.js'

declare const advice: Advice

describe('a situation', () => {
  test('states what is known, and nothing of it has to be stated', () => {
    expectTypeOf(advise({}, socialWork)).toEqualTypeOf<Promise<Advice>>()
    expectTypeOf(
      advise(
        { summary: 'a story', case: { jurisdiction: 'ID' }, risk: { severity: 'serious' }, client: {} },
        socialWork,
      ),
    ).toEqualTypeOf<Promise<Advice>>()
  })

  test('says of any fact that it was asked and is not known', () => {
    const situation: SocialWorkSituation = {
      abuse: { suspected: null, victim: null },
      risk: { severity: null, type: null },
      case: { jurisdiction: null },
      client: { ageYears: null, isMinor: null },
    }
    expectTypeOf(situation).toExtend<SocialWorkSituation>()
  })

  test('leaves out what is undefined, a fact as well as a group', () => {
    const situation: SocialWorkSituation = { summary: undefined, abuse: undefined, risk: { severity: undefined } }
    expectTypeOf(situation).toExtend<SocialWorkSituation>()
  })

  test('says which members of a list are so: one, several, or what is said of each', () => {
    const one: SocialWorkSituation = { risk: { type: 'suicide' } }
    const several: SocialWorkSituation = { risk: { type: ['suicide', 'violence'] } }
    const each: SocialWorkSituation = {
      risk: { type: { suicide: true, violence: false, neglect: null, other: undefined } },
    }
    const fixed = { risk: { type: ['suicide'] } } as const satisfies SocialWorkSituation
    expectTypeOf([one, several, each, fixed]).toExtend<readonly SocialWorkSituation[]>()
  })

  test('can come from JSON, and is checked when it is weighed', () => {
    expectTypeOf(advise(JSON.parse('{}'), socialWork)).toEqualTypeOf<Promise<Advice>>()
  })

  test('holds no fact that the pack does not declare', () => {
    // @ts-expect-error a fact misspelled
    advise({ risk: { severty: 'serious' } }, socialWork)
    // @ts-expect-error a group misspelled
    advise({ rsik: { severity: 'serious' } }, socialWork)
    // @ts-expect-error a fact outside its group
    advise({ severity: 'serious' }, socialWork)
    // @ts-expect-error a fact by its dotted name
    advise({ 'risk.severity': 'serious' }, socialWork)
    // @ts-expect-error a name, an address
    advise({ client: { name: 'Budi' } }, socialWork)
    // @ts-expect-error a situation of which nothing is known to be a fact
    advise({ weather: 'fine' }, socialWork)
    // @ts-expect-error the same for the stock form
    engineForm({ risk: { severty: 'serious' } }, socialWork)
  })

  test('holds no value that the fact cannot have', () => {
    // @ts-expect-error a word outside the scale
    advise({ risk: { severity: 'grave' } }, socialWork)
    // @ts-expect-error a rank in the place of a word
    advise({ risk: { severity: 3 } }, socialWork)
    // @ts-expect-error a word in the place of yes or no
    advise({ abuse: { suspected: 'yes' } }, socialWork)
    // @ts-expect-error a list of a fact that has one value
    advise({ case: { jurisdiction: ['ID'] } }, socialWork)
    // @ts-expect-error a country in small letters
    advise({ case: { jurisdiction: 'id' } }, socialWork)
    // @ts-expect-error a number as text
    advise({ client: { ageYears: '17' } }, socialWork)
    // @ts-expect-error a member outside the list
    advise({ risk: { type: ['suicidal'] } }, socialWork)
    // @ts-expect-error a member outside the list, of which something is said
    advise({ risk: { type: { suicidal: true } } }, socialWork)
    // @ts-expect-error something said of a member that is neither yes, no nor not known
    advise({ risk: { type: { suicide: 'maybe' } } }, socialWork)
    // @ts-expect-error a yes in the place of members
    advise({ risk: { type: true } }, socialWork)
  })

  test('is nested as the facts are', () => {
    // @ts-expect-error a group is no value
    advise({ risk: 'high' }, socialWork)
    // @ts-expect-error a group is not null: each of its facts may be
    advise({ risk: null }, socialWork)
    // @ts-expect-error a fact is no group
    advise({ risk: { severity: { now: 'serious' } } }, socialWork)
    // @ts-expect-error a situation is an object
    advise([], socialWork)
    // @ts-expect-error a situation is not left out
    advise(socialWork)
    // @ts-expect-error a summary is a text
    advise({ summary: null }, socialWork)
  })

  test('is never changed', () => {
    const situation: SocialWorkSituation = { risk: { severity: 'serious', type: ['suicide'] } }
    // @ts-expect-error a group is read only
    situation.risk = {}
    // @ts-expect-error a fact is read only
    if (situation.risk) situation.risk.severity = 'none'
  })
})

describe('a pack', () => {
  interface Weather {
    readonly sky?: { readonly cloudy?: boolean | null }
  }

  test('of one’s own understands any situation, unless it says which', () => {
    expectTypeOf(createPack({})).toEqualTypeOf<Pack<AnySituation>>()
    expectTypeOf(createPack<Weather>({})).toEqualTypeOf<Pack<Weather>>()
    expectTypeOf(advise({ sky: { cloudy: true } }, createPack({}))).toEqualTypeOf<Promise<Advice>>()
    expectTypeOf(advise({ sky: { cloudy: null } }, createPack<Weather>({}))).toEqualTypeOf<Promise<Advice>>()
    // @ts-expect-error a fact of another pack
    advise({ risk: { severity: 'serious' } }, createPack<Weather>({}))
    // @ts-expect-error a fact of another pack, the other way round
    advise({ sky: { cloudy: true } }, socialWork)
  })

  test('is named by the situations it understands', () => {
    expectTypeOf(socialWork).toEqualTypeOf<Pack<SocialWorkSituation>>()
  })

  test('is created, never written by hand', () => {
    // @ts-expect-error the JSON of a pack is not a pack
    advise({}, { name: 'mine', rules: [] })
  })

  test('is never changed', () => {
    // @ts-expect-error its name is read only
    socialWork.name = 'mine'
    // @ts-expect-error its rules are read only
    socialWork.rules.clear()
    // @ts-expect-error a rule is read only
    for (const rule of socialWork.rules.values()) rule.exceptionTo.push('x')
    // @ts-expect-error a word is read only
    for (const action of socialWork.actions.values()) action.label.en = 'x'
  })
})

describe('the options', () => {
  test('are a day and a framework', () => {
    expectTypeOf<WeighOptions>().toEqualTypeOf<{ readonly on?: string; readonly framework?: string }>()
    advise({}, socialWork, { on: '2026-01-31', framework: 'law-first' })
    expectTypeOf<AdviseOptions>().toExtend<WeighOptions>()
    // @ts-expect-error a date object
    advise({}, socialWork, { on: new Date() })
    // @ts-expect-error an option misspelled
    advise({}, socialWork, { frameworks: 'law-first' })
  })

  test('may leave the questions out, and the type then says that they were not looked for', () => {
    const bare = advise({}, socialWork, { questions: false })
    expectTypeOf(bare).resolves.toEqualTypeOf<Advice | UnaskedAdvice>()
    expectTypeOf<UnaskedAdvice['questions']>().toEqualTypeOf<null>()
    expectTypeOf(advise({}, socialWork, { on: '2026-01-31', questions: true })).resolves.toEqualTypeOf<Advice>()
    // @ts-expect-error whether to look for them, in other words
    advise({}, socialWork, { questions: 'no' })
  })

  test('of a rendering are a form and a language, and what a terminal can do', () => {
    expectTypeOf(
      render(advice, { as: 'text', locale: 'id', width: 72, colour: true, title: 'x' }),
    ).toEqualTypeOf<string>()
    expectTypeOf<RenderOptions['locale']>().toEqualTypeOf<InterfaceLanguage>()
    // @ts-expect-error the form and the language are asked for
    render(advice)
    // @ts-expect-error the language is asked for
    render(advice, { as: 'text' })
    // @ts-expect-error a form that does not exist
    render(advice, { as: 'pdf', locale: 'id' })
    // @ts-expect-error a language that does not exist
    render(advice, { as: 'text', locale: 'fr' })
    // @ts-expect-error a promise of an advice is no advice yet
    render(advise({}, socialWork), { as: 'text', locale: 'id' })
  })
})

describe('an advice', () => {
  test('is plain data that JSON can carry', () => {
    expectTypeOf(advice.actions[0]).toExtend<Advice['actions'][number] | undefined>()
    const stored: Advice = JSON.parse(JSON.stringify(advice))
    expectTypeOf(render(stored, { as: 'markdown', locale: 'en' })).toEqualTypeOf<string>()
  })

  /** A type as JSON sees it: what may be undefined is what may be left out. */
  type AsJson<T> = T extends object ? { [K in keyof T]: AsJson<Exclude<T[K], undefined>> } : T

  test('has the shape by which a stored one is checked, both ways', () => {
    expectTypeOf<AsJson<z.infer<typeof adviceShape>>>().toEqualTypeOf<AsJson<Advice>>()
    // @ts-expect-error a part that is missing
    expectTypeOf<AsJson<z.infer<typeof adviceShape>>>().toEqualTypeOf<AsJson<Omit<Advice, 'urgency'>>>()
    // @ts-expect-error a part that is not there
    expectTypeOf<AsJson<z.infer<typeof adviceShape>>>().toEqualTypeOf<AsJson<Advice & { readonly more?: string }>>()
  })

  test('has a status that can be told apart in full', () => {
    const mark = (status: Status): string => {
      switch (status) {
        case 'must':
        case 'should':
        case 'may':
          return 'do'
        case 'must-not':
        case 'should-not':
          return 'leave'
        case 'contested':
          return 'weigh'
      }
    }
    expectTypeOf(mark).returns.toEqualTypeOf<string>()
    expectTypeOf(advice.actions).toExtend<readonly { readonly status: Status; readonly certainty: string }[]>()
    expectTypeOf(advice.kind).toEqualTypeOf<
      'dilemma' | 'divided' | 'settled' | 'one-sided' | 'undetermined' | 'not-covered'
    >()
    expectTypeOf(advice.urgency).toEqualTypeOf<'immediate' | 'prompt' | 'routine'>()
  })

  test('is never changed', () => {
    // @ts-expect-error its kind is read only
    advice.kind = 'settled'
    // @ts-expect-error its actions are read only
    advice.actions.push()
    // @ts-expect-error an action is read only
    for (const action of advice.actions) action.status = 'may'
    // @ts-expect-error a reason is read only
    for (const action of advice.actions) action.because.reverse()
    // @ts-expect-error a word is read only
    for (const action of advice.actions) action.label.en = 'x'
    // @ts-expect-error a question is read only
    for (const question of advice.questions) question.danger = false
    // @ts-expect-error the rules are read only
    advice.rules.x = advice.rules.y
  })
})

describe('an error', () => {
  test('has a code to branch on and issues to show', () => {
    const error = new TimbangError('invalid-pack', [])
    expectTypeOf(error).toExtend<Error>()
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode>()
    expectTypeOf(error.issues).toEqualTypeOf<readonly Issue[]>()
    expectTypeOf<ErrorCode>().toEqualTypeOf<
      | 'invalid-situation'
      | 'invalid-pack'
      | 'invalid-options'
      | 'invalid-cases'
      | 'invalid-json'
      | 'invalid-vignette'
      | 'invalid-override'
      | 'invalid-exercise'
      | 'invalid-concordance'
      | 'invalid-answers'
      | 'invalid-request'
      | 'invalid-feedback'
      | 'invalid-record'
      | 'invalid-coding'
      | 'broken-invariant'
    >()
  })
})
