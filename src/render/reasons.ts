import type { Reason } from '../advise/advice.js'
import type { Rendering } from './rendering.js'

/** The strongest reason. */
export function becauseNote(reasons: readonly Reason[], { w, say }: Rendering): string {
  const [first] = reasons as readonly [Reason]
  return `${w.because} ${say(first.because)}`
}

/** How the sources of all reasons are cited, those of the strongest first. */
export function reasonSources(reasons: readonly Reason[], rendering: Rendering): readonly string[] {
  const names = reasons.flatMap(({ rule }) => rendering.advice.rules[rule]?.sources ?? [])
  return citedSources([...new Set(names)], rendering)
}

/** How a source is cited; how far it was verified is said where it was not read itself. */
export function citedSources(names: readonly string[], { advice, w, say }: Rendering): readonly string[] {
  return names.flatMap((name) => {
    const source = advice.sources[name]
    if (!source) return []
    const { cite, verified } = source
    return [verified === 'primary' ? say(cite) : `${say(cite)} (${w.unverified[verified]})`]
  })
}
