import { optionsGiven } from '../../options.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { wording } from '../../pack/texts/languages.js'
import { escaped, inEnglish } from '../inWords.js'
import { ruleEntry, type Ways, waysRoundRules } from './ruleEntry.js'
import { actionsInWords, factsInWords, sourcesInWords } from './vocabulary.js'

/** Which rules of a pack that extends another are shown: all, or only its own. */
export interface CatalogueOptions {
  readonly which?: 'all' | 'own' | undefined
}

/**
 * Every rule of a pack in words, standard by standard, as Markdown for people who read no JSON: what it asks, when, what limits
 * it, why, and on what it rests. It is in English, with the reason of each rule in Bahasa Indonesia beside it. At its end stand the
 * facts and actions with the names that an author writes, and what the sources say.
 */
export function catalogue<S>(pack: Pack<S>, options: CatalogueOptions = {}): string {
  checkPack(pack)
  const { which = 'all' } = optionsGiven<CatalogueOptions>(options, { which: true })
  const rules = [...pack.rules.values()].filter((rule) => which === 'all' || isOwn(rule, pack))
  const standards = [...standardsOf(rules, pack)]
  const ways = waysRoundRules(pack)
  const shown = new Set(rules.map(({ name }) => name))
  return [
    ...heading(standards, pack, which),
    ...standards.map(([, rules]) => `- ${standardOf(rules)}: ${rules.length}`),
    '',
    ...standards.flatMap(([file, rules]) => [
      `## ${standardOf(rules)}`,
      '',
      `\`${file}\` · ${escaped(wording((rules[0] as Rule).standard, 'id'))}`,
      '',
      ...rules.flatMap((rule) => ruleEntry(rule, pack, ways, shown)),
    ]),
    ...findingOut(rules, pack, ways, shown),
    ...factsInWords(rules, pack),
    ...actionsInWords(rules, pack),
    ...sourcesInWords(rules, pack),
  ].join('\n')
}

/** Whether a rule stands in the pack itself, and not in the one that it extends. */
function isOwn<S>({ pack }: Rule, { parts: [base, ...others] }: Pack<S>): boolean {
  return others.length === 0 || pack !== base.name
}

function heading<S>(standards: readonly Standard[], pack: Pack<S>, which: 'all' | 'own'): readonly string[] {
  const [base, ...others] = pack.parts
  const parts = which === 'all' || others.length === 0 ? pack.parts : others
  const extended = parts === pack.parts ? '' : `, which extend \`${base.name}\` ${base.version}`
  const names = parts.map(({ name, version }) => `\`${name}\` ${version}`)
  const count = standards.reduce((sum, [, rules]) => sum + rules.length, 0)
  const counted = `${count} rules in ${standards.length} standards`
  return [
    `# ${parts.map(({ title }) => inEnglish(title)).join(' + ')}: the rules in words`,
    '',
    `Made from the rules of ${names.join(' + ')}${extended}, as of ${pack.asOf}; do not edit. ${counted}.`,
    'The JSON is what counts: where words and JSON differ, the words are wrong.',
    '',
  ]
}

type Standard = readonly [file: string, rules: readonly Rule[]]

/** The rules that authors wrote, by the file in which they stand and in the order in which they stand there. */
function standardsOf<S>(shown: readonly Rule[], { parts, rules }: Pack<S>): ReadonlyMap<string, readonly Rule[]> {
  const names = parts.flatMap(({ source }) =>
    Object.values(source.rules ?? {}).flatMap((file) => file.rules.map(({ name }) => name)),
  )
  const found = new Map<string, Rule[]>()
  for (const name of names) {
    const rule = rules.get(name) as Rule
    if (!shown.includes(rule)) continue
    found.set(rule.file, [...(found.get(rule.file) ?? []), rule])
  }
  return found
}

function standardOf([first]: readonly Rule[]): string {
  return inEnglish((first as Rule).standard)
}

/** The rules that a pack makes of its danger facts. */
function findingOut<S>(
  shown: readonly Rule[],
  pack: Pack<S>,
  ways: Ways,
  linked: ReadonlySet<string>,
): readonly string[] {
  const rules = shown.filter(({ findsOut }) => findsOut !== undefined)
  if (rules.length === 0) return []
  return ['## Finding out danger', '', ...rules.flatMap((rule) => ruleEntry(rule, pack, ways, linked))]
}
