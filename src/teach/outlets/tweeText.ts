import { contentUuid } from '../../pack/identity/contentUuid.js'

/** What stands before the passages of a story: its title, and what Twine must know; the same content has the same IFID. */
export function storyHead(title: string, content: unknown): readonly string[] {
  const data = {
    ifid: contentUuid(content, 4).toUpperCase(),
    format: 'Harlowe',
    'format-version': '3.3.9',
    start: 'Start',
    zoom: 1,
  }
  return [passage('StoryTitle', [inlineTitle(title)]), passage('StoryData', [JSON.stringify(data, null, 2)])]
}

/** The title as one line; what begins with a sign of the format keeps its place behind the line of the passage. */
function inlineTitle(title: string): string {
  return title.replace(/^::/, ' ::')
}

/** A passage with its name, its lines and its place on the map. */
export function passage(name: string, lines: readonly string[], row?: number, column = 0): string {
  const place =
    row === undefined
      ? ''
      : ` ${JSON.stringify({ position: `${100 + column * 150},${100 + row * 150}`, size: '100,100' })}`
  return `:: ${name}${place}\n${lines.join('\n')}\n`
}

/** A link to a passage. */
export function link(label: string, target: string): string {
  return `[[${label}->${target}]]`
}

/**
 * Every sign that a story format or HTML could obey, as a character reference; within a word a hyphen, slash or apostrophe
 * is none, nor is a colon behind a word with a space behind it. At the beginning a number with a
 * dot would make a list in Chapbook and Snowman, and “!” a heading in SugarCube.
 */
export function storyText(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\p{N}])[-'/]|[-'/](?![\p{L}\p{N}])|(?<![\p{L}\p{N}”’)?!…]):|:(?! |$)|[^\p{L}\p{M}\p{N} .,;:?!()–—…“”‘’·%'/-]/gu,
      (letter) => `&#${letter.codePointAt(0)};`,
    )
    .replace(/\((?=[^ )]*:)/g, '&#40;')
    .replace(/^!/, '&#33;')
    .replace(/^(\d+)([.)])(?= |$)/, (_, number, sign) => `${number}&#${sign.codePointAt(0)};`)
}

/** The case once more, with a way back to where one was: a player shows one passage at a time. */
export function casePassage(own: string, told: readonly string[], back: string, row: number, column: number): string {
  return passage(caseName(own), [...told.map(storyText), '', link(back, own)], row, column)
}

/** What the passage is called that tells the case to whoever is at another. */
export function caseName(own: string): string {
  return `${own} Case`
}
