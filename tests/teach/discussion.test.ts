import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { discussion } from '../../src/teach/discussion/discussion.js'
import { discussionOutlets } from '../../src/teach/discussion/outlets/discussionOutlets.js'
import { locales } from '../../src/vocabulary.js'
import { discussionWords } from '../../src/words/discussionWords.js'
import { rubricCriteria, rubricLevels } from '../../src/words/shapes/discussion.js'
import { bareVignette, refusal, vignette } from '../support/exercises.js'

/* What a class needs to talk a case over, from one case of each kind. */

const made = async (name: string) => await discussion(vignette(name), socialWork)
const [dilemma, divided, settled, plain] = [
  await made('her-own-decision.json'),
  await made('the-pupil-who-cuts-herself.json'),
  await made('please-tell-nobody.json'),
  await made('an-envelope-to-jump-the-queue.json'),
]

describe('the positions', () => {
  const label = (name: string) => socialWork.actions.get(name)?.label.en

  test('of a dilemma are its sides, each with its reasons, their sources and what is owed to the other', () => {
    const [a, b] = dilemma.stances
    expect(dilemma.kind).toBe('dilemma')
    expect(a.says.en).toBe(`${label('disclose-to-protect')}; ${label('report-to-protection-service')}`)
    expect(b.says.en).toBe(label('keep-confidential'))
    expect(a.because.length).toBeGreaterThan(1)
    expect(a.because[0]?.en).toMatch(/^Protection of life: .+ \(.+\)$/)
    expect(a.owed.map(({ en }) => en)).toContain(label('disclose-minimum'))
    expect(b.owed.map(({ en }) => en)).toContain(label('make-safety-plan'))
  })

  test('of a divided matter are the published ones, and neither is called a mistake', () => {
    const [a, b] = divided.stances
    expect([a.says.en, b.says.en]).toEqual([label('withhold-from-parents'), label('involve-parents')])
    expect(a.because.length * b.because.length).toBeGreaterThan(0)
    const mistakes = divided.mistakes.map(({ says }) => says.en)
    for (const { says } of divided.stances) expect(mistakes).not.toContain(says.en)
  })

  test('of a settled case are what prevails and what gave way, with what it is still owed', () => {
    const [a, b] = settled.stances
    expect([a.says.en, b.says.en]).toEqual([label('disclose-to-protect'), label('keep-confidential')])
    expect(a.owed.map(({ en }) => en)).toContain(label('disclose-minimum'))
    expect(b.because.length).toBeGreaterThan(0)
    expect(settled.mistakes[0]?.says.en).toBe('Promise absolute secrecy')
  })

  test('of a case where nothing collides are the first duty and leaving it, for which no reason is made up', () => {
    const [a, b] = plain.stances
    expect(a.says.en).toBe(label('refuse-bribe'))
    expect(b).toMatchObject({ says: { en: `Leave this aside here: ${a.says.en}` }, because: [], owed: [] })
  })

  test('say “not” of what must not be done', async () => {
    const bare = bareVignette({ considered: { worker: ['impose-own-values'] } })
    const { stances } = await discussion(bare, socialWork)
    expect(stances.map(({ says }) => says.id)).toEqual([
      `tidak: ${socialWork.actions.get('impose-own-values')?.label.id}`,
      `Mengesampingkan hal ini di sini: tidak: ${socialWork.actions.get('impose-own-values')?.label.id}`,
    ])
  })
})

