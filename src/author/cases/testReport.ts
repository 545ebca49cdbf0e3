import type { Paint } from '../check/checkReport.js'
import type { Coverage } from './coverage.js'
import type { Mutant, MutantCount } from './mutants.js'
import type { CaseReport, CaseResult } from './testCases.js'

/**
 * What became of the cases, as an author reads it: those that fail, with what differs, then how
 * many passed.
 */
export function casesReport(
  { results, passed, failed }: CaseReport,
  paint: Paint = (text) => text,
): string {
  const lines = results.filter((one) => !one.passed).flatMap((one) => [failure(one, paint), ''])
  const counts = [
    `${passed} passed`,
    failed > 0 ? paint(`${failed} failed`, 'red') : '0 failed',
  ].join(', ')
  return [...lines, `Cases      ${counts}`].join('\n')
}

function failure({ file, name, differences, issues }: CaseResult, paint: Paint): string {
  return [
    `${paint('✕', 'red')} ${paint(`${file} · ${name}`, 'bold')}`,
    ...differences.map(({ message }) => `    ${message}`),
    ...issues.map(({ place, message }) => `    ${place}: ${message}`),
  ].join('\n')
}

/** Which outcomes of the rules no case shows, and the share of those that are shown. */
export function coverageReport(
  { missing, shown, wanted, share }: Coverage,
  paint: Paint = (text) => text,
): string {
  const lines = missing.map(
    ({ place, message }) => `${paint('–', 'yellow')} ${paint(place, 'bold')}: ${message}`,
  )
  return [...listed(lines), `Outcomes   ${shown} of ${wanted} shown (${share} %)`].join('\n')
}

/**
 * Which small changes to the rules no case would notice, and the share of those that are noticed.
 */
export function mutantsReport(
  mutants: readonly Mutant[],
  count: MutantCount,
  paint: Paint = (text) => text,
): string {
  const unseen = mutants.filter(({ fate }) => fate === 'unnoticed')
  const lines = unseen.map(
    ({ place, change }) => `${paint('–', 'yellow')} ${paint(place, 'bold')}: ${change}`,
  )
  const { noticed, refused, unnoticed } = count.fates
  const caught = noticed + refused
  return [
    ...listed(lines),
    `Changes    ${caught} of ${caught + unnoticed} noticed (${count.share} %)`,
  ].join('\n')
}

const mostListed = 20

/** The first of the lines, how many more there are, and a line between them and what follows. */
function listed(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more =
    lines.length > mostListed
      ? [`  … and ${lines.length - mostListed} more (--json tells them all)`]
      : []
  return [...lines.slice(0, mostListed), ...more, '']
}
