import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { outlets } from '../../src/teach/outlets/outlets.js'
import { shippedExercise } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

const folder = mkdtempSync(join(tmpdir(), 'timbang-exercise-'))
afterAll(() => rmSync(folder, { recursive: true }))

const vignette = 'examples/vignettes/her-own-decision.json'
const call = commandIn()
const timbang = (...args: string[]) => call('exercise', ...args)

test('timbang exercise prints in every form that the usage names', async () => {
  const usage = (await timbang('--help')).out
  const name = 'the-published-queue.json'
  const made = await shippedExercise(name)
  for (const { name: form, write } of outlets) {
    expect(usage).toContain(`"${form}"`)
    const printed = await timbang(`examples/vignettes/${name}`, '--as', form)
    const written = write(made, { locale: 'en' })
    const out = typeof written === 'string' ? written : Buffer.from(written).toString('latin1')
    expect(printed).toEqual({ code: 0, out, err: '' })
  }
})

test('timbang exercise prints what the build keeps for a class', async () => {
  const printed = await timbang('examples/vignettes/her-own-decision.json', '--as', 'moodle', '--locale', 'id')
  expect(printed.out).toBe(readFileSync('dist/class/exercise.moodle.id.xml', 'utf8'))
})

test('timbang exercise writes the exercises of a folder in every form wanted, and none over what stands there', async () => {
  const [from, out] = [join(folder, 'vignettes'), join(folder, 'made')]
  mkdirSync(from)
  for (const name of ['her-own-decision', 'the-published-queue'])
    copyFileSync(`examples/vignettes/${name}.json`, join(from, `${name}.json`))
  writeFileSync(join(from, 'twice.json'), readFileSync(vignette))
  writeFileSync(join(from, 'unfit.json'), '{ "format": 1, "name": "unfit" }')
  const wanted = [from, '--as', 'moodle', '--as', 'qti', '--as', 'xapi', '--out', out]
  const { code, out: told, err } = await timbang(...wanted)
  expect({ code, err }).toEqual({ code: 1, err: '' })
  const lines = told.trimEnd().split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'her-own-decision     dilemma       10 questions  6 files',
    'the-published-queue  dilemma       9 questions  6 files',
    `2 of 4 exercises, 12 files in \`${out}\``,
  ])
  expect(told).toContain('twice.json\n  vignette.name: `her-own-decision` is the name of another one, too')
  expect(told).toContain('unfit.json\n  vignette.title: is missing')
  expect(readdirSync(out).sort()).toEqual(['her-own-decision', 'the-published-queue'])
  const forms = ['moodle.en.xml', 'moodle.id.xml', 'qti.en.zip', 'qti.id.zip', 'xapi.json']
  expect(readdirSync(join(out, 'her-own-decision')).sort()).toEqual([
    'exercise.json',
    ...forms.map((one) => `exercise.${one}`),
  ])
  const kept = join(out, 'her-own-decision', 'exercise.moodle.id.xml')
  expect(readFileSync(kept, 'utf8')).toBe(toMoodle(await shippedExercise('her-own-decision.json'), { locale: 'id' }))
  writeFileSync(kept, 'mine')
  const again = await timbang(...wanted)
  expect(again).toMatchObject({ code: 2, out: '' })
  expect(again.err).toContain('already (and 11 more); with `--replace` it is written over')
  expect(readFileSync(kept, 'utf8')).toBe('mine')
  await timbang(...wanted, '--replace')
  expect(readFileSync(kept, 'utf8')).not.toBe('mine')
})
