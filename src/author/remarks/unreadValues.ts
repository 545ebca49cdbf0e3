import { leavesRead } from '../../pack/factsRead.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { valueNames } from '../../pack/factTypes/wordList.js'
import type { CheckedPack } from './check.js'
import { conditionsOf } from './declarations.js'
import type { Remark } from './remark.js'

/**
 * Values that can be chosen and that nothing reads: of a list each member that no condition asks for, by itself or through what follows
 * from it. Exact. Of other facts every value is read, since it says that the others are not so; which are not told apart is a note.
 */
export function unreadValueRemarks({ pack }: CheckedPack): readonly Remark[] {
  const { facts } = pack
  const read = conditionsOf(pack).flatMap((conditions) => leavesRead(conditions, facts))
  return [...facts.values()].flatMap((fact): readonly Remark[] => {
    const own = read.filter((leaf) => leaf.fact === fact.name)
    if (own.length === 0 || typeOf(fact).input !== 'members') return []
    const unread = valueNames(fact).filter((word) => !own.some(({ value }) => value === word))
    return unread.map((word) => ({
      kind: 'value-never-read',
      level: 'warning',
      place: `facts · ${fact.name} · ${word}`,
      message: 'can be chosen, and no rule, derivation or guideline reads it',
    }))
  })
}
