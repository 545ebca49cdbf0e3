import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyWithMalay } from '../support/thirdLanguage.js'

const { folder } = copyWithMalay()
afterAll(() => rmSync(folder, { recursive: true }))

test('a third language of the interface is understood by the compiler wherever words are said', () => {
  const project = join(folder, 'tsconfig.words.json')
  const include = ['src/index.ts', 'src/page', 'src/teach', 'src/embed', 'src/author']
  writeFileSync(project, JSON.stringify({ extends: './tooling/tsconfig.page.json', include }))
  const compiler = resolve('node_modules/typescript/bin/tsc')
  const complaints = execFileSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })
  expect(complaints).toBe('')
})
