import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { render } from '../../src/render/render.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { patience } from '../support/patience.js'
import { axeFindings, type Opened, openBrowser, opened } from './browser.js'

const file = new URL('../../dist/consult.html', import.meta.url)
const told = new URL('../../examples/situations/violence-told-in-confidence.json', import.meta.url)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

async function consulting(options = {}): Promise<Opened> {
  const one = await opened(browser, file, options)
  await one.page.getByRole('button', { name: 'Violence at home' }).click()
  await one.page.getByLabel('Someone is hurt, neglected or exploited').check()
  await one.page.getByRole('button', { name: 'Show the advice' }).click()
  await one.page.locator('#advice').waitFor()
  return one
}

async function openedSituation(page: Page, content: string | Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'situation.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  })
}

const question = (page: Page) => page.locator('#asked')
const isSafe = (page: Page) =>
  page.locator('.question').getByRole('group', { name: 'Is the victim safe at this moment?' })
const safe = (page: Page, answer: 'Yes' | 'No') => isSafe(page).getByLabel(answer, { exact: true }).check()
const ofDanger = 'About danger: which of these do you know?'
const toldNow = (page: Page) => page.locator('.interview .told').first().locator('li > span').allTextContents()

describe('the page', () => {
  test('is one file of less than 450 kB, as a server sends it', () => {
    expect(gzipSync(readFileSync(file), { level: 9 }).length).toBeLessThan(450_000)
  })

  test('asks nothing of the network, stores nothing and complains of nothing', async () => {
    const { page, requests, complaints } = await consulting()
    await safe(page, 'No')
    for (const summary of await page.locator('.look > details > summary').all()) await summary.click()
    await page.locator('.points li').first().waitFor()
    expect(requests).toEqual([file.href])
    expect(complaints).toEqual([])
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      bases: (await indexedDB.databases()).length,
    }))
    expect(kept).toEqual({ local: 0, session: 0, cookie: '', bases: 0 })
    await page.context().close()
  })

  test('says what to do now before any further question is answered', async () => {
    const { page } = await consulting()
    expect(await question(page).textContent()).toBe(ofDanger)
    expect(await page.locator('.now').count()).toBe(0)
    await safe(page, 'No')
    await page.locator('.now .do').first().waitFor()
    expect(await page.locator('.now .do').allTextContents()).toEqual(['Ensure immediate safety'])
    const [now, asked] = await Promise.all([page.locator('.now').boundingBox(), question(page).boundingBox()])
    expect(now?.y).toBeLessThan(asked?.y ?? 0)
    await page.context().close()
  })

  test('orders nothing that an open danger could undo, and says which answer it waits for', async () => {
    const { page } = await opened(browser, file)
    await openedSituation(page, readFileSync(told))
    await page.locator('.now').waitFor()
    expect(await page.locator('.now .do').allTextContents()).toEqual([
      'Ensure immediate safety',
      'Assess the risk in a structured way',
    ])
    expect(await page.locator('.now .held').textContent()).toContain(
      'Report to the protection service – Would reporting or telling someone raise the danger?',
    )
    await page.context().close()
  })

  test('goes back to an answer, and keeps the others when it is changed', async () => {
    const { page } = await consulting()
    await safe(page, 'No')
    await page.getByRole('button', { name: 'Go on' }).click()
    await isSafe(page).waitFor({ state: 'detached' })
    const second = await page.locator('.question').textContent()
    await page.locator('.question .unknown, .question .main').first().click()
    await expect.poll(() => page.locator('.question').textContent()).not.toBe(second)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await question(page).textContent()).toBe(ofDanger)
    expect(await isSafe(page).getByLabel('No', { exact: true }).isChecked()).toBe(true)
    await safe(page, 'Yes')
    expect(await toldNow(page)).toContain('victim safe at this moment: yes')
    expect(await toldNow(page)).toContain('violence, neglect or exploitation suspected: yes')
    await page.locator('.now').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('keeps the answers when the language is switched', async () => {
    const { page } = await consulting()
    await safe(page, 'No')
    await page.locator('.now').waitFor()
    const before = (await toldNow(page)).length
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    expect(await toldNow(page)).toContain('korban aman saat ini: tidak')
    expect((await toldNow(page)).length).toBe(before)
    expect(await page.locator('.now').textContent()).toContain('BERTINDAKLAH SEKARANG JUGA')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('id')
    await page.context().close()
  })

  test('speaks Indonesian to whoever reads it', async () => {
    const { page } = await opened(browser, file, { locale: 'id-ID' })
    await page.getByRole('button', { name: 'Tampilkan saran' }).waitFor()
    await page.context().close()
  })

  test('tries a turning point out with one touch, and undoes it', async () => {
    const { page } = await consulting()
    await openedSituation(page, readFileSync(told))
    await page.getByText('The situation was opened.').waitFor()
    const before = await toldNow(page)
    await page.getByText('What would change it').click()
    const unsuspected = page.locator('.points li', { hasText: 'violence, neglect or exploitation suspected: no' })
    await unsuspected.getByRole('button').click()
    await page.getByText('You are trying this out').waitFor()
    expect(await toldNow(page)).toContain('violence, neglect or exploitation suspected: no')
    const report = page.locator('.part.must .what', { hasText: 'Report to the protection service' })
    await report.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo it' }).click()
    expect(await toldNow(page)).toEqual(before)
    await report.waitFor()
    await page.context().close()
  })

  test('says what is wrong with a file, where, and keeps what was entered', async () => {
    const { page } = await consulting()
    const before = await toldNow(page)
    await openedSituation(page, '{ "situation": ')
    expect(await page.locator('.refused').textContent()).toContain('The file is not JSON.')
    await openedSituation(page, JSON.stringify({ situation: { risk: { severity: 'Jalan Mawar 3' }, secretKey: 1 } }))
    const refused = page.locator('.refused', { hasText: 'situation.risk.severity' })
    await refused.waitFor()
    const said = (await refused.textContent()) ?? ''
    expect(said).toContain('situation.risk.severity: must be one of')
    expect(said).toContain('names no fact')
    expect(said).not.toContain('Mawar')
    expect(said).not.toContain('secretKey')
    expect(await toldNow(page)).toEqual(before)
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click()
    expect(await page.locator('.refused').textContent()).toContain('situation.risk.severity: harus salah satu dari')
    await page.context().close()
  })

  test('gives a situation out as a file and takes it again', async () => {
    const { page } = await consulting()
    await safe(page, 'No')
    const before = await toldNow(page)
    await page.locator('.whole summary').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the situation' }).click(),
    ])
    const content = readFileSync((await download.path()) as string, 'utf8')
    expect(JSON.parse(content)).toMatchObject({
      told: ['victim safe at this moment: no', 'violence, neglect or exploitation suspected: yes'],
      situation: { abuse: { suspected: true, victimSafeNow: false } },
    })
    await page.getByText('The situation was given to you as a file.').waitFor()
    await page.locator('.whole summary').click()
    await page.getByRole('button', { name: 'Clear everything' }).click()
    await page.getByText('Everything was cleared.').waitFor()
    await openedSituation(page, content)
    await page.locator('#advice').waitFor()
    expect(await toldNow(page)).toEqual(before)
    await page.context().close()
  })

  test('pictures what gave way to what, and tells the same in words', async () => {
    const { page } = await consulting()
    await openedSituation(page, readFileSync(told))
    await page.locator('#advice').waitFor()
    await page.getByText('Picture of the weighing').click()
    await page.locator('svg .gaveWay').first().waitFor()
    expect(await page.locator('svg .gaveWay').count()).toBeGreaterThan(0)
    expect(await page.locator('svg .stands').count()).toBeGreaterThan(0)
    expect(await page.locator('.key li').allTextContents()).toEqual(['stands', 'gives way'])
    expect(await page.locator('svg .number').first().textContent()).toBe('1 exception')
    expect(await page.locator('figcaption li').count()).toBe(await page.locator('svg .number').count())
    expect(await page.locator('figcaption').textContent()).toContain(
      'Keep the information confidential” gives way to “You must: Report to the protection service”',
    )
    await page.context().close()
  })

  test('is walked through by keyboard alone', async () => {
    const { page } = await opened(browser, file)
    await page.getByRole('button', { name: 'Show the advice' }).waitFor()
    await tabTo(page, 'Violence at home')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Someone is hurt, neglected or exploited')
    await page.keyboard.press('Space')
    await tabTo(page, 'Show the advice')
    await page.keyboard.press('Enter')
    await question(page).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    await page.locator('.now').waitFor()
    await tabTo(page, 'Go on')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: patience }).toBe('asked')
    await tabTo(page, '← Back')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Bahasa Indonesia')
    await page.keyboard.press('Space')
    await page.getByText('BERTINDAKLAH SEKARANG JUGA').first().waitFor()
    await tabTo(page, 'Menu')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Hapus semua')
    await page.keyboard.press('Enter')
    await page.getByText('Semua sudah dihapus.').waitFor()
    await page.context().close()
  })

  test.each([
    ['en-US', 'light'],
    ['en-US', 'dark'],
    ['id-ID', 'light'],
    ['id-ID', 'dark'],
  ] as const)('has nothing that axe finds, in %s and %s', async (locale, colorScheme) => {
    const { page } = await opened(browser, file, { locale, colorScheme })
    await page.locator('.begin').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await openedSituation(page, readFileSync(told))
    await page.locator('#advice').waitFor()
    await page.locator('.whole summary').click()
    for (const summary of await page.locator('details:not(.whole) > summary').all()) await summary.click()
    await page.locator('.points li').first().waitFor()
    await page.locator('.look select').selectOption('disclose-to-protect')
    expect(await axeFindings(page)).toEqual([])
    await page.locator('.points button').first().click()
    await page.locator('.trying').waitFor()
    await openedSituation(page, '{')
    await page.locator('.refused').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  test.each([360, 1400])('fits a screen of %i pixels', async (width) => {
    const { page } = await opened(browser, file, { viewport: { width, height: 740 } })
    await openedSituation(page, readFileSync(told))
    await page.locator('#advice').waitFor()
    // The menu, which lies over what is below it, comes last.
    for (const summary of await page.locator('details:not(.whole) > summary').all()) await summary.click()
    await page.locator('.whole summary').click()
    await page.locator('.points li').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const picture = page.locator('.drawing')
    await picture.locator('svg').waitFor()
    expect(await picture.evaluate((at) => at.scrollWidth - at.clientWidth)).toBe(0)
    await page.context().close()
  })

  test('folds a long list of answers, and comes back to what must be done now when that changes', async () => {
    const { page } = await opened(browser, file, { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
    // Harm that is only possible calls for safety at once where the victim is not safe.
    const { situation } = JSON.parse(readFileSync(told, 'utf8'))
    const [abuse, risk] = [
      { ...situation.abuse, victimSafeNow: true },
      { ...situation.risk, imminence: 'possible' },
    ]
    await openedSituation(page, JSON.stringify({ situation: { ...situation, abuse, risk } }))
    await page.locator('#advice').waitFor()
    expect(await page.locator('.now').count()).toBe(0)
    expect(await page.locator('.interview .told').first().isVisible()).toBe(false)
    await page.getByText('What you told (').click()
    const safety = page.locator('.interview .told li', { hasText: 'victim safe at this moment' })
    await safety.getByRole('button').click()
    const no = page.getByRole('button', { name: 'no', exact: true })
    const top = async (of: string) => (await page.locator(of).boundingBox())?.y
    // The page may still be on its way to the question when it is scrolled.
    const topScrolledAway = async () => {
      await no.evaluate((at) => at.scrollIntoView({ block: 'start' }))
      return top('#now')
    }
    await expect.poll(topScrolledAway, { timeout: patience }).toBeLessThan(0)
    await no.evaluate((at) => (at as unknown as { click: () => void }).click())
    await page.locator('.now ol').waitFor()
    await expect.poll(() => top('.now'), { timeout: patience }).toBeGreaterThanOrEqual(0)
    expect(await page.locator('#advice > h2').first().textContent()).toBe('Advice')
    await page.context().close()
  })

  test('prints the advice and what was told, without what is there to be touched', async () => {
    const { page } = await opened(browser, file)
    await openedSituation(page, readFileSync(told))
    await page.locator('#advice').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.part.must').isVisible()).toBe(true)
    const answer = page.locator('.interview .told li').first()
    expect((await answer.boundingBox())?.height).toBeGreaterThan(10)
    expect((await page.locator('.part ol li').first().boundingBox())?.height).toBeGreaterThan(10)
    for (const hidden of ['.question', '.look', '.whole', '.languages'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('an advice as one HTML document', () => {
  test.each(['en', 'id'] as const)(
    'has nothing that axe finds, runs nothing and asks for nothing, in %s',
    async (locale) => {
      const { situation } = JSON.parse(readFileSync(told, 'utf8')) as { situation: SocialWorkSituation }
      const folder = mkdtempSync(join(tmpdir(), 'timbang-'))
      const place = join(folder, 'advice.html')
      writeFileSync(
        place,
        render(await advise(situation, socialWork), { as: 'html', locale, title: '<b>Told</b> & kept' }),
      )
      const { page, requests, complaints } = await opened(browser, pathToFileURL(place))
      expect(await page.locator('h1').textContent()).toBe('<b>Told</b> & kept')
      expect(await page.locator('script').count()).toBe(0)
      expect(await axeFindings(page)).toEqual([])
      const { length } = await page.pdf({ format: 'A4' })
      expect(length).toBeGreaterThan(10_000)
      expect([requests.length, complaints]).toEqual([1, []])
      await page.context().close()
      rmSync(folder, { recursive: true })
    },
  )
})

/** Goes on by the tabulator key until what bears a name is reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const at = document.activeElement
      return (at?.closest('label')?.textContent ?? at?.textContent ?? '').trim()
    })
    if (here === name) return
  }
  throw new Error(`nothing named ${name} is reached by keyboard`)
}
