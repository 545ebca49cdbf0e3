/* Words that come again and again cost less as one letter each: one of those that take two bytes and stand nowhere in the text. */

const firstLetter = 0x80
const letters = 0x780

/** Stands before the letter of a word that is written with a capital. */
const capital = '\u007f'

/**
 * A text with its dearest words as letters; they stand in the first line, each at the place of its letter.
 * @throws Error for a text that holds the mark of a capital itself
 */
export function inWordLetters(text: string): string {
  if (text.includes(capital)) throw new Error('the mark of a capital stands in the text')
  const free = Array.from({ length: letters }, (_, place) => !text.includes(letterAt(place)))
  const words = dearestWords(text, free.filter(Boolean).length)
  const places = free.map((isFree) => (isFree ? (words.shift() ?? '') : ''))
  const letterOf = new Map(places.flatMap((word, place) => (word ? [[word, letterAt(place)]] : [])))
  const written = text.replace(/[A-Za-z]+/g, (word) => {
    const letter = letterOf.get(word.toLowerCase())
    if (letter === undefined) return word
    if (word === word.toLowerCase()) return letter
    return word === withCapital(word.toLowerCase()) ? capital + letter : word
  })
  return `${places.join(' ').trimEnd()}\n${written}`
}

/** What was written so. */
export function fromWordLetters(written: string): string {
  const end = written.indexOf('\n')
  const places = written.slice(0, end).split(' ')
  const wordOf = (letter: string) => places[letter.charCodeAt(0) - firstLetter] || letter
  return written
    .slice(end + 1)
    .replace(/\u007f?[\u0080-\u07ff]/g, (found) =>
      found.length > 1 ? withCapital(wordOf(found.slice(1))) : wordOf(found),
    )
}

/** So many words as save most, in the order of the alphabet. */
function dearestWords(text: string, most: number): string[] {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{3,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const saved = ([word, count]: readonly [string, number]) => count * (word.length - 2)
  const dearest = [...counts].sort((a, b) => saved(b) - saved(a)).slice(0, most)
  return dearest.map(([word]) => word).sort()
}

function letterAt(place: number): string {
  return String.fromCharCode(firstLetter + place)
}

function withCapital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
