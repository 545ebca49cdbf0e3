import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareSteps } from '../../src/consult/steps/compareSteps.js'
import type { StepsOptions } from '../../src/consult/steps/considered.js'
import { stepColumns, stepLines } from '../../src/render/consult/compareSteps.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { interfaceLanguages } from '../../src/words/interfaceLanguages.js'

const told = readdirSync('examples/situations').map((file) => ({
  file,
  situation: JSON.parse(readFileSync(`examples/situations/${file}`, 'utf8')).situation as SocialWorkSituation,
}))

const steps: StepsOptions['steps'] = [
  'wait',
  ['report-to-police'],
  ['keep-confidential'],
  ['disclose-to-protect', 'keep-confidential'],
  ['respect-client-choice', 'override-to-protect'],
]

describe('steps beside one another', () => {
  test.each(told)('are told whole in every language: $file', ({ situation }) => {
    const comparison = compareSteps(situation, socialWork, { steps })
    for (const locale of interfaceLanguages) {
      const [columns, lines] = [stepColumns(comparison, locale), stepLines(comparison, locale)]
      expect(columns.map(({ says }) => says).every((says) => says !== '')).toBe(true)
      expect(columns.flatMap(({ parts }) => parts).every((part) => part.lines.length > 0)).toBe(true)
      for (const { heading } of columns) expect(lines).toContain(heading)
      expect(lines.filter((line) => /undefined|null|\(\)/.test(line))).toEqual([])
    }
  })
})
