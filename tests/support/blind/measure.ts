import { compareCodings, type Reading, readCoding } from '../../../src/read/index.js'
import { type SocialWorkSituation, socialWork } from '../../../src/social-work/socialWork.js'
import { urgencies } from '../../../src/vocabulary.js'
import { type Coder, honest } from './coders.js'
import type { Told } from './told.js'

/** What is made of a coding of a story. */
export type Read = Reading<SocialWorkSituation>

/** What comes of a coder's faults over stories, beside an honest coder. */
interface Figures {
  readonly tellings: number
  /** Stories of which something else is advised. */
  readonly moved: number
  /** Of these, stories of which something untrue counts; of the others, less is known, and asked. */
  readonly misled: number
  /** Stories of which less urgency is told: mostly since a coder without words of the story is not believed. */
  readonly calmer: number
  /** Signs of danger that no honest coder sees; each counts, and each is confirmed by a person. */
  readonly falseSigns: number
  /** Other facts that no honest coder states, and that count. */
  readonly falseFacts: number
  readonly refused: number
  /** Statements of which a person is asked instead, and that do not count until then. */
  readonly asked: number
}

/** What is read of a story as a machine codes it. */
export function readBy(coder: Coder, told: Told): Read {
  return readCoding(coder(told), told.story, socialWork, { by: 'machine' })
}

/** The figures of a coder. */
export function measured(coder: Coder, stories: readonly Told[]): Figures {
  const each = stories.map((told) => besideHonest(readBy(honest, told), readBy(coder, told)))
  const total = (of: (one: (typeof each)[number]) => number) => each.reduce((sum, one) => sum + of(one), 0)
  return {
    tellings: stories.length,
    moved: total((one) => Number(one.moved)),
    misled: total((one) => Number(one.moved && one.untrue.length > 0)),
    calmer: total((one) => Number(one.calmer)),
    falseSigns: total(({ falseSigns }) => falseSigns.length),
    falseFacts: total(({ falseFacts }) => falseFacts.length),
    refused: total(({ reading }) => reading.refused.length),
    asked: total(({ reading }) => reading.confirm.filter(({ counts }) => !counts).length),
  }
}

function besideHonest(truth: Read, reading: Read) {
  const { same, urgency } = compareCodings(truth, reading, socialWork)
  const untrue = untrueBeside(truth, reading)
  const signs = untrue.filter((one) => confirmed(one, reading))
  return {
    reading,
    moved: !same,
    untrue,
    calmer: urgencies.indexOf(urgency.to) > urgencies.indexOf(urgency.from),
    falseSigns: signs,
    falseFacts: untrue.filter((one) => !signs.includes(one)),
  }
}

/** The facts of a reading that an honest coder states neither as counting nor as a question. */
export function untrueBeside(truth: Read, { facts }: Read): Read['facts'] {
  const honestly = new Set([...truth.facts, ...truth.confirm].map(said))
  return facts.filter((one) => !honestly.has(said(one)))
}

/** Whether a person is asked to confirm a fact that counts. */
export function confirmed(one: Read['facts'][number], { confirm }: Read): boolean {
  return confirm.some((asked) => asked.counts && said(asked) === said(one) && asked.quote.from === one.quote.from)
}

/** What a statement is known by. */
export function said({ fact, answer: { value, so } }: Pick<Read['facts'][number], 'fact' | 'answer'>): string {
  return `${fact} ${value} ${so}`
}
