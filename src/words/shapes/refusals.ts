import type { IssueCode, IssueParams } from '../../issueCodes.js'

/** How it is said that what was entered cannot be used: what is wrong, by its code, and the name that may be meant. */
export interface RefusalWords {
  readonly issue: { readonly [C in IssueCode]: (params: IssueParams<C>) => string }
  readonly meant: (name: string) => string
}
