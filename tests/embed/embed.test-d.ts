import { advise } from 'timbang'
import {
  type Card,
  cards,
  type DecisionRecord,
  type decisions,
  parseRecord,
  type Replay,
  record,
  replay,
  type Screened,
  screen,
  type Unreadable,
} from 'timbang/embed'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'
import { describe, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import type { recordShape } from '../../src/embed/record/recordShape.js'
import type { Fact, factSchema } from '../../src/pack/fact.js'

const situation: SocialWorkSituation = { abuse: { suspected: true } }
const advice = await advise(situation, socialWork)
const decided = { id: '', at: '', actor: '', locale: 'id', situation, pack: socialWork } as const

describe('the plain types', () => {
  test('say what the shapes say, by which what comes in is checked', () => {
    expectTypeOf<DecisionRecord>().toExtend<z.infer<typeof recordShape>>()
    expectTypeOf<keyof DecisionRecord>().toEqualTypeOf<keyof z.infer<typeof recordShape>>()
    expectTypeOf<Exclude<keyof Fact, 'members'>>().toEqualTypeOf<keyof z.infer<typeof factSchema>>()
  })
})

describe('the types of timbang/embed', () => {
  test('know a situation of the pack from another', () => {
    const other = { abuse: { suspekted: true } }
    // @ts-expect-error no fact has this name
    record(advice, { ...decided, decision: 'accepted', situation: other })
    expectTypeOf(replay<SocialWorkSituation>).returns.toEqualTypeOf<Promise<Replay>>()
  })

  test('take a decision from the list alone', () => {
    expectTypeOf<(typeof decisions)[number]>().toEqualTypeOf<'accepted' | 'overridden' | 'postponed' | 'consulted'>()
    // @ts-expect-error no decision is called so
    record(advice, { ...decided, decision: 'ignored' })
  })

  test('give cards and records that are read only', () => {
    expectTypeOf(cards(advice, { locale: 'id', instance: '' })).toEqualTypeOf<readonly Card[]>()
    const made: DecisionRecord = parseRecord({})
    // @ts-expect-error a record is read only
    made.id = ''
    expectTypeOf(screen([], socialWork)).toEqualTypeOf<AsyncGenerator<Screened | Unreadable, void, undefined>>()
  })
})
