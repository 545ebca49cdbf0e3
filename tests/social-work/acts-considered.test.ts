import { expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* Whoever says which step is considered hears of that step: whether it may be taken, why, and on what that rests. */

/** By whom an act can be considered; an act counts as spoken of where it is for one of them. */
const whose = ['worker', 'agency', 'client', 'family', 'colleague'] as const

const spokenOf = async (action: string) => {
  for (const who of whose) {
    const { actions } = await advise({ considered: { [who]: [action] } } as never, socialWork, { questions: false })
    const own = actions.find((one) => one.action === action)
    if (own) return own
  }
  return undefined
}

test('what is considered has a status of its own for all acts of the catalogue but two, with a reason and sources', async () => {
  const spoken = await Promise.all(
    [...socialWork.actions.keys()].map(async (action) => [action, await spokenOf(action)] as const),
  )
  const left = spoken.filter(([, own]) => own === undefined).map(([action]) => action)
  const said = spoken.length - left.length
  expect(
    said,
    `of ${spoken.length} acts nothing is said when these are considered: ${left.join(', ')}`,
  ).toBeGreaterThanOrEqual(237)
  for (const [action, own] of spoken) if (own) expect([action, own.because.length]).not.toEqual([action, 0])
})

test('what must not be done is not softened by who considers it', async () => {
  const forbidden = ['use-force', 'pass-images-on', 'help-to-die', 'keep-confined', 'arrange-handover', 'leave-alone']
  for (const action of forbidden) expect([action, (await spokenOf(action))?.status]).toEqual([action, 'must-not'])
})

test('a step that is considered is no answer while a danger could turn it', async () => {
  const near = { abuse: { suspected: true, perpetrator: 'parent', timing: 'ongoing', victimSafeNow: false } }
  for (const action of [
    'mediate-between-parties',
    'involve-parents',
    'coordinate-with-family',
    'follow-the-majority',
  ]) {
    const { actions } = await advise({ ...near, considered: { worker: [action] } } as never, socialWork)
    const own = actions.find((one) => one.action === action)
    expect([action, own?.status === undefined || own.status.endsWith('not')]).toEqual([action, true])
  }
})
