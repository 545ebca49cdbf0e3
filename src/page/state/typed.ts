import type { CheckedPart } from '../../pack/pack.js'

/** The page bears rules without the type of their event, which is the first of their principles: it is given back here. */
export function typed({ source, ...part }: CheckedPart): CheckedPart {
  for (const { rules } of Object.values(source.rules))
    for (const { event } of rules) Object.assign(event, { type: event.params.principles[0] })
  return { ...part, source }
}
