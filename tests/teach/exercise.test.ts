import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { slim } from '../../src/author/slim.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { TimbangError } from '../../src/errors.js'
import { leavesRead } from '../../src/pack/factsRead.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { contrasts } from '../../src/teach/contrasts.js'
import { exercise } from '../../src/teach/exercise.js'
import { type Choice, type Exercise, type ExerciseQuestion, parseExercise } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { drift, outdated } from '../../src/teach/outdated.js'
import { outlets } from '../../src/teach/outlets/outlets.js'
import { pageScript } from '../../src/teach/outlets/page/script.js'
import { key } from '../../src/teach/outlets/sheets/key.js'
import { xapiOutlet } from '../../src/teach/outlets/xapi/xapi.js'
import { askedAndAnswered, factInWords } from '../../src/teach/phrasing.js'
import { inTheseLanguages, languagesIn } from '../../src/teach/textLanguages.js'
import { variants } from '../../src/teach/variants.js'
import { type QuestionKind, questionKinds, type Status, type Text } from '../../src/vocabulary.js'
import { assess } from '../../src/weigh/assess.js'
import { packSource, rule } from '../support/builders.js'
import {
  bareVignette,
  shippedExercise,
  triedVignettes,
  vignette,
  vignetteFiles,
  withRule,
} from '../support/exercises.js'
import { sampleOf, wholeOr } from '../support/sample.js'

const adviceOf = async (facts: AnySituation) => (await advise(facts, socialWork)) as Advice

/** The name of what bears this label, among actions of the pack. */
const actionNamed = (label: Text) =>
  [...socialWork.actions.values()].find((one) => one.label.en === label.en)?.name as string

function question(made: Exercise, kind: QuestionKind): ExerciseQuestion | undefined {
  return made.questions.find((one) => one.kind === kind)
}

const marked = (one: ExerciseQuestion | undefined, mark: Choice['mark']) =>
  (one?.choices ?? []).filter((choice) => choice.mark === mark)

