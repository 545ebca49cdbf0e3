import { controlCharacters } from '../vocabulary.js'

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

/** An attribute in double quotes, where an apostrophe is only that. */
function attributeText(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (letter) => entities[letter] as string)
}

/**
 * An element of XML, HTML or SVG: its attributes are escaped here, its content is markup already; without content it is closed
 * at once. By hand: what libraries write differs from these bytes, by which a kept file is known.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...content: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`)
  const opened = `<${name}${written.join('')}`
  return content.length === 0 ? `${opened}/>` : `${opened}>${content.join('')}</${name}>`
}
