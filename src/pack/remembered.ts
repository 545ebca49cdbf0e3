/** A function that makes something when it is first asked for, and keeps it. */
export function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A function that makes the answer for each key once and keeps it. */
export function rememberedBy<K, V>(make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>()
  return (key) => {
    const before = kept.get(key)
    if (before !== undefined || kept.has(key)) return before as V
    const made = make(key)
    kept.set(key, made)
    return made
  }
}

/** The same of two keys. */
export function rememberedByTwo<A, B, V>(make: (one: A, other: B) => V): (one: A, other: B) => V {
  const answers = rememberedBy((one: A) => rememberedBy((other: B) => make(one, other)))
  return (one, other) => answers(one)(other)
}

/** What is made under a text once and kept; who asks says how. */
export function remembering<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
}
