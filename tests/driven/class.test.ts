import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { discussion } from '../../src/teach/discussion/discussion.js'
import { discussionOutlets } from '../../src/teach/discussion/outlets/discussionOutlets.js'
import { locales } from '../../src/vocabulary.js'
import { discussionWords } from '../../src/words/discussionWords.js'
import { vignette } from '../support/exercises.js'
import { axeFindings, openBrowser, openedIn } from './browser.js'

/* The page of a class: six devices vote, one takes their votes in, makes groups and shows what moved, in Chromium. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-class-'))
const talk = await discussion(vignette('her-own-decision.json'), socialWork)
const written = (name: string, locale: 'en' | 'id') =>
  discussionOutlets.find((one) => one.name === name)?.write(talk, { locale }) ?? ''

/** First and second vote of six learners: two move. */
const votes = [
  ['a', 'a'],
  ['a', 'b'],
  ['a', 'a'],
  ['b', 'b'],
  ['b', 'b'],
  ['-', 'b'],
] as const

describe('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  const opened = (name: string, html: string, width = 1000) =>
    openedIn(folder, name, html, browser, { viewport: { width, height: 800 } })

  test.each(locales)('six devices vote twice by keyboard, and one page shows what moved, in %s', async (locale) => {
    const w = discussionWords[locale]
    const html = written('page', locale)
    const devices = await Promise.all(votes.map((_, i) => opened(`device-${i}.html`, html, 360)))
    const teacher = await opened('teacher.html', html)
    expect(await axeFindings(teacher.page)).toEqual([])
    await teacher.page.click('#to-groups')
    expect(await teacher.page.textContent('#main')).toContain(w.page.noVotes)

    for (const round of [0, 1])
      await Promise.all(
        devices.map(async ({ page }, i) => {
          if (round === 1) await press(page, 'to-second')
          await vote(page, `P0${i + 1}`, votes[i]?.[round] ?? '-', `Reason ${i} of ${round}; "with" <b>signs</b>`)
        }),
      )
    const lines = await Promise.all(devices.map(async ({ page }) => await page.inputValue('#lines')))
    await teacher.page.click('#exchange summary')
    await teacher.page.fill('#paste', `${lines.join('\n')}\nSiti;1;a;no\n`)
    await teacher.page.click('#take-in')
    expect(await teacher.page.textContent('#taken')).toBe(w.page.taken.replace('{taken}', '12').replace('{wrong}', '1'))

    await teacher.page.click('#to-groups')
    await teacher.page.selectOption('#size', '3')
    const groups = await teacher.page.locator('.groups li').allTextContents()
    expect(groups.map((one) => one.replace(/^.*: /, ''))).toEqual(['P01, P03, P05', 'P02, P04, P06'])
    expect(await axeFindings(teacher.page)).toEqual([])

    await teacher.page.click('#to-movement')
    expect(await teacher.page.textContent('#moved')).toBe(w.page.moved.replace('{moved}', '2').replace('{both}', '6'))
    const rows = teacher.page.locator('.movement tbody tr')
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    )
    expect(cells).toEqual([
      ['2', '1', '0', '3'],
      ['0', '2', '0', '2'],
      ['0', '1', '0', '1'],
      ['2', '4', '0', '6'],
    ])
    expect(await teacher.page.locator('.reasons li').allTextContents()).toContain(
      'A: Reason 0 of 0; "with" <b>signs</b>',
    )
    expect(await axeFindings(teacher.page)).toEqual([])
    await teacher.page.emulateMedia({ media: 'print' })
    expect(await teacher.page.locator('.movement').isVisible()).toBe(true)
    expect(await teacher.page.locator('nav').isVisible()).toBe(false)
    for (const { page, troubles } of [...devices, teacher]) {
      expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
        '',
        0,
        0,
      ])
      expect(troubles()).toEqual([])
      await page.close()
    }
  })

  test('takes no name, asks for a position, keeps one vote a code, and is emptied', async () => {
    const { page } = await opened('names.html', written('page', 'en'), 360)
    const w = discussionWords.en.page
    await page.fill('#code', 'Siti')
    await page.click('#hand-in')
    expect(await page.textContent('#result')).toBe(w.codeMissing)
    await page.fill('#code', 'p7')
    await page.click('#hand-in')
    expect(await page.textContent('#result')).toBe(w.chooseFirst)
    for (const stance of ['a', 'b'] as const) await vote(page, 'P7', stance, '')
    expect(await page.textContent('#result')).toBe(w.votes.replace('{count}', '1'))
    expect(await page.inputValue('#lines')).toBe('P7;1;b;')
    await page.click('[data-locale="id"]')
    expect(await page.textContent('h2')).toBe(discussionWords.id.page.first)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.click('#exchange summary')
    await page.click('#empty')
    expect(await page.inputValue('#lines')).toBe('')
    await page.close()
  })

  test.each(locales)('the sheets are found sound by axe, in %s', async (locale) => {
    for (const name of ['guide', 'roles', 'observer', 'rubric', 'ballots']) {
      const { page, troubles } = await opened(`${name}.html`, written(name, locale))
      expect([name, await axeFindings(page)]).toEqual([name, []])
      expect(troubles()).toEqual([])
      await page.close()
    }
  })
})

/** Presses a button by its keyboard. */
async function press(page: Page, id: string): Promise<void> {
  await page.focus(`#${id}`)
  await page.keyboard.press('Enter')
}

/** Fills in a vote by keyboard, and hands it in. */
async function vote(page: Page, code: string, stance: 'a' | 'b' | '-', why: string): Promise<void> {
  await page.focus('#code')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(code)
  await page.focus(`#stance-${stance}`)
  await page.keyboard.press('Space')
  await page.focus('#why')
  await page.keyboard.type(why)
  await press(page, 'hand-in')
}
