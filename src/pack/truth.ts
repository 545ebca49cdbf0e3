/** What can be said of a condition: it holds, it does not, or it is not known. */
export type Truth = boolean | undefined

/** All of them hold, each judged by what is given; one that does not is enough to say no, and only then is one not known left open. */
export function all<T, G>(items: readonly T[], truthOf: (item: T, given: G) => Truth, given: G): Truth {
  let open = false
  for (const item of items) {
    const truth = truthOf(item, given)
    if (truth === false) return false
    if (truth === undefined) open = true
  }
  return open ? undefined : true
}

/** At least one of them holds; one that does is enough. */
export function any<T, G>(items: readonly T[], truthOf: (item: T, given: G) => Truth, given: G): Truth {
  let open = false
  for (const item of items) {
    const truth = truthOf(item, given)
    if (truth === true) return true
    if (truth === undefined) open = true
  }
  return open ? undefined : false
}

/** The opposite; the opposite of what is not known is not known. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
