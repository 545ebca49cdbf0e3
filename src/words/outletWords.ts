import { outlets as en } from './en/outlets.js'
import { story as enStory } from './en/story.js'
import { outlets as id } from './id/outlets.js'
import { story as idStory } from './id/story.js'
import { inEveryLanguage } from './inEveryLanguage.js'
import type { OutletWords } from './shapes/outlets.js'
import type { StoryWords } from './shapes/story.js'

/** What the forms say in which an exercise is given out, in every language of the interface. */
export const outletWords = inEveryLanguage<OutletWords>({ en, id })

/** What is said in a story whose choices change the facts, in every language of the interface. */
export const storyWords = inEveryLanguage<StoryWords>({ en: enStory, id: idStory })
