import type { Layout } from './layout.js'
import { markdownText } from './markdownText.js'
import { type Entry, handLines, type Section, type StepList } from './section.js'

/** Prints an advice as Markdown; whatever Markdown or HTML would obey in a text is escaped. */
export function toMarkdown(layout: Layout): string {
  const { title, urgency, law } = layout
  return [
    ...(title === undefined ? [] : [`# ${markdownText(title)}`, '']),
    `**${markdownText(urgency.mark)}** – ${markdownText(urgency.says)}`,
    '',
    markdownText(layout.kind),
    ...(law === undefined ? [] : ['', markdownText(law)]),
    ...layout.sections.flatMap((section) => ['', ...printed(section)]),
    '',
    ...layout.closing.flatMap((line) => [markdownText(line), '']),
    `*${markdownText(layout.rules)}*`,
    '',
  ].join('\n')
}

function printed({ heading, tone, entries }: Section): string[] {
  const numbered = tone === 'must'
  return [
    `## ${markdownText(heading)}`,
    '',
    ...entries.flatMap((entry, i) => item(entry, numbered ? `${i + 1}.` : '-', numbered)),
  ]
}

function item(entry: Entry, bullet: string, numbered: boolean): string[] {
  const { mark, text, edge, notes, sources, steps = [] } = entry
  const label = numbered || ['•', '·', '~', '✕', '+'].includes(mark) ? '' : `${markdownText(mark)} `
  const pad = ' '.repeat(bullet.length + 1)
  const principle = edge === undefined ? '' : ` (${markdownText(edge)})`
  const lines = [
    `**${markdownText(text)}**${principle}`,
    ...handLines(entry).map(markdownText),
    ...notes.map(markdownText),
    ...(sources.length > 0 ? [markdownText(sources.join(' · '))] : []),
  ]
  return [
    `${bullet} ${label}${lines.join(`  \n${pad}`)}`,
    ...steps.flatMap((list) => stepItems(list).map((line) => `${pad}${line}`)),
  ]
}

/** The steps as a list of their own, those of a part below its name. */
function stepItems({ of, steps }: StepList): string[] {
  const items = steps.map((step, i) => `${i + 1}. ${markdownText(step)}`)
  return of === undefined ? items : [`- ${markdownText(of)}`, ...items.map((one) => `  ${one}`)]
}
