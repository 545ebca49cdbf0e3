import { stemsOf } from '../find/terms.js'
import type { SayingsFile } from '../pack/sayings/sayings.js'

/** One word of a story or of a saying: where it stands, under what it is looked up, and how it is meant. */
export interface Spoken {
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** A part of a sentence, up to a comma. */
  readonly clause: number
  /** Under what it is looked up. */
  readonly terms: readonly string[]
  readonly number?: number
  readonly speech?: SpeechMark
  /** Whether what comes after it is asked to be left, and so is not told: *jangan lapor polisi*, *not to tell*. */
  readonly forbids?: boolean
  /** Whether it says that somebody asks or says something. */
  readonly asks?: boolean
}

/** How something is told: that it is not so, that it may be so, that others say so. */
export const speechMarks = ['denied', 'doubted', 'reported'] as const
export type SpeechMark = (typeof speechMarks)[number]

/** The words that a language has for these, of all sayings of a pack. */
export interface Speech {
  readonly marks: ReadonlyMap<string, SpeechMark>
  readonly everywhere: ReadonlySet<string>
  /** How people ask that something be left: the words of each, in their order. */
  readonly forbidden: readonly (readonly string[])[]
  /** The words by which somebody asks or says something. */
  readonly asking: ReadonlySet<string>
  /** Words that a stemmer takes for forms of others: *kemaluan* is no form of *malu*. */
  readonly unstemmed: ReadonlySet<string>
  /** What is written short, and as what it is read: *jgn*, *jangan*. */
  readonly short: ReadonlyMap<string, string>
  readonly numbers: ReadonlyMap<string, number>
}

/** Under this every word is looked up that says that something is not so. */
export const notSo = '¬'

/** Stands in a saying for any number. */
export const anyNumber = '#'

/** How a pack says that it denies, doubts, reports and counts. */
export function speechOf(files: readonly SayingsFile[]): Speech {
  const speeches = files.flatMap(({ speech }) => (speech ? [speech] : []))
  const words = (said: Readonly<Record<string, readonly string[]>> = {}) => Object.values(said).flat()
  return {
    marks: new Map(
      speeches.flatMap((speech) =>
        speechMarks.flatMap((mark) => words(speech[mark]).map((word) => [word, mark] as const)),
      ),
    ),
    everywhere: new Set(speeches.flatMap(({ everywhere }) => words(everywhere))),
    forbidden: speeches.flatMap(({ forbidden }) => words(forbidden)).map((said) => withoutShort(said).split(/\s+/)),
    asking: new Set(speeches.flatMap(({ asking }) => words(asking))),
    unstemmed: new Set(speeches.flatMap(({ unstemmed }) => words(unstemmed))),
    short: new Map(speeches.flatMap(({ short = {} }) => Object.values(short).flatMap(Object.entries))),
    numbers: new Map(speeches.flatMap(({ numbers = {} }) => Object.values(numbers).flatMap(Object.entries))),
  }
}

/** Sentences end where a reader pauses; what is denied in one is not denied in the next, nor after a comma. */
const pause = /[.!?;\n]/

/** With the *not* of *don't* as a word of its own, each letter where it was. */
function withoutShort(text: string): string {
  return text.replace(/n['’]t\b/g, (part) => `${' '.repeat(part.length - 1)}${notSo}`)
}

/** The words of a text as they are heard, in their order; a number that is written together with what it counts apart from it: *16th*, *8yo*. */
export function spokenWords(text: string, speech: Speech): readonly Spoken[] {
  const apart = withoutShort(text)
  const words: Spoken[] = []
  const read: string[] = []
  let [sentence, clause] = [0, 0]
  for (const { 0: written, index } of apart.matchAll(/\p{N}+(?=\p{L})|[\p{L}\p{N}]+|¬|[.!?;\n,]/gu)) {
    if (pause.test(written)) sentence += 1
    if (pause.test(written) || written === ',') clause += 1
    else {
      read.push(asRead(written, speech))
      const forbids = speech.forbidden.some((said) => endsWith(read, said))
      const place = { from: index, to: index + written.length, sentence, clause, ...(forbids && { forbids }) }
      const word = read.at(-1) as string
      words.push({ ...place, ...(speech.asking.has(word) && { asks: true }), ...meaning(word, speech) })
    }
  }
  return words
}

/** A word in small letters and written out: *jgn* is *jangan*, and *dipegang2* says twice what *dipegang* says. */
function asRead(word: string, { short }: Speech): string {
  const small = word.toLowerCase()
  const once = small.length > longestWord ? small : small.replace(/(?<=\p{L}{3})2(?=\p{L}*$)/u, '')
  return short.get(once) ?? once
}

function endsWith(read: readonly string[], said: readonly string[]): boolean {
  return said.every((word, at) => read[read.length - said.length + at] === word)
}

/** What is longer is no word of any language here, and is looked up as it stands. */
const longestWord = 60

function meaning(word: string, speech: Speech): Pick<Spoken, 'terms' | 'number' | 'speech'> {
  if (word.length > longestWord) return { terms: [asWritten(word)] }
  const mark = word === notSo ? 'denied' : speech.marks.get(word)
  if (mark === 'denied') return { terms: [notSo], speech: mark }
  const number = /^\d{1,9}$/.test(word) ? Number(word) : speech.numbers.get(word)
  const counted = number === undefined ? {} : { number }
  if (speech.everywhere.has(word)) return { terms: [asWritten(word)], ...(mark && { speech: mark }) }
  const terms = number === undefined ? [] : [anyNumber]
  return {
    terms: [...terms, ...heardAs(word, speech.unstemmed), asWritten(word)],
    ...counted,
    ...(mark && { speech: mark }),
  }
}

/** Under what a word is looked up: its stems, and those of what it is in everyday Indonesian (*mukulin*, *ngancam*, *nyakitin*). */
export function heardAs(word: string, unstemmed: ReadonlySet<string> = none): readonly string[] {
  const whole = [word, word.replace(/(nya|ku|mu|s)$/, '')].find((form) => unstemmed.has(form))
  if (whole !== undefined) return [whole]
  return [...new Set([word, ...everyday(word)].flatMap(stemsOf))]
}

const none: ReadonlySet<string> = new Set()

const dropped = [
  [/^nge/, ''],
  [/^ng/, ''],
  [/^ng/, 'k'],
  [/^ny/, 's'],
  [/^m(?=[aeiou])/, 'p'],
  [/^n(?=[aeiou])/, 't'],
] as const

function everyday(word: string): readonly string[] {
  const short = word.length > 5 ? [word.replace(/in$/, ''), word.replace(/nya$/, '')] : []
  const forms = [...new Set([word, ...short])]
  const bare = forms.flatMap((form) => dropped.map(([start, instead]) => form.replace(start, instead)))
  return [...new Set([...forms, ...bare])].filter((form) => form.length > 2 && form !== word)
}

/** Under what a word is looked up as it is written, and never as the stem of another; in a saying it is written so, too: *=fight*. */
export function asWritten(word: string): string {
  return `=${word}`
}
