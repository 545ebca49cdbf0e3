import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSteps } from '../../src/consult/steps/compareSteps.js'
import { checkStep } from '../../src/embed/index.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { arbitraryPack, situationOf } from '../support/builders.js'
import { runs, sampleOf } from '../support/sample.js'

/* A step is asked about in two ways, before it is done and beside others: both say the same of what must not be. */

const asking = { at: '2026-11-30T09:00:00Z', key: new Uint8Array(32).fill(7) }

/** Where the two ways part: what is not to be done stands against, and what goes is asked for or permitted. */
async function parting<S>(situation: S, pack: Pack<S>, steps: readonly string[]): Promise<readonly string[]> {
  const { on } = await checkStep<S>(situation as never, pack, { ...asking, step: steps[0] as string })
  const compared = compareSteps<S>(situation as never, pack, { steps: [...steps, 'wait'], on })
  const wrong: string[] = []
  for (const { actions, says, unspoken } of compared.steps) {
    const [action] = actions
    if (!action) continue
    const { answer, ground } = await checkStep<S>(situation as never, pack, { ...asking, step: action.action })
    const against = says === 'should-not' || says === 'must-not'
    if (answer === 'do-not' && (unspoken || !against)) wrong.push(`${action.action}: ${ground}, and ${says}`)
    if (answer === 'go' && against) wrong.push(`${action.action}: go, and ${says}`)
  }
  return wrong
}

describe('a step that is checked and compared', () => {
  const situations: readonly SocialWorkSituation[] = [
    {},
    { abuse: { suspected: true, victim: 'child' } },
    { disclosure: { requester: 'employer' } },
    {
      abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
      disclosure: { secrecyRequested: true },
      risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
    },
  ]

  test.each(situations)('is never said to be unspoken of where something speaks against it: %j', async (situation) => {
    expect(
      await parting(
        situation,
        socialWork,
        sampleOf(
          [...socialWork.actions.keys()].filter((_, i) => i % 3 === 0),
          72,
          4,
        ),
      ),
    ).toEqual([])
  })

  test('is so, too, by any rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryPack().chain((source) => {
          const pack = createPack(source)
          return situationOf(pack).map((situation) => ({ pack, situation }))
        }),
        async ({ pack, situation }) => {
          expect(await parting(situation, pack, [...pack.actions.keys()])).toEqual([])
        },
      ),
      runs(400, 10),
    )
  })

  test('tells why no rule would ever ask for it', () => {
    const steps = ['falsify-information', 'report-to-police', 'wait']
    const told = compareSteps({}, socialWork, { steps }).steps.find(({ actions }) => actions[0]?.action === steps[0])
    expect(told).toMatchObject({ says: 'must-not', unspoken: false })
    expect(told?.against[0]).toMatchObject({ action: steps[0], stands: 'in' })
  })
})
