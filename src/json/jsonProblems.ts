import type { Node } from 'jsonc-parser'

/** What is wrong with a text as JSON, and where: characters from its beginning, and how many. */
export interface Problem {
  readonly offset: number
  readonly length: number
  readonly message: string
  /** That a name of the text stands twice; the message says which. */
  readonly repeats?: true
}

/** How deep brackets may stand in each other. */
export const deepest = 100

/** How deep the brackets of a text stand in each other at most, strings left out. */
export function nesting(text: string): number {
  let [depth, most, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '\\' && quoted) i++
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '[' || sign === '{')) most = Math.max(most, ++depth)
    else if (!quoted && (sign === ']' || sign === '}')) depth--
  }
  return most
}

const curlyQuotes = /[“”„«»‘’]/

/**
 * What an author reads where JSON is broken: by the code of the parser, and what stands at the
 * spot.
 */
export function syntaxMessage(code: string, spot: string): string {
  if (code === 'InvalidSymbol' && curlyQuotes.test(spot))
    return 'is not JSON: these quotes are curly; a text stands between straight ones (")'
  if (code === 'CommaExpected' && spot === '}')
    return 'is not JSON: the list is closed by `]`, not by `}`'
  if (code === 'CommaExpected' && spot === ']')
    return 'is not JSON: the object is closed by `}`, not by `]`'
  return messages[code] ?? 'is not JSON'
}

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'is not JSON: only texts in double quotes, numbers, `true`, `false` and `null` may stand here',
  InvalidNumberFormat: 'is not a number as JSON writes it',
  PropertyNameExpected:
    'is not JSON: a name in double quotes must follow (is there a comma too many?)',
  ValueExpected: 'is not JSON: a value must follow (is there a comma too many?)',
  ColonExpected: 'is not JSON: a colon must follow the name',
  CommaExpected: 'is not JSON: a comma is missing before this',
  CloseBraceExpected: 'is not JSON: a `}` is missing',
  CloseBracketExpected: 'is not JSON: a `]` is missing',
  EndOfFileExpected: 'is not JSON: nothing may follow here',
  InvalidCommentToken: 'is not JSON: comments are not part of it',
  UnexpectedEndOfComment: 'is not JSON: comments are not part of it',
  UnexpectedEndOfString: 'is not JSON: a text does not end on its line',
  InvalidUnicode: 'is not JSON: `\\u` wants four digits from 0 to f',
  InvalidEscapeCharacter: 'is not JSON: this may not follow a backslash',
  InvalidCharacter: 'is not JSON: a character that must be written with a backslash',
}

/**
 * A key that stands twice in one object: JSON keeps the last one without a word, and its author
 * would never know.
 */
export function repeatedKeys(tree: Node | undefined): Problem[] {
  if (!tree) return []
  const seen = new Set<unknown>()
  const own: Problem[] = []
  for (const { offset, length, value } of keysOf(tree)) {
    const message = `\`${value}\` stands twice in one object`
    if (seen.has(value)) own.push({ offset, length, message, repeats: true })
    seen.add(value)
  }
  return [...own, ...(tree.children ?? []).flatMap(repeatedKeys)]
}

function keysOf({ type, children = [] }: Node): readonly Node[] {
  return type === 'object' ? children.flatMap((member) => member.children?.[0] ?? []) : []
}
