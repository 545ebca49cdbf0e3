import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run, runBuilt } from '../support/run.js'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Each TypeScript block with the text block that follows it: what it prints. */
const blocks = [...readme.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code, printed]) => ({
  code: code as string,
  printed: printed as string,
}))

const folder = mkdtempSync(join(process.cwd(), '.readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the examples of the README', () => {
  test('each print what stands below it, one at least for each kind of user who writes code', () => {
    expect(blocks).toHaveLength([...readme.matchAll(/```ts\n/g)].length)
    expect(blocks).toHaveLength(5)
  })

  test.each(blocks.map((block, i) => [i + 1, block] as const))(
    'number %i prints what stands below it',
    async (i, block) => {
      const file = join(folder, `block-${i}.ts`)
      writeFileSync(file, block.code)
      expect(await runBuilt(file)).toEqual({ code: 0, out: block.printed, err: '' })
    },
  )

  test('compile against the built declarations', async () => {
    for (const [i, { code }] of blocks.entries()) writeFileSync(join(folder, `block-${i + 1}.ts`), code)
    const config = { extends: '../tooling/tsconfig.built.json', include: ['*.ts'] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    expect(await run('node_modules/.bin/tsc', ['-p', folder])).toEqual({ code: 0, out: '', err: '' })
  })

  test('name the two commands that do everything', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })
})
