import type { OtherPosition } from '../../pack/otherPosition.js'
import type { Source } from '../../pack/packSource.js'
import type { Rule } from '../../pack/rule.js'
import { jurisdictionOf } from '../cases/ruleJurisdiction.js'
import type { CheckedPack } from './check.js'
import { placeOf, type Remark } from './remark.js'

/** Of the other published positions: those whose sources nobody has read, and those that are a ground nowhere where their rule holds. */
export function positionRemarks({ pack }: CheckedPack): readonly Remark[] {
  return [...pack.rules.values()].flatMap((rule) =>
    (rule.otherPositions ?? []).flatMap((one) => {
      const sources = one.sources.map((name) => pack.sources.get(name) as Source)
      return [...unreadRemark(rule, one, sources), ...elsewhereRemark(rule, one, sources)]
    }),
  )
}

function unreadRemark(rule: Rule, { name }: OtherPosition, sources: readonly Source[]): readonly Remark[] {
  if (sources.some(({ verified }) => verified !== 'no')) return []
  const message = 'rests on sources of which none is verified'
  return [{ kind: 'position-not-verified', level: 'note', place: `${placeOf(rule)} · ${name}`, message }]
}

/** A position that rests on law alone is told only where that law is in force. */
function elsewhereRemark(rule: Rule, { name }: OtherPosition, sources: readonly Source[]): readonly Remark[] {
  const home = jurisdictionOf(rule)?.home
  if (home === undefined) return []
  const isToldThere = ({ kind, jurisdiction }: Source) =>
    kind !== 'law' || jurisdiction === undefined || home.includes(jurisdiction)
  if (sources.some(isToldThere)) return []
  const message = 'rests on law of elsewhere alone, and is never told where the rule holds'
  return [{ kind: 'position-never-told', level: 'warning', place: `${placeOf(rule)} · ${name}`, message }]
}
