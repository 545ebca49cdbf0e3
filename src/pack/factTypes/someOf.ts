import * as z from 'zod'
import { codedIssue } from '../../errors.js'
import { quotedSome } from '../../issueCodes.js'
import type { FactTypeShape, Stated } from './factType.js'
import { everyName, valueNames, wordList, wordUnion } from './wordList.js'

/** Some words of a list: each member is yes, no or not known. */
export const someOf: FactTypeShape = {
  ...wordList,
  operators: ['contains', 'doesNotContain'],
  input: 'members',
  canBePresumed: false,
  hasValue: (fact, value) => typeof value === 'string' && everyName(fact).includes(value),
  inMessages: (fact) => `it has ${quotedSome(everyName(fact))}`,
  schema(fact) {
    const word = z.enum(everyName(fact))
    const ofEach = z.partialRecord(word, z.union([z.boolean(), z.null()]))
    return z.union([word, z.array(word).min(1).max(200), ofEach])
  },
  misfit: (place, fact) =>
    fact.members
      ? codedIssue(place, 'must-be-actions')
      : codedIssue(place, 'must-be-some-of', { values: valueNames(fact) }),
  stated: members,
  answers: (member) => [true, false].map((so) => new Map([[member as string, so]])),
  hasOneOf: (fact, values) => values.map((value) => ({ fact, operator: 'contains', value })),
  typeScript: (fact) => `SomeOf<${[wordUnion(fact), fact.members && 'Action'].filter(Boolean).join(' | ')}>`,
}

/** One member, a list of members that are so, or what is said of each; a member not named stays not known. */
function members(checked: unknown): Stated {
  if (checked === null) return null
  if (typeof checked === 'string') return new Map([[checked, true]])
  if (Array.isArray(checked)) return new Map(checked.map((member: string) => [member, true]))
  return new Map(Object.entries(checked as Record<string, boolean | null>))
}
