/** What can be said of a condition: it holds, it does not, or it is not known. */
export type Truth = boolean | undefined

/** All of them hold; one that does not is enough to say no, and only then is one not known left open. */
export function all<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let open = false
  for (const item of items) {
    const truth = truthOf(item)
    if (truth === false) return false
    if (truth === undefined) open = true
  }
  return open ? undefined : true
}

/** At least one of them holds; one that does is enough. */
export function any<T>(items: readonly T[], truthOf: (item: T) => Truth): Truth {
  let open = false
  for (const item of items) {
    const truth = truthOf(item)
    if (truth === true) return true
    if (truth === undefined) open = true
  }
  return open ? undefined : false
}

/** The opposite; the opposite of what is not known is not known. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
