import { type Diagnostic, type Level, levels } from './check.js'

/** Colours a part of the report; a terminal has its own, a file none. */
export type Paint = (text: string, tone: 'red' | 'yellow' | 'cyan' | 'bold' | 'dim') => string

/**
 * What was found, as an author reads it: place, line with the spot underlined, message; then how
 * many of each.
 */
export function checkReport(
  diagnostics: readonly Diagnostic[],
  paint: Paint = (text) => text,
  shown: readonly Level[] = levels,
): string {
  const groups = shown.flatMap((level) => alike(diagnostics.filter((one) => one.level === level)))
  return [
    ...groups.map((group) => `${entries(group, paint)}\n`),
    summary(diagnostics, paint, shown),
  ].join('\n')
}

/** What is told several times in the same words is told once, with every place. */
function alike(diagnostics: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    const key = `${one.kind} ${one.message}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** So many are told each by itself; of more than these, one and the places of so many others. */
const mostPlaces = 3
const mostOthers = 8

function entries(group: readonly Diagnostic[], paint: Paint): string {
  const [first] = group as [Diagnostic]
  if (group.length <= mostPlaces) return group.map((one) => entry(one, paint)).join('\n\n')
  const others = group
    .slice(1)
    .map(({ place, at }) => (at ? `${nameIn(place)} (${at.file}:${at.line})` : place))
  const left = others.length - mostOthers
  const shown = [
    ...others.slice(0, mostOthers),
    ...(left > 0 ? [`and ${left} more (--json tells all)`] : []),
  ]
  return `${entry(first, paint)}\n  ${paint(`the same ${others.length} times more:`, 'dim')} ${shown.join(', ')}`
}

/** The last name in a place: of a rule, a fact, a source. */
function nameIn(place: string): string {
  const [file, ...names] = place.split(' · ')
  return names[0] ?? (file as string)
}

const tones = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<
  Level,
  string
>

function entry(
  { level, place, message, suggestion, example, at }: Diagnostic,
  paint: Paint,
): string {
  const near = suggestion === undefined ? '' : ` (did you mean \`${suggestion}\`?)`
  const proof = example === undefined ? '' : paint(`\n  for example where ${example}`, 'dim')
  const text = `${paint(level, tones[level])}: ${message}${near}${proof}`
  if (!at) return `${paint(place, 'bold')}\n  ${text}`
  const [, ...inner] = place.split(' · ')
  const head = [`${at.file}:${at.line}:${at.column}`, ...inner].join(' · ')
  return [paint(head, 'bold'), ...excerpt(at, tones[level], paint), `  ${text}`].join('\n')
}

const widest = 110

/**
 * The line as it stands, with the spot underlined; of a line that is too long only what stands
 * around it. (@babel/code-frame would print such a line whole, and colour JSON as if it were a
 * program.)
 */
function excerpt(
  at: NonNullable<Diagnostic['at']>,
  tone: 'red' | 'yellow' | 'cyan',
  paint: Paint,
): string[] {
  const begin = Math.max(0, at.column - 1 - 60)
  const cut = at.text.slice(begin, begin + widest)
  const shown = cut.trimStart()
  const before = Math.max(0, at.column - 1 - begin - (cut.length - shown.length))
  const mark = '^'.repeat(Math.max(1, Math.min(at.length, shown.length - before)))
  const number = String(at.line)
  const margin = (text: string) => paint(`${text.padStart(number.length)} |`, 'dim')
  return [
    `  ${margin(number)} ${shown}`,
    `  ${margin('')} ${' '.repeat(before)}${paint(mark, tone)}`,
  ]
}

function summary(
  diagnostics: readonly Diagnostic[],
  paint: Paint,
  shown: readonly Level[],
): string {
  const counts = levels.map(
    (level) => [level, diagnostics.filter((one) => one.level === level).length] as const,
  )
  const parts = counts.map(([level, count]) => {
    const hidden = count > 0 && !shown.includes(level) ? ` (--${level}s tells them)` : ''
    const text = `${count} ${level}${count === 1 ? '' : 's'}${hidden}`
    return count > 0 ? paint(text, tones[level]) : text
  })
  return parts.join(', ')
}
