/* Texts of one language compress well beside each other, and badly among texts of another: the page bears them apart. */

/** Data with the texts of each language taken out of it, in the order in which they stood. */
interface Apart {
  readonly rest: unknown
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/** Takes the texts of some languages out of plain data: whatever stands under the name of a language, a text or a list of texts. */
export function apart(data: unknown, languages: readonly string[]): Apart {
  const texts = Object.fromEntries(languages.map((language) => [language, [] as string[]]))
  const taken = (held: unknown, key = ''): unknown => {
    const place = texts[key]
    if (place && typeof held === 'string') return place.push(held) && 0
    if (place && typeof held === 'number') throw new Error(`a number stands where a text in ${key} should`)
    if (place && isTexts(held)) return place.push(...held) && held.length
    if (Array.isArray(held)) return held.map((one) => taken(one))
    if (typeof held !== 'object' || held === null) return held
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, taken(one, name)]))
  }
  return { rest: taken(data), texts }
}

/** Puts the texts back where they stood. */
export function joined({ rest, texts }: Apart): unknown {
  const at: Record<string, number> = {}
  const put = (held: unknown, key = ''): unknown => {
    const list = texts[key]
    if (list && typeof held === 'number') {
      const from = at[key] ?? 0
      at[key] = from + (held || 1)
      return held === 0 ? list[from] : list.slice(from, from + held)
    }
    if (Array.isArray(held)) return held.map((one) => put(one))
    if (typeof held !== 'object' || held === null) return held
    return Object.fromEntries(Object.entries(held).map(([name, one]) => [name, put(one, name)]))
  }
  return put(rest)
}

function isTexts(held: unknown): held is readonly string[] {
  return Array.isArray(held) && held.length > 0 && held.every((one) => typeof one === 'string')
}
