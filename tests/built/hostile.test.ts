import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { packSource } from '../support/builders.js'

/*
 * What an attacker would try, against the built package in a process of its own in which no code may be made from text and
 * no object has a `__proto__`. The same attacks against the source stand in tests/hostile.test.ts and what it names.
 */

beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('dist is missing: build it first, as `npm test` does')
})

const marker = 'globalThis.harm = (globalThis.harm ?? 0) + 1'
const path = `$..[?(@.constructor.constructor("${marker}")())]`

/** Ways to change the tiny pack, as expressions; `source` is its JSON, `one` a rule, `leaf` a comparison. */
const packs: Readonly<Record<string, string>> = {
  'a path that makes code': `{ leaf.path = ${JSON.stringify(path)} }`,
  'a value that is searched for by a path': `{ leaf.value = { fact: 'consent.given', path: ${JSON.stringify(path)} } }`,
  'a path in what follows': `{ one.event.params.path = ${JSON.stringify(path)} }`,
  'a nested filter that makes code': `{ leaf.path = '$..[?(@[?(@.constructor)])]' }`,
  'an operator of its own': `{ leaf.operator = () => { ${marker} } }`,
  'an operator that is decorated': `{ leaf.operator = 'not:'.repeat(1000) + 'equal' }`,
  'a condition that is a getter': `{ Object.defineProperty(one, 'conditions', { enumerable: true, get() { ${marker} } }) }`,
  'a fact that is a function': `{ source.facts[0].presume = () => { ${marker} } }`,
  'what turns itself into JSON': `{ source.pack.toJSON = () => { ${marker} } }`,
  'what turns itself into a text': `{ leaf.value = { toString() { ${marker} } } }`,
  'what could be awaited': `{ source.rules.then = () => { ${marker} } }`,
  'a proxy that answers everything': `{ source.facts = new Proxy([], { get() { ${marker} }, has() { ${marker} } }) }`,
  'a prototype of its own': `{ source.pack = JSON.parse('{"__proto__": {"polluted": true}}') }`,
  'a prototype inside a rule': `{ one.event.params = JSON.parse('{"constructor": {"prototype": {"polluted": true}}}') }`,
  'a pit': `{ for (let i = 0; i < 100000; i++) one.conditions = { not: one.conditions } }`,
  'a circle': `{ one.conditions = { all: [] }; one.conditions.all.push(one.conditions) }`,
}

/** Situations, as expressions. */
const situations: Readonly<Record<string, string>> = {
  'a getter': `({ get abuse() { ${marker} } })`,
  'a function for a fact': `({ abuse: { suspected: () => { ${marker} } } })`,
  'a function for a fact that is asked at once': `({ abuse: () => { ${marker} } })`,
  'what turns itself into JSON': `({ toJSON() { ${marker} } })`,
  'what could be awaited': `({ then() { ${marker} } })`,
  'what never comes': `new Promise(() => {})`,
  'a proxy that answers everything': `new Proxy({}, { get() { ${marker} }, ownKeys() { throw new Error('Budi') } })`,
  'a prototype of its own': `JSON.parse('{"abuse": {"__proto__": {"suspected": true}}}')`,
  'a prototype through its constructor': `JSON.parse('{"constructor": {"prototype": {"polluted": true}}}')`,
  'a path for a value': `({ risk: { severity: ${JSON.stringify(path)} } })`,
  'a pit': `Array.from({ length: 100000 }).reduce((held) => ({ abuse: held }), {})`,
}

describe.each(['esm', 'cjs'] as const)('the package as %s, hardened', (format) => {
  test('refuses every hostile pack and situation, runs nothing of them, prints nothing and leaves prototypes alone', () => {
    const script = `
      const prototypes = () => JSON.stringify([Object, Array, Function, String, Number, Map, Set, Promise, RegExp]
        .map(({ prototype }) => Reflect.ownKeys(prototype).map(String)))
      const before = prototypes()
      const tiny = ${JSON.stringify(packSource())}
      const told = {}
      const codeOf = (error) => error instanceof timbang.TimbangError ? error.code : String(error)
      const packs = { ${entries(packs, (change) => `(source, one, leaf) => ${change}`)} }
      for (const [name, change] of Object.entries(packs)) {
        const source = structuredClone(tiny)
        const one = source.rules['rules/tiny.json'].rules[0]
        change(source, one, one.conditions.all[0])
        try { timbang.createPack(source); told[name] = 'accepted' } catch (error) { told[name] = codeOf(error) }
      }
      const pack = timbang.createPack(tiny)
      const situations = { ${entries(situations, (situation) => `() => ${situation}`)} }
      const asked = Object.entries(situations).map(async ([name, make]) => {
        told['situation: ' + name] = await timbang.advise(make(), pack).then(() => 'accepted', codeOf)
      })
      Promise.all(asked).then(() => {
        const harmed = [globalThis.harm ?? 0, 'polluted' in {}, before === prototypes()]
        process.stdout.write(JSON.stringify({ told, harmed }))
      })`
    const { status, stdout, stderr } = hardened(format, script)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      told: {
        ...Object.fromEntries(Object.keys(packs).map((name) => [name, 'invalid-pack'])),
        ...Object.fromEntries(Object.keys(situations).map((name) => [`situation: ${name}`, 'invalid-situation'])),
      },
      harmed: [0, false, true],
    })
  })

  test('is hardened indeed: text makes no code there', () => {
    const making = `try { ({}).constructor.constructor('return 1')(); process.stdout.write('made') } catch (error) {
      process.stdout.write(error.name) }`
    expect(hardened(format, making).stdout).toBe('EvalError')
  })
})

function entries(list: Readonly<Record<string, string>>, code: (text: string) => string): string {
  return Object.entries(list)
    .map(([name, text]) => `${JSON.stringify(name)}: ${code(text)}`)
    .join(', ')
}

/** Runs a script against the package in a fresh Node that is hardened and told to debug everything. */
function hardened(format: 'esm' | 'cjs', script: string) {
  const load = format === 'esm' ? `import * as timbang from 'timbang';` : `const timbang = require('timbang');`
  const type = format === 'esm' ? 'module' : 'commonjs'
  return spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--disable-proto=delete', `--input-type=${type}`, '-e', load + script],
    { encoding: 'utf8', env: { PATH: process.env.PATH ?? '', DEBUG: '*' } },
  )
}
