import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf } from '../../src/advise/reasons.js'
import { affectedCases, claimKey, type DecidedCase } from '../../src/author/cases/affectedCases.js'
import { draftExpectation, expectationOf } from '../../src/author/cases/expectation.js'
import { mutants } from '../../src/author/cases/mutants.js'
import { changesOf } from '../../src/author/cases/ruleChanges.js'
import { decide, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { assessFindings } from '../../src/weigh/assess.js'
import { arbitraryPack, packSource, rule, situationOf, when } from '../support/builders.js'
import { runs } from '../support/sample.js'

/* A changed rule is tried on the cases that it could move; what is said of the others must be so in every pack. */

test('where a changed rule is said to move nothing, the advice is what it was', () => {
  const all = arbitraryPack().chain((source) =>
    fc.tuple(fc.constant(source), fc.array(situationOf(createPack(source)), { minLength: 4, maxLength: 6 })),
  )
  const tried = runs(150, 4)
  let [moved, unmoved] = [0, 0]
  fc.assert(
    fc.property(all, ([source, situations]) => {
      const pack = createPack(source) as Pack
      const found = situations.map((situation) => foundCase(situation, pack))
      for (const rule of pack.rules.values())
        for (const { rule: changed } of rule.findsOut ? [] : changesOf(rule, pack.facts)) {
          const mutated = { ...pack, rules: new Map([...pack.rules, [changed.name, changed]]) }
          const moving = affectedCases(changed, found, pack, mutated).filter((one) => one.moved)
          const left = found.filter((one) => !moving.some((reached) => reached.one === one))
          for (const one of left) expect(said(one, mutated)).toEqual(said(one, pack))
          moved += moving.length
          unmoved += left.length
        }
    }),
    tried,
  )
  expect(Math.min(moved, unmoved)).toBeGreaterThan(6 * tried.numRuns)
})

describe('a rule that makes no claim moves a case', () => {
  const says = rule({ name: 'says', must: ['tell-first'] })
  const findOut = { ...packSource().pack.findOut, urgency: 'routine' } as NonNullable<PackSource['pack']['findOut']>

  async function noticed(watch: RuleSource, situation: object) {
    const pack = createPack(packSource({ pack: { findOut }, rules: [says, watch] })) as Pack
    const one = { name: 'one', situation } as never
    const expect = await expectationOf(one, pack)
    const files = [{ file: 'a', cases: [{ name: 'one', situation, expect }] }] as never
    const found = [...mutants(files, pack, { rules: [watch.name] })]
    return found.filter(({ fate }) => fate === 'noticed').map(({ change }) => change)
  }

  test('in which it presses for hurry while a danger is open', async () => {
    const conditions = { all: [when('abuse.suspected'), when('abuse.victimSafeNow', true)] }
    const watch = rule({ name: 'watch', should: ['consult-supervisor'], urgency: 'immediate', conditions })
    expect(await noticed(watch, { abuse: { suspected: true } })).toContain('urgency from `immediate` to `prompt`')
  })

  test('in which it alone leaves a danger open', async () => {
    const conditions = {
      all: [
        { fact: 'consent.given', operator: 'equal' as const, value: true },
        { fact: 'abuse.victimSafeNow', operator: 'equal' as const, value: false },
      ],
    }
    const watch = rule({ name: 'watch', should: ['consult-supervisor'], conditions })
    const situation = { abuse: { suspected: true }, risk: { severity: 'serious' } }
    expect(await noticed(watch, situation)).toEqual(['`abuse.victimSafeNow equal false` dropped'])
  })
})

function foundCase(situation: Record<string, unknown>, pack: Pack): DecidedCase {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const findings = decide(known, pack)
  const { weighing } = assessFindings(findings, known, pack, {})
  const one = { name: 'one', situation, expect: {} } as unknown as DecidedCase['one']
  return { file: 'a', one, known, options: {}, findings, claimed: new Set([...weighing.labels.keys()].map(claimKey)) }
}

function said({ known }: DecidedCase, pack: Pack) {
  const now = assessFindings(decide(known, pack), known, pack, {})
  return draftExpectation(draftOf(now, known, pack, {}))
}
