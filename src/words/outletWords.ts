import { outlets as en } from './en/outlets.js'
import { outlets as id } from './id/outlets.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { OutletWords } from './shapes/outlets.js'

/** What the forms say in which an exercise is given out, in every language of the interface. */
export const outletWords = inEveryLanguage<OutletWords>({ en, id })