describe('an exercise', () => {
  test.each(triedVignettes)('made from %s is plain JSON that reads back as it is', async (name) => {
    const made = await shippedExercise(name)
    const read = parseExercise(JSON.parse(JSON.stringify(made)))
    expect(JSON.stringify(read)).toBe(JSON.stringify(made))
    expect(made.packs).toEqual([
      { name: 'social-work', version: socialWork.version, title: socialWork.title, digest: socialWork.digest },
    ])
  })

  test('is the same for the same seed, and has other choices and another order for another', async () => {
    const told = vignette('please-tell-nobody.json')
    const [one, same, other] = await Promise.all([
      shippedExercise('please-tell-nobody.json'),
      exercise(told, socialWork, { seed: 1 }),
      exercise(told, socialWork, { seed: 2 }),
    ])
    expect(JSON.stringify(same)).toBe(JSON.stringify(one))
    expect(other.id).not.toBe(one.id)
    expect(other.questions.map(({ kind }) => kind)).toEqual(one.questions.map(({ kind }) => kind))
    expect(other.questions.map(({ choices }) => choices.map(({ says }) => says.en))).not.toEqual(
      one.questions.map(({ choices }) => choices.map(({ says }) => says.en)),
    )
  })

  test('never marks one answer differently under another seed', async () => {
    const names = ['please-tell-nobody.json', 'her-own-decision.json', 'the-pupil-who-cuts-herself.json']
    for (const name of sampleOf(names, 3)) {
      const marks = new Map<string, Set<string>>()
      for (const seed of sampleOf([1, 2, 3, 4, 5], 4)) {
        const made = seed === 1 ? shippedExercise(name) : exercise(vignette(name), socialWork, { seed })
        for (const { kind, ask, choices } of (await made).questions)
          for (const { says, mark } of choices) {
            const key = `${kind} ${ask.en} ${says.en}`
            const seen = marks.get(key) ?? new Set()
            marks.set(key, seen.add(mark === 'partly' ? 'right' : mark))
          }
      }
      expect([...marks].filter(([, seen]) => seen.size > 1)).toEqual([])
    }
  })

  test('asks what is wanted, in the order wanted, with as many choices as wanted', async () => {
    const told = vignette('please-tell-nobody.json')
    const made = await exercise(told, socialWork, { kinds: ['owed', 'must'], choices: 4 })
    expect(made.questions.map(({ kind }) => kind)).toEqual(['owed', 'must'])
    for (const { choices } of made.questions) expect(choices.length).toBeLessThanOrEqual(4)
  })

  test('says of what is asked for here that it is, and never that it is not, nor what rules far from it say', async () => {
    const notHere = /Not here|Not from what|does not arise|Tidak di sini|Belum, dari|tidak timbul/
    const against = /rule that speaks against it|Whether a rule|[Aa]turan yang menentangnya/
    const names = new Set([...triedVignettes, 'please-tell-nobody.json'])
    const told = (await Promise.all([...names].map(shippedExercise))).flatMap((made) =>
      marked(question(made, 'must-not'), 'wrong').flatMap(({ feedback }) => [feedback.en, feedback.id]),
    )
    const askedFor = told.filter((says) => /^(On the contrary|This is allowed|Sebaliknya|Hal ini boleh)/.test(says))
    expect(askedFor.length).toBeGreaterThan(wholeOr(100, 10, 50))
    expect(askedFor.filter((says) => notHere.test(says) || against.test(says))).toEqual([])
  })

  test('gives no answer away by what it asks: whether it is a dilemma, what is a duty, what gives way', async () => {
    const telling = /nothing decides|the dilemma|is a duty here|gives way here|pull apart here|no single answer/i
    const asked = (await Promise.all(triedVignettes.map(shippedExercise))).flatMap(({ questions }) =>
      questions.map(({ ask }) => ask.en),
    )
    expect(asked.filter((ask) => telling.test(ask))).toEqual([])
  })

  test('asks at least six things of each vignette', async () => {
    for (const name of triedVignettes) expect((await shippedExercise(name)).questions.length).toBeGreaterThanOrEqual(6)
  })

  test('shows at most one duty of one question as a wrong answer of another, where nothing else is left', async () => {
    for (const name of triedVignettes) {
      const made = await shippedExercise(name)
      const said = (kind: QuestionKind, mark: Choice['mark']) =>
        marked(question(made, kind), mark).map(({ says }) => says.en)
      const wrong = said('must-not', 'wrong')
      expect(said('must', 'right').filter((duty) => wrong.includes(duty)).length).toBeLessThan(2)
    }
  })

  test('offers no difference that makes it another story, and says a reason for each that turns something', async () => {
    for (const name of triedVignettes) {
      const asked = (await shippedExercise(name)).questions.filter(({ kind }) => kind === 'turning-point')
      for (const choice of asked.flatMap(({ choices }) => choices)) {
        expect(choice.says.en).not.toMatch(/Which country|field of service|How grave is .*\? None/)
        expect(choice.feedback.en).not.toContain('no rule speaks of it')
        if (choice.mark === 'right') expect(choice.rules).toHaveLength(1)
      }
    }
  })

  test('is asked of all kinds somewhere among the shipped vignettes', async () => {
    const made = await Promise.all(triedVignettes.map(shippedExercise))
    const asked = new Set(made.flatMap(({ questions }) => questions.map(({ kind }) => kind)))
    expect([...asked].sort()).toEqual([...questionKinds].sort())
  })

  test('says no two choices of a question in the same words, in either language', async () => {
    for (const name of triedVignettes)
      for (const { choices } of (await shippedExercise(name)).questions)
        for (const locale of ['en', 'id'] as const)
          expect(new Set(choices.map(({ says }) => says[locale])).size).toBe(choices.length)
  })

  test.each([
    [{ seed: 1.5 }, 'options.seed: must be a whole number'],
    [{ choices: 2 }, 'options.choices: must be a whole number from 3 to 8'],
    [{ kinds: ['quiz'] as never }, 'options.kinds: must be a list of `is-it-a-dilemma`, `must`'],
    [{ framework: 'EPS' }, 'options.framework: no framework of the pack has this name'],
  ])('refuses the options %j', async (options, message) => {
    const made = exercise(vignette('please-tell-nobody.json'), socialWork, options)
    await expect(made).rejects.toThrow(message)
    await expect(made).rejects.toMatchObject({ code: 'invalid-options' })
  })

  test('is not made of what no rule speaks of', async () => {
    const silent = createPack(packSource({ rules: [rule({ name: 'one', must: ['assess-risk'] })] })) as Pack<unknown>
    const told = (facts: AnySituation) => ({
      ...bareVignette({ abuse: { suspected: true } }),
      facts,
      goals: ['confidentiality'],
    })
    await expect(exercise(told({ abuse: { suspected: false } }), silent, { kinds: ['must'] })).rejects.toThrow(
      'vignette: gives no question: no rule speaks of what it tells',
    )
  })

  test('says by which framework and for which day it was made', async () => {
    const told = vignette('please-tell-nobody.json')
    const made = await exercise(told, socialWork, {
      framework: 'reamer',
      on: '2026-01-31',
      kinds: ['must', 'framework'],
    })
    expect([made.framework, made.on]).toEqual(['reamer', '2026-01-31'])
    expect(await drift(made, told, socialWork)).toEqual([])
  })
})

