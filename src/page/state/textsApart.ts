/* Words of one kind compress well beside each other, and badly among words of another: the page bears them apart. */

/** Data with its texts taken out of it: by the name under which they stood, in the order in which they stood. */
interface Apart {
  readonly rest: unknown
  /** A text that stood there before is the place at which it did. */
  readonly texts: Readonly<Record<string, readonly (number | string)[]>>
}

/** Texts below this length cost no more than the place of their like. */
const worthAPlace = 4

/** Takes the texts out of plain data; of a list of texts its length stays, of a single one nought. */
export function apart(data: unknown): Apart {
  const texts: Record<string, (number | string)[]> = {}
  const places: Record<string, Map<string, number>> = {}
  const taken = (held: unknown, key: string): unknown => {
    if (typeof held === 'string') {
      keep([held], key)
      return 0
    }
    if (typeof held === 'number') return { [isNumber]: held }
    if (isTexts(held)) return keep(held, key)
    if (Array.isArray(held)) return held.map((one) => taken(one, key))
    if (typeof held !== 'object' || held === null) return held
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, taken(one, name)]))
  }
  const keep = (list: readonly string[], key: string) => {
    texts[key] ??= []
    places[key] ??= new Map()
    for (const text of list) texts[key].push(places[key].get(text) ?? firstOf(text, texts[key].length, places[key]))
    return list.length
  }
  return { rest: taken(data, ''), texts }
}

function firstOf(text: string, place: number, places: Map<string, number>): string {
  if (text.length >= worthAPlace) places.set(text, place)
  return text
}

/** Under this name stands a number, where a number alone stands for texts. */
const isNumber = ''

/** Puts the texts back where they stood. */
export function joined({ rest, texts }: Apart): unknown {
  const at: Record<string, number> = {}
  const put = (held: unknown, key: string): unknown => {
    if (typeof held === 'number') {
      const from = at[key] ?? 0
      at[key] = from + (held || 1)
      const list = texts[key] ?? []
      const whole = list.slice(from, at[key]).map((one) => (typeof one === 'number' ? list[one] : one))
      return held === 0 ? whole[0] : whole
    }
    if (Array.isArray(held)) return held.map((one) => put(one, key))
    if (typeof held !== 'object' || held === null) return held
    if (isNumber in held) return held[isNumber]
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, put(one, name)]))
  }
  return put(rest, '')
}

/** Before the place of a text, where it does not stand itself. */
const isPlace = '\t'

/**
 * Written with a line a text, which costs less than its marks in JSON: first what is left, and how many texts there are of each kind.
 * @throws Error for a text of several lines, or one that looks like a place
 */
export function inLines({ rest, texts }: Apart): string {
  const all = Object.values(texts).flat()
  if (all.some((one) => typeof one === 'string' && /\n|^\t/.test(one))) throw new Error('a text is no single line')
  const lines = all.map((one) => (typeof one === 'number' ? `${isPlace}${one}` : one))
  const counts = Object.fromEntries(Object.entries(texts).map(([key, list]) => [key, list.length]))
  return [JSON.stringify({ rest, counts }), ...lines].join('\n')
}

/** What was written so. */
export function fromLines(written: string): Apart {
  const [first = '', ...lines] = written.split('\n')
  const { rest, counts } = JSON.parse(first) as { rest: unknown; counts: Readonly<Record<string, number>> }
  let from = 0
  const texts: Record<string, (number | string)[]> = {}
  for (const [key, count] of Object.entries(counts)) {
    const those = lines.slice(from, from + count)
    texts[key] = those.map((line) => (line.startsWith(isPlace) ? Number(line) : line))
    from += count
  }
  return { rest, texts }
}

function isTexts(held: unknown): held is readonly string[] {
  return Array.isArray(held) && held.length > 0 && held.every((one) => typeof one === 'string')
}
