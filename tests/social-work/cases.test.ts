import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCases } from '../../src/author/cases/caseFile.js'
import { coverage, coverageKinds } from '../../src/author/cases/coverage.js'
import { testCases } from '../../src/author/cases/testCases.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { wholeOr } from '../support/sample.js'

/*
 * Ethics tests as data: a situation, and all that the advice says of force, sets aside, leaves undecided and asks. Questions
 * take most of the time of an advice: `npm test` compares what is asked in one case of two hundred and fifty, the long tests in one of twelve, or of three;
 * all the rest is compared in every case.
 */

const standards = readdirSync('tests/cases')
  .map((file) => file.replace(/\.json$/, ''))
  .sort()
const files = standards.map((standard) =>
  parseCases(JSON.parse(readFileSync(`tests/cases/${standard}.json`, 'utf8')), socialWork, `${standard}.json`),
)

test('a file of cases stands beside each file of rules, and others stand across them', () => {
  const rules = [...socialWork.rules.values()].map(({ file }) => file).filter((file) => file.startsWith('rules/'))
  const beside = rules.map((file) => file.replace(/^rules\/(.*)\.json$/, '$1'))
  expect(standards).toEqual(expect.arrayContaining([...new Set(beside)]))
})

const all = files.flatMap(({ cases }) => cases)
const asked = new Set(all.filter((_, i) => i % wholeOr(3, 250, 12) === 0))

describe('the advice', () => {
  test.each(files)('is as the cases of $file expect', async ({ file, cases }) => {
    const unlike: unknown[] = []
    for (const one of cases) {
      const { results } = await testCases([{ file, cases: [one] }], socialWork, { questions: asked.has(one) })
      unlike.push(...results.filter(({ passed }) => !passed))
    }
    expect(unlike).toEqual([])
  })
})

describe('the cases together', () => {
  const { counts, missing } = coverage(files, socialWork)

  test('show every rule, `unless`, exception and jurisdiction in each of its outcomes', () => {
    expect(missing).toEqual([])
  })

  test('show some of every kind', () => {
    expect(counts.filter(({ shown }) => shown > 0).map(({ kind }) => kind)).toEqual(coverageKinds)
  })
})
