import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import * as index from '../src/index.js'
import { jurisdictionFact } from '../src/vocabulary.js'

/** The files of src, each after those it imports from; a new file gets its place here. */
const order = [
  'vocabulary.ts',
  'truth.ts',
  'errors.ts',
  'plain.ts',
  'facts.ts',
  'conditions.ts',
  'rule.ts',
  'declared.ts',
  'size.ts',
  'ruleSoundness.ts',
  'soundness.ts',
  'places.ts',
  'languages.ts',
  'formerNames.ts',
  'translations.ts',
  'parts.ts',
  'ruleForms.ts',
  'pack.ts',
  'extendPack.ts',
  'situation.ts',
  'compiled.ts',
  'decide.ts',
  'engine.ts',
  'stockForm.ts',
  'frameworks.ts',
  'weigh.ts',
  'certainty.ts',
  'urgency.ts',
  'outline.ts',
  'explore.ts',
  'suppose.ts',
  'witness.ts',
  'questions.ts',
  'advice.ts',
  'reasons.ts',
  'conflicts.ts',
  'within.ts',
  'ranked.ts',
  'advise.ts',
  'consult/changes.ts',
  'consult/whatIf.ts',
  'consult/turningPoints.ts',
  'consult/whyNot.ts',
  'consult/why.ts',
  'consult/compareFrameworks.ts',
  'consult/unasked.ts',
  'consult/interview.ts',
  'consult/atOnce.ts',
  'render/words.ts',
  'render/view.ts',
  'render/asking.ts',
  'render/sections.ts',
  'render/sheet.ts',
  'render/text.ts',
  'render/markdown.ts',
  'render/html.ts',
  'render/render.ts',
  'render/consultWording.ts',
  'render/consultWords.en.ts',
  'render/consultWords.id.ts',
  'render/consultWords.ts',
  'render/consulting.ts',
  'render/pageWords.ts',
  'render/refusals.ts',
  'teach/vignette.ts',
  'teach/shape.ts',
  'teach/words.en.ts',
  'teach/words.ts',
  'teach/seeded.ts',
  'teach/telling.ts',
  'teach/contrasts.ts',
  'teach/lesson.ts',
  'teach/lures.ts',
  'teach/questions/duties.ts',
  'teach/questions/principles.ts',
  'teach/questions/dilemmas.ts',
  'teach/questions/kinds.ts',
  'teach/questions/asking.ts',
  'teach/questions/turning.ts',
  'teach/questions/frameworks.ts',
  'teach/exercise.ts',
  'teach/drift.ts',
  'teach/variants.ts',
  'teach/rubric.ts',
  'teach/grade.ts',
  'teach/outlets/escaping.ts',
  'teach/outlets/words.ts',
  'teach/outlets/outlet.ts',
  'teach/outlets/moodle.ts',
  'teach/outlets/gift.ts',
  'teach/outlets/ids.ts',
  'teach/outlets/twee.ts',
  'teach/outlets/xapi.ts',
  'teach/outlets/sheet.ts',
  'teach/outlets/html.ts',
  'teach/outlets/markdown.ts',
  'teach/outlets/print.ts',
  'teach/outlets/pageScript.ts',
  'teach/outlets/pageStyle.ts',
  'teach/outlets/page.ts',
  'teach/chart.ts',
  'teach/summary.ts',
  'teach/index.ts',
  'embed/version.ts',
  'embed/choices.ts',
  'embed/objections.ts',
  'embed/words.ts',
  'embed/identity.ts',
  'embed/door.ts',
  'embed/card.ts',
  'embed/plan.ts',
  'embed/shown.ts',
  'embed/wording.ts',
  'embed/cards.ts',
  'embed/hooks.ts',
  'embed/feedback.ts',
  'embed/recordShape.ts',
  'embed/retold.ts',
  'embed/record.ts',
  'embed/replay.ts',
  'author/situationType.ts',
  'author/slim.ts',
  'author/remarks/valueClasses.ts',
  'author/remarks/satisfiable.ts',
  'author/remarks/days.ts',
  'author/remarks/together.ts',
  'author/remarks/remark.ts',
  'author/remarks/places.ts',
  'author/remarks/applicability.ts',
  'author/remarks/encounters.ts',
  'author/remarks/lasting.ts',
  'author/remarks/exceptions.ts',
  'author/remarks/settlements.ts',
  'author/remarks/redundancy.ts',
  'author/remarks/standing.ts',
  'author/remarks/declarations.ts',
  'author/remarks/texts.ts',
  'author/remarks/remarks.ts',
  'author/check/packFiles.ts',
  'author/check/locate.ts',
  'author/check/check.ts',
  'author/check/checkReport.ts',
  'author/cases/caseFile.ts',
  'author/cases/knownCases.ts',
  'author/cases/expectation.ts',
  'author/cases/testCases.ts',
  'author/cases/jurisdiction.ts',
  'author/catalogue/inWords.ts',
  'author/catalogue/catalogue.ts',
  'author/cases/coverage.ts',
  'author/cases/ruleChanges.ts',
  'author/cases/reach.ts',
  'author/cases/mutants.ts',
  'author/cases/testReport.ts',
  'author/cases/fillCases.ts',
  'author/check/newRule.ts',
  'author/schemas/jsonSchema.ts',
  'author/schemas/nameDefs.ts',
  'author/schemas/conditionDefs.ts',
  'author/schemas/situationSchema.ts',
  'author/schemas/ruleFileSchema.ts',
  'author/schemas/factFileSchema.ts',
  'author/schemas/listSchemas.ts',
  'author/schemas/packFileSchemas.ts',
  'author/schemas/casesSchema.ts',
  'author/schemas/adviceShape.ts',
  'author/schemas/adviceSchema.ts',
  'author/schemas/teachSchemas.ts',
  'author/schemas/recordSchema.ts',
  'author/schemas/schemas.ts',
  'author/index.ts',
  'embed/tally.ts',
  'embed/budget.ts',
  'embed/chart.ts',
  'embed/screen.ts',
  'embed/index.ts',
  'socialWorkSituation.generated.ts',
  'socialWork.ts',
  'index.ts',
  'usage.ts',
  'progress.ts',
  'packMeant.ts',
  'forms.ts',
  'screenFile.ts',
  'budgetFile.ts',
  'terminal/told.ts',
  'terminal/screen.ts',
  'terminal/prompts.ts',
  'terminal/asking.ts',
  'terminal/menu.ts',
  'terminal/conversation.ts',
  'terminal/consult.ts',
  'cli.ts',
  'page/state.ts',
  'page/notice.tsx',
  'page/now.tsx',
  'page/begin.tsx',
  'page/header.tsx',
  'page/question.tsx',
  'page/told.tsx',
  'page/advice.tsx',
  'page/drawing.tsx',
  'page/picture.tsx',
  'page/look.tsx',
  'page/app.tsx',
  'page/main.tsx',
]

