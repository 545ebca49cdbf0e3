import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { builtFiles } from '../support/hosted.js'
import { blocks, readme } from '../support/readme.js'

const folder = mkdtempSync(join(process.cwd(), '.readme-'))
afterAll(() => rmSync(folder, { recursive: true }))
const run = builtFiles()

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
      expect(await run(file)).toEqual({ code: 0, out: block.printed, err: '' })
    },
  )

  test('name the two commands that do everything', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })
})
