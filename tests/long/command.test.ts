import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changeIn, newRule, ruleBegun } from '../support/authoring.js'
import { command, commandIn } from '../support/hosted.js'
import { run } from '../support/run.js'

/* What takes long of the command as an author runs it; all the rest: tests/built/command.test.ts. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-'))
afterAll(() => rmSync(folder, { recursive: true }))
const change = changeIn(folder)
cpSync('examples/agency-pack', join(folder, 'house'), { recursive: true })
cpSync('rules', join(folder, 'rules'), { recursive: true })
cpSync('tests/cases', join(folder, 'cases'), { recursive: true })

cpSync('examples/agency-pack', join(folder, 'broken'), { recursive: true })
change('broken/safe-house.json', '"safeHouse.addressAsked"', '"safeHouse.adressAsked"')

const timbang = commandIn(folder)

test('timbang check refuses an exception to a rule about danger, unless the host admits it', async () => {
  mkdirSync(join(folder, 'silent'))
  cpSync(join(folder, 'house'), join(folder, 'silent'), { recursive: true })
  change('silent/safe-house.json', '"accept-a-token-openly"', '"report-harm-to-a-child"')
  const refused = await timbang('check', 'silent')
  expect(refused.code).toBe(1)
  expect(refused.out).toContain('`report-harm-to-a-child` is a rule about danger of `social-work`')
  const admitted = await timbang('check', 'silent', '--admit', 'report-harm-to-a-child')
  expect(admitted.out).not.toContain('error:')
})

test('timbang test tells a case that fails in the pack that is named, part by part', async () => {
  change('cases/competence.json', '"refer-to-specialist"', '"use-the-story"')
  const { code, out } = await timbang('test', 'cases/competence.json', '--pack', 'rules')
  expect(code).toBe(1)
  expect(out).toContain('`use-the-story` expected and not advised')
  expect(out).toContain('1 failed')
})

test('timbang new-rule begins a rule, its cases and its pack, from which an author goes on to a pack that passes', async () => {
  const { code, out } = await timbang(...newRule)
  expect({ code, out }).toEqual(ruleBegun)
  const begun = await timbang('check', 'ours')
  expect(begun.code).toBe(1)
  expect(begun.out).toContain('error: is still to be written')
  for (const file of ['ours/pack.json', 'ours/home-visits.json']) {
    const path = join(folder, file)
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replaceAll('"en": "…"', '"en": "visits at home"')
        .replaceAll('"id": "…"', '"id": "kunjungan rumah"')
        .replace('"…"', '"case.complex"'),
    )
  }
  const written = await timbang('check', 'ours')
  expect(written.out).toContain('0 errors')
  expect(written.code).toBe(0)
})

test('timbang slim writes a pack of one country and one language as one file', async () => {
  const given = ['slim', 'rules', '--jurisdiction', 'ID', '--locale', 'id', '--out', 'slim/id.json']
  expect(await timbang(...given)).toEqual({ code: 0, out: 'wrote slim/id.json\n', err: '' })
  expect(JSON.parse(readFileSync(join(folder, 'slim/id.json'), 'utf8')).pack.locales).toEqual(['id'])
  const refused = await timbang('slim', 'rules', '--locale', 'fr', '--out', 'slim/fr.json')
  expect(refused).toEqual({ code: 1, out: '', err: 'options.locale: must be one of `en`, `id`\n' })
  expect((await timbang('slim', 'rules')).code).toBe(2)
})

test('timbang catalogue prints the shipped rules as the build writes them, and beside those of a pack what it extends', async () => {
  const { code, out } = await timbang('catalogue')
  expect({ code, out }).toEqual({ code: 0, out: readFileSync('dist/CATALOGUE.md', 'utf8') })
  expect((await timbang('catalogue', 'house')).out).not.toContain('\n### keep-confidence\n')
  expect((await timbang('catalogue', 'house', '--all')).out).toContain('\n### keep-confidence\n')
})

test('timbang facts and timbang actions lead to names by several words, and in the pack that is named', async () => {
  expect((await timbang('actions', 'accept', 'small', 'gift')).out).toMatch(/^accept-gift {2}Accept the gift openly/)
  expect((await timbang('facts', 'safe house', '--pack', 'house')).out).toContain('safeHouse.addressAsked')
})

test.each([
  ['what is well', ['facts', 'hadiah'], 0],
  ['what is well and needs no more than the pack', ['actions'], 0],
  ['what is wrong', ['check', 'broken'], 1],
  ['a check that finds nothing', ['check', 'house'], 0],
] as const)('%s ends in a process of its own as in one that goes on', async (_, args, code) => {
  const alone = await run(process.execPath, [command, ...args], '', folder)
  expect(alone.code).toBe(code)
  expect(await timbang(...args)).toEqual(alone)
})

test('timbang schema writes what an editor completes by, with the names of the pack', async () => {
  expect((await timbang('schema', 'house', '--out', 'schemas')).code).toBe(0)
  expect(readFileSync(join(folder, 'schemas/rules.json'), 'utf8')).toContain('safeHouse.addressAsked')
})
