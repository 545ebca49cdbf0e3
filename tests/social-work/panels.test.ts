import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { questions } from '../../src/ask/questions.js'
import { knownSituation } from '../../src/consult/statements.js'
import { createPack, nextQuestion } from '../../src/index.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { assess } from '../../src/weigh/assess.js'
import { sampleOf } from '../support/sample.js'

/* What is asked first once a sign of danger is told: the same of everybody, and nothing but the order of questions. */

const child = { abuse: { suspected: true, victim: { child: true } } } as const

test.each<readonly [string, SocialWorkSituation, string]>([
  ['a child that may be hurt', child, 'abuse.victimSafeNow'],
  [
    'violence between spouses',
    { abuse: { type: { physical: true }, victim: { spouse: true } } },
    'abuse.victimSafeNow',
  ],
  ['an older person', { abuse: { suspected: true, victim: { 'older-person': true } } }, 'abuse.victimSafeNow'],
  ['suicide', { risk: { type: { suicide: true } } }, 'risk.hasPlanAndMeans'],
])('of %s is asked first what is asked of everybody', (_, situation, fact) => {
  expect(nextQuestion(situation, socialWork)?.fact).toBe(fact)
})

test('who it is about, and in what country, changes nothing in what is asked first', () => {
  const others: readonly SocialWorkSituation[] = [
    { ...child, case: { jurisdiction: 'ID' } },
    { ...child, client: { ageYears: 35, roleInHarm: 'perpetrator' } },
    { ...child, abuse: { ...child.abuse, perpetrator: 'teacher' } },
  ]
  for (const one of others) expect(nextQuestion(one, socialWork)?.fact).toBe('abuse.victimSafeNow')
})

test('what is asked first in danger changes the order of questions and nothing else', () => {
  const { panels: _, ...header } = socialWork.parts[0].source.pack
  const without = createPack<SocialWorkSituation>({ ...socialWork.parts[0].source, pack: header })
  const { cases } = JSON.parse(readFileSync('tests/cases/violence-at-home.json', 'utf8')) as {
    cases: readonly { situation: SocialWorkSituation }[]
  }
  const asked = (situation: SocialWorkSituation, pack: typeof socialWork) => {
    const known = knownSituation(situation, pack)
    return questions(assess(known, pack, {}), known, pack, {})
  }
  for (const { situation } of sampleOf(cases, Math.ceil(cases.length / 2), Math.ceil(cases.length / 12))) {
    const [now, then] = [asked(situation, socialWork), asked(situation, without)]
    expect(new Set(now)).toEqual(new Set(then))
    expect(now.findIndex(({ danger }) => !danger)).toBe(then.findIndex(({ danger }) => !danger))
  }
})