/** What a dependency is called where it is imported, and the one file that may. `zod` is the words in which shapes are written, `preact/hooks` those of the page. */
const owners = {
  preact: ['page/main.tsx'],
  'preact/hooks': [
    'page/advice.tsx',
    'page/app.tsx',
    'page/begin.tsx',
    'page/look.tsx',
    'page/now.tsx',
    'page/picture.tsx',
    'page/question.tsx',
    'page/state.ts',
    'page/told.tsx',
  ],
  '@dagrejs/dagre': ['page/drawing.tsx'],
  '@clack/prompts': ['terminal/prompts.ts'],
  'json-rules-engine': ['engine.ts'],
  'jsonc-parser': [
    'author/cases/fillCases.ts',
    'author/check/locate.ts',
    'author/check/newRule.ts',
    'author/check/packFiles.ts',
  ],
  'fastest-levenshtein': ['errors.ts'],
  '@noble/hashes/hmac.js': ['embed/identity.ts'],
  '@noble/hashes/sha2.js': ['embed/identity.ts', 'parts.ts', 'teach/outlets/page.ts'],
  '@noble/hashes/utils.js': ['embed/identity.ts', 'parts.ts', 'teach/outlets/page.ts'],
  zod: [
    'author/cases/caseFile.ts',
    'author/schemas/adviceShape.ts',
    'author/schemas/jsonSchema.ts',
    'consult/interview.ts',
    'embed/cards.ts',
    'embed/door.ts',
    'embed/feedback.ts',
    'embed/hooks.ts',
    'embed/identity.ts',
    'embed/record.ts',
    'embed/recordShape.ts',
    'errors.ts',
    'facts.ts',
    'rule.ts',
    'situation.ts',
    'teach/shape.ts',
    'teach/vignette.ts',
  ],
} as const

