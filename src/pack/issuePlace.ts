/** Where in the JSON of a pack a path points, in the words of an author: file, rule, member. */
export function issuePlace(source: unknown, path: readonly PropertyKey[]): string {
  const [part, first, second, third, ...rest] = path.map(String)
  if (part === undefined) return 'pack'
  if (part === 'invariants' && second !== undefined)
    return joined([
      part,
      ...(first === part ? [] : [first]),
      nameAt(source, path.slice(0, 3)),
      dottedPath([third, ...rest]),
    ])
  if (part === 'sayings') return joined([first ?? part, dottedPath([second, third, ...rest])])
  if (part !== 'rules') return joined([part, nameAt(source, path.slice(0, 2)), dottedPath([second, third, ...rest])])
  if (second !== 'rules' || third === undefined) return joined([first ?? part, dottedPath([second, third, ...rest])])
  return joined([first, nameAt(source, path.slice(0, 4)), dottedPath(rest)])
}

function nameAt(source: unknown, path: readonly PropertyKey[]): string | undefined {
  const last = path.at(-1)
  if (path.length < 2 || last === undefined) return undefined
  const item = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], source)
  const name = (item as { name?: unknown } | null | undefined)?.name
  if (typeof name === 'string' && name !== '') return name
  return typeof last === 'number' ? `[${last}]` : String(last)
}

/** The steps of a path as one word: `conditions.all[0]`. */
export function dottedPath(parts: readonly (string | undefined)[]): string | undefined {
  const named = parts.filter((part) => part !== undefined)
  return named.length === 0 ? undefined : named.join('.').replace(/\.(\d+)/g, '[$1]')
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ')
}
