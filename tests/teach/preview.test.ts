import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { previewOf } from '../../src/teach/preview.js'
import { parseVignette, type Vignette } from '../../src/teach/vignette.js'
import { says } from '../support/builders.js'
import { refusal, vignette } from '../support/exercises.js'

/* What an author is told of a vignette before anybody is taught by it. */

const bribe: Vignette = {
  format: 1,
  name: 'an-envelope',
  title: says('An envelope'),
  story: [
    {
      says: says('A client slips an envelope, and the worker saw it.'),
      tells: ['client.status', 'relationship.giftPurpose', 'relationship.giftValue', 'colleague.seenByWorker'],
    },
  ],
  facts: {
    client: { status: 'current' },
    colleague: { seenByWorker: true },
    relationship: { giftPurpose: 'influence', giftValue: 'cash' },
  },
  goals: ['integrity'],
  level: 'introductory',
}

describe('a preview', () => {
  test('tells what the key comes to, so that an author sees whether it is the point', async () => {
    const { duties, ruledOut } = await previewOf(bribe, socialWork)
    expect(duties.map(({ en }) => en)).toContain('Refuse the bribe')
    expect(ruledOut.map(({ en }) => en)).toContain('Give preferential treatment')
  })

  test('tells which facts have no bearing here, and which are a judgement that a class could make', async () => {
    const { withoutBearing, judged } = await previewOf(bribe, socialWork)
    expect(withoutBearing).toEqual(['colleague.seenByWorker'])
    expect(judged).toEqual(['relationship.giftPurpose', 'relationship.giftValue'])
  })
})

test('a preview tells what is asked first and nobody is told', async () => {
  const { heldBack, ...told } = vignette('child-without-parents-in-the-shelter.json')
  expect((await previewOf({ ...told, ...(heldBack && { heldBack }) }, socialWork)).unanswered).toEqual([])
  expect((await previewOf(told, socialWork)).unanswered).toEqual(told.firstQuestions)
})

test('what is wrong with shape and with content is told at once', () => {
  const wrong = { ...bribe, title: {}, story: 'A story.', facts: { client: { age: 11 } }, goals: ['kindnes'] }
  const told = refusal(() => parseVignette(wrong, socialWork))
  for (const place of ['vignette.story', 'vignette.goals', 'vignette.facts.client']) expect(told).toContain(place)
})
