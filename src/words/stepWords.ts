import { step as en } from './en/step.js'
import { step as id } from './id/step.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { StepWords } from './shapes/step.js'

/** The sentence about a step, in every language of the interface. */
export const stepWords = inEveryLanguage<StepWords>({ en, id })
