import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseload } from '../../bench/caseload.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { commandIn } from '../support/hosted.js'
import { run } from '../support/run.js'

const folder = mkdtempSync(join(tmpdir(), 'timbang-screen-'))
const at = (name: string) => join(folder, name)
const timbang = commandIn()
const count = 60

function lines(seed: number, many: number): string[] {
  const found: string[] = []
  for (const situation of caseload(socialWork, seed)) if (found.push(JSON.stringify(situation)) === many) return found
  return found
}

beforeAll(() => {
  const written = lines(3, count)
  written[9] = '{"Budi Santoso":true}'
  written[19] = ''
  writeFileSync(at('cases.jsonl'), `${written.join('\n')}\n`)
})

describe('timbang screen', () => {
  test('writes a result a line, tells a bad line with its number, and repeats nothing of it', async () => {
    const { code, out, err } = await timbang('screen', at('cases.jsonl'))
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(1)
    expect(results.map(({ line }) => line)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1).filter((n) => n !== 20))
    expect(results[9]).toMatchObject({ line: 10, issues: [{ place: 'situation', message: 'key 1 names no fact' }] })
    expect(err).toContain(`${at('cases.jsonl')}:10:2: situation: key 1 names no fact\nscreened 59 cases, `)
    expect(out + err).not.toContain('Budi')
    expect(await run('node', ['dist/cli.js', 'screen', '-'], readFileSync(at('cases.jsonl'), 'utf8'))).toMatchObject({
      code,
      out,
    })
  })

  test('does not go on with results of other rules or other cases, nor where another run is at work', async () => {
    writeFileSync(at('few.jsonl'), `${lines(4, 5).join('\n')}\n`)
    await timbang('screen', at('few.jsonl'), '--out', at('few-results.jsonl'))
    const other = await timbang('screen', at('cases.jsonl'), '--out', at('few-results.jsonl'))
    expect(other).toEqual({
      code: 2,
      out: '',
      err: 'timbang: the cases are not those that were screened before; begin with another --out\n',
    })
    const rules = await timbang(
      'screen',
      at('few.jsonl'),
      '--out',
      at('few-results.jsonl'),
      '--pack',
      'examples/agency-pack',
    )
    expect(rules.err).toBe('timbang: the results are of other rules or another version; choose another --out\n')
    writeFileSync(at('busy.jsonl.lock'), String(process.pid))
    const busy = await timbang('screen', at('few.jsonl'), '--out', at('busy.jsonl'))
    expect(busy.err).toBe('timbang: another run writes to the same --out\n')
    writeFileSync(at('shorter.jsonl'), `${lines(4, 3).join('\n')}\n`)
    const fewer = await timbang('screen', at('shorter.jsonl'), '--out', at('few-results.jsonl'))
    expect(fewer.err).toBe(
      'timbang: the cases are fewer than those that were screened before; begin with another --out\n',
    )
  })
})

describe('timbang budget', () => {
  test('counts the cards, draws them, and fails where a limit is exceeded', async () => {
    writeFileSync(at('cases-few.jsonl'), `${lines(5, 40).join('\n')}\n{"ref":"7","situation":{}}\n`)
    writeFileSync(at('limits.json'), JSON.stringify({ perHundred: { all: 1 } }))
    const free = await timbang('budget', at('cases-few.jsonl'), '--json', '--chart', at('chart.svg'), '--locale', 'id')
    expect({ code: free.code, cases: JSON.parse(free.out).cases }).toEqual({ code: 0, cases: 41 })
    expect(readFileSync(at('chart.svg'), 'utf8')).toContain('Kartu menurut kemendesakan')
    const limited = await timbang('budget', at('cases-few.jsonl'), '--limits', at('limits.json'))
    expect(limited).toMatchObject({ code: 1, err: expect.stringMatching(/^perHundred\.all: [\d.]+, at most 1\n$/) })
  })
})

test('timbang budget tells people its figures, counts what it can read, and tells bad lines by number', async () => {
  writeFileSync(at('some-bad.jsonl'), `${lines(5, 8).join('\n')}\n{"Budi":1}\n\nBudi\n`)
  const { code, out, err } = await timbang('budget', at('some-bad.jsonl'))
  expect(code).toBe(1)
  expect(err).toBe(
    `${at('some-bad.jsonl')}:9:2: situation: key 1 names no fact\n${at('some-bad.jsonl')}:11:1: is not JSON: only texts in double quotes, numbers, \`true\`, \`false\` and \`null\` may stand here\n`,
  )
  expect(out).toMatch(/^8 cases, \d+ cards\nlines not read and not counted: 2\n\ncards per hundred cases\n {2}act now/)
  expect(out).toMatch(/rules that never hold: \d+\n( {2}[a-z-.]+\n){10} {2}and \d+ more\n/)
  expect(out + err).not.toContain('Budi')
  const told = JSON.parse((await timbang('budget', at('some-bad.jsonl'), '--json')).out)
  expect(told).toMatchObject({
    cases: 8,
    unreadable: [9, 11],
    meaning: { perCase: expect.stringContaining('0, 1, 2') },
  })
})
