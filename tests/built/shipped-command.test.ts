import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandIn } from '../support/hosted.js'
import { wholeOr } from '../support/sample.js'
import { copyRules, standard, standardFiles } from '../support/shipped.js'

/* What the command finds in the shipped pack, or in one of its standards: what takes long. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-shipped-'))
afterAll(() => rmSync(folder, { recursive: true }))
const timbang = commandIn(folder)

const all = readdirSync('rules').filter((file) => file.endsWith('.json'))
const files = wholeOr(all, standardFiles, standardFiles)

beforeAll(() => {
  for (const pack of ['rules', 'later']) copyRules(files, join(folder, pack))
  const path = join(folder, 'later', standard)
  writeFileSync(path, readFileSync(path, 'utf8').replace('"must": ["refuse-bribe"', '"may": ["refuse-bribe"'))
})

test('timbang check finds nothing that stands in the way of the pack, and ends with 0', async () => {
  const { code, out, err } = await timbang('check', 'rules')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/\n0 errors, \d+ warnings, \d+ notes \(--notes tells them\)\n$/)
})

test('timbang prove shows what holds, and ends with 1 and the smallest case where something does not', async () => {
  const name = 'a-bribe-is-refused'
  const proved = await timbang('prove', 'rules', '--only', name)
  expect({ code: proved.code, err: proved.err }).toEqual({ code: 0, err: '' })
  expect(proved.out).toContain('holds  a bribe is refused, and nothing permits taking it')
  const refuted = await timbang('prove', 'later', '--only', name, '--locale', 'id', '--cases', 'found.json')
  expect(refuted.code).toBe(1)
  expect(refuted.out).toContain('suap ditolak')
  expect(JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8')).cases).toHaveLength(1)
})

test('timbang prove says the same in one thread as in two, of the shipped pack and of another', async () => {
  for (const pack of ['rules', 'later']) {
    const only = ['prove', pack, '--only', 'a-bribe-is-refused', 'a-step-is-let-go-by-a-rule', '--json', '--threads']
    const [one, two] = [await timbang(...only, '1'), await timbang(...only, '2')]
    expect(two).toEqual(one)
    expect(JSON.parse(one.out).holds).toBe(pack === 'rules')
  }
})

test('timbang diff tells whose advice changes between two packs', async () => {
  const { code, out, err } = await timbang('diff', 'rules', 'later', '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { differences, packs } = JSON.parse(out)
  expect(packs.map(({ folder }: { folder: string }) => folder)).toEqual(['rules', 'later'])
  expect(differences.map(({ action }: { action: string }) => action)).toContain('refuse-bribe')
})
