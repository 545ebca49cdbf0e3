import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Pack } from '../../src/index.js'
import { builtFiles } from '../support/hosted.js'
import { sampleOf } from '../support/sample.js'

/* What the examples print; one more language, and one more process: tests/long/examples.test.ts. */

const situations = readdirSync('examples/situations').map((file) => file.replace('.json', ''))
const kept = (name: string) => `../../examples/output/${name}`

const { consult } = (await import('../../dist/terminal.js' as string)) as typeof import('../../src/terminal/consult.js')
const { socialWork } = (await import('../../dist/social-work.js' as string)) as { socialWork: Pack }

const run = builtFiles()
const folder = mkdtempSync(join(tmpdir(), 'timbang-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the example does with what it was given, in this process: what it prints, and how it ends. */
async function consulted(args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const code = await consult(args, { pack: socialWork })
    return { code, out: printed.mock.calls.join('') }
  } finally {
    printed.mockRestore()
  }
}

describe('examples/consult.ts', () => {
  test('knows ten situations, each with its output kept beside it', () => {
    const outputs = readdirSync('examples/output').filter((file) => file.startsWith('consult.'))
    const expected = situations.flatMap((name) => ['en', 'id'].map((locale) => `consult.${name}.${locale}.txt`))
    expect(situations).toHaveLength(10)
    expect(outputs.sort()).toEqual([...expected, 'consult.violence-told-in-confidence.id.md'].sort())
  })

  const inBoth = situations.flatMap((name) => [[name, 'en'] as const, [name, 'id'] as const])
  test.each(sampleOf(inBoth, 3, 1))('weighs %s in %s', async (name, locale) => {
    const { code, out } = await consulted(['--file', `examples/situations/${name}.json`, '--locale', locale])
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(kept(`consult.${name}.${locale}.txt`))
  })

  test('writes Markdown and JSON', async () => {
    const { out } = await run('examples/consult.ts', ['--as', 'markdown', '--locale', 'id'])
    await expect(out).toMatchFileSnapshot(kept('consult.violence-told-in-confidence.id.md'))
    const json = await consulted(['--as', 'json', '--file', 'examples/situations/a-plate-of-cakes.json'])
    expect(JSON.parse(json.out).actions[0]).toMatchObject({ action: expect.any(String), status: expect.any(String) })
  })

  test('says in one line what is wrong with what it was given, and repeats nothing of it', async () => {
    writeFileSync(join(folder, 'secret.json'), JSON.stringify({ risk: { severty: 'Budi Santoso' } }))
    const unknown = await run('examples/consult.ts', ['--file', join(folder, 'secret.json')])
    expect(unknown).toEqual({
      code: 1,
      out: '',
      err: 'invalid-situation\nsituation.risk: key 1 names no fact (did you mean `risk.severity`?)\n',
    })
    const locale = await run('examples/consult.ts', ['--locale', 'fr'])
    expect(locale).toEqual({ code: 1, out: '', err: '--locale: must be one of en, id\n' })
  })
})

test('examples/embed.ts shows what a case system does with each status', async () => {
  const { code, out, err } = await run('examples/embed.ts')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const status of ['must', 'may', 'should-not', 'must-not', 'contested']) expect(out).toContain(`: ${status}, `)
  await expect(out).toMatchFileSnapshot(kept('embed.txt'))
})

test('examples/own-rules.ts adds an agency’s own rules, and cannot weaken a rule about danger unseen', async () => {
  const { code, out, err } = await run('examples/own-rules.ts')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('an exception to it must be admitted by whoever runs the system')
  await expect(out).toMatchFileSnapshot(kept('own-rules.txt'))
})

test('examples/exercise.ts takes key and feedback from the rules', async () => {
  const { code, out, err } = await run('examples/exercise.ts', ['en'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  await expect(out).toMatchFileSnapshot(kept('exercise.en.txt'))
})
