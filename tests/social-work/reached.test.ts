import { expect, test } from 'vitest'
import { interview } from '../../src/consult/interview.js'
import { decide, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* Rules to which no question led: from a story that has to do with each, a consultation comes to ask what it waits for. */

type Answers = Readonly<Record<string, boolean | string>>

/** The facts that a consultation asks for, and the rules that hold at its end; what is not answered here is not known. */
function consulted(situation: object, answers: Answers) {
  const asked: string[] = []
  let now = interview({ situation }, socialWork)
  while (now.question) {
    const { fact } = now.question
    asked.push(fact)
    now = interview(now.state, socialWork, { step: { answer: answers[fact] ?? null } })
  }
  const known = knownFrom(parseSituation(now.state.situation, socialWork), socialWork)
  const held = decide(known, socialWork).filter(({ outcome }) => outcome === 'applies' || outcome === 'presumed')
  return { asked, held: held.map(({ rule }) => rule.name) }
}

test.each<readonly [rule: string, told: object, fact: string, answers: Answers]>([
  [
    'plan-together-before-acting',
    { service: { eligible: 'yes' } },
    'service.planAgreed',
    { 'service.planAgreed': false, 'case.stage': 'planning' },
  ],
  [
    'practise-with-a-valid-registration',
    { worker: { competent: 'no' } },
    'worker.registration',
    { 'worker.registration': 'expired', 'case.jurisdiction': 'ID' },
  ],
  [
    'say-that-the-load-is-too-great',
    { worker: { impairment: 'mild' } },
    'worker.workloadExceeded',
    { 'worker.workloadExceeded': true },
  ],
  [
    'support-also-whom-a-court-ruled-on',
    { capacity: { doubtRaised: true } },
    'capacity.courtOrder',
    { 'capacity.courtOrder': true },
  ],
  [
    'turn-to-the-one-the-court-named',
    { capacity: { doubtRaised: true } },
    'capacity.courtOrder',
    { 'capacity.courtOrder': true },
  ],
  [
    'take-more-eyes-for-what-cannot-be-undone',
    {},
    'risk.reversibility',
    { 'case.complex': true, 'risk.reversibility': 'irreversible', 'case.urgency': 'days' },
  ],
])('a consultation leads to %s', (rule, told, fact, answers) => {
  const { asked, held } = consulted(told, answers)
  expect(asked).toContain(fact)
  expect(held).toContain(rule)
})
