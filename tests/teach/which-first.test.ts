import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import type { Vignette } from '../../src/teach/vignette.js'
import { packSource, rule, says } from '../support/builders.js'

/* Which of some steps comes first: the key is what the rules put above all others. */

const story = (facts: Vignette['facts']): Vignette => ({
  format: 1,
  name: 'a-story',
  title: says('A story'),
  story: [{ says: says('Something happened.'), tells: ['abuse.suspected', 'abuse.victimSafeNow'] }],
  level: 'introductory',
  goals: ['protection-of-life'],
  facts,
})

type Params = Parameters<typeof rule>[0]

async function asked(...rules: Params[]) {
  const pack = createPack(packSource({ rules: rules.map(rule) }))
  const facts = { abuse: { suspected: true, victimSafeNow: true } }
  const made = await exercise(story(facts), pack, { kinds: ['which-first', 'is-it-a-dilemma'] })
  const question = made.questions.find(({ kind }) => kind === 'which-first')
  return question?.choices.map((choice) => `${choice.mark}: ${choice.says.en}`).sort()
}

const near: Params = { name: 'near', must: ['tell-first'], urgency: 'prompt' }
const later = { name: 'later', should: ['consult-supervisor'] }
const never = { name: 'never', 'must-not': ['keep-confidential'] }

describe('which of these comes first', () => {
  test('is what the rules put first; what they ask for later is partly right, waiting and what they forbid wrong', async () => {
    expect(await asked(near, later, never)).toEqual([
      'partly: consult',
      'right: tell the client first',
      'wrong: Wait, and do nothing now',
      'wrong: keep confidential',
    ])
  })

  test('is asked where waiting is all that stands beside it, and leaves nothing undone', async () => {
    expect(await asked({ name: 'calm', should: ['consult-supervisor'] })).toEqual([
      'right: consult',
      'wrong: Wait, and do nothing now',
    ])
    expect(await asked({ ...later, must: ['tell-first'] })).toEqual([
      'partly: consult',
      'right: tell the client first',
      'wrong: Wait, and do nothing now',
    ])
  })

  test('is all that is due alike, where several steps are; what comes later is then neither right nor wrong', async () => {
    const too: Params = { name: 'too', must: ['disclose-to-protect'], urgency: 'prompt' }
    expect(await asked(near, too, later)).toEqual([
      'open: consult',
      'right: disclose',
      'right: tell the client first',
      'wrong: Wait, and do nothing now',
    ])
  })

  test('offers nothing as later that is as strong and no later, and nothing that is sooner and weaker', async () => {
    const must: Params = { name: 'must', must: ['disclose-to-protect'] }
    expect((await asked(near, must))?.filter((choice) => /disclose|service/.test(choice))).toEqual([])
    const soon: Params = { name: 'soon', should: ['consult-supervisor'], urgency: 'immediate' }
    expect((await asked(near, soon))?.filter((choice) => /consult/.test(choice))).toEqual([])
  })

  test('is not asked where nothing is asked for', async () => {
    expect(
      await asked(
        never,
        { name: 'may', may: ['tell-first'] },
        { name: 'm', must: ['document-decision'], standing: true },
      ),
    ).toBeUndefined()
  })

  test('has waiting on the table and says why in both languages, in the vignettes', async () => {
    const names = readdirSync('examples/vignettes').slice(0, 4)
    for (const name of names) {
      const vignette = JSON.parse(readFileSync(`examples/vignettes/${name}`, 'utf8')) as Vignette
      const { questions } = await exercise(vignette, socialWork, { kinds: ['which-first', 'is-it-a-dilemma'] })
      for (const { pick, choices } of questions.filter(({ kind }) => kind === 'which-first')) {
        const right = choices.filter(({ mark }) => mark === 'right')
        expect(right.length).toBeGreaterThan(pick === 'several' ? 1 : 0)
        expect(choices.some(({ says: step }) => step.en.startsWith('Wait'))).toBe(true)
        for (const { feedback } of choices) expect([feedback.en, feedback.id]).not.toContain('')
      }
    }
  })
})
