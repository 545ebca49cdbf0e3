import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { caseload } from '../../bench/caseload.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { run } from '../support/run.js'

const folder = mkdtempSync(join(tmpdir(), 'timbang-screen-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('timbang screen shows on a terminal how far it is', async () => {
  const [cases, out] = [join(folder, 'cases.jsonl'), join(folder, 'shown.jsonl')]
  const lines: string[] = []
  for (const situation of caseload(socialWork, 3)) if (lines.push(JSON.stringify(situation)) === 1200) break
  lines[9] = '{"Budi Santoso":true}'
  writeFileSync(cases, `${lines.join('\n')}\n`)
  const shown = await run('script', ['-qec', `node dist/cli.js screen ${cases} --out ${out}`, '/dev/null'])
  expect(shown.out).toMatch(/█+░* +\d+ % {2}\d+ cases, \d unreadable/)
})
