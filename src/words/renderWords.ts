import { render as en } from './en/render.js'
import { render as id } from './id/render.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { RenderWords } from './shapes/render.js'

/** What a rendering says around an advice, in every language of the interface. */
export const renderWords = inEveryLanguage<RenderWords>({ en, id })
