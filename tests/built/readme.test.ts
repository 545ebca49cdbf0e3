import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { builtFiles } from '../support/hosted.js'
import { blocks, guides, readme } from '../support/readme.js'

const folder = mkdtempSync(join(process.cwd(), '.readme-'))
afterAll(() => rmSync(folder, { recursive: true }))
const run = builtFiles()

describe('the examples of the README, and of those beside what they are about', () => {
  test('each print what stands below it, one at least for each kind of user who writes code', () => {
    for (const guide of guides.slice(0, 2))
      expect([...guide.matchAll(/```ts\n/g)]).toHaveLength([...guide.matchAll(/```\n\n```text\n/g)].length)
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

  test('lead to files that the package holds, or that are said to stand in the repository', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] }
    const named = [...readme.matchAll(/`((?:examples|rules|dist)\/[\w./-]*|[A-Z-]+\.md)`/g)].map(
      ([, path]) => path as string,
    )
    const held = (path: string) => files.some((one) => path === one || path.startsWith(`${one}/`) || path === `${one}/`)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
    expect([...new Set(named.filter((path) => !held(path)))]).toEqual(['examples/case-system/'])
  })

  test('name the two commands that do everything', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })
})
