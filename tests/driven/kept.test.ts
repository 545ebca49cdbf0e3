import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, openBrowser, opened } from './browser.js'

/* What is kept of a consultation: a situation that is opened again, and a note. */

const file = new URL('../../dist/consult.html', import.meta.url)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const child = {
  case: { jurisdiction: 'ID' },
  abuse: { suspected: true, victim: { child: true }, victimSafeNow: false, needsMedicalCare: null },
}

async function openedAgain(situation: object): Promise<Page> {
  const { page } = await opened(browser, file)
  const buffer = Buffer.from(JSON.stringify({ situation }))
  await page.locator('input[type=file]').setInputFiles({ name: 'kept.json', mimeType: 'application/json', buffer })
  await page.locator('#advice').waitFor()
  return page
}

describe('a situation that was kept', () => {
  test('is asked again about danger, and what moved names the answer that did it', async () => {
    const page = await openedAgain(child)
    const again = page.locator('.again')
    expect(await again.locator('li > span').allTextContents()).toEqual(['victim safe at this moment: no'])
    expect(await page.locator('.since').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await again.getByRole('button', { name: 'Change this answer' }).click()
    await page.getByRole('button', { name: 'yes', exact: true }).click()
    const since = page.locator('.since')
    await since.waitFor()
    expect(await since.textContent()).toContain('by the answer: victim safe at this moment: no → yes')
    await again.getByRole('button', { name: 'All of it is still so' }).click()
    expect(await again.count()).toBe(0)
    await page.context().close()
  })

  test('asks anew what was not known then', async () => {
    const page = await openedAgain({
      ...child,
      abuse: { suspected: true, victim: { child: true }, victimSafeNow: null },
    })
    await page.locator('.question').getByRole('group', { name: 'Is the victim safe at this moment?' }).waitFor()
    await page.context().close()
  })
})

test('what must be done now stands with whom to call and with words to say', async () => {
  const page = await openedAgain(child)
  expect(await page.locator('.now .hand').first().textContent()).toContain('112')
  expect(await page.locator('.now .says').first().textContent()).toMatch(/^“.+”$/)
  await page.context().close()
})

test('a note is written with the day and what a person adds, and given as a file', async () => {
  const page = await openedAgain(child)
  await page.locator('.look summary', { hasText: 'Note for the file' }).click()
  const sheet = page.locator('.sheet')
  await page.getByLabel('By whom').fill('the team')
  expect(await sheet.textContent()).toContain('By whom: the team')
  expect(await sheet.textContent()).toContain(String(new Date().getFullYear()))
  expect(await axeFindings(page)).toEqual([])
  const given = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the note' }).click()
  expect(readFileSync((await (await given).path()) as string, 'utf8')).toContain('# Note for the file')
  await page.getByLabel('For the client').check()
  expect(await sheet.textContent()).toContain('No note for the client yet')
  await page.evaluate("document.documentElement.dataset.print = 'note'")
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.interview', '.now', '.signed', '.note label', '.part'])
    expect(await page.locator(hidden).first().isVisible()).toBe(false)
  expect(await sheet.isVisible()).toBe(true)
  await page.context().close()
})
