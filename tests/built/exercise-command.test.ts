import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { shippedExercise } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

/* The command as an educator runs it; in every form: tests/long/exercise-forms.test.ts. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-exercise-'))
afterAll(() => rmSync(folder, { recursive: true }))

const call = commandIn()
const timbang = (...args: string[]) => call('exercise', ...args)
const vignette = 'examples/vignettes/her-own-decision.json'

describe('timbang exercise', () => {
  test('prints an exercise as JSON, and what is wanted of it in the language wanted', async () => {
    const { code, out, err } = await timbang(vignette)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(await shippedExercise('her-own-decision.json'))))
    const key = await timbang(vignette, '--as', 'key', '--markdown', '--locale', 'id')
    expect(key.out).toBe(readFileSync('examples/class/key.id.md', 'utf8'))
  })

  test('makes another exercise of another seed', async () => {
    const { code, out } = await timbang(vignette, '--seed', '2')
    expect([code, JSON.parse(out).seed]).toEqual([0, 2])
    expect(JSON.parse(out).questions).not.toEqual(
      JSON.parse(JSON.stringify((await shippedExercise('her-own-decision.json')).questions)),
    )
  })

  test('writes the exercises of a folder in every form wanted, and none over what stands there', async () => {
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

  test('says what is wrong with a vignette and ends with 1, or with the call and ends with 2', async () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, JSON.stringify({ ...JSON.parse(readFileSync(vignette, 'utf8')), goals: ['autonomi'] }))
    expect(await timbang(broken)).toEqual({
      code: 1,
      out: '',
      err: 'vignette.goals: no principle is named `autonomi` (did you mean `autonomy`?)\n',
    })
    const misuses: readonly (readonly [string[], string])[] = [
      [[], "missing required argument 'vignette'"],
      [[vignette, '--as', 'quiz'], 'Allowed choices are moodle, gift, qti, twee, xapi, hand-out, key, page'],
      [[vignette, '--locale', 'fr'], 'Allowed choices are en, id'],
      [[vignette, '--seed', 'x'], 'It wants a whole number'],
      [['examples/vignettes'], 'into which other one: --out FOLDER'],
      [[vignette, '--as', 'moodle', '--as', 'gift'], 'several forms are written into a folder: --out FOLDER'],
      [['examples/vignettes', '--out', folder, '--key', vignette], 'a key is of one exercise, and not of a folder'],
    ]
    for (const [args, message] of misuses) {
      const { code, out, err } = await timbang(...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
    }
  })
})
