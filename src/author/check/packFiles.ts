import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { type Issue, TimbangError } from '../../errors.js'

/** A file as it was read: its path as the author knows it, and its text. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A file with its JSON as a tree in which every value knows its place in the text. */
export interface JsonFile extends TextFile {
  readonly tree: Node | undefined
  readonly problems: readonly Problem[]
}

/** What is wrong with a text as JSON, and where: characters from its beginning, and how many. */
export interface Problem {
  readonly offset: number
  readonly length: number
  readonly message: string
}

/** Where something stands: the file, line and column from 1, how many characters on that line, and the line itself. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  readonly text: string
}

const deepest = 100

/** Reads a text as strict JSON: no comments, no trailing commas, no key twice. */
export function readJson({ path, text }: TextFile): JsonFile {
  if (nesting(text) > deepest)
    return { path, text, tree: undefined, problems: [{ offset: 0, length: 1, message: 'is nested too deeply' }] }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const problems = errors.map(({ error, offset, length }) => ({
    offset,
    length,
    message: words[printParseErrorCode(error)] ?? 'is not JSON',
  }))
  return { path, text, tree, problems: problems.length > 0 ? problems.slice(0, 1) : repeatedKeys(tree) }
}

/** How deep the brackets of a text stand in each other at most, strings left out. */
function nesting(text: string): number {
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

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'is not JSON: only texts in double quotes, numbers, `true`, `false` and `null` may stand here',
  InvalidNumberFormat: 'is not a number as JSON writes it',
  PropertyNameExpected: 'is not JSON: a name in double quotes must follow (is there a comma too many?)',
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

/** A key that stands twice in one object: JSON keeps the last one without a word, and an author would never know. */
function repeatedKeys(tree: Node | undefined): Problem[] {
  if (!tree) return []
  const keys = tree.type === 'object' ? (tree.children ?? []).flatMap(({ children }) => children?.[0] ?? []) : []
  const repeated = keys.filter((key, i) => keys.findIndex(({ value }) => value === key.value) < i)
  return [
    ...repeated.map(({ offset, length, value }) => ({
      offset,
      length,
      message: `\`${value}\` stands twice in one object`,
    })),
    ...(tree.children ?? []).flatMap(repeatedKeys),
  ]
}

/** The parts of a pack that have a file of their own; every other file holds rules. */
const partFiles = [
  'pack',
  'facts',
  'principles',
  'actions',
  'roles',
  'sources',
  'frameworks',
  'contacts',
  'translations',
] as const

/** Which part of a pack a file holds, by its name; none for a file of rules. */
export function partIn(path: string): string | undefined {
  const name = path
    .split('/')
    .at(-1)
    ?.replace(/\.json$/, '')
  return partFiles.find((part) => part === name)
}

/** The JSON of a pack as `createPack` and `extendPack` take it, from the files of its folder; a part without a file is left out. */
export function sourceOf(files: readonly JsonFile[]): Readonly<Record<string, unknown>> {
  const parts = files.flatMap((file) => {
    const part = partIn(file.path)
    return part === undefined ? [] : [[part, contentOf(file)] as const]
  })
  const rules = files
    .filter(({ path }) => partIn(path) === undefined)
    .map((file) => [file.path, contentOf(file)] as const)
  return { ...Object.fromEntries(parts), ...(rules.length > 0 && { rules: Object.fromEntries(rules) }) }
}

/**
 * The value that a file of JSON holds.
 * @throws TimbangError `invalid-json` with line and column of what is wrong
 */
export function parsedJson(text: TextFile): unknown {
  return contentOf(soundJson(text))
}

/**
 * The JSON of a pack as `createPack` and `extendPack` take it, from the texts of the files of its folder: `pack.json`, `facts.json`
 * and the other parts by their names, every other file as one of rules.
 * @throws TimbangError `invalid-json` with line and column of what is wrong
 */
export function packSourceFrom(texts: readonly TextFile[]): Readonly<Record<string, unknown>> {
  return sourceOf(texts.map(soundJson))
}

function soundJson(text: TextFile): JsonFile {
  const file = readJson(text)
  if (file.problems.length === 0) return file
  const issues = file.problems.map((problem) => {
    const { file: path, line, column } = locationOf(problem, file)
    return { place: `${path}:${line}:${column}`, message: problem.message }
  })
  throw new TimbangError('invalid-json', issues)
}

/** The place of a node, or of some characters, as line and column. */
export function locationOf({ offset, length }: { offset: number; length: number }, { path, text }: JsonFile): Location {
  const before = text.slice(0, offset).split('\n')
  const begin = offset - (before.at(-1) ?? '').length
  const line = text.slice(begin).split('\n', 1)[0] ?? ''
  const column = offset - begin
  return {
    file: path,
    line: before.length,
    column: column + 1,
    length: Math.max(1, Math.min(length, line.length - column)),
    text: line,
  }
}

/** The value that a file holds; nothing where it is not JSON. */
function contentOf({ tree }: JsonFile): unknown {
  return tree && getNodeValue(tree)
}

/** What a pack that stands by itself must have a file for. */
const needed = ['facts', 'principles', 'actions', 'sources', 'roles', 'frameworks'] as const

/** The files that a pack cannot be without. */
export function missingFiles(source: Readonly<Record<string, unknown>>): Issue[] {
  const extending = typeof (source.pack as { extends?: unknown } | undefined)?.extends === 'string'
  const wanted = extending ? [] : needed.filter((part) => !(part in source))
  return wanted.map((part) => ({
    place: 'pack',
    message: `needs a file \`${part}.json\` beside it, since it extends no pack`,
  }))
}