describe('an exercise of one language', () => {
  const bothLanguages = vignette('the-published-queue.json')
  const inEnglish = inTheseLanguages(bothLanguages, ['en'])
  const indonesian = createPack(slim(socialWork, { locale: 'id' })) as Pack<unknown>
  let english: Promise<Exercise> | undefined
  /** The exercise of the vignette that is told in English alone; made once. */
  const madeInEnglish = (): Promise<Exercise> => {
    english ??= exercise(inEnglish, socialWork)
    return english
  }

  test.each([
    ['the pack speaks Indonesian alone', 'id', 'en', () => exercise(bothLanguages, indonesian)],
    ['the vignette is told in English alone', 'en', 'id', madeInEnglish],
  ] as const)('is made where %s, and is given out in that', async (_, spoken, other, make) => {
    const made = await make()
    const whole = await shippedExercise('the-published-queue.json')
    expect(languagesIn(made)).toEqual([spoken])
    expect(JSON.stringify(made)).not.toContain('undefined')
    expect(made.questions.map(({ kind, ask }) => [kind, ask[spoken]])).toEqual(
      whole.questions.map(({ kind, ask }) => [kind, ask[spoken]]),
    )
    for (const { write } of outlets) {
      expect(textOf(write(made, { locale: spoken })).replace(pageScript, '')).not.toContain('undefined')
      if (write !== xapiOutlet.write)
        expect(() => write(made, { locale: other })).toThrow(`options.locale: must be one of \`${spoken}\``)
    }
    expect(grade(made, {}).locale).toBe(spoken)
  })

  test('fits the rules of a pack that speaks more', async () => {
    const made = await madeInEnglish()
    expect(await outdated(made, bothLanguages, socialWork)).toEqual([])
  })

  test('has variants in that language', () => {
    const found = variants(bothLanguages, indonesian)
    expect(languagesIn(found.map(({ what, story, differs }) => ({ what, story, differs })))).toEqual(['id'])
  })

  test('is not made where story and pack have none in common', async () => {
    await expect(exercise(inEnglish, indonesian)).rejects.toThrow(
      'vignette: is told in no language that the pack speaks',
    )
  })

  test('has all its texts in it', async () => {
    const made = await shippedExercise('the-published-queue.json')
    const title = { en: made.vignette.title.en } as Text
    expect(() => parseExercise({ ...made, vignette: { ...made.vignette, title } })).toThrow(
      'exercise.vignette.title.id: is missing; must be a text',
    )
  })
})

