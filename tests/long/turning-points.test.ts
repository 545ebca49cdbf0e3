import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { turningPoints } from '../../src/consult/turningPoints.js'
import { turningLines } from '../../src/render/consult/turningPoints.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* On what a case of violence told in confidence turns, among all facts of the shipped pack; of small packs: tests/consult/consult.test.ts. */

describe('turning points', () => {
  const told = JSON.parse(readFileSync('examples/situations/violence-told-in-confidence.json', 'utf8')).situation
  const found = turningPoints(told, socialWork)

  test('say how far was looked', () => {
    const { searched } = found
    expect(searched.facts).toBe([...socialWork.facts.values()].filter(({ ask }) => ask).length)
    expect(searched.answers).toBeGreaterThan(searched.facts)
    expect(searched.pairsAmong.length).toBeGreaterThan(1)
  })

  test('say what joins and what leaves the first, and not again what stays', () => {
    const lines = turningLines(found, 'en')
    expect(lines).toContain(
      '• telling raises the danger: yes → first as well: You must: Make a safety plan with the person · Tell only those who can protect, by a route that does not reach the one who is feared · Consult the supervisor; no longer first: Tell a service that can protect · Report to the protection service',
    )
    expect(lines).toContain('• victim: a child → first as well: You must: Report to the police')
    expect(lines).toContain(
      '• milder step that would work in time: yes → first as well: You must: Take the least restrictive step that works; no longer first: Tell a service that can protect',
    )
  })
})
