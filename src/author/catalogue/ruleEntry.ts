import type { Fact } from '../../pack/fact.js'
import type { OtherPosition } from '../../pack/otherPosition.js'
import type { Pack } from '../../pack/pack.js'
import type { Action, Principle, Role, Source } from '../../pack/packSource.js'
import type { Rule } from '../../pack/rule.js'
import {
  type Force,
  forces,
  jurisdictionFact,
  locales,
  type Text,
  type Urgency,
  type Verification,
} from '../../vocabulary.js'
import { jurisdictionOf } from '../cases/ruleJurisdiction.js'
import { conditionsInWords, escaped, inEnglish, valueInWords } from '../inWords.js'

/** For each rule the rules that name it: those that prevail over it, and those that stand against it on purpose. */
export interface Ways {
  readonly prevailing: ReadonlyMap<string, readonly Rule[]>
  readonly against: ReadonlyMap<string, readonly Rule[]>
}

export function waysRoundRules({ rules }: Pack<unknown>): Ways {
  const namedBy = (names: (rule: Rule) => readonly string[]) => {
    const found = new Map<string, Rule[]>()
    for (const rule of rules.values())
      for (const name of names(rule)) found.set(name, [...(found.get(name) ?? []), rule])
    return found
  }
  return { prevailing: namedBy((rule) => rule.exceptionTo), against: namedBy((rule) => rule.dilemmaWith) }
}

const asks: Readonly<Record<Force, string>> = {
  must: 'Must',
  should: 'Should',
  may: 'May',
  'should-not': 'Should not',
  'must-not': 'Must not',
}

/** One rule: each line of it is a part that a reader may look for. */
export function ruleEntry<S>(rule: Rule, pack: Pack<S>, ways: Ways, shown: ReadonlySet<string>): readonly string[] {
  const where = jurisdictionOf(rule)
  const lines = [
    ...forces.flatMap((force) => asked(rule, force, pack)),
    ...nature(rule, pack),
    ...(where ? [`- **Only under**: ${where.home.map((one) => countryOf(one, pack)).join(', ')}`] : []),
    ...days(rule),
    '- **When**',
    ...(rule.findsOut
      ? findsOutInWords(rule, pack)
      : conditionsInWords(where?.conditions ?? rule.conditions, pack, '  ')),
    ...limits(rule, pack),
    ...meetings(rule, pack, ways, shown),
    `- **Because** ${both(rule.because)}`,
    '- **Sources**',
    ...rule.sources.map((name) => `  - ${sourceInWords(name, pack)}`),
    ...positionsInWords(rule, pack),
  ]
  return [`### ${rule.name}`, '', ...lines, '']
}

function asked({ pushes }: Pick<Rule, 'pushes'>, force: Force, { actions }: Pack<unknown>): readonly string[] {
  const named = pushes.filter((push) => push.force === force).map(({ action }) => labelOf(action, actions))
  return named.length === 0 ? [] : [`- **${asks[force]}**: ${named.join('; ')}`]
}

/** The other published positions, and whether anybody has looked for them: silence must not read as agreement. */
function positionsInWords(
  { otherPositions = [], positionsSought, findsOut }: Rule,
  pack: Pack<unknown>,
): readonly string[] {
  if (findsOut) return []
  if (positionsSought === undefined) return ['- **Other published positions**: not looked for']
  const found = otherPositions.length === 0 ? 'none found' : 'the profession is divided'
  return [
    `- **Other published positions** (looked for on ${positionsSought}): ${found}`,
    ...otherPositions.flatMap((one) => positionInWords(one, pack).map((line) => `  ${line}`)),
  ]
}

function positionInWords(position: OtherPosition, pack: Pack<unknown>): readonly string[] {
  const replaced = position.insteadOf.map((action) => labelOf(action, pack.actions))
  const lines = [
    ...forces.flatMap((force) => asked(position, force, pack)),
    ...(replaced.length === 0 ? [] : [`- **Instead of**: ${replaced.join('; ')}`]),
    `- **Because** ${both(position.because)}`,
    `- **Both agree that** ${both(position.agreed)}`,
    '- **Sources**',
    ...position.sources.map((name) => `  - ${sourceInWords(name, pack)}`),
  ]
  return [`- \`${position.name}\``, ...lines.map((line) => `  ${line}`)]
}

function labelOf(action: string, actions: Pack['actions']): string {
  return inEnglish((actions.get(action) as Action).label)
}

const bases = { law: 'law', code: 'a code of ethics', practice: 'good practice' } as const

