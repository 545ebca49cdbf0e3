import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as index from '../src/index.js'
import { jurisdictionFact, regionFact } from '../src/vocabulary.js'

/**
 * The rooms of src in the order in which data flows: a file imports only from its own room and from those above it. What
 * stands at the root comes first, but for the list of the public names. A new room gets its place here; a new file gets none.
 */
const rooms = [
  'vocabulary.ts',
  'issueCodes.ts',
  'nearName.ts',
  'errors.ts',
  'options.ts',
  'json',
  'pack',
  'decide',
  'weigh',
  'ask',
  'advise',
  'consult',
  'find',
  'hear',
  'words',
  'render',
  'note',
  'read',
  'teach',
  'embed',
  'caseload',
  'author',
  'social-work',
  'index.ts',
  'terminal',
  'mcp',
  'command',
  'page',
]

/** What a dependency is called where it is imported, and the room or file that may. `zod` is the words in which shapes are written. */
const owners: Readonly<Record<string, readonly string[]>> = {
  preact: ['page/'],
  'preact/hooks': ['page/'],
  '@dagrejs/dagre': ['page/advice/graphDrawing.tsx'],
  '@clack/prompts': ['terminal/prompts.ts'],
  'json-rules-engine': ['decide/engine.ts'],
  '@commander-js/extra-typings': ['command/'],
  '@orama/stemmers/english': ['find/terms.ts'],
  '@orama/stemmers/indonesian': ['find/terms.ts'],
  minisearch: ['find/nameIndex.ts', 'hear/vocabulary.ts'],
  'jsonc-parser': ['json/', 'author/cases/', 'author/check/'],
  'fastest-levenshtein': ['nearName.ts'],
  '@noble/hashes/hmac.js': ['embed/record/identifiers.ts'],
  '@noble/hashes/sha2.js': [
    'embed/record/identifiers.ts',
    'pack/identity/digest.ts',
    'teach/outlets/page/offlinePage.ts',
  ],
  '@noble/hashes/utils.js': [
    'embed/record/identifiers.ts',
    'pack/identity/digest.ts',
    'teach/outlets/page/offlinePage.ts',
  ],
  fflate: ['teach/outlets/zipped.ts'],
  'lzma-decoder': ['page/state/packed.ts'],
  pg: ['caseload/database/session.ts'],
  'pg-copy-streams': ['caseload/database/session.ts'],
  piscina: ['caseload/database/pool.ts'],
  '@modelcontextprotocol/server': ['mcp/'],
  '@modelcontextprotocol/server/stdio': ['mcp/stdio.ts'],
  '@modelcontextprotocol/server/validators/cf-worker': ['mcp/server.ts'],
  zod: ['errors.ts', 'pack/', 'decide/', 'consult/', 'read/', 'teach/', 'embed/', 'author/', 'mcp/'],
}

/**
 * The programs alone touch what is around them: the command, the conversation in the terminal, the server for agents, the work on a
 * caseload in a database, and the page.
 */
const programs = ['command/', 'terminal/', 'mcp/', 'caseload/', 'page/']

