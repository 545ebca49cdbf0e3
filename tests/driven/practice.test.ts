import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Exercise, ExerciseQuestion } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { practicePage } from '../../src/teach/outlets/page/practicePage.js'
import { handOut } from '../../src/teach/outlets/sheets/handOut.js'
import { key } from '../../src/teach/outlets/sheets/key.js'
import { toXapi } from '../../src/teach/outlets/xapi/xapi.js'
import { type Answers, questionsAsked } from '../../src/teach/questionsAsked.js'
import { type Locale, locales } from '../../src/vocabulary.js'
import { shippedExercise } from '../support/exercises.js'
import { openBrowser, openedIn, axeFindings as violations } from './browser.js'

/* The practice page as a learner plays it, and the sheets as they are printed, in Chromium. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-page-'))

describe('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const opened = (name: string, html: string) =>
    openedIn(folder, name, html, browser, { viewport: { width: 1000, height: 900 } })

  describe.each(['please-tell-nobody.json', 'her-own-decision.json'])('the practice page of %s', (name) => {
    test.each(locales)('is played through by mouse in %s, and counts as the library does', async (locale) => {
      const exercise = await shippedExercise(name)
      const answers = mixedAnswers(exercise)
      const { page, troubles } = await opened('mouse.html', practicePage(exercise, { locale }))
      for (const question of askedIn(exercise)) {
        await expectQuestion(page, question, locale)
        for (const id of answers[question.id] as string[]) await page.click(`label[for="${question.id}-${id}"]`)
        await page.click('#check')
        await expectFeedback(page, exercise, question, answers, locale)
        await page.click('#next')
      }
      await expectResult(page, exercise, answers, locale)
      await page.click('#restart')
      await expectQuestion(page, exercise.questions[0] as ExerciseQuestion, locale)
      expect(await page.locator('input:checked').count()).toBe(0)
      expect(troubles()).toEqual([])
      await page.close()
    })

    test('is played through by keyboard alone, with the focus where the reader is', async () => {
      const exercise = await shippedExercise(name)
      const answers = mixedAnswers(exercise)
      const { page, troubles } = await opened('keyboard.html', practicePage(exercise, { locale: 'id' }))
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      for (const question of askedIn(exercise)) {
        for (const id of answers[question.id] as string[])
          await tabTo(page, `${question.id}-${id}`, question.pick !== 'several')
        await tabTo(page, 'check', false, 'Enter')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
        await expectFeedback(page, exercise, question, answers, 'id')
        await tabTo(page, 'next', false, 'Enter')
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
      }
      await expectResult(page, exercise, answers, 'id')
      expect(troubles()).toEqual([])
      await page.close()
    })
  })

  test('asks for an answer where none was chosen, and gives nothing away', async () => {
    const { page } = await opened(
      'none.html',
      practicePage(await shippedExercise('her-own-decision.json'), { locale: 'en' }),
    )
    await page.click('#check')
    expect(await page.textContent('#result')).toBe('Choose an answer first.')
    expect(await page.locator('.why').count()).toBe(0)
    await page.close()
  })

  test('changes the language in the middle, and keeps what was chosen', async () => {
    const exercise = await shippedExercise('her-own-decision.json')
    const [question] = exercise.questions as [ExerciseQuestion]
    const { page } = await opened('both.html', practicePage(exercise, { locale: 'en' }))
    await page.click(`label[for="${question.id}-a"]`)
    await page.click('[data-locale="id"]')
    await expectQuestion(page, question, 'id')
    expect(await page.getAttribute('html', 'lang')).toBe('id')
    expect(await page.title()).toBe(exercise.vignette.title.id)
    expect(await page.isChecked(`#${question.id}-a`)).toBe(true)
    await page.close()
  })

  test('keeps nothing: neither cookies nor any storage, and the page can be left and opened anew', async () => {
    const { page } = await opened(
      'kept.html',
      practicePage(await shippedExercise('the-published-queue.json'), { locale: 'en' }),
    )
    await page.click('label >> nth=0')
    await page.click('#check')
    const held = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])
    expect(held).toEqual(['', 0, 0])
    await page.reload()
    expect(await page.locator('input:checked').count()).toBe(0)
    await page.close()
  })

  test('asks what is still owed of the side not taken, and saves what was chosen as the library tells it', async () => {
    const exercise = await shippedExercise('her-own-decision.json')
    const [other] = exercise.otherwise ?? []
    for (const { id: side } of exercise.questions.find(({ id }) => id === other?.where.question)?.choices ?? []) {
      const decision = { [other?.where.question as string]: [side] }
      const asked = questionsAsked(exercise, decision)
      const answers = Object.fromEntries(
        asked.map(({ id, choices }) => [id, decision[id] ?? [choices[0]?.id as string]]),
      )
      const { page, troubles } = await opened('side.html', practicePage(exercise, { locale: 'en' }))
      for (const question of asked) {
        await expectQuestion(page, question, 'en')
        await page.click(`label[for="${question.id}-${answers[question.id]?.[0]}"]`)
        await page.click('#check')
        await page.click('#next')
      }
      await page.fill('#code', 'P07')
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#statements')])
      const actor = { homePage: 'https://timbang.example', name: 'P07' }
      const told = toXapi(exercise, { actor, answers }).map(({ id: _, ...statement }) => statement)
      expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toEqual(told)
      expect(troubles()).toEqual([])
      await page.close()
    }
  })

  describe.each(locales)('axe finds nothing in %s', (locale) => {
    test.each(['light', 'dark'] as const)(
      'on the practice page, before, after and at the end, where it is %s',
      async (colorScheme) => {
        const exercise = await shippedExercise('her-own-decision.json')
        const { page } = await opened(`axe-${locale}.html`, practicePage(exercise, { locale }))
        await page.emulateMedia({ colorScheme })
        expect(await violations(page)).toEqual([])
        for (const question of askedIn(exercise)) {
          for (const id of mixedAnswers(exercise)[question.id] as string[])
            await page.click(`label[for="${question.id}-${id}"]`)
          await page.click('#check')
          expect(await violations(page)).toEqual([])
          await page.click('#next')
        }
        expect(await violations(page)).toEqual([])
        await page.close()
      },
    )

    test('on the hand-out and the key', async () => {
      const exercise = await shippedExercise('her-own-decision.json')
      for (const sheet of [handOut, key]) {
        const { page, troubles } = await opened(`sheet-${locale}.html`, sheet(exercise, { as: 'html', locale }))
        expect(await violations(page)).toEqual([])
        expect(troubles()).toEqual([])
        await page.close()
      }
    })
  })

  test('folds the story after the first question, so that a small screen shows the question', async () => {
    const exercise = await shippedExercise('her-own-decision.json')
    const { page } = await opened('story.html', practicePage(exercise, { locale: 'id' }))
    await page.setViewportSize({ width: 360, height: 640 })
    expect(await page.locator('section.story').count()).toBe(1)
    await page.click('label >> nth=0')
    await page.click('#check')
    await page.click('#next')
    expect(await page.textContent('details.story summary')).toBe('Cerita')
    const [heading, story] = [await page.locator('h2').boundingBox(), await page.locator('h1').boundingBox()]
    expect((heading?.y ?? 0) - (story?.y ?? 0)).toBeLessThan(250)
    await page.click('details.story summary')
    expect(await page.locator('details.story').textContent()).toContain(exercise.vignette.story[0]?.id)
    await page.close()
  })

  test('the practice page fits a small screen without scrolling sideways', async () => {
    const { page } = await opened(
      'small.html',
      practicePage(await shippedExercise('her-own-decision.json'), { locale: 'id' }),
    )
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.close()
  })

  test.each(locales)('the hand-out prints on a few pages of A4 in %s, and no choice is torn apart', async (locale) => {
    const { page } = await opened(
      `print-${locale}.html`,
      handOut(await shippedExercise('her-own-decision.json'), { as: 'html', locale }),
    )
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.length).toBeLessThan(7)
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('ol.choices > li') as Element).breakInside),
    ).toBe('avoid')
    const whole = page.locator('section.whole')
    expect(new Set(await whole.evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside)))).toEqual(
      new Set(['avoid']),
    )
    await page.close()
  })
})

/** What is asked of whoever takes the first side. */
function askedIn(exercise: Exercise): readonly ExerciseQuestion[] {
  const decisions = exercise.questions.filter(({ kind }) => kind === 'decision')
  return questionsAsked(
    exercise,
    Object.fromEntries(decisions.map(({ id, choices }) => [id, [choices[0]?.id as string]])),
  )
}

