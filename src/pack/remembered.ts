/** A function that makes the answer for each key once and keeps it. */
export function rememberedBy<K, V>(make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>()
  return (key) => {
    if (!kept.has(key)) kept.set(key, make(key))
    return kept.get(key) as V
  }
}

/** The same of two keys. */
export function rememberedByTwo<A, B, V>(make: (one: A, other: B) => V): (one: A, other: B) => V {
  const answers = rememberedBy((one: A) => rememberedBy((other: B) => make(one, other)))
  return (one, other) => answers(one)(other)
}
