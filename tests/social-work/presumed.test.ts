import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { render } from '../../src/render/render.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'

/* What is taken for granted of a client is told as it suits that client. */

/* A client who wants to stop coming. */
const leaving = { service: { endReason: 'client-request' } } as const
const adult = /adult|dewasa/
const child = /child|anak/

const presumed = async (client: NonNullable<SocialWorkSituation['client']>) => {
  const situation = { ...leaving, client }
  const advice = await advise(situation, socialWork)
  return advice.presumed.filter(({ fact }) => fact === 'capacity.status')
}

describe('that the client is able to decide', () => {
  test.each([
    ['a woman of forty', { ageYears: 40 }],
    ['an older man', { ageYears: 81, isOlderPerson: true }],
    ['a person of whose age nothing is known', {}],
  ] as const)('is presumed of %s without a word of children', async (_, client) => {
    const [told, ...others] = await presumed(client)
    expect(others).toEqual([])
    expect(told?.because.en).toMatch(adult)
    expect(told?.because.id).toMatch(adult)
    expect(`${told?.because.en} ${told?.because.id}`).not.toMatch(child)
    expect(told?.sources).toEqual(['MCA-1', 'UU8-2016.9', 'NASW-1.02'])
  })

  test.each([
    ['a girl of fifteen', { ageYears: 15 }],
    ['a client said to be under age', { isMinor: true }],
  ] as const)('is presumed of %s by age and understanding, and without a word of adults', async (_, client) => {
    const [told, ...others] = await presumed(client)
    expect(others).toEqual([])
    expect(told?.because.en).toMatch(/the word of a child is weighed by age and understanding$/)
    expect(told?.because.id).toMatch(/kata-kata anak ditimbang menurut usia dan pemahamannya$/)
    expect(`${told?.because.en} ${told?.because.id}`).not.toMatch(adult)
    expect(told?.sources).toEqual(['UU23-2002.10', 'CRC-12'])
  })

  test('is written so in the advice that a worker reads', async () => {
    const advice = await advise({ ...leaving, client: { ageYears: 15 } }, socialWork)
    const words = (locale: 'en' | 'id') => render(advice, { as: 'text', locale }).replace(/\s+/g, ' ')
    expect(words('en')).toContain('the word of a child is weighed by age and understanding')
    expect(words('id')).toContain('kata-kata anak ditimbang menurut usia dan pemahamannya')
    expect(words('en')).not.toContain('an adult is presumed able')
  })
})
