import type { Sheet } from './layout.js'
import type { Entry, Section, StepList } from './rendering.js'

/** Prints a sheet as Markdown; whatever Markdown or HTML would obey in a text is escaped. */
export function toMarkdown(sheet: Sheet): string {
  const { title, urgency } = sheet
  return [
    ...(title === undefined ? [] : [`# ${escaped(title)}`, '']),
    `**${escaped(urgency.mark)}** – ${escaped(urgency.says)}`,
    '',
    escaped(sheet.kind),
    ...sheet.sections.flatMap((section) => ['', ...printed(section)]),
    '',
    ...sheet.closing.flatMap((line) => [escaped(line), '']),
    `*${escaped(sheet.rules)}*`,
    '',
  ].join('\n')
}

function printed({ heading, tone, entries }: Section): string[] {
  const numbered = tone === 'must'
  return [
    `## ${escaped(heading)}`,
    '',
    ...entries.flatMap((entry, i) => item(entry, numbered ? `${i + 1}.` : '-', numbered)),
  ]
}

function item({ mark, text, edge, notes, sources, steps = [] }: Entry, bullet: string, numbered: boolean): string[] {
  const label = numbered || ['•', '·', '~', '✕'].includes(mark) ? '' : `${escaped(mark)} `
  const pad = ' '.repeat(bullet.length + 1)
  const principle = edge === undefined ? '' : ` (${escaped(edge)})`
  const lines = [
    `**${escaped(text)}**${principle}`,
    ...notes.map(escaped),
    ...(sources.length > 0 ? [escaped(sources.join(' · '))] : []),
  ]
  return [
    `${bullet} ${label}${lines.join(`  \n${pad}`)}`,
    ...steps.flatMap((list) => stepItems(list).map((line) => `${pad}${line}`)),
  ]
}

/** The steps as a list of their own, those of a part below its name. */
function stepItems({ of, steps }: StepList): string[] {
  const items = steps.map((step, i) => `${i + 1}. ${escaped(step)}`)
  return of === undefined ? items : [`- ${escaped(of)}`, ...items.map((one) => `  ${one}`)]
}

/** Letters that Markdown or HTML obeys, anywhere; and those that begin a list or a line below a heading, at the start. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