describe('a discussion', () => {
  test('has whole minutes that make up the time there is', async () => {
    expect(dilemma.plan.map(({ minutes }) => minutes)).toEqual([4, 4, 15, 4, 14, 4])
    const long = await discussion(vignette('her-own-decision.json'), socialWork, { minutes: 90 })
    expect(long.plan.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90)
  })

  test('asks for what is not in the room, for what is owed either way, and for what would move one', () => {
    const asked = dilemma.prompts.map(({ en }) => en)
    expect(asked).toHaveLength(9)
    expect(asked.filter((one) => one.startsWith('If you decide for'))).toHaveLength(2)
    expect(asked.filter((one) => one.startsWith('Suppose: '))).toHaveLength(2)
    expect(dilemma.whenAllAgree).toHaveLength(3)
  })

  test('asks first what the author of the vignette wants to be talked over, told in each language of the story', async () => {
    const told = vignette('her-own-decision.json')
    const own = { en: 'What would her sister say?', id: 'Apa kata kakaknya?' }
    const talk = await discussion({ ...told, prompts: [own] }, socialWork)
    expect(talk.prompts.slice(0, 2)).toEqual([own, dilemma.prompts[0]])
    const inEnglish = { ...told, prompts: [{ en: own.en }] } as unknown as typeof told
    await expect(discussion(inEnglish, socialWork)).rejects.toThrow(
      'vignette.prompts[0].id: is missing; must be a text',
    )
  })

  test('knows which principles are at stake by the rules, of a dilemma both sides first', async () => {
    const begins = (one: string) => dilemma.stakes.findIndex(({ en }) => en.startsWith(one))
    expect([begins('Protection of life: '), begins('Self-determination: ')]).toEqual([0, 1])
    expect(settled.stakes.slice(0, 2).map(({ en }) => en.split(':')[0])).toEqual([
      'Protection of life',
      'Confidentiality',
    ])
    const principles = divided.stakes.map(({ en }) => en.split(':')[0])
    expect(new Set(principles).size).toBe(principles.length)
  })

  test('is refused where the rules ask for nothing, or for minutes that are none', async () => {
    const refused = async (call: Promise<unknown>) => await call.then(String, (error: Error) => error.message)
    const bare = bareVignette({ case: { jurisdiction: 'ID' } })
    expect(await refused(discussion(bare, socialWork))).toMatch('vignette: gives nothing to talk over')
    expect(await refused(discussion(bare, socialWork, { minutes: 10 }))).toMatch(
      'options.minutes: must be a whole number',
    )
  })
})

describe.each(locales)('what it is given out as, in %s', (locale) => {
  const w = discussionWords[locale]
  const written = (name: string, talk = dilemma) => {
    const outlet = discussionOutlets.find((one) => one.name === name)
    return (outlet?.writeMarkdown ?? outlet?.write)?.(talk, { locale }) ?? ''
  }

  test('the guide holds the best case for each side, or says that the rules give none', () => {
    const guide = written('guide')
    for (const said of [w.forTeacher, w.positions, w.stakes, w.whenAllAgree, w.minutes(45)])
      expect(guide).toContain(said)
    expect(guide.split(w.bestCase).length - 1).toBe(2)
    expect(written('guide', { ...dilemma, mistakes: [] })).not.toContain(w.mistakes)
    expect(written('guide', plain)).toContain(w.noCase)
    expect(written('guide', settled)).toContain(`## ${w.mistakes}`)
    const unknown = { ...dilemma, kind: 'not-covered' as const }
    expect(written('guide', unknown).length).toBeLessThan(guide.length)
  })

  test('the card of the person it is about alone holds what the story holds back', () => {
    const [held] = dilemma.heldBack
    const cards = written('roles').split('\n## ')
    expect(
      cards.filter((card) => card.includes(held?.ask[locale] as string)).map((card) => card.split('\n')[0]),
    ).toEqual([w.roles.client])
    expect(written('roles', { ...dilemma, heldBack: [] })).toContain(w.nothingHeldBack)
  })

  test('the observer looks whether it was asked for, the rubric has four levels, and there are two votes', () => {
    expect(written('observer')).toContain(dilemma.heldBack[0]?.ask[locale])
    const rubric = written('rubric')
    for (const one of rubricCriteria)
      for (const level of rubricLevels) expect(rubric).toContain(`${w.levels[level]}: ${w.descriptions[one][level]}`)
    const ballots = written('ballots')
    for (const said of [w.firstVote, w.secondVote, w.notMarked, w.undecided]) expect(ballots).toContain(said)
  })

  test('the sheets are pages, and the page of the class admits nothing from elsewhere', () => {
    for (const { name, write } of discussionOutlets)
      expect([name, write(dilemma, { locale }).includes(`<html lang="${locale}">`)]).toEqual([name, true])
    const page = written('page')
    expect(page).toContain("default-src 'none'; script-src 'sha256-")
    expect(page).toContain(JSON.stringify(w.page.first))
  })
})

test('a discussion is given out in its own languages only', () => {
  const [guide] = discussionOutlets
  expect(refusal(() => guide?.write({ ...dilemma, languages: ['id'] }, { locale: 'en' }))).toMatch(
    'must be one of `id`',
  )
})
