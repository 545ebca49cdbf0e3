import { distance } from 'fastest-levenshtein'

/**
 * Of the known names the one that is most likely meant: one that is misspelt a little, or one of mostly the same words. Nothing
 * where the nearest is far, and nothing where several are as near by their words. Capitals do not count.
 * @param misspelt the part of the name that may be misspelt; all of it if not given
 */
export function nearName(given: string, known: Iterable<string>, misspelt: string = given): string | undefined {
  if (given.length > longest) return undefined
  const names = [...known]
  return misspeltName(given, names, lettersAstray(misspelt.length)) ?? nameOfSameWords(given, names)
}

const longest = 100

/** By how many letters a name of such a length may differ and still be a slip: about a quarter of them. */
function lettersAstray(length: number): number {
  if (length <= 4) return 1
  return length <= 8 ? 2 : Math.floor(length / 4)
}

/** The name that differs least in its letters; two letters that changed places are one slip. */
function misspeltName(given: string, known: readonly string[], limit: number): string | undefined {
  const small = given.toLowerCase()
  const [first] = known
    .map((name) => ({ name, far: lettersApart(small, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  return first && first.far <= limit ? first.name : undefined
}

function lettersApart(one: string, other: string): number {
  const far = distance(one, other)
  const sameLetters = far === 2 && [...one].sort().join() === [...other].sort().join()
  return sameLetters ? 1 : far
}

/** The one name that shares more of its words than every other: most of them, or half where one name holds the whole other. */
function nameOfSameWords(given: string, known: readonly string[]): string | undefined {
  const words = wordsIn(given)
  const near = known
    .map((name) => ({ name, share: sharedWords(words, wordsIn(name)) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  const [first, second] = near
  return first && first.share > (second?.share ?? 0) ? first.name : undefined
}

/** Which part of all the words of two names stands in both; nothing where that is too little to mean the same. */
function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  const share = shared / (one.size + other.size - shared)
  const holdsTheOther = shared === Math.min(one.size, other.size)
  return share > 1 / 2 || (share === 1 / 2 && holdsTheOther) ? share : 0
}

/** The words of a name (`relationship.giftValue`, `accept-gift`) in small letters. */
function wordsIn(name: string): ReadonlySet<string> {
  const apart = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return new Set(apart.match(/[\p{L}\p{N}]+/gu) ?? [])
}