describe('the key comes from the rules', () => {
  test.each(triedVignettes)('of %s, whatever is asked', async (name) => {
    const told = vignette(name)
    fitsAdvice(await shippedExercise(name), await adviceOf(told.facts))
  })

  test('of every thirtieth case of the pack, and of every dilemma', async () => {
    const cases = readdirSync('tests/cases').flatMap(
      (file) =>
        JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')).cases as {
          situation: AnySituation
          options?: object
          expect: { kind: string }
        }[],
    )
    const some = cases.filter((one, i) => one.options === undefined && (i % 30 === 0 || one.expect.kind === 'dilemma'))
    const tried = sampleOf(some, 48, 4)
    let made = 0
    for (const { situation } of tried) {
      const found = await exerciseOf(situation)
      if (found === undefined) continue
      fitsAdvice(found, await adviceOf(situation))
      made += 1
    }
    expect(made).toBeGreaterThan(tried.length / 3)
  })
})

/** The exercise of a situation; none where no rule speaks of it. */
async function exerciseOf(situation: AnySituation): Promise<Exercise | undefined> {
  if (parseSituation(situation, socialWork).size === 0) return undefined
  try {
    return await exercise(bareVignette(situation), socialWork)
  } catch (error) {
    if (error instanceof TimbangError && error.message.includes('gives no question')) return undefined
    throw error
  }
}

function fitsAdvice(made: Exercise, advice: Advice): void {
  const status = new Map<string, Status>(advice.actions.map((one) => [one.action, one.status]))
  const statusOf = ({ says }: Choice) => status.get(actionNamed(says))
  for (const kind of ['must', 'must-not'] as const) {
    for (const choice of marked(question(made, kind), 'right')) expect(statusOf(choice)).toBe(kind)
    for (const choice of marked(question(made, kind), 'wrong')) {
      const aside = advice.setAside.some(({ action }) => action === actionNamed(choice.says))
      if (kind === 'must') expect(['must', 'contested', 'may', 'should']).not.toContain(statusOf(choice))
      else if (!aside) expect(['must', 'should', 'may']).toContain(statusOf(choice))
      if (kind === 'must') expect(owedIn(advice)).not.toContain(actionNamed(choice.says))
    }
  }
  for (const choice of marked(question(made, 'owed'), 'wrong')) {
    expect(['must-not', 'should-not']).toContain(statusOf(choice))
    expect(owedIn(advice)).not.toContain(actionNamed(choice.says))
  }
  for (const choice of marked(question(made, 'owed'), 'right'))
    expect(owedIn(advice)).toContain(actionNamed(choice.says))
  const first = question(made, 'ask-first')
  // What follows a question on how to answer it is not said where it is a choice.
  const asked = advice.questions.map(({ ask }) => ask.en.replace(/\?.*$/su, '?'))
  for (const choice of [...marked(first, 'right'), ...marked(first, 'partly')]) expect(asked).toContain(choice.says.en)
  for (const choice of marked(first, 'wrong')) expect(asked).not.toContain(choice.says.en)
  const divided = advice.actions.some((one) => one.divided !== undefined && !one.standing)
  expect(question(made, 'decision') !== undefined).toBe(advice.dilemmas.length > 0 || divided)
  expect(made.kind).toBe(advice.kind)
}

function owedIn({ setAside, dilemmas, procedure }: Advice): readonly string[] {
  const owed = [...setAside, ...dilemmas.flatMap(({ sides }) => sides)].flatMap((one) => one.owed)
  return [...owed, ...(procedure?.actions ?? [])].map(({ action }) => action)
}

