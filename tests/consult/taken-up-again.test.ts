import { describe, expect, test } from 'vitest'
import { takenUpAgain } from '../../src/consult/takenUpAgain.js'
import { createPack } from '../../src/index.js'
import { packSource, when } from '../support/builders.js'

/* A situation that was kept is opened again: danger moves. */

const panel = {
  name: 'home',
  when: when('abuse.suspected'),
  asks: ['abuse.victimSafeNow', 'risk.target', 'risk.severity'],
  sources: ['CODE-1'],
}
const pack = createPack(packSource({ pack: { panels: [panel] } }))

describe('once a sign of danger is told', () => {
  test('what was not known of what is asked of everybody is asked again', () => {
    const kept = {
      abuse: { suspected: true, victimSafeNow: null },
      consent: { given: null },
      risk: { target: { self: null } },
    }
    const { situation, toldThen } = takenUpAgain(kept, pack)
    expect(situation).toEqual({ abuse: { suspected: true }, consent: { given: null } })
    expect(toldThen).toEqual([])
  })

  test('what was told of it stays, and is named in the order in which it is asked', () => {
    const risk = { severity: 'serious', target: { child: true, self: null } }
    const { situation, toldThen } = takenUpAgain({ risk, abuse: { suspected: true, victimSafeNow: false } }, pack)
    expect(situation).toEqual({
      risk: { severity: 'serious', target: { child: true } },
      abuse: { suspected: true, victimSafeNow: false },
    })
    expect(toldThen.map(([fact]) => fact)).toEqual(['abuse.victimSafeNow', 'risk.target', 'risk.severity'])
  })
})

test('where no sign of danger is told nothing is asked again', () => {
  const kept = { abuse: { suspected: false }, consent: { given: null } }
  expect(takenUpAgain(kept, pack)).toEqual({ situation: kept, toldThen: [] })
})
