import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hear } from '../../src/hear/index.js'
import { socialWork } from '../../src/social-work/hear.js'

/* Danger as people tell of it, seldom by its name: whoever tells of it so is offered it to tick. */

interface Said {
  readonly says: string
  readonly fact: string
  readonly value: string | boolean
}

const said: readonly Said[] = JSON.parse(readFileSync(new URL('./said-of-danger.json', import.meta.url), 'utf8'))

test('danger is heard however it is said', () => {
  const missed = said.filter(({ says, fact, value }) => {
    const heard = hear(says, socialWork, { most: 60 }).proposals.find((one) => one.fact === fact)
    return !heard?.statements.some((one) => one.value === value)
  })
  expect(missed).toEqual([])
})