describe('no answer is marked wrong that the pack calls contested', () => {
  const dilemmas = [
    'her-brother-holds-the-phone.json',
    'her-own-decision.json',
    'the-law-wants-a-report.json',
    'the-machine-says-decile-six.json',
    'the-order-of-the-court.json',
    'the-published-queue.json',
  ]

  test('six of the shipped vignettes are true dilemmas', async () => {
    for (const name of vignetteFiles) {
      const { kind } = await advise(vignette(name).facts, socialWork, { questions: false })
      expect({ name, dilemma: kind === 'dilemma' }).toEqual({ name, dilemma: dilemmas.includes(name) })
      if (triedVignettes.includes(name)) expect((await shippedExercise(name)).kind).toBe(kind)
    }
  })

  test.each(sampleOf(dilemmas, 6, 1))(
    'in %s: neither an action in dispute nor a reason of either side',
    async (name) => {
      const advice = await adviceOf(vignette(name).facts)
      const contested = new Set(advice.actions.flatMap((one) => (one.status === 'contested' ? [one.label.en] : [])))
      const reasons = advice.dilemmas.flatMap(({ sides }) =>
        sides.flatMap(({ because }) => because.map((one) => one.because.en)),
      )
      for (const seed of sampleOf([1, 2, 3, 4], 4, 1)) {
        const { questions } = await exercise(vignette(name), socialWork, { seed })
        const wrong = questions.flatMap((one) => marked(one, 'wrong').map(({ says }) => says.en))
        expect(wrong.filter((says) => contested.has(says))).toEqual([])
        expect(wrong.filter((says) => reasons.some((reason) => says.endsWith(reason)))).toEqual([])
        const decision = questions.find(({ kind }) => kind === 'decision')
        expect(decision?.choices.map(({ mark }) => mark)).toEqual(['open', 'open'])
      }
    },
  )
})

describe('what is stated of a list', () => {
  const target = socialWork.facts.get('risk.target')!
  const stated = (so: (word: string) => boolean) => new Map(valueNames(target).map((word) => [word, so(word)]))

  test('is told in few words where all of it is stated', () => {
    expect(
      askedAndAnswered(
        target,
        stated(() => false),
      ),
    ).toMatchObject({
      en: 'Who may be harmed? Nobody.',
      id: 'Siapa yang terancam? Tidak seorang pun.',
    })
    const two = stated((word) => word === 'self' || word === 'child')
    expect(factInWords(target, two)).toEqual({
      en: 'who may be harmed: only the client and a child',
      id: 'siapa yang terancam: hanya klien sendiri dan anak',
    })
  })

  test('is told one by one where some of it is not known', () => {
    const some = new Map<string, boolean | null>([
      ['self', true],
      ['child', false],
      ['community', false],
      ['dependent-adult', null],
    ])
    expect(factInWords(target, some).en).toBe('who may be harmed: the client, not a child or a community')
  })
})

describe('every wrong answer comes from', () => {
  test.each(triedVignettes)('a rule in doubt, a neighbouring rule or the flipped case, in %s', async (name) => {
    const told = parseSituation(vignette(name).facts, socialWork)
    const { weighing } = assess(knownFrom(told, socialWork), socialWork, {})
    const outcomes = new Map(weighing.findings.map(({ rule, outcome }) => [rule.name, outcome]))
    const beside = contrasts(told, socialWork, {})
    for (const { kind, choices } of (await shippedExercise(name)).questions)
      for (const { mark, from, rules, says } of choices.filter((one) => one.mark !== 'open')) {
        if (mark === 'right' || (mark === 'partly' && kind !== 'is-it-a-dilemma')) expect(from).toBe('key')
        else if (from === 'rule-in-doubt') expect(rules.map((rule) => outcomes.get(rule))).toEqual(['undetermined'])
        else if (from === 'fixed-list') expect(kind).toBe('is-it-a-dilemma')
        else if (from === 'neighbouring-rule' && kind !== 'framework' && kind !== 'which-first')
          expect(rules.every((rule) => socialWork.rules.has(rule)) && rules.length > 0).toBe(true)
        else if (from === 'flipped-case' && (kind === 'must' || kind === 'must-not'))
          expect(beside.some(({ outline: { statuses } }) => statuses.get(actionNamed(says)) === kind)).toBe(true)
        else expect(from).not.toBe('key')
      }
  })
})