const hurry: Readonly<Record<Urgency, string>> = { immediate: 'at once', prompt: 'soon', routine: 'no hurry' }

/** The principles it serves, on what it rests, how soon, in which role. */
function nature(rule: Rule, { principles, roles }: Pack<unknown>): readonly string[] {
  const named = [rule.principle, ...rule.principles.filter((name) => name !== rule.principle)]
  const served = named.map((name) => inEnglish((principles.get(name) as Principle).label)).join(', ')
  const role = rule.role === undefined ? [] : [`as ${inEnglish((roles.get(rule.role) as Role).label)}`]
  const marks = [
    `rests on ${bases[rule.basis]}`,
    hurry[rule.urgency],
    ...role,
    ...(rule.standing ? ['owed in nearly every situation'] : []),
    ...(rule.protective ? ['protective: may read protected facts'] : []),
  ]
  return [`- **Serves**: ${served} · ${marks.join(' · ')}`]
}

function countryOf(value: string, { facts }: Pack<unknown>): string {
  const fact = facts.get(jurisdictionFact)
  return escaped(fact ? valueInWords(fact, value) : value)
}

function days({ inForce: { from, until } = {} }: Rule): readonly string[] {
  if (from === undefined && until === undefined) return []
  return [`- **In force**: ${[...(from ? [`from ${from}`] : []), ...(until ? [`until ${until}`] : [])].join(' ')}`]
}

/** A rule that finds out danger holds while there is a sign of it and something that matters is open. */
function findsOutInWords({ findsOut = [] }: Rule, { facts }: Pack<unknown>): readonly string[] {
  const labels = findsOut.map((name) => `    - ${inEnglish((facts.get(name) as Fact).label)}`)
  return ['  - a sign of danger is stated, and one of these is not known:', ...labels]
}

function limits(rule: Rule, pack: Pack<unknown>): readonly string[] {
  return rule.unless.flatMap(({ because, conditions }) => [
    `- **Unless** ${both(because)}`,
    ...conditionsInWords(conditions, pack, '  '),
  ])
}

/** What it prevails over and gives way to, and what stays owed to it then. */
function meetings(
  rule: Rule,
  { actions }: Pack<unknown>,
  { prevailing, against }: Ways,
  shown: ReadonlySet<string>,
): readonly string[] {
  const line = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`- **${what}**: ${names.join('; ')}`]
  const list = (what: string, lines: readonly string[]) =>
    lines.length < 2 ? line(what, lines) : [`- **${what}**`, ...lines.map((one) => `  - ${one}`)]
  const linked = (name: string) => linkTo(name, shown)
  const opposite = [...rule.dilemmaWith, ...(against.get(rule.name) ?? []).map(({ name }) => name)]
  return [
    ...line('Prevails over', rule.exceptionTo.map(linked)),
    ...list(
      'Gives way to',
      (prevailing.get(rule.name) ?? []).map(({ name, because }) => `${linked(name)}, because ${inEnglish(because)}`),
    ),
    ...line(
      'Then still owed',
      rule.whenOverridden.map((action) => labelOf(action, actions)),
    ),
    ...line('Stands on purpose against', [...new Set(opposite)].map(linked)),
  ]
}

/** A rule by its name, as a link where it stands on the same page; its place is named as a page of Markdown names headings. */
export function linkTo(name: string, shown: ReadonlySet<string>): string {
  return shown.has(name) ? `[${name}](#${name.replace(/[^a-z0-9-]/g, '')})` : `\`${name}\``
}

const verified: Readonly<Record<Verification, string>> = {
  primary: 'read in the text itself',
  secondary: 'known through another text',
  no: 'not verified',
}

/** How a source is cited, and how far it was verified; what it says stands once, at the end. */
export function sourceInWords(name: string, { sources }: Pack<unknown>): string {
  const { cite, kind, jurisdiction, verified: how, verifiedOn, read, reviewed } = sources.get(name) as Source
  const on = verifiedOn ?? read?.on
  const day = on ? ` on ${on}` : ''
  const review = reviewed ? `; reviewed by ${inEnglish(reviewed.by)} on ${reviewed.on}` : ''
  const whose = kind === 'code' && jurisdiction ? `${jurisdiction}; ` : ''
  return `${inEnglish(cite)} (${whose}${verified[how]}${day}${review})`
}

function both(text: Text): string {
  const [first, ...others] = locales.flatMap((locale) => text[locale] ?? []).map(escaped)
  return [first, ...others.map((other) => `*${other}*`)].join(' · ')
}
