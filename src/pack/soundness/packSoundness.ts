import type { Issue } from '../../errors.js'
import type { Conditions } from '../conditions.js'
import type { Fact, Facts } from '../fact.js'
import { factsRead } from '../factsRead.js'
import type { Contact, GuidelineSource, PackSource } from '../packSource.js'
import { conditionIssues } from './conditionSoundness.js'
import { cycleIssues, type Declared, declaredIn, duplicates, rulesOf, undeclaredIssues } from './declared.js'
import { factIssues, readsProtected } from './factSoundness.js'
import { invariantIssues } from './invariantSoundness.js'
import { panelIssues } from './panelSoundness.js'
import { positionsIssues } from './positionSoundness.js'
import { endsFirst, jurisdictionIssues, rulesIssues } from './ruleSoundness.js'
import { derivationSizes, sizeIssues } from './size.js'

/** What must hold between the parts of a pack so that it can be evaluated without surprises; all issues at once. */
export function soundnessIssues(source: PackSource): Issue[] {
  const tooLarge = sizeIssues(source)
  if (tooLarge.length > 0) return tooLarge
  const declared = declaredIn(source)
  const { sources } = declared
  const derivations = derivationIssues(declared)
  const guidelines = guidelineShapes(declared)
  const readable = derivations.length === 0 && guidelines.length === 0
  return [
    ...repeatedNames(source),
    ...derivations,
    ...source.facts.flatMap((fact) => factIssues(fact as Fact, declared, derivations.length === 0)),
    ...actionIssues(declared),
    ...orderIssues(declared),
    ...source.sources.flatMap(sourceIssues),
    ...source.principles.flatMap((one) => undeclaredIssues(`principles · ${one.name}`, 'source', one.sources, sources)),
    ...guidelines,
    ...(source.contacts ?? []).flatMap((one) => contactIssues(one, declared)),
    ...source.frameworks.flatMap((one) => frameworkIssues(one, declared, readable)),
    ...rulesIssues(declared, readable),
    ...rulesOf(source).flatMap(({ place, rule }) => positionsIssues(rule, place, declared)),
    ...headerIssues(declared),
    ...panelIssues(declared, readable),
    ...(readable ? invariantIssues(declared) : []),
  ]
}

/** Derivations are read only once all have their shape, none goes round in a circle and none is too long to follow. */
function derivationIssues(declared: Declared): Issue[] {
  const shapes = derivationShapes(declared)
  if (shapes.length > 0) return shapes
  const cycles = derivationCycles(declared.facts)
  return cycles.length > 0 ? cycles : derivationSizes(declared.facts)
}

function derivationCycles(facts: Facts): Issue[] {
  const reads = new Map([...facts.values()].map((fact) => [fact.name, derivedReads(fact)]))
  return cycleIssues(reads, (name) => `facts · ${name}`, 'is derived from itself')
}

/** What comes before something cannot come after it. */
function orderIssues({ source, actions }: Declared): Issue[] {
  const after = new Map(
    source.actions.map(({ name, before = [] }) => [name, before.filter((one) => one !== name && actions.has(one))]),
  )
  return cycleIssues(after, (name) => `actions · ${name}`, 'comes before itself')
}

function actionIssues({ source, actions, roles, facts }: Declared): Issue[] {
  return source.actions.flatMap(
    ({ name, incompatibleWith = [], partOf = [], before = [], role, urgency, standing, continuing, done }) => {
      const place = `actions · ${name}`
      const rows: [boolean, string][] = [
        [incompatibleWith.includes(name), 'cannot be incompatible with itself'],
        [partOf.includes(name), 'cannot be part of itself'],
        [before.includes(name), 'cannot come before itself'],
        [before.some((one) => incompatibleWith.includes(one)), 'cannot come before what it is incompatible with'],
        [
          standing === true && urgency !== undefined,
          'is owed in nearly every situation, and has no `urgency` of its own',
        ],
        [continuing === true && done !== undefined, 'goes on as long as it is asked for, and has no `done`'],
        [
          !continuing && done !== undefined && done.conditions === undefined,
          '`done` needs `conditions`, or a fact that `makesDone`',
        ],
      ]
      return [
        ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
        ...undeclaredIssues(place, 'action', [...incompatibleWith, ...partOf, ...before], actions),
        ...undeclaredIssues(place, 'role', role === undefined ? [] : [role], roles),
        ...(done?.conditions === undefined ? [] : conditionIssues(done.conditions, `${place} · done`, facts)),
      ]
    },
  )
}

/** What was read has a day on which it was read, once; what nobody has verified has none. */
function sourceIssues({ name, verified, verifiedOn, read, inForce }: PackSource['sources'][number]): Issue[] {
  const unread = verified === 'no'
  const rows: [boolean, string][] = [
    [unread && verifiedOn !== undefined, 'has a day in `verifiedOn` and is not verified'],
    [unread && read !== undefined, 'names a text in `read` and is not verified'],
    [read !== undefined && verifiedOn !== undefined, 'says twice when it was verified: in `verifiedOn` and in `read`'],
    [endsFirst(inForce), '`inForce` ends before it begins'],
  ]
  return rows.filter(([wrong]) => wrong).map(([, message]) => ({ place: `sources · ${name}`, message }))
}