describe('a reason why something is not to be done is the true one', () => {
  test.each(triedVignettes)('in %s', async (name) => {
    const { weighing } = assess(knownFrom(parseSituation(vignette(name).facts, socialWork), socialWork), socialWork, {})
    const made = await shippedExercise(name)
    const wrong = made.questions.flatMap((one) => marked(one, 'wrong'))
    const untold = (rule: string) => weighing.findings.some((one) => one.rule.name === rule && one.holds === undefined)
    const byException = wrong.filter(({ feedback }) => feedback.en.includes('does not arise here'))
    expect(byException.filter(({ rules }) => rules.some(untold))).toEqual([])
    const notHere = marked(question(made, 'must'), 'wrong').filter(({ feedback }) =>
      /^Not here, since/.test(feedback.en),
    )
    const undecided = weighing.findings.filter(
      ({ rule, outcome, possible, holds }) =>
        possible &&
        outcome === 'undetermined' &&
        holds === undefined &&
        leavesRead(rule.conditions, socialWork.facts).length === 1,
    )
    const may = undecided.flatMap(({ rule }) =>
      rule.pushes.flatMap((push) => (push.force === 'must' ? push.action : [])),
    )
    expect(notHere.map(({ says }) => actionNamed(says)).filter((action) => may.includes(action))).toEqual([])
  })
})

/** The rules of the shipped pack that make the action a duty. */
function demanding(action: string): string[] {
  const asks = [...socialWork.rules.values()].filter(({ pushes }) =>
    pushes.some((push) => push.force === 'must' && push.action === action),
  )
  return asks.map(({ name }) => name)
}

describe('when a rule changes in memory, the key changes with it', () => {
  const told = vignette('please-tell-nobody.json')
  const kinds = wholeOr<readonly QuestionKind[]>(questionKinds, ['must', 'must-not'], questionKinds)
  let made: Promise<Exercise> | undefined
  /** The exercise as the pack is shipped; to ask everything takes long. */
  const keptExercise = (): Promise<Exercise> => {
    made ??= exercise(told, socialWork, { kinds })
    return made
  }

  test('a duty that a rule no longer asks for is right no more, and the kept key is told not to fit', async () => {
    const kept = await keptExercise()
    const choice = marked(question(kept, 'must'), 'right').find(({ rules }) =>
      rules.includes('see-to-safety-from-violence'),
    ) as Choice
    const pack = withRule(demanding(actionNamed(choice.says)), (rule) => {
      const { must: _, ...params } = rule.event.params
      return { ...rule, event: { ...rule.event, params: { ...params, may: rule.event.params.must } } }
    })
    const now = await exercise(told, pack, { kinds: ['must'] })
    expect(marked(question(now, 'must'), 'right').map(({ says }) => says.en)).not.toContain(choice.says.en)
    const { id } = question(kept, 'must') as ExerciseQuestion
    const found = await drift(kept, told, pack)
    expect(found).toContainEqual({ question: id, choice: choice.id, what: 'unsupported', was: 'right' })
  })

  test('what was forbidden and becomes a duty is marked the other way round', async () => {
    const kept = await keptExercise()
    const forbidden = marked(question(kept, 'must-not'), 'right').find(({ says }) => /secrecy/.test(says.en)) as Choice
    const pack = withRule('say-the-limits-of-secrecy', (rule) => {
      const { 'must-not': turned, must: _, ...params } = rule.event.params
      return { ...rule, event: { ...rule.event, params: { ...params, must: turned } } }
    })
    const now = await exercise(told, pack, { kinds: ['must-not'] })
    expect(
      question(now, 'must-not')?.choices.filter(
        ({ mark, says }) => mark === 'right' && says.en === forbidden.says.en,
      ) ?? [],
    ).toEqual([])
    expect((await drift(kept, told, pack)).length).toBeGreaterThan(0)
  })

  test('a reason in other words is a feedback in other words', async () => {
    const kept = await keptExercise()
    const because = { en: 'nobody may be left in danger', id: 'tidak seorang pun boleh dibiarkan dalam bahaya' }
    const pack = withRule('see-to-safety-from-violence', (rule) => ({
      ...rule,
      event: { ...rule.event, params: { ...rule.event.params, because } },
    }))
    const now = await exercise(told, pack, { kinds: ['must'] })
    expect(now.questions.flatMap(({ choices }) => choices.map(({ feedback }) => feedback.en)).join(' ')).toContain(
      'Nobody may be left in danger.',
    )
    expect((await drift(kept, told, pack)).map(({ what }) => what)).toContain('feedback')
  })

  test('a rule that has nothing to do with the case changes nothing but the digest', async () => {
    const kept = await keptExercise()
    const because = { en: 'another reason', id: 'alasan lain' }
    const pack = withRule('share-scarce-help-fairly', (rule) => ({
      ...rule,
      event: { ...rule.event, params: { ...rule.event.params, because } },
    }))
    expect(pack.digest).not.toBe(socialWork.digest)
    expect(await drift(kept, told, pack)).toEqual([])
    expect((await exercise(told, pack, { kinds })).questions).toEqual(kept.questions)
  })

  test.each(sampleOf(triedVignettes, 2))('and of %s nothing has drifted', async (name) => {
    expect(await drift(await shippedExercise(name), vignette(name), socialWork)).toEqual([])
  })
})

