import type { Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import { nameIndex } from './nameIndex.js'

/** The actions that a few words of either language could mean, the nearest first; a name means itself alone. */
export function actionsMeant<S>(words: string, pack: Pack<S>): readonly Action[] {
  const named = pack.actions.get(words.trim())
  if (named) return [named]
  const found = nameIndex(pack as Pack<unknown>).search(words, ({ kind }) => kind === 'action')
  return found.map(({ name }) => pack.actions.get(name) as Action)
}
