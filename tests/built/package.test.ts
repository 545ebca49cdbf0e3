import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as main from '../../src/index.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { sampleOf } from '../support/sample.js'

/** What the built package does in a process of its own; `npm test` builds it first. */
const formats = ['esm', 'cjs'] as const
type Format = (typeof formats)[number]

/** A situation with values that nothing else would print. */
const told = {
  case: { jurisdiction: 'ID' },
  abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
  disclosure: { secrecyRequested: true },
  risk: { type: ['suicide', 'violence'], severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
  client: { ageYears: 37 },
} as const

const parts = ['pack', 'facts', 'principles', 'actions', 'roles', 'sources', 'frameworks', 'contacts', 'invariants']
const files = [...new Set([...socialWork.rules.values()].map(({ file }) => file))].filter((file) => file !== 'pack')

/** What one fresh Node is asked about the package, each as the body of a function. */
const questions = {
  advice: `return advise(${JSON.stringify(told)}, socialWork)`,
  names: 'return Object.keys(timbang).sort()',
  error: `return advise({ nonsense: true }, socialWork).catch((error) =>
    [error instanceof timbang.TimbangError, error.code, String(error)])`,
  digest: `
    const load = createRequire(process.cwd() + '/')
    const parts = ${JSON.stringify(parts)}.map((part) => [part, load('timbang/rules/' + part + '.json')])
    const rules = ${JSON.stringify(files)}.map((file) => [file, load('timbang/' + file)])
    return timbang.createPack({ ...Object.fromEntries(parts), rules: Object.fromEntries(rules) }).digest`,
  pack: 'return [socialWork.digest, socialWork.parts, [...socialWork.rules.values()]]',
} as const

beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('dist is missing: build it first, as `npm test` does')
})

describe.each(formats)('the package as %s', (format) => {
  let answered: Record<keyof typeof questions, string>
  beforeAll(() => {
    answered = answers(format)
  })

  test('gives the same advice as its source, byte for byte', async () => {
    const advice = await main.advise(told, socialWork)
    expect(JSON.parse(answered.advice)).toEqual(advice)
    expect(answered.advice === JSON.stringify(advice)).toBe(true)
  })

  test('carries the pack as its files are checked to be', () => {
    expect(
      answered.pack === JSON.stringify([socialWork.digest, socialWork.parts, [...socialWork.rules.values()]]),
    ).toBe(true)
  })

  test('exports the names of the source', () => {
    expect(JSON.parse(answered.names)).toEqual(Object.keys(main).sort())
  })

  test('has one class of error, whichever entry the pack came from', () => {
    expect(JSON.parse(answered.error)).toEqual([
      true,
      'invalid-situation',
      'TimbangError: invalid-situation\nsituation: key 1 names no fact',
    ])
  })

  test('publishes the JSON from which the shipped pack is made', () => {
    expect(JSON.parse(answered.digest)).toBe(socialWork.digest)
  })
})

