import type { StepWords } from '../shapes/step.js'

export const step: StepWords = {
  forbidden: ({ step: s }) => `Do not: ${s}. The rules forbid it here.`,
  'advised-against': ({ step: s }) => `Better not: ${s}. The rules advise against it here.`,
  objection: ({ step: s }) => `Do not: ${s}. It gives way to another duty, or cannot be done beside what is advised.`,
  'comes-before': ({ step: s, first }) => `First: ${first}. Only then: ${s}.`,
  'at-once': ({ step: s, first }) => `First, and now: ${first}. Only then: ${s}.`,
  open: ({ step: s, ask }) => `Not yet: ${s}. It hangs on what is not known: ${ask}`,
  'law-not-covered': ({ step: s }) => `Ask a person: ${s}. The law of this country is hardly known to these rules.`,
  contested: ({ step: s }) => `Ask a person: ${s}. Duties stand against each other here, and nothing decides.`,
  depends: ({ step: s }) => `Ask a person: ${s}. It hangs on a danger that is not known.`,
  presumed: ({ step: s }) => `Ask a person: ${s}. It rests on assumptions that nobody has confirmed.`,
  'danger-open': ({ step: s }) =>
    `Ask a person now: ${s}. Someone may be in danger, and no rule decides this; that is no reason to hold it, and no permission.`,
  exception: ({ step: s }) => `Ask a person: ${s}. A rule would ask for it, but an exception holds.`,
  silent: ({ step: s }) => `Ask a person: ${s}. No rule speaks of it here, and that is no permission.`,
  'asked-for': ({ step: s }) => `Go on: ${s}. The rules ask for it, whatever is still to be learned.`,
  permitted: ({ step: s }) => `Go on: ${s}. The rules permit it, whatever is still to be learned.`,
}
