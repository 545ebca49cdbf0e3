import { controlCharacters } from '../../vocabulary.js'

const everyObeyed = new RegExp(controlCharacters, 'gu')

/** Text without the letters that a terminal, a page or XML would obey or refuse. */
export function plainText(text: string): string {
  return text.replace(everyObeyed, ' ')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in XML and HTML, between tags and in attributes. */
export function markupText(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (letter) => entities[letter] as string)
}
