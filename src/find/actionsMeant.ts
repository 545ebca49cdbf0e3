import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import { nameIndex } from './nameIndex.js'
import { termsOf, wordsOf } from './terms.js'

/** The actions that a few words of either language could mean, the nearest first; a name means itself alone. */
export function actionsMeant<S>(words: string, pack: Pack<S>): readonly Action[] {
  const named = pack.actions.get(words.trim())
  if (named) return [named]
  const found = nameIndex(pack as Pack<unknown>).search(words, ({ kind }) => kind === 'action')
  return found.map(({ name }) => pack.actions.get(name) as Action)
}

/**
 * The actions that words say: one that is called so; else all of which a label, or one way to call it, has every word and
 * denies as these do. Nothing near is taken for what was said: of a step that is weighed, that could be its opposite.
 */
export function actionsSaid<S>(words: string, pack: Pack<S>, denies: (text: string) => boolean): readonly Action[] {
  const named = pack.actions.get(words.trim())
  if (named) return [named]
  const wanted = stemmed(words)
  const denied = denies(words)
  const having = phrasesOf(pack as Pack<unknown>).filter(
    ({ text, stems }) => wanted.length > 0 && denies(text) === denied && wanted.every((word) => isAmong(word, stems)),
  )
  const called = having.filter(({ stems }) => stems.every((word) => isAmong(word, wanted)))
  const found = new Set((called.length > 0 ? called : having).map(({ action }) => action))
  return [...found]
}

interface Phrase {
  readonly action: Action
  readonly text: string
  readonly stems: readonly (readonly string[])[]
}

/** Each way to call each action, in every language of the pack. */
const phrasesOf = oncePerPack(({ actions }): readonly Phrase[] =>
  [...actions.values()].flatMap((action) => {
    const others = Object.values(action.foundBy ?? {}).flatMap((text) => text.split(','))
    return [...Object.values(action.label), ...others].map((text) => ({ action, text, stems: stemmed(text) }))
  }),
)

function stemmed(text: string): readonly (readonly string[])[] {
  return wordsOf(text).flatMap((word) => {
    const terms = termsOf(word)
    return terms === null ? [] : [terms]
  })
}

function isAmong(word: readonly string[], words: readonly (readonly string[])[]): boolean {
  return words.some((other) => word.some((stem) => other.includes(stem)))
}
