import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseload } from '../../bench/caseload.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { run, runBuilt } from '../support/run.js'

/* A caseload that takes a while, screened by the built command and by threads. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-caseload-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const timbang = (...args: string[]) => run('node', ['dist/cli.js', ...args])
const count = 1200

/** What tells two files apart, without printing either. */
const digest = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex')

/** The cases, one a line: one that is none of the pack, and one that is missing. */
function casesOf(seed: number): string[] {
  const found: string[] = []
  for (const situation of caseload(socialWork, seed)) if (found.push(JSON.stringify(situation)) === count) break
  found[9] = '{"Budi Santoso":true}'
  found[19] = ''
  return found
}

const cases = casesOf(3)
beforeAll(() => writeFileSync(at('cases.jsonl'), `${cases.join('\n')}\n`))

describe('timbang screen', () => {
  test('killed again and again and begun anew, loses nothing and doubles nothing', async () => {
    await timbang('screen', at('cases.jsonl'), '--out', at('whole.jsonl'))
    const size = statSync(at('whole.jsonl')).size
    for (const share of [0.3, 0.6, 0.9]) {
      await killedWithin(share, at('killed.jsonl'))
      expect(statSync(at('killed.jsonl')).size).toBeLessThan(size)
    }
    appendFileSync(at('killed.jsonl'), '{"line":')
    const last = await timbang('screen', at('cases.jsonl'), '--out', at('killed.jsonl'))
    expect(last).toMatchObject({ code: 1, err: expect.stringContaining(`screened ${count - 1} cases`) })
    expect(digest('killed.jsonl')).toBe(digest('whole.jsonl'))
    expect(existsSync(at('killed.jsonl.lock'))).toBe(false)
    const again = await timbang('screen', at('cases.jsonl'), '--out', at('killed.jsonl'))
    expect(again.code).toBe(1)
    expect(digest('killed.jsonl')).toBe(digest('whole.jsonl'))
  })

  /** Screens a share of the cases, waits for more, and is killed once it has written more than there was. */
  function killedWithin(share: number, out: string): Promise<void> {
    const written = () => (existsSync(out) ? statSync(out).size : 0)
    const before = written()
    const child = spawn('node', ['dist/cli.js', 'screen', '-', '--out', out], { stdio: ['pipe', 'ignore', 'ignore'] })
    // Killed while lines still wait for it, the pipe says so; nothing else may go wrong there.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => expect(error.code).toBe('EPIPE'))
    child.stdin.write(`${cases.slice(0, share * count).join('\n')}\n`)
    const timer = setInterval(() => {
      if (written() > before + 1_000) child.kill('SIGKILL')
    }, 2)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', () => {
        clearInterval(timer)
        resolve()
      })
    })
  }
})

test('examples/caseload gives the same on two threads, in the order of the lines', async () => {
  const found = await run('env', [
    'TSX_TSCONFIG_PATH=tooling/tsconfig.built.json',
    'node_modules/.bin/tsx',
    'examples/caseload/main.ts',
    at('cases.jsonl'),
    at('threads.jsonl'),
    '2',
  ])
  expect(found).toEqual({ code: 1, out: '', err: `${count - 1} cases, 1 unreadable\n` })
  await timbang('screen', at('cases.jsonl'), '--out', at('one.jsonl'))
  const [, ...results] = readFileSync(at('one.jsonl'), 'utf8').split('\n')
  expect(readFileSync(at('threads.jsonl'), 'utf8') === results.join('\n')).toBe(true)
})

test('the measure of a million cases checks what it measures', async () => {
  const { code, out } = await runBuilt('bench/million.ts', ['--cases', '2000', '--seed', '2'])
  expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, cases: 2000, threads: 2, sameOneByOne: 1000 })
})
