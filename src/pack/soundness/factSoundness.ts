import type { Issue } from '../../errors.js'
import { notSaid } from '../../vocabulary.js'
import type { Conditions } from '../conditions.js'
import { type Fact, type Facts, hasValue } from '../fact.js'
import { factsRead } from '../factsRead.js'
import { typeOf } from '../factTypes/factTypes.js'
import { valueNames } from '../factTypes/wordList.js'
import { conditionIssues } from './conditionSoundness.js'
import { type Declared, duplicates, undeclaredIssues } from './declared.js'

/** What must hold of a fact: of its values, its danger, and what it is derived from or presumed to be. */
export function factIssues(fact: Fact, declared: Declared, readable: boolean): Issue[] {
  const place = `facts · ${fact.name}`
  const type = typeOf(fact)
  const rows: [boolean, string][] = [
    [!type.hasWords && fact.values !== undefined, 'has no `values` in this type'],
    [type.hasWords && !fact.ofActions && fact.values === undefined, 'needs `values`'],
    [fact.ofActions === true && type.input !== 'members', 'tells of actions, and is no list of members'],
    [fact.makesDone !== undefined && !fact.ofActions, '`makesDone` needs `ofActions`'],
    [duplicates(valueNames(fact)).length > 0, 'has the same value twice'],
    [(fact.min ?? Number.NEGATIVE_INFINITY) > (fact.max ?? Number.POSITIVE_INFINITY), '`min` is more than `max`'],
    [!type.hasLimits && (fact.min ?? fact.max) !== undefined, '`min` and `max` are for numbers'],
    [fact.name.startsWith('summary.'), '`summary` is the free text of a situation and holds no facts'],
    [fact.ask === undefined && !fact.derivedFrom && !unasked(fact), 'needs a question in `ask`'],
    [fact.derivedFrom !== undefined && !type.canBeDerived, 'only a yes-no fact can be derived'],
    [fact.derivedFrom !== undefined && fact.presume !== undefined, 'cannot be both derived and presumed'],
    [fact.danger !== undefined && fact.presume !== undefined, 'marks danger, and danger is never presumed'],
    [fact.presume !== undefined && !type.canBePresumed, 'a list of members cannot be presumed'],
    [fact.presume !== undefined && !hasValue(fact, fact.presume.value), '`presume` is not a value of it'],
    [fact.findOutBy !== undefined && fact.danger === undefined, '`findOutBy` needs `danger`'],
    [readable && readsPresumed(fact, declared.facts), 'marks danger and is derived from a presumed fact'],
    ...dangerRows(fact),
    ...codingRows(fact),
  ]
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...undeclaredIssues(place, 'action', fact.findOutBy === undefined ? [] : [fact.findOutBy], declared.actions),
    ...presumedIssues(fact, declared, readable),
  ]
}

/** Whether whoever tells of it does so unasked: it tells of actions, and names none to choose from. */
function unasked({ ofActions, values }: Fact): boolean {
  return ofActions === true && values === undefined
}

/** Why it is presumed, also where more is known: what is said of some is said by no protected fact. */
function presumedIssues({ name, presume }: Fact, { facts, sources }: Declared, readable: boolean): Issue[] {
  const reasons = presume?.where ?? []
  return [
    ...duplicates(reasons.map((one) => one.name)).map((one) => ({
      place: `facts · ${name}`,
      message: `has \`${one}\` twice`,
    })),
    ...undeclaredIssues(`facts · ${name}`, 'source', presume?.sources ?? [], sources),
    ...reasons.flatMap((one) => {
      const place = `facts · ${name} · ${one.name}`
      const shape = conditionIssues(one.conditions, place, facts)
      const isProtected = readable && shape.length === 0 && readsProtected(one.conditions, facts)
      return [
        ...shape,
        ...(isProtected ? [{ place, message: 'reads a protected fact' }] : []),
        ...undeclaredIssues(place, 'source', one.sources, sources),
      ]
    }),
  ]
}

/** What must hold so that a story can be coded by it: a question, a class that its criteria fit, no word that means something else. */
function codingRows(fact: Fact): [boolean, string][] {
  const { class: how, criteria, ask, values = [] } = fact
  const some = criteria !== undefined || values.some((one) => one.criteria !== undefined)
  const all = criteria !== undefined || (values.length > 0 && values.every((one) => one.criteria !== undefined))
  return [
    [how !== undefined && ask === undefined, 'has a `class` and no question by which a story could be read'],
    [how === 'by-criteria' && !all, 'is told by criteria, and needs `criteria`, its own or one for each value'],
    [how !== 'by-criteria' && some, 'has `criteria`, and needs the class `by-criteria`'],
    [
      values.some(({ value }) => value === notSaid),
      `has the value \`${notSaid}\`, which means that a story does not say`,
    ],
  ]
}

function dangerRows(fact: Fact): [boolean, string][] {
  if (fact.danger === undefined) return []
  const type = typeOf(fact)
  const safe = type.input !== 'choice' || type.values(fact, []).some((value) => !fact.danger?.includes(value))
  return [
    [!type.canMarkDanger, 'a number cannot mark danger'],
    [fact.danger.some((value) => !hasValue(fact, value)), '`danger` names what is not a value of it'],
    [!safe, 'leaves no value that is safe'],
  ]
}

function readsPresumed(fact: Fact, facts: Facts): boolean {
  if (fact.danger === undefined || fact.derivedFrom === undefined) return false
  return [...factsRead(fact.derivedFrom, facts)].some((name) => facts.get(name)?.presume !== undefined)
}

/** Whether conditions read a protected fact. */
export function readsProtected(conditions: Conditions, facts: Facts): boolean {
  return [...factsRead(conditions, facts)].some((name) => facts.get(name)?.protected)
}