/** The programs alone touch what is around them: the command with its conversation in the terminal, and the page. */
const programs = [
  'progress.ts',
  'packMeant.ts',
  'forms.ts',
  'screenFile.ts',
  'budgetFile.ts',
  'terminal/',
  'cli.ts',
  'page/',
]

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
}

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path))
  .sort()
  .map((name) => sourceFile(name))
const ruleFiles = readdirSync('rules').filter((name) => name.endsWith('.json'))
const handwritten = files.filter(({ name }) => !name.endsWith('.generated.ts'))
const library = files.filter(({ name }) => !programs.some((program) => name.startsWith(program)))

describe('the files of src form an ordered list', () => {
  test('every file has its place in it', () => {
    expect(files.map(({ name }) => name)).toEqual([...order].sort())
  })

  test('a file imports only from files above it', () => {
    const below = files.flatMap((file) =>
      imports(file)
        .filter((wanted) => wanted.startsWith('.') && !wanted.endsWith('.json'))
        .map((wanted) => resolved(file, wanted))
        .filter((wanted) => place(wanted) >= place(file.name))
        .map((wanted) => `${file.name} imports ${wanted}`),
    )
    expect(below).toEqual([])
  })

  test('each dependency is imported by the files that own it', () => {
    const found: Record<string, string[]> = {}
    for (const file of files)
      for (const wanted of new Set(imports(file).filter((one) => !/^(\.|node:)/.test(one))))
        found[wanted] = [...(found[wanted] ?? []), file.name]
    expect(found).toEqual(owners)
  })

  test('only the file of the shipped pack imports rules, and it imports all of them', () => {
    const fromRules = files.flatMap((file) =>
      imports(file)
        .filter((wanted) => wanted.endsWith('.json'))
        .map((wanted) => `${file.name} ${join('src', file.name, '..', wanted)}`),
    )
    expect(fromRules.sort()).toEqual(ruleFiles.map((name) => `socialWork.ts rules/${name}`).sort())
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
    const fromNode = library.flatMap((file) => imports(file).filter((wanted) => wanted.startsWith('node:')))
    expect(fromNode).toEqual([])
  })
})

describe('meaning lives in the pack', () => {
  const names = new Set(ruleFiles.flatMap((name) => namesIn(JSON.parse(readFileSync(join('rules', name), 'utf8')))))

  test('no file names a rule, a principle, an action, a fact, a role, a source or a framework', () => {
    const spoken = handwritten.flatMap(({ name, tree }) =>
      literals(tree)
        .filter((text) => names.has(text) && text !== jurisdictionFact)
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

  test('hold fewer than fifteen functions', () => {
    expect(Object.values(index).filter((value) => typeof value === 'function').length).toBeLessThan(15)
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
  return { name, text, tree: ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) }
}

function textOf(name: string): string {
  return readFileSync(join('src', name), 'utf8')
}

function place(name: string): number {
  const index = order.indexOf(name)
  return index === -1 ? Number.POSITIVE_INFINITY : index
}

function resolved(file: SourceFile, wanted: string): string {
  const name = join(file.name, '..', wanted).replace(/\.js$/, '')
  return order.find((one) => one === `${name}.ts` || one === `${name}.tsx`) ?? name
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

/** Everything a file imports or passes on, types too, also where it is imported at run time. */
function imports({ tree }: SourceFile): string[] {
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
