import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'

/* The thirty typical conflicts of the profession: each shows as a conflict, and every framework decides some. */

const cases = read('conflicts')

function read(file: string): readonly { readonly name: string; readonly situation: SocialWorkSituation }[] {
  return JSON.parse(readFileSync(`tests/cases/${file}.json`, 'utf8')).cases
}

test('there are thirty', () => {
  expect(cases).toHaveLength(30)
})

test.each(cases.map(({ name, situation }) => [name, situation] as const))(
  '%s: settled with what is set aside, or a dilemma',
  async (_, situation) => {
    const { kind, setAside, dilemmas } = await advise(situation, socialWork, { questions: false })
    expect([...setAside, ...dilemmas], kind).not.toEqual([])
  },
)

describe.each([...socialWork.frameworks.keys()])('the framework %s', (framework) => {
  test('decides at least one, where neither exception nor force settles it', async () => {
    const decided = [...cases, ...read('dilemmas')].map(async ({ situation }) => {
      const { setAside } = await advise(situation, socialWork, { framework, questions: false })
      return setAside.some(({ gaveWayTo }) => gaveWayTo.some(({ by }) => by === 'framework'))
    })
    expect(await Promise.all(decided)).toContain(true)
  })
})
