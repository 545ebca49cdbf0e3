import type { Issue } from '../../errors.js'
import { hasMember, namesIn, nodeAt } from '../../json/jsonPlaces.js'
import { type JsonFile, locationOf } from '../../json/jsonText.js'
import { oncePerPack, type Pack } from '../../pack/pack.js'

/** What is wrong with a line, and at which of its characters, from 1, where it was given as text. */
export interface LineIssue extends Issue {
  readonly column?: number
}

/** The issues of a line each with its column: that of what is no JSON, of the value that does not fit, or of the name that no fact has. */
export function withColumns<S>(issues: readonly Issue[], file: JsonFile, pack: Pack<S>): readonly LineIssue[] {
  const [problem] = file.problems
  return issues.map((issue, i) => {
    const before = issues.slice(0, i).filter(({ place, code }) => place === issue.place && code === issue.code).length
    const found = problem ?? nodeOf(issue, before, file, pack)
    return { ...issue, column: found ? locationOf(found, file).column : 1 }
  })
}

/** What an issue is about, as far as it stands there: of names that no fact has, the one that comes after so many others. */
function nodeOf<S>({ place, code }: Issue, before: number, { tree }: JsonFile, pack: Pack<S>) {
  const [first, ...rest] = place === 'line' ? [] : place.split('.')
  const path = first === 'situation' && !hasMember('ref', tree) ? rest : [first ?? '', ...rest]
  const node = nodeAt(path, tree)
  if (code !== 'unknown-fact') return node
  const unknown = namesIn(node).filter(({ value }) => !beginnings(pack).has([...rest, value].join('.')))
  return unknown[before] ?? node
}

/** The names that facts bear or bore, with every beginning of them, and the free text. */
const beginnings = oncePerPack(({ facts, formerFacts }): ReadonlySet<string> => {
  const steps = [...facts.keys(), ...formerFacts.keys()].map((name) => name.split('.'))
  return new Set(['summary', ...steps.flatMap((parts) => parts.map((_, i) => parts.slice(0, i + 1).join('.')))])
})
