import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { type AnswerSheet, answerSheets } from '../../src/teach/concordance/answerSheets.js'
import { concordanceScore } from '../../src/teach/concordance/concordanceScores.js'
import { concordanceSet } from '../../src/teach/concordance/concordanceSet.js'
import { concordancePage } from '../../src/teach/concordance/outlets/page/concordancePage.js'
import { concordanceHandOut, concordancePanelSheet } from '../../src/teach/concordance/outlets/sheets.js'
import { panelKey } from '../../src/teach/concordance/panelKey.js'
import { moves } from '../../src/teach/concordance/setShape.js'
import { locales } from '../../src/vocabulary.js'
import { concordanceWords } from '../../src/words/concordanceWords.js'
import { vignette } from '../support/exercises.js'
import { axeFindings, openBrowser, openedIn } from './browser.js'

/* The page of a concordance set as a panellist and a learner use it, in Chromium. The panel is made up. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-concordance-'))
const set = await concordanceSet(vignette('her-own-decision.json'), socialWork)
const panel: readonly AnswerSheet[] = Array.from({ length: 16 }, (_, i) => ({
  code: `P${i + 1}`,
  answers: Object.fromEntries(
    set.items.map(({ id }, k) => [
      id,
      { moves: moves[(i * (k + 2)) % 5] ?? 0, ...(i % 4 === 0 && { why: `Because ${i}` }) },
    ]),
  ),
}))

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

  test.each(locales)(
    'a panellist answers before there is a key, and hands in lines that are read again, in %s',
    async (locale) => {
      const { page, troubles } = await opened('panel.html', concordancePage(set, { locale }))
      expect(await page.textContent('.standing')).toBe(concordanceWords[locale].noPanel)
      await page.click('#check')
      expect(await page.textContent('#result')).toBe(concordanceWords[locale].chooseFirst)
      for (const [i] of set.items.entries()) {
        await page.click(`label[for="move${i === 5 ? '' : moves[i]}"]`)
        await page.fill('#why', `=1+1 "why" ${i}`)
        await page.click('#check')
      }
      expect(await page.locator('.spread').count()).toBe(0)
      await page.fill('#code', 'Siti')
      expect(await page.textContent('#code-result')).toBe(concordanceWords[locale].codeMissing)
      expect(await page.inputValue('#lines')).toBe('')
      await page.fill('#code', 'P07')
      const [sheet] = answerSheets(await page.inputValue('#lines'), set)
      expect(sheet?.code).toBe('P07')
      expect(Object.values(sheet?.answers ?? {})).toEqual(
        moves.map((move, i) => ({ moves: move, why: `=1+1 "why" ${i}` })),
      )
      expect(await axeFindings(page)).toEqual([])
      expect(troubles()).toEqual([])
      await page.close()
    },
  )

  test.each(locales)(
    'a learner sees by keyboard how the panel answered, and the share that the library gives, in %s',
    async (locale) => {
      const { page, troubles } = await opened('learner.html', concordancePage(set, { locale, panel }), 360)
      const answers: Record<string, { moves: (typeof moves)[number] }> = {}
      expect(await axeFindings(page)).toEqual([])
      for (const { id } of set.items) {
        await page.focus('input[type="radio"]')
        await page.keyboard.press('ArrowDown')
        answers[id] = { moves: -1 }
        await page.focus('#check')
        await page.keyboard.press('Enter')
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
        expect(await page.locator('.spread tbody tr').count()).toBe(5)
        expect(await page.locator('.reasons li').count()).toBe(4)
        await page.focus('#next')
        await page.keyboard.press('Enter')
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
      }
      const { share } = concordanceScore(panelKey(set, panel), { code: 'L1', answers })
      expect(await page.textContent('#total')).toBe(`${Math.round((share ?? 0) * 100)} %`)
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
        '',
        0,
        0,
      ])
      expect(troubles()).toEqual([])
      await page.close()
    },
  )

  test.each(locales)('the sheets are found sound by axe, in %s', async (locale) => {
    for (const sheet of [concordanceHandOut, concordancePanelSheet]) {
      const { page, troubles } = await opened('sheet.html', sheet(set, { as: 'html', locale, panel }))
      expect(await axeFindings(page)).toEqual([])
      expect(troubles()).toEqual([])
      await page.close()
    }
  })
})