/** What belongs to one machine, one moment or one place, and not to an advice. */
const surroundings = [
  ['console', 'process', 'globalThis', 'global', 'window', 'document', 'navigator'],
  ['Date', 'performance', 'crypto', 'random', 'Intl', 'toLocaleString', 'localeCompare'],
  ['fetch', 'XMLHttpRequest', 'WebSocket', 'localStorage', 'sessionStorage', 'indexedDB', 'Worker'],
  ['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'queueMicrotask'],
  ['eval', 'Function', 'require', 'Buffer', '__dirname', '__filename'],
].flat()

interface SourceFile {
  readonly name: string
  readonly text: string
  readonly tree: ts.SourceFile
  /** Everything it imports or passes on, types too, also where it is imported at run time. */
  readonly imports: readonly string[]
}

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((name) => sourceFile(name))
const ruleFiles = readdirSync('rules').filter((name) => name.endsWith('.json'))
const sayingFiles = readdirSync('rules/sayings')
const handwritten = files.filter(({ name }) => !name.includes('/generated/'))
const library = files.filter(({ name }) => !programs.some((program) => name.startsWith(program)))

describe('the rooms of src', () => {
  test('are those of the list, and at most six files stand at the root', () => {
    expect([...new Set(files.map(({ name }) => room(name)))].sort()).toEqual([...rooms].sort())
    expect(files.filter(({ name }) => !name.includes('/')).length).toBeLessThanOrEqual(6)
  })

  test('have each its tests in a folder of its name', () => {
    const elsewhere = ['built', 'driven', 'postgres', 'long', 'cases', 'support']
    const folders = readdirSync('tests', { withFileTypes: true }).filter((one) => one.isDirectory())
    const strange = folders.map(({ name }) => name).filter((name) => !rooms.includes(name) && !elsewhere.includes(name))
    expect(strange).toEqual([])
    const flat = readdirSync('tests').filter((name) => name.endsWith('.test.ts'))
    expect(flat).toEqual(['architecture.test.ts'])
  })

  test('import only from rooms above them', () => {
    const below = files.flatMap((file) =>
      importedFiles(file)
        .filter((wanted) => rooms.indexOf(room(wanted)) > rooms.indexOf(room(file.name)))
        .map((wanted) => `${file.name} imports ${wanted}`),
    )
    expect(below).toEqual([])
  })

  test('hold no circle of files', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const walk = (name: string, way: readonly string[]): void => {
      if (state.get(name) === 'done') return
      if (state.get(name) === 'open') {
        circles.push([...way.slice(way.indexOf(name)), name].join(' > '))
        return
      }
      state.set(name, 'open')
      const file = files.find((one) => one.name === name)
      for (const wanted of file ? importedFiles(file) : []) walk(wanted, [...way, name])
      state.set(name, 'done')
    }
    for (const { name } of files) walk(name, [])
    expect(circles).toEqual([])
  })

  test('hold no more than twenty-two files side by side', () => {
    const beside = new Map<string, number>()
    for (const { name } of files) beside.set(dirname(name), (beside.get(dirname(name)) ?? 0) + 1)
    expect([...beside].filter(([, count]) => count > 22)).toEqual([])
  })

  test('leave to the core the words of an advice and of its renderings alone', () => {
    const carried = new Set<string>()
    const carry = (name: string): void => {
      if (carried.has(name)) return
      carried.add(name)
      const file = files.find((one) => one.name === name)
      for (const wanted of file ? importedFiles(file) : []) carry(wanted)
    }
    carry('index.ts')
    const spoken = [...carried].filter((name) => /^words\/(?!shapes\/)[a-z]+\//.test(name))
    expect([...new Set(spoken.map((name) => name.split('/')[2]))].sort()).toEqual(['advice.ts', 'render.ts'])
  })

  test('import each dependency where it belongs', () => {
    const strangers = files.flatMap((file) =>
      file.imports
        .filter((wanted) => !/^(\.|node:)/.test(wanted))
        .filter((wanted) => !owners[wanted]?.some((owner) => file.name.startsWith(owner)))
        .map((wanted) => `${file.name} imports ${wanted}`),
    )
    expect(strangers).toEqual([])
  })

  test('own no dependency that nobody imports', () => {
    const imported = files.flatMap(({ name, imports }) => imports.map((wanted) => ({ wanted, name })))
    const idle = Object.entries(owners).flatMap(([wanted, places]) =>
      places
        .filter((place) => !imported.some((one) => one.wanted === wanted && one.name.startsWith(place)))
        .map((place) => `${place} does not import ${wanted}`),
    )
    expect(idle).toEqual([])
  })

  test('only the files of the shipped pack import rules and sayings, and they import all of them', () => {
    const fromRules = files.flatMap((file) =>
      file.imports
        .filter((wanted) => wanted.endsWith('.json'))
        .map((wanted) => `${file.name} ${join('src', file.name, '..', wanted)}`),
    )
    const rules = ruleFiles.map((name) => `social-work/shippedPart.ts rules/${name}`)
    const sayings = sayingFiles.map((name) => `social-work/shippedSayings.ts rules/sayings/${name}`)
    expect(fromRules.sort()).toEqual([...rules, ...sayings].sort())
  })
})

describe('the library touches nothing around it', () => {
  test('no file names the console, the process, the clock, chance, the network or storage', () => {
    const named = library.flatMap(({ name, tree }) =>
      identifiers(tree)
        .filter((one) => surroundings.includes(one))
        .map((one) => `${name} names ${one}`),
    )
    expect(named).toEqual([])
  })

  test('no file imports from Node, save the programs', () => {
    const fromNode = library.flatMap(({ imports }) => imports.filter((wanted) => wanted.startsWith('node:')))
    expect(fromNode).toEqual([])
  })
})

describe('meaning lives in the pack', () => {
  const names = new Set(ruleFiles.flatMap((name) => namesIn(JSON.parse(readFileSync(join('rules', name), 'utf8')))))

  test('no file names a rule, a principle, an action, a fact, a role, a source or a framework', () => {
    const spoken = handwritten.flatMap(({ name, tree }) =>
      literals(tree)
        .filter((text) => names.has(text) && text !== jurisdictionFact && text !== regionFact)
        .map((text) => `${name} names ${text}`),
    )
    expect(spoken).toEqual([])
  })

  test('the names looked for are those of the shipped pack', () => {
    const some = ['keep-confidence', 'keep-confidential', 'confidentiality', 'risk.severity', 'guardian', 'EPS-1']
    expect(some.filter((name) => !names.has(name))).toEqual([])
  })
})

describe('a file can be read in one sitting', () => {
  test('none has more than 250 lines', () => {
    const long = handwritten
      .map(({ name, text }) => ({ name, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 250)
    expect(long).toEqual([])
  })

  test('none has a function of more than 40 lines', () => {
    const long = handwritten.flatMap(({ name, tree }) =>
      functions(tree)
        .filter(({ lines }) => lines > 40)
        .map((one) => ({ file: name, ...one })),
    )
    expect(long).toEqual([])
  })
})

describe('the public names', () => {
  const main = files.find(({ name }) => name === 'index.ts') as SourceFile

  test('are listed one by one', () => {
    const stars = files.filter(({ tree }) =>
      tree.statements.some(
        (one) => ts.isExportDeclaration(one) && !(one.exportClause && ts.isNamedExports(one.exportClause)),
      ),
    )
    expect(stars.map(({ name }) => name)).toEqual([])
  })

  test('hold fewer than twenty functions', () => {
    const functions = Object.values(index).filter((value) => typeof value === 'function')
    expect(new Set(functions).size).toBeLessThan(20)
  })

  test('have no default among them', () => {
    const defaults = files.filter(({ tree }) => tree.statements.some(isDefaultExport))
    expect(defaults.map(({ name }) => name)).toEqual([])
  })

  test('are each declared with a sentence that says what they are for', () => {
    const bare = Object.keys(index).filter((name) => documentation(main, name) === '')
    expect(bare).toEqual([])
  })
})

function sourceFile(name: string): SourceFile {
  const text = textOf(name)
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
  return { name, text, tree, imports: importsOf(tree) }
}

function textOf(name: string): string {
  return readFileSync(join('src', name), 'utf8')
}

function room(name: string): string {
  return name.split('/')[0] as string
}

/** The files of src that a file imports, types too. */
function importedFiles(file: SourceFile): string[] {
  return file.imports
    .filter((wanted) => wanted.startsWith('.') && !wanted.endsWith('.json'))
    .map((wanted) => {
      const name = join(file.name, '..', wanted).replace(/\.js$/, '')
      return files.find((one) => one.name === `${name}.ts` || one.name === `${name}.tsx`)?.name ?? name
    })
}

function isDefaultExport(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  return ts.isExportAssignment(statement) || modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

function collect<T>(tree: ts.Node, pick: (node: ts.Node) => readonly T[]): T[] {
  const found: T[] = []
  visit(tree, (node) => {
    found.push(...pick(node))
  })
  return found
}

function importsOf(tree: ts.SourceFile): string[] {
  return collect(tree, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      return [(node.moduleSpecifier as ts.StringLiteral).text]
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      return [(node.argument.literal as ts.StringLiteral).text]
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      return node.arguments.map((argument) => argument.getText().slice(1, -1))
    return []
  })
}

function identifiers(tree: ts.Node): string[] {
  return collect(tree, (node) => (ts.isIdentifier(node) ? [node.text] : []))
}

/** What stands between quotes, but for the names of imported files. */
function literals(tree: ts.Node): string[] {
  return collect(tree, (node) => {
    if (!ts.isStringLiteralLike(node)) return []
    return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) ? [] : [node.text]
  })
}

function functions(tree: ts.SourceFile): { name: string; lines: number }[] {
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line
  return collect(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node)) return []
    const name = node.name?.getText() ?? `at line ${line(node.getStart()) + 1}`
    return [{ name, lines: line(node.getEnd()) - line(node.getStart()) + 1 }]
  })
}

/** What is said of an exported name where it is declared. */
function documentation({ tree }: SourceFile, name: string): string {
  const declared = tree.statements.find(
    (one): one is ts.ExportDeclaration =>
      ts.isExportDeclaration(one) &&
      one.exportClause !== undefined &&
      ts.isNamedExports(one.exportClause) &&
      one.exportClause.elements.some((element) => element.name.text === name),
  )
  const from = declared?.moduleSpecifier as ts.StringLiteral | undefined
  const file = files.find((one) => from !== undefined && one.name === from.text.replace(/^\.\/(.*)\.js$/, '$1.ts'))
  const found = file?.tree.statements.find((one) => declaredNames(one).includes(name))
  return found
    ? ts
        .getJSDocCommentsAndTags(found)
        .map((one) => one.getText())
        .join('')
    : ''
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name ? [statement.name.text] : []
  return ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText())
    : []
}

/** Every name that something in the shipped pack bears. */
function namesIn(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return []
  const own = (json as { name?: unknown }).name
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(json).flatMap(namesIn)]
}
