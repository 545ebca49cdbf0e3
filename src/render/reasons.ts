import type { AdvisedAction, Reason } from '../advise/advice.js'
import { citation, citations } from './citation.js'
import type { Rendering } from './rendering.js'

/** The strongest reason. */
export function becauseNote(reasons: readonly Reason[], { w, say }: Rendering): string {
  const [first] = reasons as readonly [Reason]
  return `${w.because} ${say(first.because)}`
}

/** What the law says besides where no other action tells it: often the fact on which all hangs, such as a time limit. */
export function lawNotes(action: AdvisedAction, rendering: Rendering): string[] {
  const { advice, w, say } = rendering
  const shown = advice.actions.filter(({ standing, within, folded }) => !standing && within === undefined && !folded)
  const told = new Set(shown.flatMap(({ because }) => because.slice(0, 1).map(({ rule }) => rule)))
  return restOf(action).flatMap((reason) => {
    const first = shown.find((one) => restOf(one).some(({ rule }) => rule === reason.rule))
    const isNew = first === action && !told.has(reason.rule) && advice.rules[reason.rule]?.basis === 'law'
    return isNew ? [`${w.because} ${say(reason.because)}`] : []
  })
}

/** The reasons after the first that are as strong. */
function restOf({ because: [first, ...rest] }: AdvisedAction): readonly Reason[] {
  return rest.filter(({ force }) => force === first?.force)
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
