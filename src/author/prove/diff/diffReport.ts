import { wording } from '../../../pack/texts/languages.js'
import { statusInWords } from '../../../teach/phrasing.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { proofWords } from '../../../words/proofWords.js'
import type { ProofWords } from '../../../words/shapes/proof.js'
import type { Paint } from '../../check/checkReport.js'
import type { Difference, SaidOf } from './differences.js'
import type { PackDiff } from './diffPacks.js'
import { actionsMoved } from './moves.js'

/**
 * What differs between two packs, as an author reads it: the situations, and in each which advice changes from what to what.
 * Where the packs stand, `folders` says: two of one name and version are told apart by nothing else.
 */
export function diffReport(
  diff: PackDiff,
  locale: InterfaceLanguage,
  paint: Paint = (text) => text,
  folders: readonly string[] = [],
): string {
  const w = proofWords[locale]
  const [before, after] = diff.packs.map(({ name, version, on }, i) =>
    [...(folders[i] === undefined ? [] : [`${folders[i]}:`]), name, version, `(${w.rulesOf(on)})`].join(' '),
  )
  const nothing = diff.differences.length + diff.otherGrounds.length + diff.otherPositions.length === 0
  const listed = (heading: string, names: readonly string[]) =>
    names.length === 0 ? [] : ['', `${paint(heading, 'bold')}: ${names.join(', ')}`]
  return [
    paint(`${before} → ${after}`, 'bold'),
    ...(nothing ? ['', w.nothingDiffers] : []),
    ...bySituation(diff.differences).flatMap((group) => ['', ...told(group, w, locale, paint)]),
    ...(diff.otherGrounds.length === 0 ? [] : ['', paint(w.grounds, 'bold')]),
    ...bySituation(diff.otherGrounds).flatMap((group) => grounds(group, locale)),
    ...listed(w.otherPositions, diff.otherPositions),
    ...listed(w.notFinished, diff.notFinished),
    ...listed(w.notInBoth, diff.notInBoth),
    ...(nothing ? [] : ['', ...counted(diff, w)]),
  ].join('\n')
}

/** How many actions are advised as before, and how many move in each way. */
function counted({ differences, unchanged }: PackDiff, w: ProofWords): readonly string[] {
  const moved = new Set(differences.map(({ action }) => action)).size
  return [
    w.asBefore(unchanged),
    w.moved(moved),
    ...actionsMoved(differences).map(([move, count]) => `  ${w.move[move]}: ${count}`),
  ]
}

/** The differences that the same situation shows, together. */
function bySituation(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>()
  for (const one of differences) {
    const key = JSON.stringify(one.situation)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].sort((a, b) => facts(a) - facts(b))
}

/** How much has to be stated. */
function facts([first]: readonly Difference[]): number {
  return JSON.stringify(first?.situation).length
}

function told(group: readonly Difference[], w: ProofWords, locale: InterfaceLanguage, paint: Paint): readonly string[] {
  const [first] = group as readonly [Difference]
  return [
    `${w.situation}: ${wording(first.told, locale)}${first.smallest ? '' : ` (${w.notSmallest})`}`,
    ...group.flatMap((one) => [
      `  ${wording(one.label, locale)}: ${said(one.before, w, locale)} → ${said(one.after, w, locale)}`,
      paint(`    ${rulesOf(one)}`, 'dim'),
    ]),
  ]
}

function grounds(group: readonly Difference[], locale: InterfaceLanguage): readonly string[] {
  return group.map((one) => `  ${wording(one.label, locale)}: ${rulesOf(one)} (${wording(one.told, locale)})`)
}

function rulesOf({ rules: [before, after] }: Difference): string {
  return `${before.join(', ') || '–'} → ${after.join(', ') || '–'}`
}

function said({ said: what, certainty, urgency }: SaidOf, w: ProofWords, locale: InterfaceLanguage): string {
  if (what === 'gave-way') return w.gaveWay
  if (what === 'done') return w.done
  if (what === 'not-spoken-of') return wording(statusInWords(undefined), locale)
  const sure = certainty === undefined ? [] : [w.certainty[certainty]]
  const soon = urgency === undefined ? [] : [w.urgency[urgency]]
  return [wording(statusInWords(what), locale), ...sure, ...soon].join(', ')
}
