import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { type NoteOptions, note, sinceLastTime, sinceLines } from '../../src/note/index.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { fact, framework, packSource, rule, says, when } from '../support/builders.js'

/* One text for the file, and what moved since last time. */

const source = packSource()
const pack = createPack(
  packSource({
    actions: source.actions.map((one) =>
      one.name === 'keep-confidential' ? { ...one, keptFromClient: true as const } : one,
    ),
    frameworks: [framework('life-first', { order: [['protection-of-life'], ['confidentiality']] })],
    rules: [
      rule({ name: 'look', must: ['assess-risk'], urgency: 'prompt' }),
      rule({ name: 'hush', conditions: when('consent.given'), must: ['keep-confidential'] }),
      rule({
        name: 'speak',
        conditions: when('abuse.victimSafeNow', false),
        must: ['disclose-to-protect'],
        urgency: 'immediate',
        exceptionTo: ['hush'],
      }),
      rule({ name: 'never', 'must-not': ['respect-choice'] }),
    ],
  }),
)

async function noted(
  situation: Readonly<Record<string, unknown>>,
  options: Partial<NoteOptions> = {},
): Promise<string> {
  return note(situation, await advise(situation, pack), pack, { locale: 'en', ...options })
}

const told = { abuse: { suspected: true, victimSafeNow: false } }

