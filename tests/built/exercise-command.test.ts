import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
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
    const moodle = await timbang(vignette, '--as', 'moodle', '--locale', 'id')
    const key = await timbang(vignette, '--as', 'key', '--markdown', '--locale', 'id')
    expect(moodle.out).toBe(readFileSync('dist/class/exercise.moodle.id.xml', 'utf8'))
    expect(key.out).toBe(readFileSync('examples/class/key.id.md', 'utf8'))
  })

  test('makes another exercise of another seed', async () => {
    const [one, other] = [await timbang(vignette, '--seed', '2'), await timbang(vignette, '--seed', '3')]
    expect([one.code, other.code]).toEqual([0, 0])
    expect(JSON.parse(one.out).seed).toBe(2)
    expect(one.out).not.toBe(other.out)
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
    ]
    for (const [args, message] of misuses) {
      const { code, out, err } = await timbang(...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
    }
  })
})
