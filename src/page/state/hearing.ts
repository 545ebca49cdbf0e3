import { hear, longestStory } from '../../hear/hear.js'
import { pack } from './pack.js'
import type { HeardStory } from './state.js'

/** So many facts are looked through; only what was heard of them is shown, so that nothing that was said is lost behind what is worth asking. */
const most = 60

/** What is heard in a story; nothing where there is none, or where it is too long to be read. */
export function heardIn(story: string): HeardStory | undefined {
  if (story.trim() === '' || story.length > longestStory) return undefined
  return { of: story, ...hear(story, pack, { most }) }
}
