import { readFileSync } from 'node:fs'
import { openBrowser, opened } from '../tests/driven/browser.js'

/* npm run screenshots: the page as the README shows it, in examples/screens; needs Chromium and a built page. */

const page = new URL('../dist/consult.html', import.meta.url)
const told = readFileSync(new URL('../examples/situations/violence-told-in-confidence.json', import.meta.url))
const screens = new URL('../examples/screens/', import.meta.url).pathname

const browser = await openBrowser()

const wide = await consulting({ locale: 'en-US', viewport: { width: 1400, height: 900 } })
await wide.screenshot({ path: `${screens}consultation.png` })

const phone = await consulting({ locale: 'id-ID', viewport: { width: 360, height: 740 } })
await phone.screenshot({ path: `${screens}on-a-phone.png` })

const dark = await consulting({ locale: 'en-US', viewport: { width: 1400, height: 1_000 }, colorScheme: 'dark' })
await dark.getByText('Picture of the weighing').click()
await dark.getByText('What would change it').click()
await dark.locator('.turning li').first().waitFor()
await dark.getByText('Picture of the weighing').scrollIntoViewIfNeeded()
await dark.evaluate("document.querySelector('.look').scrollIntoView()")
await dark.screenshot({ path: `${screens}weighing.png` })

await browser.close()

async function consulting(options: Parameters<typeof opened>[2]) {
  const { page: one } = await opened(browser, page, options)
  await one.locator('input[type=file]').setInputFiles({ name: 'told.json', mimeType: 'application/json', buffer: told })
  await one.locator('#advice').waitFor()
  return one
}
