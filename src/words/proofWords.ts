import { proof as en } from './en/proof.js'
import { proof as id } from './id/proof.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { ProofWords } from './shapes/proof.js'

/** The words of a proof, and of what differs between two packs, in every language of the interface. */
export const proofWords = inEveryLanguage<ProofWords>({ en, id })
