import type { Reason } from '../advise/advice.js'
import { citation, citations } from './citation.js'
import type { Rendering } from './rendering.js'

/** The strongest reason. */
export function becauseNote(reasons: readonly Reason[], { w, say }: Rendering): string {
  const [first] = reasons as readonly [Reason]
  return `${w.because} ${say(first.because)}`
}

/** How the sources of all reasons are cited, those of the strongest first. */
export function reasonSources(reasons: readonly Reason[], rendering: Rendering): readonly string[] {
  return citations(
    reasons.map(({ rule }) => rule),
    rendering,
  )
}

/** How sources are cited that stand by themselves. */
export function citedSources(names: readonly string[], rendering: Rendering): readonly string[] {
  return names.flatMap((name) => citation(name, rendering) ?? [])
}
