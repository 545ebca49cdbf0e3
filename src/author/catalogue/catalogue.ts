import { factsRead } from '../../pack/conditions.js'
import type { Fact } from '../../pack/facts.js'
import { wording } from '../../pack/languages.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Action, Principle, Role, Rule, Source } from '../../pack/rule.js'
import { type Force, forces, jurisdictionFact, locales, type Text, type Verification } from '../../vocabulary.js'
import { jurisdictionOf } from '../cases/jurisdiction.js'
import { escaped, inWords, valueInWords } from './inWords.js'

/**
 * Every rule of a pack in words, standard by standard, as Markdown for people who read no JSON: what it asks, when, what limits
 * it, why, and on what it rests. It is in English, with the reason of each rule in Bahasa Indonesia beside it.
 */
export function catalogue<S>(pack: Pack<S>): string {
  checkPack(pack)
  const standards = [...standardsOf(pack)]
  const count = standards.reduce((sum, [, rules]) => sum + rules.length, 0)
  const ways = waysRoundRules(pack)
  return [
    `# ${said(pack.title)}: the rules in words`,
    '',
    `Made from the rules of \`${pack.name}\` ${pack.version}, as of ${pack.asOf}; do not edit. ${count} rules in ${standards.length} standards.`,
    'The JSON is what counts: where words and JSON differ, the words are wrong.',
    '',
    ...standards.map(([, rules]) => `- ${standardOf(rules)}: ${rules.length}`),
    '',
    ...standards.flatMap(([file, rules]) => [
      `## ${standardOf(rules)}`,
      '',
      `\`${file}\` · ${escaped(wording((rules[0] as Rule).standard, 'id'))}`,
      '',
      ...rules.flatMap((rule) => ruleEntry(rule, pack, ways)),
    ]),
    ...findingOut(pack, ways),
    ...factsInWords(pack),
    ...sourcesInWords(pack),
  ].join('\n')
}

/** The rules that authors wrote, by the file in which they stand and in the order in which they stand there. */
function standardsOf({ parts, rules }: Pack<unknown>): ReadonlyMap<string, readonly Rule[]> {
  const names = parts.flatMap(({ source }) =>
    Object.values(source.rules ?? {}).flatMap((file) => file.rules.map(({ name }) => name)),
  )
  const found = new Map<string, Rule[]>()
  for (const name of names) {
    const rule = rules.get(name) as Rule
    found.set(rule.file, [...(found.get(rule.file) ?? []), rule])
  }
  return found
}

function standardOf([first]: readonly Rule[]): string {
  return said((first as Rule).standard)
}

/** For each rule the rules that name it: those that prevail over it, and those that stand against it on purpose. */
interface Ways {
  readonly prevailing: ReadonlyMap<string, readonly Rule[]>
  readonly against: ReadonlyMap<string, readonly Rule[]>
}