describe('the key that is kept in examples/class', () => {
  const name = 'her-own-decision.json'
  const kept = readFileSync('examples/class/key.en.md', 'utf8')
  const keyOf = (made: Exercise) => key(made, { locale: 'en', as: 'markdown' })

  test('fits the rules', async () => {
    expect(keyOf(await shippedExercise(name))).toBe(kept)
  })

  test('would fail here once a rule of it changes', async () => {
    const pack = withRule('respect-a-refusal-to-disclose', (rule) => ({
      ...rule,
      event: { ...rule.event, params: { ...rule.event.params, whenOverridden: ['consult-supervisor'] } },
    }))
    expect((await drift(await shippedExercise(name), vignette(name), pack)).length).toBeGreaterThan(0)
    expect(keyOf(await exercise(vignette(name), pack))).not.toBe(kept)
  })
})

describe('an exercise that was tampered with', () => {
  const spoilt = async (change: (made: Exercise) => unknown) => {
    const made = structuredClone(await shippedExercise('the-published-queue.json')) as Exercise
    return () => parseExercise(change(made))
  }

  test('is refused with what is wrong and where', async () => {
    const rows: [(made: Exercise) => unknown, string][] = [
      [(made) => ({ ...made, questions: [] }), 'exercise.questions: must list at least 1'],
      [(made) => ({ ...made, sources: {} }), 'exercise.sources: a source that is named is missing'],
      [(made) => ({ ...made, principles: {} }), 'exercise.principles: a principle that is named is missing'],
      [
        (made) => ({ ...made, questions: [...made.questions, made.questions[0]] }),
        'exercise.questions: two questions have the same id',
      ],
      [(made) => ({ ...made, learner: 'x' }), 'exercise: `learner` is not part of this'],
      [
        (made) =>
          made.vignette.story.length && { ...made, vignette: { ...made.vignette, title: { en: 'a\u0007b', id: 'c' } } },
        'must not hold control characters',
      ],
    ]
    for (const [change, message] of rows) expect(await spoilt(change)).toThrow(message)
  })
})

/** What an outlet writes as text: of a package the texts in it. */
function textOf(written: string | Uint8Array): string {
  if (typeof written === 'string') return written
  return Object.values(unzipSync(written))
    .map((bytes) => strFromU8(bytes))
    .join('\n')
}
