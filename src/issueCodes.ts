/**
 * What can be wrong with what a worker enters: a code for callers and other languages, what belongs to it, and the English
 * sentence. Of what was entered nothing is among it: only names and limits that the pack declares.
 */
const sentences = {
  'must-be-yes-no': () => 'must be `true`, `false` or `null`',
  'must-be-number': ({ min, max }: { readonly min?: number; readonly max?: number }) => {
    const [from, to] = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` to ${max}`]
    return `must be a number${from}${to}, or \`null\``
  },
  'must-be-some-of': ({ values }: Listed) =>
    `must be a list of at least one of ${quoted(values)}, or an object that says \`true\`, \`false\` or \`null\` of them`,
  'must-be-actions': () =>
    'must be a list of at least one action of the pack, or an object that says `true`, `false` or `null` of them',
  'must-be-one-of': ({ values }: Listed) => `must be one of ${quoted(values)}, or \`null\``,
  'must-be-text': () => 'must be a text',
  'must-be-facts': () => 'must be an object of facts',
  'must-be-nested': ({ fact, written }: { readonly fact: string; readonly written: string }) =>
    `facts are written nested, \`${fact}\` as \`${written}\``,
  'unknown-fact': ({ key }: { readonly key: number }) => `key ${key} names no fact`,
  'other-jurisdiction': ({ values }: Listed) => `this pack holds the rules for ${quoted(values)} only`,
  'stated-twice': () => 'is stated twice, also under a name it bore before',
  contradicted: () => 'contradicts the facts from which it follows',
  'not-readable': () => 'cannot be read as plain data',
  'too-large': () => 'is too large',
  'too-deep': () => 'is nested too deeply',
  'text-too-long': ({ most }: { readonly most: number }) => `holds a text longer than ${most} characters`,
  'number-not-finite': () => 'must be a finite number',
  'not-plain': () => 'must be plain data',
  'list-not-plain': () => 'must be a plain list without gaps',
  'object-not-plain': () => 'must be a plain object',
  'values-not-plain': () => 'must be a plain object of plain values',
  'must-be-interview': () => 'must be where a consultation stands: `situation`, `asked` and `at`',
  'must-be-asked-facts': () => 'must be names of facts that are asked for',
  'must-be-place-in-asked': () => 'must be a place in `asked`',
} as const

interface Listed {
  readonly values: readonly string[]
}

/** What can be wrong with what a worker enters, each under a name that stays, so that any language can say it. */
export type IssueCode = keyof typeof sentences

/** Every code. */
export const issueCodes = Object.keys(sentences) as readonly IssueCode[]

/** What belongs to a code: names and limits that the pack declares. */
export type IssueParams<C extends IssueCode> = Parameters<(typeof sentences)[C]> extends [infer P] ? P : undefined

/** What is wrong, in an English sentence. */
export function sentenceOf<C extends IssueCode>(code: C, params: IssueParams<C>): string {
  return (sentences[code] as (params: IssueParams<C>) => string)(params)
}

/** Names as they stand in a message: each in backticks, with a comma between. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

const mostQuoted = 12

/** The first of many names, and how many others there are. */
export function quotedSome(names: readonly string[]): string {
  const others = names.length - mostQuoted
  return quoted(names.slice(0, mostQuoted)) + (others > 0 ? `, ${others} others` : '')
}