function waysRoundRules({ rules }: Pack<unknown>): Ways {
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
function ruleEntry(rule: Rule, pack: Pack<unknown>, ways: Ways): readonly string[] {
  const where = jurisdictionOf(rule)
  const lines = [
    ...forces.flatMap((force) => asked(rule, force, pack)),
    ...nature(rule, pack),
    ...(where ? [`- **Only under**: ${where.home.map((one) => countryOf(one, pack)).join(', ')}`] : []),
    ...days(rule),
    '- **When**',
    ...(rule.findsOut ? findsOutInWords(rule, pack) : inWords(where?.conditions ?? rule.conditions, pack, '  ')),
    ...limits(rule, pack),
    ...meetings(rule, pack, ways),
    `- **Because** ${both(rule.because)}`,
    '- **Sources**',
    ...rule.sources.map((name) => `  - ${sourceInWords(name, pack)}`),
  ]
  return [`### ${rule.name}`, '', ...lines, '']
}

function asked({ pushes }: Rule, force: Force, { actions }: Pack<unknown>): readonly string[] {
  const named = pushes.filter((push) => push.force === force).map(({ action }) => labelOf(action, actions))
  return named.length === 0 ? [] : [`- **${asks[force]}**: ${named.join('; ')}`]
}

function labelOf(action: string, actions: Pack['actions']): string {
  return said((actions.get(action) as Action).label)
}

const bases = { law: 'law', code: 'a code of ethics', practice: 'good practice' } as const

/** The principles it serves, on what it rests, how soon, in which role. */
function nature(rule: Rule, { principles, roles }: Pack<unknown>): readonly string[] {
  const named = [rule.principle, ...rule.principles.filter((name) => name !== rule.principle)]
  const served = named.map((name) => said((principles.get(name) as Principle).label)).join(', ')
  const role = rule.role === undefined ? [] : [`as ${said((roles.get(rule.role) as Role).label)}`]
  const marks = [
    `rests on ${bases[rule.basis]}`,
    rule.urgency,
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
  const labels = findsOut.map((name) => `    - ${said((facts.get(name) as Fact).label)}`)
  return ['  - a sign of danger is stated, and one of these is not known:', ...labels]
}

function limits(rule: Rule, pack: Pack<unknown>): readonly string[] {
  return rule.unless.flatMap(({ because, conditions }) => [
    `- **Unless** ${both(because)}`,
    ...inWords(conditions, pack, '  '),
  ])
}

/** What it prevails over and gives way to, and what stays owed to it then. */
function meetings(rule: Rule, { actions }: Pack<unknown>, { prevailing, against }: Ways): readonly string[] {
  const line = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`- **${what}**: ${names.join('; ')}`]
  const linked = (name: string) => `[${name}](#${anchorOf(name)})`
  const opposite = [...rule.dilemmaWith, ...(against.get(rule.name) ?? []).map(({ name }) => name)]
  return [
    ...line('Prevails over', rule.exceptionTo.map(linked)),
    ...line(
      'Gives way to',
      (prevailing.get(rule.name) ?? []).map(({ name, because }) => `${linked(name)}, because ${said(because)}`),
    ),
    ...line(
      'Then still owed',
      rule.whenOverridden.map((action) => labelOf(action, actions)),
    ),
    ...line('Stands on purpose against', [...new Set(opposite)].map(linked)),
  ]
}

/** How a page of Markdown names the place of a heading. */
function anchorOf(name: string): string {
  return name.replace(/[^a-z0-9-]/g, '')
}

const verified: Readonly<Record<Verification, string>> = {
  primary: 'read in the text itself',
  secondary: 'through another text',
  no: 'not verified',
}

/** How a source is cited, and how far it was verified; what it says stands once, at the end. */
function sourceInWords(name: string, { sources }: Pack<unknown>): string {
  const { cite, verified: how, verifiedOn, reviewed } = sources.get(name) as Source
  const day = verifiedOn ? ` on ${verifiedOn}` : ''
  const review = reviewed ? `; reviewed by ${said(reviewed.by)} on ${reviewed.on}` : ''
  return `${said(cite)} (${verified[how]}${day}${review})`
}

/** What the sources say that a rule stands on. */
function sourcesInWords(pack: Pack<unknown>): readonly string[] {
  const cited = new Set([...pack.rules.values()].flatMap(({ sources }) => sources))
  const told = [...pack.sources.values()].filter(({ name }) => cited.has(name))
  return [
    '## What the sources say',
    '',
    'In our own words.',
    '',
    ...told.map(({ name, says }) => `- ${sourceInWords(name, pack)}: ${said(says)}`),
    '',
  ]
}

/** The rules that a pack makes of its danger facts. */
function findingOut(pack: Pack<unknown>, ways: Ways): readonly string[] {
  const rules = [...pack.rules.values()].filter(({ findsOut }) => findsOut !== undefined)
  if (rules.length === 0) return []
  return ['## Finding out danger', '', ...rules.flatMap((rule) => ruleEntry(rule, pack, ways))]
}

/** The facts that rules read: by which question each is found out, or from what it follows. */
function factsInWords(pack: Pack<unknown>): readonly string[] {
  const parts = [...pack.rules.values()].flatMap((rule) => [rule, ...rule.unless])
  const read = new Set(parts.flatMap(({ conditions }) => [...factsRead(conditions, pack.facts)]))
  const told = [...pack.facts.values()].filter(({ name }) => read.has(name))
  return ['## What the rules ask about', '', ...told.flatMap((fact) => factInWords(fact, pack)), '']
}

function factInWords({ label, ask, values = [], derivedFrom }: Fact, pack: Pack<unknown>): readonly string[] {
  const options = values.length === 0 ? '' : ` (${values.map((one) => said(one.label)).join('; ')})`
  const told = [...(ask ? [`${said(ask)}${options}`] : []), ...(derivedFrom ? ['It follows where'] : [])]
  return [`- **${said(label)}**: ${told.join(' ')}`, ...(derivedFrom ? inWords(derivedFrom, pack, '  ') : [])]
}

function both(text: Text): string {
  const [first, ...others] = locales.flatMap((locale) => text[locale] ?? []).map(escaped)
  return [first, ...others.map((other) => `*${other}*`)].join(' · ')
}

/** In English, or in the language of the pack. */
function said(text: Text): string {
  return escaped(wording(text, 'en'))
}
