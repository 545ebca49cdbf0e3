import { expect, test } from 'vitest'
import { situationInWords } from '../../src/author/inWords.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { packSource } from '../support/builders.js'

/* Situations as an author reads them in a report. */

const pack = createPack(packSource()) as Pack<unknown>

test('a situation in words says what is so, what is not, and what is not known', () => {
  const situation = {
    abuse: { suspected: true, victimSafeNow: null },
    risk: { severity: 'minor', target: { self: true, child: false, partner: null } },
    consent: { given: false },
    client: { ageYears: 15 },
  }
  expect(situationInWords(situation, pack).split('; ').sort()).toEqual([
    'abuse.suspected: yes',
    'abuse.victimSafeNow: not known',
    'client.ageYears: 15',
    'consent.given: no',
    'risk.severity: minor',
    'risk.target: self, not child, partner not known',
  ])
})
