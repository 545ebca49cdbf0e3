/* Words of one kind compress well beside each other, and badly among words of another: the page bears them apart. */

/** Data with its texts taken out of it: by the name under which they stood, in the order in which they stood. */
interface Apart {
  readonly rest: unknown
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/** Takes the texts out of plain data; of a list of texts its length stays, of a single one nought. */
export function apart(data: unknown): Apart {
  const texts: Record<string, string[]> = {}
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
    texts[key].push(...list)
    return list.length
  }
  return { rest: taken(data, ''), texts }
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
      return held === 0 ? list[from] : list.slice(from, from + held)
    }
    if (Array.isArray(held)) return held.map((one) => put(one, key))
    if (typeof held !== 'object' || held === null) return held
    if (isNumber in held) return held[isNumber]
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, put(one, name)]))
  }
  return put(rest, '')
}

function isTexts(held: unknown): held is readonly string[] {
  return Array.isArray(held) && held.length > 0 && held.every((one) => typeof one === 'string')
}
