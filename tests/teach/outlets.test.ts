import * as validation from '@learninglocker/xapi-validation'
import { parseTwee, parseTwine2HTML } from 'extwee'
import fc from 'fast-check'
import { type GIFTQuestion, parse as parseGift } from 'gift-pegjs'
import MarkdownIt from 'markdown-it'
import { parse as parseHtml } from 'parse5'
import { describe, expect, test } from 'vitest'
import { TimbangError } from '../../src/errors.js'
import { type Choice, type Exercise, type ExerciseQuestion, everyQuestion } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { usualRubric } from '../../src/teach/grading/rubric.js'
import { editionOf } from '../../src/teach/outlets/edition.js'
import { toGift } from '../../src/teach/outlets/gift.js'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { practicePage } from '../../src/teach/outlets/page/practicePage.js'
import { handOut } from '../../src/teach/outlets/sheets/handOut.js'
import { key } from '../../src/teach/outlets/sheets/key.js'
import { toTwee } from '../../src/teach/outlets/twee.js'
import { toXapi } from '../../src/teach/outlets/xapi/xapi.js'
import { type Locale, locales } from '../../src/vocabulary.js'
import { discussionWords } from '../../src/words/discussionWords.js'
import { outletWords } from '../../src/words/outletWords.js'
import { rubricCriteria } from '../../src/words/shapes/discussion.js'
import { teachWords } from '../../src/words/teachWords.js'
import { anyWords, refusal, shippedExercise, small, triedVignettes } from '../support/exercises.js'
import { readMoodle } from '../support/moodle.js'
import { runs } from '../support/sample.js'

/* What an exercise is given out as, read back by programs from elsewhere and by readers made from the importers' own rules. */

const all = triedVignettes.flatMap((name) => locales.map((locale) => [name, locale] as const))

/** A settled case and a dilemma, each with words that hold whatever a format could obey. */
async function withAnyWords(check: (exercise: Exercise, locale: Locale) => void): Promise<void> {
  for (const name of ['please-tell-nobody.json', 'her-own-decision.json'])
    for (const locale of locales)
      fc.assert(
        fc.property(anyWords(small(await shippedExercise(name))), (exercise) => check(exercise, locale)),
        runs(60),
      )
}

describe('GIFT, read by gift-pegjs', () => {
  test.each(all)('holds the questions, answers, weights and feedback of %s in %s', async (name, locale) => {
    sameInGift(await shippedExercise(name), locale)
  })

  test('keeps every sign of every text', async () => {
    await withAnyWords(sameInGift)
  })

  test('has no line that begins with // but the one before a question, and no = where several answers are right', async () => {
    const text = toGift(await shippedExercise('please-tell-nobody.json'), { locale: 'en' })
    expect(text.split('\n').filter((line) => line.startsWith('//') && !line.startsWith('// [id:'))).toEqual([])
    const several = text.split('\n\n').filter((question) => question.includes('~%'))
    expect(several.length).toBeGreaterThan(0)
    for (const question of several.filter((one) => one.includes('~%-'))) expect(question).not.toMatch(/^=/m)
  })
})

