import { markdownText } from '../render/markdownText.js'
import { wrapped } from '../render/wrapped.js'
import { controlCharacters } from '../vocabulary.js'

/** Lines of a note below a heading; the first bears the title. */
export interface Block {
  readonly title?: string
  readonly heading?: string
  readonly lines: readonly string[]
}

const everyControl = new RegExp(controlCharacters, 'gu')
const width = 80

/** A note as plain text or as Markdown, in which nothing that was written is obeyed. */
export function printed(blocks: readonly Block[], as: 'text' | 'markdown'): string {
  const clean = blocks.map(({ lines, ...block }) => ({
    ...block,
    lines: lines.map((line) => line.replace(everyControl, ' ')),
  }))
  return `${clean.map(as === 'markdown' ? inMarkdown : inText).join('\n\n')}\n`
}

function inText({ title, heading, lines }: Block): string {
  const head = title ?? heading
  const listed = heading !== undefined
  return [
    ...(head === undefined ? [] : [head, (title === undefined ? '-' : '=').repeat(Math.min(head.length, width))]),
    ...lines.flatMap((line) =>
      wrapped(line, width - 2).map((part, i) => (listed ? `${i === 0 ? '- ' : '  '}${part}` : part)),
    ),
  ].join('\n')
}

function inMarkdown({ title, heading, lines }: Block): string {
  const head = [
    ...(title === undefined ? [] : [`# ${markdownText(title)}`, '']),
    ...(heading === undefined ? [] : [`## ${markdownText(heading)}`, '']),
  ]
  const listed = heading !== undefined
  return [...head, ...lines.map((line) => (listed ? `- ${markdownText(line)}` : `${markdownText(line)}  `))].join('\n')
}