/** Some right, some wrong: of every question the first choice, of several also the last. */
function mixedAnswers(exercise: Exercise): Answers {
  return Object.fromEntries(
    askedIn(exercise).map(({ id, pick, choices }) => {
      const [first, last] = [choices[0]?.id as string, choices.at(-1)?.id as string]
      return [id, pick === 'several' ? [first, last] : [first]]
    }),
  )
}

async function expectQuestion(page: Page, { ask, choices }: ExerciseQuestion, locale: Locale): Promise<void> {
  expect(await page.textContent('legend')).toContain(ask[locale])
  expect(await page.locator('.choice label').allTextContents()).toEqual(choices.map(({ says }) => says[locale]))
}

async function expectFeedback(
  page: Page,
  exercise: Exercise,
  question: ExerciseQuestion,
  answers: Answers,
  locale: Locale,
) {
  const graded = grade(exercise, answers, { locale }).questions.find((one) => one.question === question.id)
  const told = await page.locator('.why').allTextContents()
  expect(told).toHaveLength(graded?.choices.length as number)
  for (const [i, { feedback }] of (graded?.choices ?? []).entries()) expect(told[i]).toContain(feedback)
  const untold = question.choices.length - told.length
  expect(await page.locator('.others li').count()).toBe(untold)
  if (untold > 0) expect(await page.locator('.others').getAttribute('open')).toBeNull()
  const share = graded?.share ?? null
  const notMarked = { en: 'not marked', id: 'tidak dinilai' }[locale]
  expect(await page.textContent('#result')).toBe(share === null ? notMarked : `${Math.round(share * 100)} %`)
}

async function expectResult(page: Page, exercise: Exercise, answers: Answers, locale: Locale): Promise<void> {
  const { share, questions, principles } = grade(exercise, answers, { locale })
  expect(await page.textContent('#total')).toBe(`${Math.round(share * 100)} %`)
  expect(await page.locator('.results tbody tr').count()).toBe(questions.length)
  const goal = { en: 'goal', id: 'tujuan belajar' }[locale]
  const rows = page.locator('.principles tbody tr')
  expect(await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))).toEqual(
    principles.map((one) => [
      `${one.label}${one.goal ? ` (${goal})` : ''}`,
      `${one.seen} / ${one.of}`,
      `${one.mistaken}`,
    ]),
  )
}

/** Goes on by Tab (within radio buttons by the arrows) until the element has the focus, and presses a key there. */
async function tabTo(page: Page, id: string, radio: boolean, press = 'Space'): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.id)
  const inGroup = id.slice(0, id.lastIndexOf('-'))
  for (let step = 0; (await focused()) !== id; step++) {
    if (step > 40) throw new Error(`the keyboard does not reach ${id}`)
    const arrow = radio && ((await focused()) ?? '').startsWith(inGroup)
    await page.keyboard.press(arrow ? 'ArrowDown' : 'Tab')
  }
  await page.keyboard.press(press)
}