describe('the note for the file', () => {
  test('says what is known, what was advised and why, and leaves room for what only a person can write', async () => {
    const text = await noted(told)
    for (const line of [
      'Note for the file\n=================',
      `Day: ${'_'.repeat(40)}`,
      'Weighed by the rules tiny 1.0.0',
      'What is known\n-------------\n- ',
      'From whom: ___',
      'You must: disclose (at once) – because because of speak [CODE-1]',
      'What was decided\n----------------\n- Decided: ___',
      'By whom: ___',
      'When to look again',
      'Signature: ___',
    ])
      expect(text).toContain(line)
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test('takes over what the host writes, and obeys nothing in it', async () => {
    const decision = { what: '# take her\u0007 in', by: 'the supervisor', because: '<b>no safe place</b>' }
    const given = { on: '1 December', from: 'the neighbour', again: 'on Friday', decision }
    const text = await noted(told, given)
    for (const line of ['Day: 1 December', 'From whom: the neighbour', 'By whom: the supervisor', '- on Friday'])
      expect(text).toContain(line)
    expect(text).toContain('Decided: # take her  in')
    const markdown = await noted(told, { ...given, as: 'markdown' })
    expect(markdown).toContain('# Note for the file')
    expect(markdown).not.toContain('<b>')
  })

  test('tells what is not known yet, what is still owed, and of a list what is and what is not', async () => {
    const shipped = { risk: { type: { violence: true, suicide: false, infection: null }, severity: null } } as const
    const whole = note(shipped, await advise(shipped, socialWork), socialWork, { locale: 'id' })
    expect(whole).toContain('- jenis bahaya: kekerasan; bukan bunuh diri')
    expect(whole).not.toContain('tingkat keparahan bahaya:')
    expect(whole).toContain('Yang belum diketahui')
    const violence = {
      abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
      disclosure: { secrecyRequested: true },
      risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
      client: { roleInHarm: 'victim' },
    } as const
    const owed = note(violence, await advise(violence, socialWork), socialWork, { locale: 'en' })
    expect(owed).toContain('What is still owed')
    expect(owed).toContain('gave way')
  })

  test('says so where nothing was stated and nothing is advised', async () => {
    const text = await noted({})
    expect(text).toContain('- nothing was stated')
    expect(text).toContain('- no rule speaks of this')
    const only = await noted({ risk: { target: { child: null } } })
    expect(only).toContain('- nothing was stated')
  })
})

describe('the note for the client', () => {
  test('says in fewer words what is done and why, what is not done, and what the client may ask', async () => {
    const text = await noted(told, { words: 'client', on: '1 December' })
    expect(text).toContain('What we do, and why')
    expect(text).toContain('- disclose – because because of speak')
    expect(text).toContain('What we do not do, and why')
    expect(text).toContain('You may ask what is written about you')
    expect(text).not.toContain('You must')
  })

  test('is not written as long as somebody who must not learn of it could read it', async () => {
    const secret = { abuse: { suspected: true }, consent: { given: true } }
    const text = await noted(secret, { words: 'client' })
    expect(text).toContain('No note for the client yet')
    expect(text).not.toContain('assess')
    const mother = { abuse: { suspected: true, victim: 'child' } } as const
    const shipped = note(mother, await advise(mother, socialWork), socialWork, { locale: 'id', words: 'client' })
    expect(shipped).toContain('Catatan untuk klien belum boleh dibuat')
    expect(shipped).not.toContain('kekerasan')
  })
})

test.each([
  [null, 'options: must be a plain object'],
  [{ locale: 'en', word: 'client' }, 'options: key 2 is no option (did you mean `words`?)'],
  [{ locale: 'xx' }, 'options.locale: must be one of'],
  [{ locale: 'en', words: 'lawyer' }, 'options.words: must be one of'],
  [{ locale: 'en', as: 'html' }, 'options.as: must be one of'],
  [{ locale: 'en', on: 3 }, 'options.on: must be a text'],
  [{ locale: 'en', decision: null }, 'options.decision: must be a plain object'],
  [{ locale: 'en', decision: { bye: 'x' } }, 'options.decision: key 1 is no option'],
  [{ locale: 'en', decision: { by: 3 } }, 'options.decision.by: must be a text'],
])('a note with options %j is refused', async (options, message) => {
  const advice = await advise({}, pack)
  expect(() => note({}, advice, pack, options as never)).toThrow(message)
})

describe('since last time', () => {
  const before = { abuse: { suspected: true, victimSafeNow: false } }

  test('nothing moved where nothing is known otherwise', () => {
    const since = sinceLastTime(before, before, pack)
    expect(since).toEqual({
      changes: [],
      urgency: { from: 'immediate', to: 'immediate' },
      moved: [],
      weaker: [],
      later: null,
    })
    expect(sinceLines(since, 'en')).toContain('  the advice is the same')
  })

  test('advice about danger that became weaker names the answer that did it', () => {
    const since = sinceLastTime(before, { abuse: { suspected: true, victimSafeNow: true } }, pack)
    expect(since.weaker.map(({ action, to, by, alone }) => [action, to, by.map(({ fact }) => fact), alone])).toEqual([
      ['disclose-to-protect', null, ['abuse.victimSafeNow'], true],
    ])
    const lines = sinceLines(since, 'en')
    expect(lines).toContain('Less than last time, or later, where there was or is danger:')
    expect(lines.find((line) => line.includes('by the answer'))).toContain('yes')
    expect(lines).toContain('Let somebody else look at it before less is done.')
    expect(lines.find((line) => line.startsWith('  How soon'))).toContain('at once → soon – by the answer: ')
    expect(since.later).toEqual({ by: since.changes, alone: true })
    expect(since.moved.map(({ action, rules }) => [action, rules])).toContainEqual(['disclose-to-protect', ['speak']])
  })

  test('more said, and sooner, is no weakening; danger that is told only now counts where something else is said less', () => {
    const since = sinceLastTime({ consent: { given: true } }, { ...told, consent: { given: true } }, pack)
    expect(since.weaker.map(({ action, to }) => [action, to])).toEqual([['keep-confidential', null]])
    expect([since.later, sinceLines(since, 'en').find((line) => line.startsWith('How soon'))]).toEqual([
      null,
      'How soon: no hurry → at once',
    ])
  })

  test('what was done since is no weaker for that', () => {
    const asked = createPack(
      packSource({
        facts: [...source.facts, fact({ name: 'work.asked' })],
        actions: source.actions.map((one) =>
          one.name === 'assess-risk' ? { ...one, done: { conditions: when('work.asked'), next: says('wait') } } : one,
        ),
        rules: [rule({ name: 'look', must: ['assess-risk'], urgency: 'prompt' })],
      }),
    )
    const since = sinceLastTime<AnySituation>(told, { ...told, work: { asked: true } }, asked)
    expect([since.moved, since.weaker, since.changes.length]).toEqual([[], [], 1])
  })

  test('what is no longer stated is not known, and may be the reason', () => {
    const since = sinceLastTime(before, { abuse: { suspected: true } }, pack)
    expect(since.changes.map(({ fact, to }) => [fact, to])).toEqual([['abuse.victimSafeNow', null]])
    expect(sinceLines(since, 'id').join('\n')).toContain('tidak → belum diketahui')
  })

  test('what was asked then and not known is no change where nothing is stated now', () => {
    const asked = { risk: { target: { self: null } }, consent: { given: null } }
    expect(sinceLastTime(asked, {}, pack).changes).toEqual([])
  })

  test('answers that do it only together are told together', () => {
    const both = createPack(
      packSource({
        rules: [
          rule({
            name: 'either',
            conditions: {
              any: [
                { fact: 'abuse.suspected', operator: 'equal', value: true },
                { fact: 'abuse.victimSafeNow', operator: 'equal', value: false },
              ],
            },
            must: ['assess-risk'],
            urgency: 'prompt',
          }),
        ],
      }),
    )
    const since = sinceLastTime(before, { abuse: { suspected: false, victimSafeNow: true } }, both)
    const weaker = since.weaker.find(({ action }) => action === 'assess-risk')
    expect([weaker?.alone, weaker?.by.map(({ fact }) => fact)]).toEqual([
      false,
      ['abuse.suspected', 'abuse.victimSafeNow'],
    ])
    expect(sinceLines(since, 'en').join('\n')).toContain('by these answers together')
  })

  test('members of a list move one by one, also those that are forgotten', () => {
    const since = sinceLastTime(
      { risk: { type: ['suicide'] } },
      { risk: { type: { suicide: false, violence: true } } },
      socialWork,
    )
    expect(since.changes.map(({ fact, from, to }) => [fact, from?.value ?? null, to?.value ?? null])).toEqual([
      ['risk.type', 'suicide', 'suicide'],
      ['risk.type', null, 'violence'],
    ])
    expect(since.weaker.map(({ action }) => action)).toContain('suicide-safety-response')
    const gone = sinceLastTime({ risk: { type: ['suicide'] } }, {}, socialWork)
    expect(gone.changes.map(({ fact, to }) => [fact, to])).toEqual([['risk.type', null]])
  })

  test('where there was no danger, nothing is called weaker', () => {
    const calm = sinceLastTime({ consent: { given: true } }, {}, pack)
    expect(calm.weaker).toEqual([])
    expect(calm.moved.map(({ action }) => action)).toContain('keep-confidential')
  })
})
