import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtFiles } from '../support/hosted.js'
import { runBuilt } from '../support/run.js'

/* What takes long of the examples; all the rest: tests/built/examples.test.ts. */

const run = builtFiles()

test('examples/consult.ts takes the case of violence told in confidence where there is no terminal', async () => {
  expect(await runBuilt('examples/consult.ts')).toEqual({
    code: 0,
    out: readFileSync('examples/output/consult.violence-told-in-confidence.en.txt', 'utf8'),
    err: '',
  })
})

test('examples/consult.ts writes JSON, and reads standard input', async () => {
  const situation = JSON.stringify({ relationship: { giftPurpose: 'bribe' } })
  const json = await runBuilt('examples/consult.ts', ['--as', 'json', '--file', '-'], situation)
  expect(JSON.parse(json.out).actions[0].action).toBe('refuse-bribe')
})

test('examples/consult.ts says in one line that standard input is no JSON', async () => {
  const broken = await runBuilt('examples/consult.ts', ['--file', '-'], '{')
  expect(broken).toEqual({ code: 1, out: '', err: expect.stringMatching(/^standard input:1:2: is not JSON: .+\n$/) })
})

test('examples/exercise.ts takes key and feedback from the rules, in Indonesian, too', async () => {
  const { code, out, err } = await run('examples/exercise.ts', ['id'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  await expect(out).toMatchFileSnapshot('../../examples/output/exercise.id.txt')
})