function sameInGift(exercise: Exercise, locale: Locale): void {
  const { text, feedback } = editionOf(exercise, { locale })
  const [category, told, ...questions] = parseGift(toGift(exercise, { locale }))
  expect(category).toMatchObject({
    type: 'Category',
    title: `$course$/top/timbang/${exercise.vignette.name}/${locale}`,
  })
  const story = exercise.vignette.story.map(text).join('\n')
  expect(told).toMatchObject({ type: 'Description', id: `${exercise.id}-story-${locale}`, stem: { text: story } })
  expect(questions.map((one) => ('id' in one ? one.id : null))).toEqual(
    exercise.questions.map(({ id }) => `${exercise.id}-${id}-${locale}`),
  )
  for (const [i, question] of exercise.questions.entries()) {
    const read = questions[i] as Extract<GIFTQuestion, { type: 'MC' | 'Essay' }>
    expect(read.title).toBe(titleOf(question, exercise, locale))
    expect(read.stem.format).toBe('plain')
    const named = outletWords[locale].storyAtHead(text(exercise.vignette.title))
    expect(read.stem.text.startsWith(`${named}\n\n${text(question.ask)}`)).toBe(true)
    expect(read.stem.text).not.toContain(story)
    if (question.pick === 'own-words') {
      expect(read.type).toBe('Essay')
      for (const choice of question.choices)
        expect(read.globalFeedback?.text).toContain(`${text(choice.says)}: ${feedback(choice)}`)
      continue
    }
    const choices = read.type === 'MC' ? read.choices : []
    expect(inOrder(choices.map((one) => [one.text.text, one.feedback?.text, one.isCorrect, one.weight]))).toEqual(
      inOrder(question.choices.map((choice) => [text(choice.says), feedback(choice), ...giftWeight(choice, question)])),
    )
  }
}

