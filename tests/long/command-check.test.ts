import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { changeIn, marked, savedIn, wide } from '../support/authoring.js'
import { commandIn } from '../support/hosted.js'
import type { Ran } from '../support/run.js'
import { copyRules, standardFiles } from '../support/shipped.js'

/* What takes long of checking and of testing by the command; one run of each: tests/built/command.test.ts. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync('examples/agency-pack', join(folder, 'house'), { recursive: true })
cpSync('tests/cases', join(folder, 'cases'), { recursive: true })
copyRules(standardFiles, join(folder, 'gifts'))

const timbang = commandIn(folder)
const change = changeIn(folder)

let checked: Promise<Ran> | undefined
/** The check of a pack in which nothing is wrong, made once. */
function checkOfGifts(): Promise<Ran> {
  checked ??= timbang('check', 'gifts')
  return checked
}

describe('timbang check', () => {
  test('tells only what concerns the files that are named, also as JSON', async () => {
    const path = 'gifts/gifts-and-fairness.json'
    const { code, out } = await timbang('check', path, '--json')
    const { diagnostics } = JSON.parse(out)
    expect(code).toBe(0)
    expect(diagnostics.filter(({ at }: { at?: { file: string } }) => at && at.file !== path)).toEqual([])
  })

  test('names sources by the day that is asked about, and refuses a day that is none', async () => {
    const { code, out } = await timbang('check', 'gifts', '--on', '2031-01-01')
    expect(code).toBe(0)
    expect(out).toMatch(/warning: was last read on \d{4}-\d\d-\d\d, over a year before 2031-01-01\n/)
    expect(out).toMatch(/warning: is not in force on 2031-01-01: it ended on \d{4}-\d\d-\d\d\n/)
    const refused = await timbang('check', 'gifts', '--on', '2031-02-30')
    expect(refused).toEqual({ code: 1, out: '', err: 'options.on: must be a day such as `2026-01-31`\n' })
  })

  test('fails for warnings where that is wanted', async () => {
    expect((await checkOfGifts()).code).toBe(0)
    expect((await timbang('check', 'gifts', '--strict')).code).toBe(1)
  })
})

describe('timbang test', () => {
  test('passes the cases of an agency, and counts the outcomes of its own rules only', async () => {
    const { code, out, err } = await timbang(
      'test',
      'house/cases/safe-house.json',
      '--coverage',
      '100',
      '--noticed',
      '90',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /Changes {4}\d+ of \d+ noticed \(9\d %\)\n\nOutcomes {3}17 of 17 shown \(100 %\)\n\nCases {6}10 passed, 0 failed\n$/,
    )
  })

  test('fails where fewer outcomes are shown than wanted', async () => {
    expect((await timbang('test', 'cases/missed-follow-up.json', '--coverage', '99')).code).toBe(1)
  })

  test('takes a folder of cases, or of a pack', async () => {
    expect((await timbang('test', 'house/cases')).out).toContain('10 passed, 0 failed')
    expect((await timbang('test', 'house')).out).toContain('10 passed, 0 failed')
    cpSync('examples/agency-pack', join(folder, 'caseless'), { recursive: true })
    rmSync(join(folder, 'caseless/cases'), { recursive: true })
    expect(await timbang('test', 'caseless')).toEqual({
      code: 2,
      out: '',
      err: 'timbang: the pack in `caseless` has no cases: there is no folder `caseless/cases`\n',
    })
  })

  test('writes anew what a case expects where the advice says something else', async () => {
    cpSync('examples/agency-pack', join(folder, 'anew'), { recursive: true })
    const cases = 'anew/cases/safe-house.json'
    const before = readFileSync(join(folder, cases), 'utf8')
    change(cases, '"urgency": "prompt"', '"urgency": "routine"')
    const { code, out } = await timbang('test', 'anew', '--rewrite')
    expect(code).toBe(0)
    expect(out).toContain(`${cases}: 1 case now expects what the advice says today; read it before you keep it\n`)
    const parsed = (text: string) => JSON.parse(text, (key, held) => (key === 'questions' ? [...held].sort() : held))
    expect(parsed(readFileSync(join(folder, cases), 'utf8'))).toEqual(parsed(before))
  })
})

describe('files as editors on Windows save them', () => {
  const saved = savedIn(folder)

  test('are checked and tested like others: with a byte order mark, or in UTF-16', async () => {
    cpSync('examples/agency-pack', join(folder, 'windows'), { recursive: true })
    for (const file of ['pack.json', 'facts.json', 'cases/safe-house.json'])
      saved(`windows/${file}`, `windows/${file}`, marked)
    saved('windows/safe-house.json', 'windows/safe-house.json', wide)
    expect((await timbang('test', 'windows')).out).toContain('10 passed, 0 failed')
    copyRules(standardFiles, join(folder, 'encoded'))
    for (const file of ['pack.json', 'facts.json']) saved(`encoded/${file}`, `encoded/${file}`, marked)
    saved('gifts/gifts-and-fairness.json', 'encoded/gifts-and-fairness.json', wide)
    const plain = await checkOfGifts()
    const { code, out, err } = await timbang('check', 'encoded')
    expect({ code, err, out: out.replaceAll('encoded/', 'gifts/') }).toEqual({ code: 0, err: '', out: plain.out })
  })
})
