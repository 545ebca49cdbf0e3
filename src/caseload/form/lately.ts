import { createHash } from 'node:crypto'

/**
 * Makes something of texts, and of those that came lately only once: in a caseload many are alike. No text is held; it is known by its
 * digest.
 * @param most how many are remembered at least, and at most twice as many
 */
export function lately<T>(make: (text: string) => T, most: number): (text: string) => T {
  let [younger, older] = [new Map<string, T>(), new Map<string, T>()]
  return (text) => {
    const digest = createHash('sha256').update(text).digest('base64')
    const found = younger.get(digest)
    if (found !== undefined) return found
    const made = older.get(digest) ?? make(text)
    if (younger.size === most) [younger, older] = [new Map(), younger]
    younger.set(digest, made)
    return made
  }
}
