import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { TimbangError } from '../errors.js'
import { deepest, nesting, type Problem, repeatedKeys, syntaxMessage } from './jsonProblems.js'

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

/** Where something stands: the file, line and column from 1, how many characters on that line, and the line itself. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
  readonly text: string
}

/** Reads a text as strict JSON: no comments, no trailing commas, no key twice. A byte order mark before it is none of it. */
export function readJson({ path, text: read }: TextFile): JsonFile {
  const text = read.replace(/^\uFEFF/, '')
  const unread = (message: string) => ({ path, text, tree: undefined, problems: [{ offset: 0, length: 1, message }] })
  if (text.includes('\0')) return unread('is not text in UTF-8: save the file as “UTF-8”')
  if (nesting(text) > deepest) return unread('is nested too deeply')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const [first] = errors
  if (first === undefined) return { path, text, tree, problems: repeatedKeys(tree) }
  const message = syntaxMessage(printParseErrorCode(first.error), text.slice(first.offset, first.offset + first.length))
  return { path, text, tree, problems: [{ offset: first.offset, length: first.length, message }] }
}

/**
 * The value that a file of JSON holds.
 * @throws TimbangError `invalid-json` with line and column of what is wrong
 */
export function parsedJson(text: TextFile): unknown {
  return contentOf(soundJson(text))
}

/**
 * The same of a text that a worker or a program wrote: the error says where something is wrong, and repeats no name of it. A text that
 * is a part of a file says on which line it begins.
 * @throws TimbangError `invalid-json`
 */
export function parsedPrivately(text: TextFile, firstLine = 1): unknown {
  const file = readJson(text)
  const [first] = file.problems
  if (first === undefined) return contentOf(file)
  const { line, column } = locationOf(first, file)
  const message = first.repeats ? 'a name stands twice in one object' : first.message
  throw new TimbangError('invalid-json', [{ place: `${file.path}:${firstLine - 1 + line}:${column}`, message }])
}

/** The file as a tree, where nothing is wrong with it as JSON. @throws TimbangError `invalid-json` */
export function soundJson(text: TextFile): JsonFile {
  const file = readJson(text)
  if (file.problems.length === 0) return file
  const issues = file.problems.map((problem) => {
    const { file: path, line, column } = locationOf(problem, file)
    return { place: `${path}:${line}:${column}`, message: problem.message }
  })
  throw new TimbangError('invalid-json', issues)
}

/** The value that a file holds; nothing where it is not JSON. */
export function contentOf({ tree }: JsonFile): unknown {
  return tree && getNodeValue(tree)
}

/** The place of a node, or of some characters, as line and column. */
export function locationOf({ offset, length }: { offset: number; length: number }, { path, text }: JsonFile): Location {
  let [number, begin] = [1, 0]
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', begin)) {
    number += 1
    begin = end + 1
  }
  const line = text.slice(begin).split(/\r?\n/, 1)[0] ?? ''
  const column = offset - begin
  return {
    file: path,
    line: number,
    column: column + 1,
    length: Math.max(1, Math.min(length, line.length - column)),
    text: line,
  }
}
