import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { type AnySituation, type CheckedPart, type Pack, packOfChecked } from '../../src/pack/pack.js'
import { typed } from '../../src/page/state/typed.js'
import { render } from '../../src/render/render.js'
import { shippedPart } from '../../src/social-work/shippedPart.js'
import { locales } from '../../src/vocabulary.js'
import { shownOf } from '../../tooling/bundling.js'
import { sampleOf } from '../support/sample.js'

/* The page bears the pack without what it never shows, and under shorter names: what a person reads is the same to the letter. */

/** Two collisions between rules of one principle each may stand the other way round. */
const linesOf = (text: string) => text.split('\n').sort()

/** Without the day on which a source was read, which the page does not tell. */
const { source, ...rest } = shippedPart
const unread = {
  ...rest,
  source: { ...source, sources: source.sources.map(({ read: _, ...one }) => one) },
} as CheckedPart
const shipped = packOfChecked(unread) as Pack
const borne = JSON.parse(JSON.stringify(shownOf(shippedPart))) as CheckedPart
const ofPage = packOfChecked(typed(borne)) as Pack

describe('the pack that the page bears', () => {
  test('is called by shorter names', () => {
    const longest = Math.max(
      ...Object.values(borne.source.rules).flatMap(({ rules }) => rules.map(({ name }) => name.length)),
    )
    expect(longest).toBe(3)
    expect(ofPage.rules.size).toBe(shipped.rules.size)
  })

  test('says in every case what the shipped pack says', async () => {
    const files = readdirSync('tests/cases').map((file) => JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')))
    const cases = files.flatMap(({ cases: some }) => some as { name: string; situation: AnySituation }[])
    for (const { name, situation } of sampleOf(cases, 60, 4)) {
      const [borneAdvice, advice] = await Promise.all([advise(situation, ofPage), advise(situation, shipped)])
      for (const locale of locales) {
        const options = { as: 'text', locale, steps: true } as const
        expect(linesOf(render(borneAdvice, options)), name).toEqual(linesOf(render(advice, options)))
      }
    }
  })
})
