import { describe, expect, test } from 'vitest'
import { supposedOutlooks } from '../../src/ask/supposedOutlooks.js'
import { everyAnswer } from '../../src/consult/answers.js'
import { knownFrom, knownOrContradiction } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { restated, type StatedFacts } from '../../src/decide/statedFacts.js'
import type { Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { urgencies } from '../../src/vocabulary.js'
import { assess } from '../../src/weigh/assess.js'

/* What is explored answer by answer must be what is found when all is known at once. */

const pack = socialWork as Pack
const danger = { risk: { severity: 'serious', imminence: 'likely' }, disclosure: { secrecyRequested: true } }
const adult = { client: { ageYears: 30, isMinor: false } }

function exploring(situation: object) {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const outlooks = supposedOutlooks(assess(known, pack, {}), known, pack, {})
  return { known, outlooks, explored: (answers: StatedFacts) => seen(outlooks.of(answers)) }
}

function seen(outlook: Pick<ReturnType<typeof assess>, 'statuses' | 'urgency'> | undefined) {
  return outlook && { statuses: [...outlook.statuses].sort(), urgency: outlook.urgency }
}

function weighedAtOnce(stated: StatedFacts, answers: StatedFacts) {
  const known = knownOrContradiction(restated(stated, answers), pack)
  return typeof known === 'string' ? undefined : seen(assess(known, pack, {}))
}

describe('what several answers together would say is what is said once they are stated', () => {
  test.each([
    ['nothing', {}],
    ['danger', danger],
    ['an adult', adult],
  ] as const)('where %s is stated', (_, situation) => {
    const { known, explored } = exploring(situation)
    const asked = [...pack.facts.values()].filter(({ ask }, place) => ask && place % 7 === 0)
    for (const [place, one] of asked.entries()) {
      const other = asked[(place + 5) % asked.length] as typeof one
      const answers = new Map(
        [other, one].map((fact) => [fact.name, everyAnswer(fact, pack).at(place % 2 ? -1 : 0) ?? null]),
      )
      expect(explored(answers)).toEqual(weighedAtOnce(known.stated, answers))
    }
  })

  test('also where the first by itself would contradict what is stated', () => {
    const { known, explored } = exploring(adult)
    const younger = new Map<string, number | boolean>([['client.ageYears', 10]])
    expect(explored(younger)).toBeUndefined()
    const minor = new Map([...younger, ['client.isMinor', true] as const])
    expect(explored(minor)).toEqual(weighedAtOnce(known.stated, minor))
    expect(explored(minor)).toBeDefined()
  })
})

test('no answer is less urgent than what stays pressing whatever is answered', () => {
  const urgent = {
    risk: { severity: 'life-threatening', imminence: 'imminent' },
    disclosure: { secrecyRequested: true },
  }
  const seenAs: string[] = []
  for (const situation of [{}, danger, adult, urgent]) {
    const { outlooks } = exploring(situation)
    for (const fact of pack.facts.values()) {
      const answers = everyAnswer(fact, pack).map((answer) => new Map([[fact.name, answer]]))
      const least = outlooks.leastUrgency(answers)
      seenAs.push(least)
      for (const answer of answers) {
        const urgency = outlooks.of(answer)?.urgency ?? least
        expect(urgencies.indexOf(urgency)).toBeLessThanOrEqual(urgencies.indexOf(least))
      }
    }
  }
  expect(new Set(seenAs)).toEqual(new Set(urgencies))
})
