import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runBuilt } from '../support/run.js'

const readme = readFileSync('examples/agent/README.md', 'utf8')
const folder = mkdtempSync(join(process.cwd(), '.agent-'))
afterAll(() => rmSync(folder, { recursive: true }))

for (const file of ['guard.ts', 'kits.ts']) copyFileSync(join('examples/agent', file), join(folder, file))
const files = [...readme.matchAll(/```ts (\S+)\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)]
for (const [, name, code] of files) writeFileSync(join(folder, name as string), code as string)

describe('the lines for each kit', () => {
  const shown = files.flatMap(([, name, code, printed]) => (printed === undefined ? [] : [{ name, code, printed }]))

  test('are ten at most', () => {
    expect(shown).toHaveLength(4)
    expect(shown.filter(({ code }) => (code as string).trim().split('\n').length > 10)).toEqual([])
  })

  test.each(shown)('run and print what they say: $name', async ({ name, printed }) => {
    expect(await runBuilt(join(folder, name as string))).toMatchObject({ code: 0, out: printed })
  })
})

test('a scripted agent plays a whole case, and nothing that no rule lets go is run unasked', async () => {
  const { code, out, err } = await runBuilt('examples/agent/main.ts')
  expect(code, err).toBe(0)
  await expect(out).toMatchFileSnapshot('../../examples/output/agent.txt')
})
