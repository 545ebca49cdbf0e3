import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toXapi } from '../../src/teach/outlets/xapi/xapi.js'
import { shippedExercise } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

/* What a class chose, and what somebody chose in a story, as statements of xAPI, as an educator asks for them. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-statements-'))
afterAll(() => rmSync(folder, { recursive: true }))

const timbang = commandIn()
const kept = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const vignette = 'examples/vignettes/the-published-queue.json'

describe('timbang grade --as xapi', () => {
  test('prints what each learner chose, under the code or the place in the table, and never under a name', async () => {
    const made = await shippedExercise('the-published-queue.json')
    const exercise = kept('exercise.json', JSON.stringify(made))
    const [first, second] = made.questions.map(({ id }) => id) as [string, string]
    const table = kept('class.csv', `code;name;q1;q2\nP07;Siti;a;a b\n;Budi;b;\n`)
    const given = ['grade', exercise, table, '--as', 'xapi', '--home-page', 'https://school.example', '--mastery', '80']
    const { code, out, err } = await timbang(...given)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const homePage = 'https://school.example'
    expect(JSON.parse(out)).toEqual([
      ...toXapi(made, {
        actor: { homePage, name: 'P07' },
        answers: { [first]: ['a'], [second]: ['a', 'b'] },
        mastery: 0.8,
      }),
      ...toXapi(made, { actor: { homePage, name: `${made.id}#2` }, answers: { [first]: ['b'] }, mastery: 0.8 }),
    ])
    expect(out).not.toMatch(/Siti|Budi/)
    const [byTable, byStore] = [
      await timbang('grade', exercise, table),
      await timbang('grade', exercise, kept('store.json', out)),
    ]
    expect(byStore).toEqual(byTable)
  })
})

describe('timbang story', () => {
  test('prints a statement for every choice, or the way that somebody took', async () => {
    const all = await timbang('story', vignette, '--as', 'xapi')
    expect({ code: all.code, err: all.err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(all.out).length).toBeGreaterThan(20)
    const way = await timbang('story', vignette, '--taken', 'A b a', '--learner', 'P07')
    expect({ code: way.code, err: way.err }).toEqual({ code: 0, err: '' })
    const told = JSON.parse(way.out) as readonly {
      verb: { display: { en: string } }
      actor: { account: { name: string } }
    }[]
    expect(told.map(({ verb }) => verb.display.en)).toEqual([
      'experienced',
      'answered',
      'answered',
      'answered',
      'completed',
    ])
    expect(new Set(told.map(({ actor }) => actor.account.name))).toEqual(new Set(['P07']))
    const wrong = await timbang('story', vignette, '--taken', 'z')
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.err).toContain('taken[0]: must be one of `a`')
  })
})
