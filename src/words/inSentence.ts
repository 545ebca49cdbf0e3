/** Words as they stand within a sentence: without a capital, which “Anda” keeps wherever it stands. */
export function inSentence(said: string): string {
  return said.startsWith('Anda') ? said : said.charAt(0).toLowerCase() + said.slice(1)
}
