import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, type Running, started, token } from '../support/caseSystem.js'
import { patience } from '../support/patience.js'
import { axeFindings, openBrowser } from './browser.js'

let [service, browser, page]: [Running | undefined, Browser | undefined, Page | undefined] = [
  undefined,
  undefined,
  undefined,
]
let troubles: string[] = []

beforeAll(async () => {
  service = await started({ CASE_SYSTEM_DATA: mkdtempSync(join(tmpdir(), 'timbang-case-system-')) })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})
beforeEach(async () => {
  page = await (browser as Browser).newPage()
  page.setDefaultTimeout(patience)
  troubles = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(service?.url as string)
})
afterEach(async () => {
  await page?.close()
})

const words = {
  en: {
    button: 'English',
    title: 'Before you disclose',
    begin: 'Begin',
    check: 'Show what the rules say',
    again: 'Show it again with these answers',
    against: 'The rules speak against this step',
    keep: 'Keep this decision',
    choice: 'I decide otherwise',
    kept: 'Kept',
  },
  id: {
    button: 'Bahasa Indonesia',
    title: 'Sebelum mengungkapkan',
    begin: 'Mulai',
    check: 'Tampilkan apa kata aturan',
    again: 'Tampilkan lagi dengan jawaban ini',
    against: 'Langkah ini tidak sejalan dengan aturan',
    keep: 'Simpan keputusan ini',
    choice: 'Saya memutuskan lain',
    kept: 'Tersimpan',
  },
}