describe.each(sampleOf(formats, 2, 1))('the package as %s, in a process for this alone,', (format) => {
  test('prints nothing while it advises, whatever is to be debugged', () => {
    const page = `globalThis.window = { localStorage: { debug: 'json-rules-engine', getItem: () => 'json-rules-engine' } }`
    const quiet = run(
      format,
      `const advising = advise(${JSON.stringify(told)}, socialWork)
      const refused = advise({ risk: { severity: 'Budi' } }, socialWork).catch(() => undefined)
      Promise.all([advising, refused]).then(([advice]) => timbang.render(advice, { as: 'text', locale: 'id' }))`,
      { env: { DEBUG: '*,json-rules-engine' }, flags: [`--import=data:text/javascript,${encodeURIComponent(page)}`] },
    )
    expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('runs where no code may be made from text and no object has a `__proto__`', () => {
    const hardened = run(format, `advise(${JSON.stringify(told)}, socialWork).then(({ kind }) => print(kind))`, {
      flags: ['--disallow-code-generation-from-strings', '--disable-proto=delete'],
    })
    expect({ status: hardened.status, stdout: hardened.stdout }).toEqual({ status: 0, stdout: '"settled"' })
  })

  test('throws where a rule searches in facts, even if it came past the door', () => {
    const script = `
      const conditions = { all: [{ fact: 'risk.type', operator: 'contains', value: 'suicide', path: '$..x' }] }
      for (const [name, rule] of socialWork.rules) socialWork.rules.set(name, { ...rule, conditions, unless: [] })
      advise({ risk: { type: 'suicide' } }, socialWork).catch((error) => print(String(error)))`
    expect(printed(format, script)).toBe('"Error: jsonpath is not part of timbang"')
  })
})

describe('the two formats in one process', () => {
  const both = `
    import { createRequire } from 'node:module'
    const other = createRequire(process.cwd() + '/')('timbang')
    const otherPack = createRequire(process.cwd() + '/')('timbang/social-work').socialWork
    const advices = [advise(${JSON.stringify(told)}, otherPack), other.advise(${JSON.stringify(told)}, socialWork)]
    const error = await other.advise({ nonsense: true }, otherPack).catch((one) => one)
    print({
      advices: (await Promise.all(advices)).map((advice) => JSON.stringify(advice)),
      errors: [error instanceof timbang.TimbangError, error instanceof other.TimbangError, {} instanceof other.TimbangError],
    })`
  let found: { advices: string[]; errors: boolean[] }
  beforeAll(() => {
    found = JSON.parse(printed('esm', both))
  })

  test('understand the packs of each other', () => {
    expect(JSON.parse(found.advices[0] as string).kind).toBe('settled')
    expect(found.advices[0]).toBe(found.advices[1])
  })

  test('know the errors of each other', () => {
    expect(found.errors).toEqual([true, true, false])
  })
})

describe('the files of the package', () => {
  const dist = existsSync('dist') ? readdirSync('dist').filter((name) => /\.c?js$/.test(name)) : []

  test('hold nothing that makes code from text', () => {
    const patterns = [
      /\beval\s*\(/,
      /\bFunction\s*\(/,
      // A file of the package itself, or what the host has beside it, may be loaded once it is wanted.
      /\bimport\s*\((?!"(?:\.\/[a-z]+\.js|pg|pg-copy-streams|piscina)"\))/,
      /node:vm|['"]vm['"]/,
      /setTimeout\s*\(\s*['"`]/,
    ]
    expect(holding(dist, patterns)).toEqual([])
  })

  test('hold nothing of jsonpath-plus but the stub in its place', () => {
    const patterns = [/\bjsep\b/, /\bSafeEval\b/, /JSONPath\.prototype/, /safeVm|toPathArray|preventEval/]
    expect(holding(dist, patterns)).toEqual([])
    const stubbed = dist.filter((name) => text(name).includes('jsonpath is not part of timbang'))
    expect(stubbed.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['cjs', 'js'])
  })

  test.each([
    ['index.js', 'js'],
    ['index.cjs', 'cjs'],
  ])('%s loads no rule of the shipped pack', (entry, extension) => {
    const loaded = reached(entry)
    expect(loaded.filter((name) => name.startsWith('social-work'))).toEqual([])
    const ruleNames = [...socialWork.rules.values()].filter(({ file }) => file !== 'pack').map(({ name }) => name)
    const held = loaded.map(text).join('\n')
    const spoken = ruleNames.filter((name) => held.includes(name))
    expect(spoken).toEqual([])
    expect(reached(`social-work.${extension}`).length).toBeGreaterThan(1)
  })

  function holding(names: readonly string[], patterns: readonly RegExp[]): string[] {
    return names.flatMap((name) =>
      patterns.filter((pattern) => pattern.test(text(name))).map((pattern) => `${name} holds ${pattern.source}`),
    )
  }
})

const texts = new Map<string, string>()

/** A file of dist, read once. */
function text(name: string): string {
  const read = texts.get(name) ?? readFileSync(join('dist', name), 'utf8')
  texts.set(name, read)
  return read
}

/** A file of dist and all that it loads from beside it. */
function reached(entry: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(entry)) return seen
  const wanted = [...text(entry).matchAll(/(?:from|import|require\()\s*['"]\.\/([^'"]+)['"]/g)].map(([, name]) => name!)
  return wanted.reduce<readonly string[]>((held, name) => reached(name, held), [...seen, entry])
}

interface Setting {
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script in a fresh Node in which the package stands under its own name. */
function run(format: Format, script: string, { flags = [], env = {} }: Setting = {}): Outcome {
  const load =
    format === 'esm'
      ? `import * as timbang from 'timbang'; import { socialWork } from 'timbang/social-work';`
      : `const timbang = require('timbang'); const { socialWork } = require('timbang/social-work');`
  const words = `const { advise } = timbang; const print = (value) => process.stdout.write(JSON.stringify(value));`
  const type = format === 'esm' ? 'module' : 'commonjs'
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, `--input-type=${type}`, '-e', [load, words, script].join('\n')],
    { encoding: 'utf8', maxBuffer: 2 ** 26, env: { PATH: process.env.PATH ?? '', ...env } },
  )
  return { status, stdout, stderr }
}

/** The answers to all questions, each as JSON. */
function answers(format: Format): Record<keyof typeof questions, string> {
  const load =
    format === 'esm'
      ? `import { createRequire } from 'node:module'`
      : `const { createRequire } = require('node:module')`
  const asked = Object.entries(questions).map(([name, body]) => `${name}: async () => { ${body} }`)
  const script = `${load}
    const questions = { ${asked.join(', ')} }
    const answered = Object.entries(questions).map(async ([name, answer]) => [name, JSON.stringify(await answer())])
    Promise.all(answered).then((all) => print(Object.fromEntries(all)))`
  return JSON.parse(printed(format, script))
}

function printed(format: Format, script: string): string {
  const { status, stdout, stderr } = run(format, script)
  if (status !== 0) throw new Error(stderr)
  return stdout
}
