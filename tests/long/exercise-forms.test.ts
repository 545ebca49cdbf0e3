import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outlets } from '../../src/teach/outlets/outlets.js'
import { shippedExercise } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

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
