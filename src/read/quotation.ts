/** From which letter of the story to which, so that its words can be shown by whoever has the story. */
export interface Span {
  readonly from: number
  readonly to: number
}

const endsInWord = /[\p{L}\p{N}\p{M}][\p{Cf}_'-]*$|\p{Cf}$/u
const goesOnInWord = /^(?:[\p{Cf}\p{M}]|[_']*[\p{L}\p{N}])/u
const alike: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-' }

/** Every place at which words stand in a story, whole and word for word; blanks and the forms of quotation marks aside. */
export function placesOf(quote: string, story: string): readonly Span[] {
  const [wanted, { text, at }] = [plain(quote.trim()).text, plain(story)]
  const places: Span[] = []
  for (let i = text.indexOf(wanted); i !== -1; i = text.indexOf(wanted, i + 1)) {
    const end = i + wanted.length
    if (breaksWord(text, i) || breaksWord(text, end)) continue
    places.push({ from: at[i] as number, to: (at[end - 1] as number) + 1 })
  }
  return places
}

/** The text with blanks and marks made alike, and for each of its letters where that stands. */
function plain(text: string): { readonly text: string; readonly at: readonly number[] } {
  const [letters, at]: [string[], number[]] = [[], []]
  for (let i = 0; i < text.length; i += 1) {
    const one = text[i] as string
    const blank = /\s/.test(one)
    if (blank && letters.at(-1) === ' ') continue
    letters.push(blank ? ' ' : (alike[one] ?? one))
    at.push(i)
  }
  return { text: letters.join(''), at }
}

/** Whether a place is within a word: marks, letters that are not seen, and what joins letters belong to it. */
function breaksWord(text: string, at: number): boolean {
  return endsInWord.test(text.slice(Math.max(0, at - 8), at)) && goesOnInWord.test(text.slice(at, at + 8))
}

/** How many words there are. */
export function wordCount(text: string): number {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length
}

/** The sentences of a story. */
export function sentencesOf(story: string): readonly Span[] {
  return [...story.matchAll(/[^.!?\n]+[.!?\n”"’')]*/g)].flatMap((found) => {
    const from = found.index + (found[0].length - found[0].trimStart().length)
    const to = found.index + found[0].trimEnd().length
    return wordCount(story.slice(from, to)) === 0 ? [] : [{ from, to }]
  })
}

export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to
}
