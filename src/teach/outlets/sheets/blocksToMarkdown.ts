import type { Block, PrintedChoice } from './blocks.js'

/** Prints a sheet as Markdown; whatever Markdown or HTML would obey in a text is escaped. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(printed).join('\n\n')}\n`
}

function printed(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.text)}`
    case 'text':
      return block.note ? `*${markdownText(block.text)}*` : markdownText(block.text)
    case 'fields':
      return block.labels.map((label) => `${markdownText(label)}: ${'\\_'.repeat(24)}`).join('  \n')
    case 'lines':
      return Array.from({ length: block.count }, () => '\\_'.repeat(60)).join('  \n')
    case 'list':
      return block.items.map((item) => `- ${markdownText(item)}`).join('\n')
    case 'choices':
      return block.items.map(choice).join('\n')
    case 'question':
      return block.parts.map(printed).join('\n\n')
  }
}

function choice({ letter, text, mark, notes }: PrintedChoice): string {
  const told = mark ? ` **(${markdownText(mark.says)})**` : ''
  return [`- **${letter}** ${markdownText(text)}${told}`, ...notes.map((note) => `  - ${markdownText(note)}`)].join(
    '\n',
  )
}

/** Text as Markdown reads it back: signs that it could obey are escaped, and those that it obeys at the start or in pairs only there. */
export function markdownText(text: string): string {
  return inlineText(text).replace(/^(\d+)([.)])/, '$1\\$2')
}

function inlineText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$]|:(?=\S)|=(?==)|^[-+=]/g, '\\$&')
}
