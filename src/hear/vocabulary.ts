import MiniSearch from 'minisearch'

/** The words that sayings are made of. */
export interface Vocabulary {
  /** The word that is meant where one is not known as it is written: `bunu` for *bunuh*. */
  readonly meant: (term: string) => string | undefined
  readonly has: (term: string) => boolean
}

/** The vocabulary of some words, in which a misspelt one is found. */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const known = [...new Set(words)]
  const all = new Set(known)
  const index = new MiniSearch<{ id: number; word: string }>({ fields: ['word'], tokenize: (text) => [text] })
  index.addAll(known.flatMap((word, id) => (word.length >= shortest ? [{ id, word }] : [])))
  const longest = known.reduce((most, { length }) => Math.max(most, length), 0)
  return {
    has: (term) => all.has(term),
    meant: (term) => {
      // What is longer by more than a letter is no slip of any word, and to look for it takes the longer the longer it is.
      if (term.length < shortest || term.length > longest + 1) return undefined
      const [nearest] = index.search(term, { fuzzy: 1, tokenize: (text) => [text] })
      const word = nearest === undefined ? undefined : known[nearest.id as number]
      return word?.[0] === term[0] ? word : undefined
    },
  }
}

/** In a shorter word one letter makes another word. */
const shortest = 7