function contactIssues({ name, for: actions, jurisdiction, emergency }: Contact, declared: Declared): Issue[] {
  const place = `contacts · ${name}`
  const nowhere = emergency === true && jurisdiction === undefined
  return [
    ...(nowhere ? [{ place, message: '`emergency` needs the `jurisdiction` whose emergency number it is' }] : []),
    ...undeclaredIssues(place, 'action', actions, declared.actions),
    ...jurisdictionIssues(jurisdiction, place, declared.facts),
  ]
}

/** Derivations are checked for shape first: nothing can be said of what is derived by conditions that cannot be read. */
function derivationShapes({ facts }: Declared): Issue[] {
  return [...facts.values()].flatMap((fact) =>
    fact.derivedFrom === undefined
      ? []
      : conditionIssues(fact.derivedFrom, `facts · ${fact.name} · derivedFrom`, facts),
  )
}

function guidelineShapes({ source, facts }: Declared): Issue[] {
  return source.frameworks.flatMap((framework) =>
    framework.guidelines.flatMap((one) =>
      one.when === undefined
        ? []
        : conditionIssues(one.when, `frameworks · ${framework.name} · ${one.name} · when`, facts),
    ),
  )
}

function repeatedNames(source: PackSource): Issue[] {
  const named = (place: string, list: readonly { name: string }[]) =>
    duplicates(list.map(({ name }) => name)).map((name) => ({
      place: `${place} · ${name}`,
      message: 'is declared twice',
    }))
  const rules = rulesOf(source).map(({ rule }) => rule)
  const beginnings = new Set(source.facts.flatMap(({ name }) => beginningsOf(name)))
  const prefixes = source.facts.filter(({ name }) => beginnings.has(name))
  return [
    ...named('facts', source.facts),
    ...named('principles', source.principles),
    ...named('actions', source.actions),
    ...named('roles', source.roles),
    ...named('sources', source.sources),
    ...named('frameworks', source.frameworks),
    ...named('contacts', source.contacts ?? []),
    ...named('rules', rules),
    ...prefixes.map(({ name }) => ({ place: `facts · ${name}`, message: 'is the beginning of another fact' })),
  ]
}

/** `home` and `home.family` of `home.family.safe`. */
function beginningsOf(name: string): string[] {
  const parts = name.split('.')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'))
}

function derivedReads(fact: Fact): readonly string[] {
  return fact.derivedFrom === undefined ? [] : [...factsRead(fact.derivedFrom, new Map())]
}

function frameworkIssues(
  { name, sources, guidelines }: PackSource['frameworks'][number],
  declared: Declared,
  readable: boolean,
): Issue[] {
  const place = `frameworks · ${name}`
  const twice = duplicates(guidelines.map((one) => one.name)).map((one) => ({ place, message: `has \`${one}\` twice` }))
  return [
    ...twice,
    ...undeclaredIssues(place, 'source', sources, declared.sources),
    ...guidelines.flatMap((one) => guidelineIssues(one, `${place} · ${one.name}`, declared, readable)),
  ]
}

function guidelineIssues(guideline: GuidelineSource, place: string, declared: Declared, readable: boolean): Issue[] {
  const { order, prevails, over, basis, when, sources } = guideline
  const forms = [order, prevails && over, basis].filter((form) => form !== undefined)
  const principles = [...(order ?? []).flat(), ...(prevails ?? []), ...(over ?? [])]
  const whole = forms.length === 1 && (prevails === undefined) === (over === undefined)
  return [
    ...(whole ? [] : [{ place, message: 'needs one of `order`, `prevails` with `over`, or `basis`' }]),
    ...(readable && when !== undefined && readsProtected(when as Conditions, declared.facts)
      ? [{ place, message: 'reads a protected fact' }]
      : []),
    ...undeclaredIssues(place, 'principle', new Set(principles), declared.principles),
    ...undeclaredIssues(place, 'source', sources, declared.sources),
    ...duplicates([...principles, ...(basis ?? [])]).map((one) => ({ place, message: `ranks \`${one}\` twice` })),
  ]
}

function headerIssues({ source, facts, actions, principles, roles, sources }: Declared): Issue[] {
  const { openers, findOut, whenUndecided, jurisdiction, locales = [] } = source.pack
  const unasked = openers.filter((name) => facts.get(name) && facts.get(name)?.ask === undefined)
  const finds = source.facts.some(({ findOutBy }) => findOutBy !== undefined)
  return [
    ...undeclaredIssues('pack · openers', 'fact', openers, new Set(facts.keys())),
    ...unasked.map((name) => ({ place: 'pack · openers', message: `\`${name}\` has no question` })),
    ...jurisdictionIssues(jurisdiction, 'pack', facts),
    ...duplicates(locales).map((one) => ({ place: 'pack · locales', message: `names \`${one}\` twice` })),
    ...undeclaredIssues('pack · whenUndecided', 'action', whenUndecided.actions, actions),
    ...undeclaredIssues('pack · whenUndecided', 'source', whenUndecided.sources, sources),
    ...(finds && !findOut
      ? [{ place: 'pack', message: 'needs `findOut`, since facts say by which action they are found out' }]
      : []),
    ...(findOut ? undeclaredIssues('pack · findOut', 'principle', [findOut.principle], principles) : []),
    ...(findOut?.role ? undeclaredIssues('pack · findOut', 'role', [findOut.role], roles) : []),
    ...undeclaredIssues('pack · findOut', 'source', findOut?.sources ?? [], sources),
  ]
}
