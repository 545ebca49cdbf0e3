import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { shippedExercise } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

/* The command as an educator runs it; in every form, and over what stands there: tests/long/exercise-forms.test.ts. */

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

  test('writes those of a folder that fit the rules, and says of the others what is wrong', async () => {
    const [from, out] = [join(folder, 'vignettes'), join(folder, 'made')]
    mkdirSync(from)
    copyFileSync(vignette, join(from, 'her-own-decision.json'))
    writeFileSync(join(from, 'unfit.json'), '{ "format": 1, "name": "unfit" }')
    const { code, out: told, err } = await timbang(from, '--as', 'moodle', '--out', out)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(told).toContain(`1 of 2 exercises, 3 files in \`${out}\``)
    expect(told).toContain('unfit.json\n  vignette.title: is missing')
    const kept = join(out, 'her-own-decision', 'exercise.moodle.id.xml')
    expect(readFileSync(kept, 'utf8')).toBe(toMoodle(await shippedExercise('her-own-decision.json'), { locale: 'id' }))
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
