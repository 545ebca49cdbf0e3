import { readFileSync } from 'node:fs'
import type { CodedValue, Coding } from '../../../src/read/index.js'
import { socialWork } from '../../../src/social-work/socialWork.js'

/** Words of a story, and what they say or seem to say of a fact. */
export interface Mark {
  readonly as: string
  readonly fact: string
  readonly value: string | number
  readonly quote: string
}

/**
 * A vignette told anew: other words, another order, another teller, and traps in it. What is said stands in brackets, each with its
 * number; the marks tell of which number what is said (`said`) or only seems to be (`denied`, `others`, `supposed`, `elsewhere`,
 * `planted`).
 */
interface Telling {
  readonly of: string
  readonly en: string
  readonly id: string
  readonly marks: readonly string[]
}

/** A telling in one language, and what is said by it in the other. */
export interface Told {
  readonly name: string
  readonly language: 'en' | 'id'
  readonly story: string
  readonly marks: readonly Mark[]
  readonly marksInOther: readonly Mark[]
}

/** One thing that a coder says, before it is put into the form of a coding. */
export interface Statement {
  readonly fact: string
  readonly value: string | number
  readonly so?: 'yes' | 'no'
  readonly quote?: string
}

const tellings: readonly Telling[] = JSON.parse(readFileSync('tests/support/blind/tellings.json', 'utf8'))

/** Every vignette that is told anew, in both languages. */
export const told: readonly Told[] = tellings.flatMap(({ of, marks, ...story }) => {
  const [en, id] = [opened(story.en), opened(story.id)]
  const [inEnglish, inIndonesian] = [marksOf(marks, en.quotes), marksOf(marks, id.quotes)]
  const english = { name: `${of} in English`, language: 'en' as const, story: en.text }
  const indonesian = { name: `${of} in Indonesian`, language: 'id' as const, story: id.text }
  return [
    { ...english, marks: inEnglish, marksInOther: inIndonesian },
    { ...indonesian, marks: inIndonesian, marksInOther: inEnglish },
  ]
})

/** A story without its brackets, and what stood in them by their numbers. */
function opened(story: string): { text: string; quotes: ReadonlyMap<string, string> } {
  const quotes = new Map<string, string>()
  const open: { number: string; from: number }[] = []
  let text = ''
  for (const piece of story.split(/(\[\d+ |\])/u)) {
    if (piece.startsWith('[')) open.push({ number: piece.slice(1, -1), from: text.length })
    else if (piece !== ']') text += piece
    else {
      const last = open.pop()
      if (last !== undefined) quotes.set(last.number, text.slice(last.from))
    }
  }
  return { text, quotes }
}

function marksOf(marks: readonly string[], quotes: ReadonlyMap<string, string>): readonly Mark[] {
  return marks.map((mark) => {
    const [number = '', as = '', fact = '', value = ''] = mark.split(' ')
    const quote = quotes.get(number)
    if (quote === undefined) throw new Error(`nothing stands in the brackets of ${mark}`)
    return { as, fact, value: /^\d+$/u.test(value) ? Number(value) : value, quote }
  })
}

/** What the story says by these marks, each with its words. */
export function says({ marks }: Pick<Told, 'marks'>, ...kinds: readonly string[]): Statement[] {
  return marks.flatMap(({ as, ...one }) => (kinds.includes(as) ? [one] : []))
}

/** The type of a fact, and its values as words of a coding. */
export function shape(fact: string): { type: string; values: readonly string[] } {
  const declared = socialWork.facts.get(fact)
  if (declared === undefined) throw new Error(`no fact ${fact}`)
  const values = declared.values?.map(({ value }) => value) ?? ['yes', 'no']
  return { type: declared.type, values: declared.type === 'number' ? [] : values }
}

/** The sentences of a story. */
export const sentences = (story: string): readonly string[] => story.split(/(?<=[.!?]”?)\s+/u)

/** The words of a text, without what stands between them. */
export const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Statements as a coding: of a list an entry a member, of anything else what was said last. */
export function coding(statements: readonly Statement[]): Coding {
  const one: Record<string, CodedValue | readonly CodedValue[]> = Object.create(null)
  for (const { fact, ...value } of statements) {
    if (!isList(fact)) one[fact] = value
    else one[fact] = [...entries(one[fact]), { so: 'yes', ...value }]
  }
  return { ...one }
}

/** Statements as a coding in which everything is a list, so that nothing said twice is lost. */
export function codingOfAll(statements: readonly Statement[]): Coding {
  const one: Record<string, CodedValue | readonly CodedValue[]> = {}
  for (const { fact, ...value } of statements)
    one[fact] = [...entries(one[fact]), isList(fact) ? { so: 'yes', ...value } : value]
  return one
}

const isList = (fact: string) => socialWork.facts.get(fact)?.type === 'some-of'

const entries = (value: CodedValue | readonly CodedValue[] | undefined) => (value === undefined ? [] : [value].flat())