/** Rows without the order of choices, which a reader shuffles. */
function inOrder(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Whether gift-pegjs takes it for right, and its weight: of several answers five decimals of a percentage. */
function giftWeight(
  { mark, side }: Choice,
  { pick, kind, choices }: ExerciseQuestion,
): readonly [boolean, number | null] {
  if (pick === 'one') return mark === 'right' ? [true, null] : [false, mark === 'partly' ? 50 : null]
  const alike = choices.filter((choice) => choice.mark === mark)
  const sides = kind === 'reasons' && mark === 'right' ? new Set(alike.map((one) => one.side)).size : 1
  const share = 100 / (sides * alike.filter((one) => sides === 1 || one.side === side).length)
  const weight = { right: share, wrong: -share, partly: 50, open: 0 }[mark as 'right'] as number
  return [false, Number(weight.toFixed(5))]
}

function titleOf({ kind }: ExerciseQuestion, { vignette }: Exercise, locale: Locale): string {
  return `${vignette.title[locale]} – ${teachWords[locale].kindName[kind]}`
}

describe('Moodle XML, read by the rules of Moodle’s importer', () => {
  test.each(all)('holds the questions, answers, weights and feedback of %s in %s', async (name, locale) => {
    sameInMoodle(await shippedExercise(name), locale)
  })

  test('keeps every sign of every text', async () => {
    await withAnyWords(sameInMoodle)
  })

  test('takes weights from Moodle’s list however many answers are right', async () => {
    const exercise = await shippedExercise('please-tell-nobody.json')
    const [question] = exercise.questions.filter(({ pick }) => pick === 'several')
    for (let right = 1; right < 10; right++) {
      const choices = Array.from({ length: 10 }, (_, i) => ({
        ...question?.choices[0],
        id: `c${i}`,
        mark: i < right ? 'right' : 'wrong',
      }))
      const changed = { ...exercise, questions: [{ ...question, choices }] } as unknown as Exercise
      const [read] = readMoodle(toMoodle(changed, { locale: 'en' })).questions
      expect(read?.answers.filter(({ fraction }) => fraction > 0)).toHaveLength(right)
    }
  })
})

function sameInMoodle(exercise: Exercise, locale: Locale): void {
  const { text, feedback } = editionOf(exercise, { locale })
  const words = discussionWords[locale]
  const quiz = readMoodle(toMoodle(exercise, { locale }))
  expect(quiz.category).toBe(`$course$/top/timbang/${exercise.vignette.name}/${locale}`)
  expect(quiz.questions).toHaveLength(exercise.questions.length)
  for (const [i, question] of exercise.questions.entries()) {
    const read = quiz.questions[i]
    expect(read?.name).toBe(titleOf(question, exercise, locale))
    const story = [outletWords[locale].story, ...exercise.vignette.story.map(text)]
    expect(read?.text.slice(0, story.length + 1)).toEqual([...story, text(question.ask)])
    if (question.pick === 'own-words') {
      expect(read).toMatchObject({ type: 'essay', answers: [] })
      expect(read?.graderInfo.slice(1)).toEqual([
        text(question.rationale),
        ...question.choices.map((choice) => `${text(choice.says)}\n${feedback(choice)}`),
        ...rubricCriteria.flatMap((one) => [
          words.criteria[one],
          ...Object.values(words.descriptions[one]).map((says) => expect.stringContaining(says)),
        ]),
      ])
      expect(read?.template).toEqual(rubricCriteria.map((one) => `${words.criteria[one]}: `))
      continue
    }
    expect(read?.single).toBe(question.pick === 'one')
    expect(read?.hints).toEqual(
      Object.values(outletWords[locale].hints).map((says) => [says, question.pick === 'several']),
    )
    expect(read?.answers.map((one) => [one.text, one.feedback, Math.sign(one.fraction)])).toEqual(
      question.choices.map((choice) => [text(choice.says), feedback(choice), moodleSign(choice.mark, question)]),
    )
  }
}

function moodleSign(mark: string, { pick }: ExerciseQuestion): number {
  return { right: 1, partly: 1, wrong: pick === 'one' ? 0 : -1, open: 0 }[mark as 'right'] as number
}

describe('Twee 3, read by extwee', () => {
  test.each(all)(
    'tells %s in %s, a passage for every question and for what follows from every choice',
    async (name, locale) => {
      sameInTwee(await shippedExercise(name), locale)
    },
  )

  test('begins no line as a list or a heading', async () => {
    const exercise = await shippedExercise('please-tell-nobody.json')
    const story = ['1. One', '1986. A year', '2) Two', '! Beware', '1.06(a) is a section'].map((one) => ({
      en: one,
      id: one,
    }))
    const twee = toTwee({ ...exercise, vignette: { ...exercise.vignette, story } }, { locale: 'en' })
    const start = parseTwee(twee).passages.find(({ name }) => name === 'Start')
    expect(start?.text.split('\n').slice(2, 7)).toEqual([
      '1&#46; One',
      '1986&#46; A year',
      '2&#41; Two',
      '&#33; Beware',
      '1.06(a) is a section',
    ])
  })

  test('keeps every sign of every text, and leaves nothing for a story format to obey', async () => {
    await withAnyWords(sameInTwee)
  })

  test('goes to Twine 2 and back', async () => {
    for (const locale of locales) {
      const story = parseTwee(toTwee(await shippedExercise('her-own-decision.json'), { locale }))
      const back = parseTwine2HTML(story.toTwine2HTML())
      expect({ name: back.name, ifid: back.IFID, format: back.format, version: back.formatVersion }).toEqual({
        name: story.name,
        ifid: story.IFID,
        format: 'Harlowe',
        version: '3.3.9',
      })
      expect(back.passages.map(({ name, text }) => [name, text.trim()])).toEqual(
        story.passages.map(({ name, text }) => [name, text.trim()]),
      )
    }
  })

  test('leads from the start through every passage to the end', async () => {
    const story = parseTwee(toTwee(await shippedExercise('the-order-of-the-court.json'), { locale: 'en' }))
    const links = new Map(
      story.passages.map(({ name, text }) => [
        name,
        [...text.matchAll(/->([^\]]+)\]\]/g)].map(([, to]) => to as string),
      ]),
    )
    const reached = new Set<string>()
    const follow = (name: string): void => {
      if (reached.has(name)) return
      reached.add(name)
      for (const to of links.get(name) as string[]) follow(to)
    }
    follow(story.start)
    expect([...reached].sort()).toEqual([...links.keys()].sort())
  })

  test('asks whoever decides otherwise what is still owed then, and goes on together', async () => {
    const exercise = await shippedExercise('the-order-of-the-court.json')
    const { passages } = parseTwee(toTwee(exercise, { locale: 'en' }))
    const read = (name: string) => passages.find((one) => one.name === name)?.text ?? ''
    const place = (id: string | undefined) => exercise.questions.findIndex((one) => one.id === id) + 1
    const [other] = exercise.otherwise ?? []
    const [decision, owed] = [place(other?.where.question), place(other?.insteadOf)]
    const letter = other?.where.choice.toUpperCase()
    expect(read(`Question ${decision} ${letter}`)).toContain(`->Question ${decision + 1} otherwise]]`)
    expect(read(`Question ${owed} otherwise`).split('\n')[0]).toBe(other?.question.ask.en)
    expect(read(`Question ${owed}`).split('\n')[0]).not.toBe(other?.question.ask.en)
    expect(read(`Question ${owed} otherwise A`)).toContain(`->Question ${owed + 1}]]`)
  })

  test('has the same capital-letter IFID for the same exercise, and another for each language', async () => {
    const exercise = await shippedExercise('please-tell-nobody.json')
    const [en, id, again] = (['en', 'id', 'en'] as const).map((locale) => parseTwee(toTwee(exercise, { locale })).IFID)
    expect(en).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
    expect(again).toBe(en)
    expect(id).not.toBe(en)
  })
})

