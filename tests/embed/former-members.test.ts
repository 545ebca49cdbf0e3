import { expect, test } from 'vitest'
import { adviceDigest } from '../../src/embed/record/recordedParts.js'
import { type Advice, advise, engineForm, render, stockForm } from '../../src/index.js'
import { socialWork } from '../../src/social-work/socialWork.js'

const situation = { disclosure: { secrecyRequested: true }, risk: { severity: 'serious' } } as const

/** The advice as it was kept when `unless` was still called `exceptions`. */
function asFormerlyKept(advice: Advice): Advice {
  const actions = advice.actions.map(({ assumptions: { unless, ...others }, ...action }) => ({
    ...action,
    assumptions: { ...others, exceptions: unless },
  }))
  return JSON.parse(JSON.stringify({ ...advice, actions }))
}

test('an advice that was kept under former names is shown as before and has the digest it had', async () => {
  const advice = await advise(situation, socialWork)
  const former = asFormerlyKept(advice)
  expect(advice.actions.flatMap(({ assumptions }) => assumptions.unless)).not.toEqual([])
  expect(JSON.stringify(former)).not.toContain('"unless"')
  for (const as of ['text', 'markdown', 'html'] as const)
    expect(render(former, { as, locale: 'id' })).toBe(render(advice, { as, locale: 'id' }))
  expect(adviceDigest(former)).toBe(adviceDigest(advice))
})

test('the former name of a function is the same function', () => {
  expect(stockForm).toBe(engineForm)
})
