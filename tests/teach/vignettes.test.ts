import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { parseSituation } from '../../src/decide/situation.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { languagesIn } from '../../src/teach/textLanguages.js'
import { parseVignette, type Vignette } from '../../src/teach/vignette.js'
import { locales, vignetteLevels } from '../../src/vocabulary.js'
import { refusal, vignette, vignetteFiles } from '../support/exercises.js'

describe('the shipped vignettes', () => {
  const all = vignetteFiles.map((name) => ({ name, told: vignette(name) }))
  const stated = (fact: string) => all.map(({ told }) => parseSituation(told.facts, socialWork).get(fact))

  test('are more than thirty, each named as its file', () => {
    expect(all.map(({ name, told }) => [name, parseVignette(told, socialWork).name])).toEqual(
      vignetteFiles.map((name) => [name, name.replace('.json', '')]),
    )
    expect(all.length).toBeGreaterThan(30)
  })

  test('are set in all settings of practice and on all its levels', () => {
    const settings = valueNames(socialWork.facts.get('case.setting')!).filter((word) => word !== 'other')
    expect(settings.length).toBeGreaterThanOrEqual(7)
    expect([...new Set(stated('case.setting'))].sort()).toEqual([...settings].sort())
    expect([...new Set(stated('case.level'))].sort()).toEqual(
      [...valueNames(socialWork.facts.get('case.level')!)].sort(),
    )
  })

  test('are for more than half dilemmas, or matters on which the profession is divided', async () => {
    const weighed = all.map(({ told }) => advise(told.facts as SocialWorkSituation, socialWork, { questions: false }))
    const kinds = (await Promise.all(weighed)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'dilemma').length).toBeGreaterThanOrEqual(6)
    expect(kinds.filter((kind) => kind === 'dilemma' || kind === 'divided').length).toBeGreaterThan(kinds.length / 2)
  })

  test('ask more and less of a learner, and serve many principles', () => {
    expect(new Set(all.map(({ told }) => told.level))).toEqual(new Set(vignetteLevels))
    expect(new Set(all.flatMap(({ told }) => told.goals)).size).toBeGreaterThan(12)
  })

  const advices = new Map<string, Promise<Advice>>()
  /** The advice on a vignette with all its questions, made once. */
  const adviceOn = (name: string): Promise<Advice> => {
    const before =
      advices.get(name) ?? (advise(vignette(name).facts as SocialWorkSituation, socialWork) as Promise<Advice>)
    advices.set(name, before)
    return before
  }

  test.each(vignetteFiles)('%s has an answer for whoever asks what is asked first', (name) => {
    const { heldBack = {}, firstQuestions = [] } = vignette(name)
    const answered = [...parseSituation(heldBack, socialWork).keys()]
    expect(firstQuestions.filter((fact) => !answered.includes(fact))).toEqual([])
  })

  test.each(vignetteFiles)('%s holds back only what is worth asking', async (name) => {
    const told = vignette(name)
    const advice = await adviceOn(name)
    const asked = advice.questions.map(({ fact }) => fact)
    for (const fact of parseSituation(told.heldBack ?? {}, socialWork).keys()) expect(asked).toContain(fact)
  })

  test.each(vignetteFiles)('%s names the principles of which its advice speaks', async (name) => {
    const told = vignette(name)
    const { rules, dilemmas } = await adviceOn(name)
    const served = [
      ...Object.values(rules).flatMap(({ principles }) => principles),
      ...dilemmas.flatMap(({ between }) => between),
    ]
    expect(told.goals.filter((goal) => !served.includes(goal))).toEqual([])
  })

  test('are told in every language of the shipped pack', () => {
    expect(all.filter(({ told }) => languagesIn(told).length < locales.length)).toEqual([])
  })

  test('have a file that says which schema fits it', () => {
    for (const name of vignetteFiles)
      expect(JSON.parse(readFileSync(`examples/vignettes/${name}`, 'utf8')).$schema).toBe('../../schema/vignette.json')
  })
})

describe('a vignette is refused', () => {
  const good = vignette('the-published-queue.json')
  const rows: readonly [string, (told: Vignette) => unknown, readonly string[]][] = [
    ['where it is none', () => 'a story', ['vignette: must be an object']],
    [
      'with a text in one language only',
      (told) => ({ ...told, title: { en: 'x' } }),
      ['vignette.title.id: is missing; must be a text'],
    ],
    [
      'with a key that it does not know',
      (told) => ({ ...told, learner: 'x' }),
      ['vignette: `learner` is not part of this'],
    ],
    [
      'with a level that there is not',
      (told) => ({ ...told, level: 'hard' }),
      ['vignette.level: must be one of `introductory`, `intermediate`, `advanced`'],
    ],
    [
      'with a goal that is no principle',
      (told) => ({ ...told, goals: ['justise'] }),
      ['vignette.goals: no principle is named `justise` (did you mean `justice`?)'],
    ],
    [
      'with a goal twice',
      (told) => ({ ...told, goals: ['justice', 'justice'] }),
      ['vignette.goals: names `justice` twice'],
    ],
    [
      'with a fact that no one has declared',
      (told) => ({ ...told, facts: { ...told.facts, service: { needGravr: true } } }),
      ['vignette.facts.service: key 1 names no fact (did you mean `service.needGraver`?)'],
    ],
    [
      'with a fact that no sentence tells',
      (told) => ({ ...told, story: told.story.filter((_, i) => i !== 1), alike: undefined }),
      [
        'vignette.facts: no sentence tells `client.status`',
        'vignette.facts: no sentence tells `service.needGraver`',
        'vignette.facts: no sentence tells `client.isPoorOrDisasterHit`',
      ],
    ],
    [
      'with a sentence that tells what is not stated',
      (told) => ({
        ...told,
        story: [...told.story, { says: { en: 'He is ill.', id: 'Ia sakit.' }, tells: ['client.ageYears'] }],
      }),
      ['vignette.story[3].tells: no fact that is stated is named `client.ageYears`'],
    ],
    [
      'with a fact that is told and held back',
      (told) => ({ ...told, heldBack: { service: { needGraver: true } } }),
      [
        'vignette.story[1].tells: `service.needGraver` is held back, and yet told',
        'vignette.heldBack: `service.needGraver` is also among the facts told',
      ],
    ],
    [
      'with facts that contradict each other',
      (told) => ({ ...told, heldBack: { client: { ageYears: 40, isMinor: true } } }),
      ['vignette.facts: `client.isMinor` contradicts the facts from which it follows'],
    ],
    [
      'with a first question that the story answers, or that is none',
      (told) => ({ ...told, firstQuestions: ['service.needGraver', 'service.eligibel'] }),
      [
        'vignette.firstQuestions: no fact that is asked for is named `service.eligibel` (did you mean `service.eligible`?)',
        'vignette.firstQuestions: `service.needGraver` is told already',
      ],
    ],
    [
      'where nothing is named as it is in what is not offered',
      (told) => ({ ...told, notOffered: ['keep-confidentiall'] }),
      [
        'vignette.notOffered: no action, rule, fact, answer or framework is named `keep-confidentiall` (did you mean `keep-confidential`?)',
      ],
    ],
    [
      'with a retelling of a sentence that there is not',
      (told) => ({ ...told, alike: [{ what: told.title, instead: [{ sentence: 9, says: told.title }] }] }),
      ['vignette.alike[0]: there is no sentence 9'],
    ],
  ]

  test.each(rows)('%s', (_, change, messages) => {
    expect(refusal(() => parseVignette(change(good), socialWork))).toBe(['invalid-vignette', ...messages].join('\n'))
  })
})