describe.each(['en', 'id'] as const)('the page in %s', (locale) => {
  const w = words[locale]

  test('lets a worker plan a disclosure, see the cards, decide otherwise with a reason, and keep it', async () => {
    const shown = await begun(w)
    expect(await shown.title()).toBe(w.title)
    expect(await shown.locale()).toBe(locale)
    await shown.page.locator('#step').selectOption('disclose-within-ground')
    await shown.page.locator('[id="fact-disclosure.requester"]').selectOption('funder')
    await shown.page.locator('[id="fact-abuse.suspected"]').selectOption('true')
    await shown.page.getByRole('button', { name: w.check }).click()
    const first = shown.page.locator('.card').first()
    await first.waitFor()
    expect(await first.locator('h3').textContent()).toMatch(
      locale === 'en' ? /^The rules speak against this step/ : /^Langkah ini tidak sejalan dengan aturan/,
    )
    expect(await shown.page.locator('.card').allTextContents()).not.toContainEqual(
      expect.stringMatching(/\*\*|\\|undefined/),
    )
    expect(await axeFindings(shown.page)).toEqual([])
    await shown.page.getByLabel(w.choice).check()
    await shown.page.getByRole('button', { name: w.keep }).click()
    await shown.page.locator('#trouble:not(:empty)').waitFor()
    await shown.page.locator('#reason').selectOption('agreed-in-supervision')
    await shown.page.getByRole('button', { name: w.keep }).click()
    await shown.page.getByRole('heading', { name: w.kept, exact: true }).waitFor()
    expect(await axeFindings(shown.page)).toEqual([])
    const record = JSON.parse((await shown.page.locator('#record').textContent()) as string)
    expect(record).toMatchObject({
      locale,
      facts: expect.arrayContaining(['disclosure.requester']),
      decision: { choice: 'overridden', step: 'disclose-within-ground', reason: { code: 'agreed-in-supervision' } },
    })
    expect(JSON.stringify(record)).not.toContain('staff-1')
    expect(await ask(`${service?.url}/decisions/${record.id}`)).toEqual({ status: 200, body: record })
    expect(troubles).toEqual([])
  })

  test('offers the open questions as fields, and an answer changes the cards', async () => {
    const { page: shown } = await begun(w)
    const choose = (fact: string, value: string) => shown.locator(`[id="fact-${fact}"]`).selectOption(value)
    await shown.locator('#step').selectOption('report-to-protection-service')
    await choose('abuse.suspected', 'true')
    const victim = shown.locator('[id="fact-abuse.victim"]')
    await victim.locator('input').last().check()
    await victim.locator('input[value="spouse"]').check()
    expect(await victim.locator('input:checked').count()).toBe(1)
    for (const [fact, value] of Object.entries({ severity: 'serious', imminence: 'likely', credibility: 'high' }))
      await choose(`risk.${fact}`, value)
    await shown.getByRole('button', { name: w.check }).click()
    const first = shown.locator('.card h3').first()
    await first.waitFor()
    expect(await first.textContent()).toMatch(locale === 'en' ? /^Ask .*whether/ : /^Tanyakan .*apakah/)
    expect(await axeFindings(shown)).toEqual([])
    await shown.locator('#above a[href$="risk.disclosureIncreases"]').first().press('Enter')
    expect(await focused(shown)).toBe('fact-risk.disclosureIncreases')
    await choose('risk.disclosureIncreases', 'true')
    const before = await shown.locator('#open [id^="fact-"]').count()
    expect(before).toBeGreaterThan(0)
    await shown.getByRole('button', { name: w.again }).click()
    await shown.getByText(w.against).waitFor()
    expect(await shown.locator('#open [id^="fact-"]').count()).toBeGreaterThanOrEqual(before)
    for (const width of [360, 1400]) {
      await shown.setViewportSize({ width, height: 800 })
      expect(await shown.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      if (process.env.SHOTS)
        await shown.screenshot({ path: `${process.env.SHOTS}-${locale}-${width}.png`, fullPage: true })
    }
    expect(troubles).toEqual([])
  })

  test('is clean by axe before anything is entered, and can be used by keyboard alone', async () => {
    const opened = page as Page
    await opened.getByRole('button', { name: w.button }).click()
    expect(await axeFindings(opened)).toEqual([])
    await opened.keyboard.press('Tab')
    for (let i = 0; i < 4 && (await focused(opened)) !== 'token'; i++) await opened.keyboard.press('Tab')
    await opened.keyboard.type(token)
    await opened.keyboard.press('Tab')
    await opened.keyboard.type('staff-1')
    await opened.keyboard.press('Tab')
    await opened.keyboard.press('Tab')
    await opened.keyboard.press('Enter')
    await opened.locator('#step').waitFor()
    for (let i = 0; i < 80 && (await focused(opened)) !== 'submit'; i++) await opened.keyboard.press('Tab')
    await opened.keyboard.press('Enter')
    await opened.locator('.card').first().waitFor()
    expect(await focused(opened)).toBe('advice-heading')
    expect(troubles).toEqual([])
  })

  test('says in words when the token is wrong', async () => {
    const opened = page as Page
    await opened.getByRole('button', { name: w.button }).click()
    await opened.locator('#token').fill('wrong')
    await opened.locator('#worker').fill('staff-1')
    await opened.getByRole('button', { name: w.begin }).click()
    await opened.locator('#trouble:not(:empty)').waitFor()
    expect(await opened.locator('#trouble').textContent()).toBe(
      locale === 'en' ? 'The token is not the right one.' : 'Token tidak sesuai.',
    )
    expect(await axeFindings(opened)).toEqual([])
  })
})

async function begun(w: (typeof words)['en']) {
  const opened = page as Page
  await opened.getByRole('button', { name: w.button }).click()
  await opened.locator('#token').fill(token)
  await opened.locator('#worker').fill('staff-1')
  await opened.getByRole('button', { name: w.begin }).click()
  await opened.locator('#step').waitFor()
  expect(await axeFindings(opened)).toEqual([])
  return { page: opened, title: () => opened.title(), locale: () => opened.locator('html').getAttribute('lang') }
}

function focused(opened: Page): Promise<string> {
  return opened.evaluate('document.activeElement.id || document.activeElement.type')
}
