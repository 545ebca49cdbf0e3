import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { patience } from '../support/patience.js'
import { axeFindings, openBrowser, opened } from './browser.js'

/* The page where a person tells what it is about: in own words, by ticking, by a word that is looked for. */

const file = new URL('../../dist/consult.html', import.meta.url)
const indonesian = { locale: 'id-ID' }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const story = 'Suaminya memukuli dia tiap malam di Kampung Sukamaju. Dia minta saya jangan bilang siapa-siapa.'
const ticked = (page: Page) => page.locator('.heard > .ticks .tick input:checked')
const asked = (page: Page) => page.locator('#asked')
/** All that is asked now: the question, or those of a form. */
const askedNow = (page: Page) =>
  page
    .locator('.question > h2, .question legend, .question .field')
    .allTextContents()
    .then((texts) => texts.join())
const told = (page: Page) => page.locator('.interview .told').first().locator('li > span').allTextContents()
const show = (page: Page, name = 'Tampilkan saran') => page.getByRole('button', { name }).click()

async function heardIn(page: Page, words: string): Promise<void> {
  await page.locator('textarea').fill(words)
  await page.locator('.story .main').click()
  await page.locator('.heard').waitFor()
}

/** The file that a person is given, as it is written. */
async function savedFile(page: Page): Promise<string> {
  await page.locator('.whole summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^(Save the situation|Simpan situasi)$/ }).click(),
  ])
  return readFileSync((await download.path()) as string, 'utf8')
}

/** That nothing on a form is ticked but that it is not known. */
async function expectNothingTicked(page: Page): Promise<void> {
  const form = page.locator('.question form')
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(0)
  const chosen = await form.locator('label:has(input[type=radio]:checked)').allTextContents()
  expect(new Set(chosen)).toEqual(new Set(['Not known']))
}

async function savedSituation(page: Page): Promise<unknown> {
  return JSON.parse(await savedFile(page)).situation
}

