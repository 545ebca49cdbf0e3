import type { AnySituation } from '../pack/pack.js'

/** Values written as a situation is: nested, each at the path that names it. */
export function atPaths(values: Iterable<readonly [path: readonly string[], value: unknown]>): AnySituation {
  const root: Record<string, unknown> = {}
  for (const [path, value] of values) {
    const branch = path.slice(0, -1).reduce((inner, key) => {
      inner[key] ??= {}
      return inner[key] as Record<string, unknown>
    }, root)
    branch[path.at(-1) as string] = value
  }
  return root as AnySituation
}
