import { caseload as en } from './en/caseload.js'
import { caseload as id } from './id/caseload.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { CaseloadWords } from './shapes/caseload.js'

/** What is told of a caseload after a change of rules, in every language of the interface. */
export const caseloadWords = inEveryLanguage<CaseloadWords>({ en, id })
