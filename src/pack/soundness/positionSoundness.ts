import type { Issue } from '../../errors.js'
import { differsOn, type OtherPositionSource, pushesOf } from '../otherPosition.js'
import type { RuleSource } from '../rule.js'
import { type Declared, duplicates, undeclaredIssues } from './declared.js'
import { ownCollisions } from './ruleSoundness.js'

/** What must hold of the other positions of a rule: that somebody looked for them, and that each says something else than the rule. */
export function positionsIssues(rule: RuleSource, place: string, declared: Declared): Issue[] {
  const { otherPositions = [], positionsSought } = rule.event.params
  const undated = otherPositions.length > 0 && positionsSought === undefined
  const message = 'has `otherPositions`, and no day in `positionsSought` on which they were looked for'
  return [
    ...(undated ? [{ place, message }] : []),
    ...duplicates(otherPositions.map(({ name }) => name)).map((name) => ({
      place,
      message: `has \`${name}\` twice`,
    })),
    ...otherPositions.flatMap((one) => positionIssues(one, rule, `${place} · ${one.name}`, declared)),
  ]
}

function positionIssues(one: OtherPositionSource, rule: RuleSource, place: string, declared: Declared): Issue[] {
  const [own, theirs] = [pushesOf(rule.event.params), pushesOf(one)]
  const { insteadOf = [] } = one
  const position = { pushes: theirs, insteadOf }
  const same = theirs.filter(({ action, force }) => own.some((o) => o.action === action && o.force === force))
  const parts = own.some((push) => differsOn(position, push))
  const asked = own.map(({ action }) => action)
  return [
    ...(theirs.length === 0 ? [{ place, message: 'asks for nothing' }] : []),
    ...(parts ? [] : [{ place, message: 'says nothing else of any action than its rule' }]),
    ...same.map(({ action }) => ({ place, message: `says of \`${action}\` what its rule says` })),
    ...duplicates(theirs.map(({ action }) => action)).map((action) => ({
      place,
      message: `speaks of \`${action}\` twice`,
    })),
    ...ownCollisions(one, declared.excluded).map((pair) => ({
      place,
      message: `asks for ${pair}, which exclude each other`,
    })),
    ...undeclaredIssues(`${place} · insteadOf`, 'action of its rule', insteadOf, new Set(asked)),
    ...undeclaredIssues(
      place,
      'action',
      theirs.map(({ action }) => action),
      declared.actions,
    ),
    ...undeclaredIssues(place, 'source', one.sources, declared.sources),
  ]
}
