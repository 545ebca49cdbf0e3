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
