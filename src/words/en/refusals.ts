import { issueCodes, sentenceOf } from '../../issueCodes.js'
import type { RefusalWords } from '../shapes/refusals.js'

/** The sentences themselves stand with the codes, since an error says them in English. */
const sentences = issueCodes.map((code) => [code, (params: never) => sentenceOf(code, params)])

export const refusals: RefusalWords = {
  issue: Object.fromEntries(sentences),
  meant: (name) => `did you mean \`${name}\`?`,
}
