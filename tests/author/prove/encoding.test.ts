import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extendPack } from '../../../src/pack/extendPack.js'
import { createPack, type Pack } from '../../../src/pack/pack.js'
import { socialWork } from '../../../src/social-work/socialWork.js'
import { arbitraryPack, fact, packSource, rule, says, situationOf, unless, when } from '../../support/builders.js'
import { comparison } from '../../support/openSituation.js'
import { runs, wholeOr } from '../../support/sample.js'
import { packOfStandard } from '../../support/shipped.js'

/*
 * A proof is about the circuit; that the circuit says what weighing says is shown here, over random packs and situations:
 * the status, certainty and urgency of every action, and the urgency of the whole.
 */

describe('the circuit says what weighing says', () => {
  test('of 2,000 situations of random packs, on two days, and with a framework named', () => {
    const cases = arbitraryPack().chain((source) => {
      const pack = createPack(source)
      return fc.tuple(fc.constant(pack), fc.array(situationOf(pack), { minLength: 10, maxLength: 10, size: 'max' }))
    })
    fc.assert(
      fc.property(cases, ([pack, situations]) => {
        const [framework] = pack.frameworks.keys()
        for (const options of [{}, { on: '2026-03-01' }, ...(framework ? [{ framework }] : [])]) {
          const compared = comparison(pack, options)
          for (const situation of situations) {
            const { weighed, circuit } = compared(situation)
            expect(circuit).toEqual(weighed)
          }
        }
      }),
      runs(200),
    )
  })

  test('of situations of the shipped pack, or of one of its standards', () => {
    const pack = wholeOr(socialWork as Pack, packOfStandard(), socialWork as Pack)
    const compared = comparison(pack, {})
    fc.assert(
      fc.property(situationOf(pack), (situation) => {
        const { weighed, circuit } = compared(situation)
        expect(circuit).toEqual(weighed)
      }),
      runs(40),
    )
  })

  test('of a pack that another extends, whose rules do not prevail over those about danger', () => {
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: says('ours'), extends: 'tiny' },
      rules: {
        'ours.json': {
          standard: says('ours'),
          rules: [
            rule({
              name: 'silence',
              'must-not': ['disclose-to-protect'],
              unless: [unless('not-here', when('consent.given'))],
            }),
            rule({ name: 'ask-first', should: ['tell-first'], 'should-not': ['keep-confidential'] }),
          ],
        },
      },
    }
    const pack = extendPack(
      createPack(packSource({ facts: [...packSource().facts, fact({ name: 'some.other' })] })),
      extension,
    )
    const compared = comparison(pack, {})
    fc.assert(
      fc.property(situationOf(pack), (situation) => {
        const { weighed, circuit } = compared(situation)
        expect(circuit).toEqual(weighed)
      }),
      runs(300),
    )
  })
})