describe('a story in one’s own words', () => {
  test('is heard, counts only where it is ticked, and leads to the advice', async () => {
    const { page, requests, complaints } = await opened(browser, file, indonesian)
    await heardIn(page, story)
    const hurt = page.locator('.heard .tick', { hasText: 'Ada yang disakiti' }).first()
    expect(await hurt.textContent()).toContain('“Suaminya memukuli”')
    expect(await ticked(page).count()).toBe(0)
    expect(await savedSituation(page)).toEqual({ case: { jurisdiction: 'ID' } })
    await hurt.getByRole('checkbox').check()
    expect(await page.locator('.matter[aria-expanded=true]').count()).toBeGreaterThan(0)
    await show(page)
    await page.locator('#advice').waitFor()
    expect(await told(page)).toContain('dugaan kekerasan, penelantaran, atau eksploitasi: ya')
    expect(await asked(page).textContent()).toBe('Tentang bahaya: mana yang Anda ketahui?')
    await page.locator('.question').getByRole('group', { name: 'Apakah korban aman saat ini?' }).waitFor()
    expect([requests, complaints]).toEqual([[file.href], []])
    await page.context().close()
  })

  test('is in no file, no storage and no address, and leaves the page with it', async () => {
    const { page } = await opened(browser, file, indonesian)
    await heardIn(page, story)
    await page.locator('.heard .tick input').first().check()
    expect(await savedFile(page)).not.toMatch(/Sukamaju/)
    await show(page)
    await page.locator('#advice').waitFor()
    const held = await page.evaluate(async () =>
      JSON.stringify([
        location.href,
        document.title,
        document.cookie,
        { ...localStorage },
        { ...sessionStorage },
        await indexedDB.databases(),
        document.documentElement.outerHTML,
      ]),
    )
    expect(held).not.toMatch(/Sukamaju/)
    await page.reload()
    await page.locator('textarea').waitFor()
    expect(await page.locator('textarea').inputValue()).toBe('')
    await page.context().close()
  })

  test('stays, with what was heard and ticked, when the language is switched and when one comes back to it', async () => {
    const { page } = await opened(browser, file, indonesian)
    await heardIn(page, story)
    await page.locator('.heard .tick', { hasText: 'Ada yang disakiti' }).first().getByRole('checkbox').check()
    const before = await savedSituation(page)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('textarea').inputValue()).toBe(story)
    expect(await ticked(page).count()).toBeGreaterThan(0)
    expect(await savedSituation(page)).toEqual(before)
    await show(page, 'Show the advice')
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.locator('textarea').inputValue()).toBe(story)
    expect(await ticked(page).count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('says so where nothing was recognised in it', async () => {
    const { page } = await opened(browser, file)
    await heardIn(page, 'xyzzy')
    expect(await page.locator('.heard').textContent()).toContain('Nothing was recognised in it.')
    await page.context().close()
  })

  test('is told, heard and ticked by keyboard alone', async () => {
    const { page } = await opened(browser, file, indonesian)
    await page.locator('textarea').focus()
    await page.keyboard.type('Suaminya memukuli dia tiap malam.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.heard').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('mungkin Anda maksudkan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await ticked(page).count()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await page.locator('textarea').inputValue()).not.toBe('')
    await page.getByRole('button', { name: 'Tampilkan saran' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('#advice').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('asked')
    await page.keyboard.press('Escape')
    await page.locator('textarea').waitFor()
    await page.context().close()
  })
})

describe('what is ticked', () => {
  test('leads to the advice without a story, with what belongs to it beside it', async () => {
    const { page } = await opened(browser, file)
    await page.getByRole('button', { name: 'Suicide and self-harm' }).click()
    await page.getByLabel('Talks or thinks of taking their own life').check()
    const beside = page.locator('.companions')
    await beside.getByLabel('How soon may the harm happen?').selectOption('imminent')
    await page.getByLabel('In which country?').selectOption('ID')
    await page.getByLabel('Client’s age (years)').fill('34')
    await page.keyboard.press('Tab')
    await page.locator('.bar', { hasText: '4 things told' }).waitFor()
    await page.locator('.bar .alarm', { hasText: 'ACT NOW' }).waitFor()
    await show(page, 'Show the advice')
    await page.locator('.now').waitFor()
    expect(await told(page)).toEqual([
      'nearness of the danger: within hours, at most two days',
      'kind of danger: suicide',
      'law that applies: Indonesian law',
      'age of the client in years: 34',
    ])
    await page.getByRole('button', { name: 'Tell more, or change it' }).click()
    expect(await page.getByLabel('Talks or thinks of taking their own life').isChecked()).toBe(true)
    await page.getByLabel('Talks or thinks of taking their own life').uncheck()
    await page.locator('.bar', { hasText: '3 things told' }).waitFor()
    await page.context().close()
  })

  test('stands in some thirty matters, a dozen of them at first sight', async () => {
    const { page } = await opened(browser, file, indonesian)
    const seen = async () => await page.locator('.matter:visible').count()
    expect(await seen()).toBeGreaterThanOrEqual(10)
    expect(await seen()).toBeLessThanOrEqual(15)
    await page.getByText('pokok lainnya').click()
    expect(await seen()).toBeGreaterThanOrEqual(28)
    await page.context().close()
  })

  test('is found by everyday words of either language: facts, values and actions', async () => {
    const { page } = await opened(browser, file, indonesian)
    const search = page.getByRole('searchbox')
    const found = page.locator('.search')
    await search.fill('palsu')
    await found.getByText('tekanan untuk memalsukan', { exact: false }).or(found.locator('legend')).first().waitFor()
    expect(await found.textContent()).toMatch(/memalsukan/i)
    await search.fill('suicide')
    await found.getByLabel('jenis bahaya: bunuh diri').check()
    await search.fill('hadiah')
    await found.getByText('Tindakan, benar atau salah').first().waitFor()
    await search.fill('qqqq')
    await found.getByText('Tidak ada yang ditemukan.').waitFor()
    await show(page)
    expect(await told(page)).toContain('jenis bahaya: bunuh diri')
    await page.context().close()
  })

  test('is not taken where it contradicts what was told, and that is said in view', async () => {
    const { page } = await opened(browser, file)
    await page.getByLabel('Client’s age (years)').fill('40')
    await page.getByRole('button', { name: 'Who it is about' }).click()
    await page.getByLabel('The client is under 18').click()
    const refused = page.locator('.bar .refused')
    await refused.waitFor()
    expect(await refused.textContent()).toContain('This does not go together: client under 18.')
    await expect(refused.isVisible()).resolves.toBe(true)
    expect(await page.getByLabel('The client is under 18').isChecked()).toBe(false)
    expect(await savedSituation(page)).toEqual({ client: { ageYears: 40 } })
    await page.context().close()
  })

  test('is cleared and brought back, with the story', async () => {
    const { page } = await opened(browser, file, indonesian)
    await heardIn(page, story)
    await page.locator('.heard .tick input').first().check()
    const before = await savedSituation(page)
    await page.locator('.whole summary').click()
    await page.getByRole('button', { name: 'Hapus semua' }).click()
    await page.getByText('Semua sudah dihapus.').waitFor()
    expect(await page.locator('textarea').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Batalkan penghapusan' }).click()
    expect(await page.locator('textarea').inputValue()).toBe(story)
    expect(await savedSituation(page)).toEqual(before)
    await page.context().close()
  })
})

describe('what is taken for granted', () => {
  test('is Indonesia where one reads Indonesian, to be changed; and no country in English', async () => {
    const { page } = await opened(browser, file, indonesian)
    await page.getByText('Ini baru dianggap demikian.').waitFor()
    expect(await page.getByLabel('Di negara mana?').inputValue()).toBe('ID')
    expect(await savedFile(page)).toContain('(dianggap demikian)')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.getByLabel('In which country?').inputValue()).toBe('ID')
    await page.getByLabel('In which country?').selectOption('GB')
    expect(await page.getByText('Taken for granted.').count()).toBe(0)
    await page.context().close()
    const { page: english } = await opened(browser, file)
    expect(await english.getByLabel('In which country?').inputValue()).toBe('')
    await english.context().close()
  })

  test('is never that there is no danger: of a list nothing ticked means not known', async () => {
    const { page } = await opened(browser, file)
    await page.getByRole('button', { name: 'Suicide and self-harm' }).click()
    await page.getByLabel('There is a plan and the means').check()
    await show(page, 'Show the advice')
    const list = page.locator('.question .ticks').first()
    await list.waitFor({ state: 'attached' })
    await expectNothingTicked(page)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('Asked, and not known').waitFor()
    const values = JSON.stringify(await savedSituation(page))
    expect(values).toContain('null')
    expect(values).not.toContain('false')
    await page.context().close()
  })
})

describe('who must not be seen', () => {
  test('leaves the page at once, and nothing leads back to what was told', async () => {
    const { page, requests } = await opened(browser, file, indonesian)
    await page.locator('textarea').fill(story)
    await page.getByRole('button', { name: 'Tinggalkan halaman ini' }).click()
    await page.waitForURL('about:blank')
    expect(await page.locator('body').textContent()).toBe('')
    await page.goBack().catch(() => null)
    expect(await page.content()).not.toContain('Sukamaju')
    expect(requests.filter((url) => url !== file.href)).toEqual([])
    await page.context().close()
  })

  test('leaves it by pressing Esc three times, too', async () => {
    const { page } = await opened(browser, file)
    await page.locator('textarea').waitFor()
    for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('Escape')
    await page.waitForURL('about:blank')
    await page.context().close()
  })

  test('is told that it is no fault of theirs, and where help is', async () => {
    const { page } = await opened(browser, file, indonesian)
    await page.getByText('Apakah Anda sendiri yang disakiti').click()
    await page.getByText('Anda tidak bersalah').waitFor()
    await page.context().close()
  })
})

describe('the question', () => {
  test.each([
    [360, 740],
    [1366, 768],
    [1920, 1080],
  ])('stands in view and in focus at every step, at %i pixels', async (width, height) => {
    const { page } = await opened(browser, file, { ...indonesian, viewport: { width, height } })
    await page.getByRole('button', { name: 'Kekerasan di rumah' }).click()
    await page.getByLabel('Ada yang disakiti').check()
    await page.getByLabel('Yang disakiti adalah seorang anak').check()
    await show(page)
    for (let step = 0; step < 9; step++) {
      await asked(page).waitFor()
      const now = await askedNow(page)
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), { timeout: patience }).toBe('asked')
      const inView = async () => {
        const box = await asked(page).boundingBox()
        return box !== null && box.y >= 0 && box.y + box.height <= height * 0.75
      }
      await expect.poll(inView, { timeout: patience }).toBe(true)
      const next = page.locator('.question form .main, .question .answers button:nth-of-type(2)').first()
      if ((await next.count()) === 0) break
      await next.click()
      await expect.poll(() => askedNow(page), { timeout: patience }).not.toBe(now)
    }
    await page.context().close()
  })
})

test.each(['en-US', 'id-ID'])('axe finds nothing while it is told, in %s', async (locale) => {
  const { page } = await opened(browser, file, { locale, viewport: { width: 360, height: 740 } })
  await heardIn(page, `${story} She is 16 and pregnant, and wants to die.`)
  for (const summary of await page.locator('main details > summary').all()) await summary.click()
  const closed = page.locator('.matter[aria-expanded=false]')
  while ((await closed.count()) > 0) await closed.first().click()
  await page.locator('.heard .tick input').first().check()
  await page.getByRole('searchbox').fill('gift')
  await page.locator('.search .field').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.context().close()
})
