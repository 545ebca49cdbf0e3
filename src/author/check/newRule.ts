import { applyEdits, modify } from 'jsonc-parser'
import { TimbangError } from '../../errors.js'
import { parsedJson, type TextFile } from '../../json/jsonText.js'
import { type Force, forces, locales } from '../../vocabulary.js'

/** What is known of a rule that is about to be written; what is not is left as `…` for its author. */
export interface RuleSketch {
  readonly name: string
  readonly principle?: string
  readonly sources?: readonly string[]
  readonly asks?: Readonly<Partial<Record<Force, readonly string[]>>>
  /** The languages of the pack that it will stand in, where it says which it speaks. */
  readonly languages?: readonly string[]
}

/** What an author must still write; a check points at each of them. */
const open = '…'
function openText(languages: readonly string[] = locales): object {
  return Object.fromEntries(languages.map((language) => [language, open]))
}

const format = { insertSpaces: true, tabSize: 2 }

/**
 * The file of rules with the beginning of a new rule added at its end, everything else as it stands; a file that does not
 * exist yet is begun. The beginning is not a rule yet: a check says at each `…` what belongs there.
 * @throws TimbangError `invalid-json`, or `invalid-pack` for a file that holds no rules, or one of this name
 */
export function withNewRule(sketch: RuleSketch, file: TextFile, schema?: string): TextFile {
  const content = begun(file, { ...(schema && { $schema: schema }), standard: openText(sketch.languages), rules: [] })
  const { rules } = (parsedJson(content) ?? {}) as { rules?: readonly { name?: unknown }[] }
  if (!Array.isArray(rules)) throw unfit(file, 'is no file of rules: it has no list `rules`')
  if (rules.some((rule) => rule?.name === sketch.name)) throw unfit(file, `has a rule named \`${sketch.name}\` already`)
  return { path: file.path, text: appended(content.text, ['rules', -1], beginningOf(sketch)) }
}

/** The file, or what a file that is still empty begins with. */
function begun({ path, text }: TextFile, beginning: object): TextFile {
  return { path, text: text.trim() === '' ? `${JSON.stringify(beginning, null, 2)}\n` : text }
}

function unfit({ path }: TextFile, message: string): TimbangError {
  return new TimbangError('invalid-pack', [{ place: path, message }])
}

/** The file of cases with three beginnings for the rule: it applies, it does not, and it is not known whether it does. */
export function withNewCases({ name }: RuleSketch, file: TextFile, schema?: string): TextFile {
  const content = begun(file, { ...(schema && { $schema: schema }), cases: [] })
  const { cases: before } = (parsedJson(content) ?? {}) as { cases?: unknown }
  if (!Array.isArray(before)) throw unfit(file, 'is no file of cases: it has no list `cases`')
  const cases = ['applies', 'does not apply', 'is not known to apply'].map((how) => ({
    name: `${name} ${how}: ${open}`,
    situation: {},
  }))
  return { path: file.path, text: cases.reduce((text, one) => appended(text, ['cases', -1], one), content.text) }
}

/** What a pack that extends another says of itself, named after its folder. */
export function newHeader(folder: string, extended: string): object {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return { name: /^[a-z]/.test(name) ? name : `pack-${name}`, version: '0.1.0', title: openText(), extends: extended }
}

function appended(text: string, path: (string | number)[], value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions: format, isArrayInsertion: true }))
}

function beginningOf({ name, principle = open, sources = [open], asks = {}, languages }: RuleSketch): object {
  const asked = forces.flatMap((force) => (asks[force] ? [[force, asks[force]] as const] : []))
  return {
    name,
    conditions: { all: [{ fact: open, operator: 'equal', value: true }] },
    event: {
      type: principle,
      params: {
        ...Object.fromEntries(asked.length > 0 ? asked : [['should', [open]]]),
        principles: [principle],
        basis: 'practice',
        urgency: 'routine',
        because: openText(languages),
        sources,
      },
    },
  }
}
