import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { blocks } from '../support/readme.js'
import { run } from '../support/run.js'

/* The types that a full build writes; those of the public names stand in the files that end in `.test-d.ts`. */

const folder = mkdtempSync(join(process.cwd(), '.readme-types-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the files of the package are typed in both formats', () => {
  const entries = ['index', 'social-work'].flatMap((name) => [`${name}.d.ts`, `${name}.d.cts`])
  expect(entries.filter((name) => !existsSync(join('dist', name)))).toEqual([])
})

test('the examples of the README compile against the built declarations', async () => {
  for (const [i, { code }] of blocks.entries()) writeFileSync(join(folder, `block-${i + 1}.ts`), code)
  const config = { extends: '../tooling/tsconfig.built.json', include: ['*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  expect(await run('node_modules/.bin/tsc', ['-p', folder])).toEqual({ code: 0, out: '', err: '' })
})
