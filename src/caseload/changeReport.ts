import type { SaidOfAction } from '../advise/rankActions.js'
import type { WasAndNow } from '../consult/moved.js'
import type { Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { statusInWords } from '../teach/phrasing.js'
import { caseloadWords } from '../words/caseloadWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import type { ChangeSummary } from './database/changes.js'

/** What a change of rules moved in a caseload, as whoever answers for it reads it: weaker advice in danger first. */
export function changeReport(summary: ChangeSummary, pack: Pack<unknown>, locale: InterfaceLanguage): string {
  const w = caseloadWords[locale]
  const { cases, moved, situations, weakerInDanger, firstTime, notWeighed } = summary
  const counted = <T>(list: readonly (WasAndNow<T> & { readonly cases: number })[], said: (one: T) => string) =>
    list.map((one) => `  ${said(one.was)} → ${said(one.now)}: ${w.cases(one.cases)}`)
  const status = (one: SaidOfAction | null) => wording(statusInWords(one?.status), locale)
  const soon = (one: SaidOfAction, other: SaidOfAction | null) =>
    other === null || one.urgency === other.urgency ? '' : ` (${w.urgency[one.urgency]})`
  const said = (one: SaidOfAction | null, other: SaidOfAction | null) => `${status(one)}${one ? soon(one, other) : ''}`
  const labelOf = (action: string) => {
    const label = pack.actions.get(action)?.label
    return label ? wording(label, locale) : action
  }
  const actions = summary.actions.map(
    ({ action, was, now, by, cases: count }) =>
      `  ${labelOf(action)}: ${said(was, now)} → ${said(now, was)}: ${w.cases(count)}${by.length === 0 ? '' : ` (${by.join(', ')})`}`,
  )
  return [
    w.cases(cases),
    ...notTold(summary, locale),
    moved === 0 ? (firstTime + notWeighed === 0 ? w.nothingMoved : w.nothingKnownMoved) : w.moved(moved, situations),
    ...(weakerInDanger > 0 ? ['', w.weaker(weakerInDanger)] : []),
    ...under(
      w.howSoon,
      counted(summary.urgencies, (one) => w.urgency[one]),
    ),
    ...under(
      w.sort,
      counted(summary.kinds, (one) => w.kind[one]),
    ),
    ...under(w.actions, actions),
    ...(moved > 0 ? ['', w.before] : []),
    '',
  ].join('\n')
}

/** What the weighing says nothing of, so that nobody takes it for unmoved. */
function notTold(
  { unreadable, withoutKey, notWeighed, firstTime, readSince }: ChangeSummary,
  locale: InterfaceLanguage,
): readonly string[] {
  const w = caseloadWords[locale]
  return [
    ...(unreadable > 0 ? [w.unreadable(unreadable)] : []),
    ...(withoutKey > 0 ? [w.withoutKey(withoutKey)] : []),
    ...(notWeighed > 0 ? [w.notWeighed(notWeighed)] : []),
    ...(firstTime > 0 ? [w.firstTime(firstTime)] : []),
    ...(readSince ? [w.readSince] : []),
  ]
}

function under(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines]
}