/** Words, harmless signs, character references and our own links: nothing else. */
const harmless =
  /^(?:[\p{L}\p{M}\p{N} \n.,;?!()–—…“”‘’·%]|(?<=[\p{L}\p{N}])['/-](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}”’)?!…]):(?=[ \n]|$)|&#\d+;|\[\[[\p{L} ]+->(?:Question \d+(?: otherwise)?(?: (?:[A-J]|Case))?|End)\]\])*$/u

/** What begins a list in Chapbook and Snowman, or a heading in SugarCube. */
const obeyedFirst = /^(?:\d+[.)](?: |$)|!)/m

function sameInTwee(exercise: Exercise, locale: Locale): void {
  const { text, feedback } = editionOf(exercise, { locale })
  const story = parseTwee(toTwee(exercise, { locale }))
  const passages = new Map(story.passages.map((one) => [one.name, one]))
  const read = (name: string) => decoded(passages.get(name)?.text ?? '')
  expect(story.name).toBe(text(exercise.vignette.title))
  expect(story.passages.map(({ tags }) => tags.length)).toEqual(story.passages.map(() => 0))
  for (const { text: body } of story.passages) expect(body).toMatch(harmless)
  for (const { text: body } of story.passages) expect(body).not.toMatch(obeyedFirst)
  for (const sentence of exercise.vignette.story) expect(read('Start').split('\n')).toContain(text(sentence))
  for (const [i, question] of exercise.questions.entries()) {
    expect(read(`Question ${i + 1}`).split('\n')[0]).toBe(text(question.ask))
    const atHand = read(`Question ${i + 1} Case`)
    expect(atHand.split('\n')).toEqual(
      [...exercise.vignette.story.map(text), '', expect.stringContaining(`->Question ${i + 1}]]`), ''].slice(0, -1),
    )
    expect(read(`Question ${i + 1}`)).toContain(`->Question ${i + 1} Case]]`)
    for (const choice of question.choices) {
      const letter = choice.id.toUpperCase()
      expect(read(`Question ${i + 1}`).split('\n')).toContain(`${letter}. ${text(choice.says)}`)
      const consequence = read(`Question ${i + 1} ${letter}`).split('\n')
      expect([consequence[0], consequence[3]]).toEqual([text(choice.says), feedback(choice)])
    }
  }
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

describe('xAPI, read by the validator of Learning Locker', () => {
  const held: unknown = validation.default
  /** Its default, or the default of that: how it is loaded depends on who loads it. */
  const validateStatement = (typeof held === 'function' ? held : (held as typeof validation).default) as (
    statement: unknown,
  ) => readonly unknown[]
  const actor = { homePage: 'https://school.example', name: 'learner-17' }

  test('is read by a validator that finds what is wrong', () => {
    expect(validateStatement({ actor: { account: actor }, verb: {}, object: { id: 'no-iri' } }).length).toBeGreaterThan(
      0,
    )
  })

  test.each(triedVignettes)('has a statement for every choice of %s', async (name) => {
    const exercise = await shippedExercise(name)
    const statements = toXapi(exercise, { actor })
    expect(statements).toHaveLength(everyQuestion(exercise).flatMap(({ choices }) => choices).length)
    expect(statements.flatMap((one) => validateStatement(one))).toEqual([])
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
  })

  test('accepts words with every sign', async () => {
    await withAnyWords((exercise) => {
      expect(toXapi(exercise, { actor }).flatMap((one) => validateStatement(one))).toEqual([])
    })
  })

  test('says what was chosen, how far it was right, and of a dilemma neither success nor a right answer', async () => {
    const exercise = await shippedExercise('her-own-decision.json')
    const answers = Object.fromEntries(exercise.questions.map(({ id, choices }) => [id, [choices[0]?.id as string]]))
    const statements = toXapi(exercise, { actor, answers, timestamp: '2026-01-31T09:00:00Z' })
    expect(statements.flatMap((one) => validateStatement(one))).toEqual([])
    expect(statements.map((one) => (one.verb as { display: { en: string } }).display.en)).toEqual([
      'experienced',
      ...exercise.questions.map(() => 'answered'),
      'completed',
    ])
    const graded = grade(exercise, answers)
    for (const [i, { kind, id }] of exercise.questions.entries()) {
      const { result, object } = statements[i + 1] as unknown as {
        result: { response: string; success?: boolean; score?: { scaled: number } }
        object: { id: string; definition: { correctResponsesPattern?: readonly string[] } }
      }
      const open = kind === 'decision' || kind === 'reasons'
      const hasOpen = exercise.questions[i]?.choices.some(({ mark }) => mark === 'open')
      const share = graded.questions[i]?.share
      expect(result.response).toBe((answers[id] as string[]).join('[,]'))
      expect(result.score?.scaled).toBe(share === null ? undefined : share)
      expect(result.success).toBe(open ? undefined : share === 1)
      expect(object.definition.correctResponsesPattern === undefined).toBe(open || hasOpen)
    }
    const names = new Set(JSON.stringify(statements).match(/"mbox[^"]*"/g))
    expect([...names]).toEqual([])
  })

  test('says nothing of a question that was not answered, and that the exercise is not complete', async () => {
    const exercise = await shippedExercise('her-own-decision.json')
    const [first] = exercise.questions as [(typeof exercise.questions)[number]]
    const answers = { [first.id]: first.choices.filter(({ mark }) => mark === 'right').map(({ id }) => id) }
    const rubric = { points: { ...usualRubric.points, [first.kind]: 7 } }
    const statements = toXapi(exercise, { actor, answers, rubric, base: 'urn:school:' })
    expect(statements.map(({ object }) => (object as { id: string }).id)).toEqual([
      `urn:school:${exercise.id}`,
      `urn:school:${exercise.id}/${first.id}`,
      `urn:school:${exercise.id}`,
    ])
    expect(statements.at(-1)?.result).toMatchObject({ completion: false, score: { raw: 7 } })
    expect(statements.flatMap((one) => validateStatement(one))).toEqual([])
  })

  test.each([
    [{ actor: { ...actor, homePage: 'ftp://school.example' } }, 'options.actor.homePage: must be an address'],
    [{ actor: { ...actor, homePage: 'https://a school' } }, 'options.actor.homePage: must be an address'],
    [{ actor, base: 'exercises/' }, 'options.base: must be an IRI'],
    [{ actor, timestamp: 'yesterday' }, 'options.timestamp: must be a time such as'],
  ])('refuses the options %j', async (options, message) => {
    const exercise = await shippedExercise('the-published-queue.json')
    expect(refusal(() => toXapi(exercise, options))).toContain(`invalid-options\n${message}`)
  })

  test('takes no e-mail address for a name', async () => {
    const exercise = await shippedExercise('the-published-queue.json')
    const named = () => toXapi(exercise, { actor: { homePage: 'https://school.example', name: 'siti@school.example' } })
    expect(named).toThrow(TimbangError)
    expect(named).toThrow('options.actor.name: must be a made-up name, and no e-mail address')
  })
})

describe('the hand-out and the key', () => {
  test('are refused in a form or a language that there is not', async () => {
    const exercise = await shippedExercise('the-published-queue.json')
    expect(refusal(() => handOut(exercise, { as: 'pdf' as never, locale: 'en' }))).toBe(
      'invalid-options\noptions.as: must be one of `html`, `markdown`',
    )
    expect(refusal(() => key(exercise, { as: 'html', locale: 'fr' as never }))).toBe(
      'invalid-options\noptions.locale: must be one of `en`, `id`',
    )
  })

  test.each(all)('of %s in %s hold every text, the hand-out nothing of the key', async (name, locale) => {
    const exercise = await shippedExercise(name)
    const outlet = editionOf(exercise, { locale })
    for (const as of ['html', 'markdown'] as const) {
      const read = as === 'html' ? htmlTexts : markdownTexts
      const [forLearners, forEducator] = [read(handOut(exercise, { as, locale })), read(key(exercise, { as, locale }))]
      for (const { ask, choices } of exercise.questions) {
        expect(forLearners).toContain(outlet.text(ask))
        expect(forEducator).toContain(outlet.text(ask))
        for (const choice of choices) {
          expect(forLearners.some((one) => one.includes(outlet.text(choice.says)))).toBe(true)
          expect(forEducator).toContain(outlet.text(choice.feedback))
          expect(forLearners).not.toContain(outlet.text(choice.feedback))
        }
      }
    }
  })

  test('keep every sign of every text', async () => {
    await withAnyWords((exercise, locale) => {
      const { text } = editionOf(exercise, { locale })
      for (const as of ['html', 'markdown'] as const) {
        const found = (as === 'html' ? htmlTexts : markdownTexts)(key(exercise, { as, locale }))
        expect(found.some((one) => one.endsWith(text(exercise.vignette.title)))).toBe(true)
        for (const { ask, choices } of exercise.questions) {
          expect(found).toContain(text(ask))
          for (const choice of choices) {
            expect(found.some((one) => one.includes(text(choice.says)))).toBe(true)
            expect(found).toContain(text(choice.feedback))
          }
        }
      }
    })
  })
})

interface HtmlNode {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly HtmlNode[]
}

/** The texts of a page as a browser shows them, one for each element that holds text. */
function htmlTexts(html: string): readonly string[] {
  const text = (node: HtmlNode): string => node.value ?? (node.childNodes ?? []).map(text).join('')
  const all = (node: HtmlNode): readonly string[] => {
    if (node.nodeName === 'script' || node.nodeName === 'style') return []
    if (['h1', 'h2', 'h3', 'p', 'span'].includes(node.nodeName)) return [text(node)]
    return (node.childNodes ?? []).flatMap(all)
  }
  return all(parseHtml(html) as unknown as HtmlNode)
}

/** The texts of Markdown as a reader shows them, one for each paragraph, heading or list item; with HTML and links on. */
function markdownTexts(markdown: string): readonly string[] {
  const reader = new MarkdownIt('default', { html: true, linkify: false })
  const tokens = reader.parse(markdown, {})
  const odd = tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => /html|link_open|image|code|table|fence/.test(type))
  expect(odd).toEqual([])
  return tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ content }) => content).join(''))
}

describe('the practice page', () => {
  test('admits nothing but its own script and style, and cannot be broken out of', async () => {
    await withAnyWords((exercise, locale) => {
      const page = practicePage(exercise, { locale })
      const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
      )
      expect(page.match(/<script/g)).toHaveLength(2)
      expect(page.match(/<\/script/g)).toHaveLength(2)
      const data = JSON.parse(/<script type="application\/json" id="content">(.*)<\/script>/.exec(page)?.[1] as string)
      expect(data.title).toEqual(exercise.vignette.title)
      expect(data.questions.map(({ ask }: ExerciseQuestion) => ask)).toEqual(exercise.questions.map(({ ask }) => ask))
    })
  })
})
