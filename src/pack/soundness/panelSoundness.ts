import type { Issue } from '../../errors.js'
import type { Conditions } from '../conditions.js'
import { conditionIssues } from './conditionSoundness.js'
import { type Declared, duplicates, undeclaredIssues } from './declared.js'
import { readsProtected } from './factSoundness.js'

/** What is asked first once a sign of danger is told: each fact declared, asked for, and named once. */
export function panelIssues({ source, facts, sources }: Declared, readable: boolean): Issue[] {
  const { panels = [] } = source.pack
  const twice = duplicates(panels.map(({ name }) => name)).map((name) => ({
    place: `pack · panels · ${name}`,
    message: 'is declared twice',
  }))
  const each = panels.flatMap(({ name, when, asks, sources: cited }) => {
    const place = `pack · panels · ${name}`
    const shape = conditionIssues(when, `${place} · when`, facts)
    const isRead = readable && shape.length === 0 && readsProtected(when as Conditions, facts)
    const unasked = asks.filter((fact) => facts.get(fact) && facts.get(fact)?.ask === undefined)
    return [
      ...shape,
      ...(isRead ? [{ place, message: 'reads a protected fact' }] : []),
      ...undeclaredIssues(`${place} · asks`, 'fact', asks, new Set(facts.keys())),
      ...unasked.map((fact) => ({ place, message: `\`${fact}\` has no question` })),
      ...duplicates(asks).map((fact) => ({ place, message: `asks for \`${fact}\` twice` })),
      ...undeclaredIssues(place, 'source', cited, sources),
    ]
  })
  return [...twice, ...each]
}
