import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

/*
 * npm run bench:page [-- FILE]
 * How long the built page takes from an answer to the next screen, in Chromium: laid out, and painted; after three seconds, in which
 * the page works out what comes next, and at once; as fast as the machine is, and slowed six times.
 */

const file = pathToFileURL(process.argv[2] ?? 'dist/consult.html')
const steps = 8
const rounds = 4
const reading = { 'after three seconds': 3_000, 'at once': 0 }
const slowed = { 'as it is': 1, 'slowed six times': 6 }

interface Step {
  readonly ready: number
  readonly painted: number
}

/** In the page: touches the first answer, or hands a form on, and waits for another question. */
const step = `(async () => {
  const shown = () => document.querySelector('.question')?.textContent
  const before = shown()
  const touched = document.querySelector('.question .answers button, .question .main, .question .unknown')
  if (!touched) return null
  const start = performance.now()
  touched.click()
  for (let i = 0; i < 100 && shown() === before; i++) await null
  document.body.getBoundingClientRect()
  const ready = performance.now() - start
  const isChanged = shown() !== before
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = done
    port2.postMessage(null)
  }))
  return isChanged ? { ready, painted: performance.now() - start } : null
})()`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  for (const [how, times] of Object.entries(slowed))
    for (const [when, pause] of Object.entries(reading)) {
      const found: Step[] = []
      for (let round = 0; round < rounds; round++) found.push(...(await stepsOf(browser, times, pause)))
      const told = (key: keyof Step) => figures(found.map((one) => one[key]))
      console.log(`${how}, ${when}, ${found.length} screens: laid out ${told('ready')}; painted ${told('painted')}`)
    }
} finally {
  await browser.close()
}

async function stepsOf(browser: Browser, times: number, pause: number): Promise<readonly Step[]> {
  const page = await begun(browser, times)
  const found: Step[] = []
  for (let i = 0; i < steps; i++) {
    await page.waitForTimeout(pause)
    const one = await page.evaluate<Step | null>(step)
    if (one) found.push(one)
    else if ((await page.locator('.question button:not(.link)').count()) === 0) break
  }
  await page.context().close()
  return found
}

/** The page, slowed so many times, with violence at home told and the first question asked. */
async function begun(browser: Browser, times: number): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1400, height: 900 } })
  const page = await context.newPage()
  await page.goto(file.href)
  await page.getByRole('button', { name: 'Violence at home' }).click()
  await page.getByLabel('Someone is hurt, neglected or exploited').check()
  await page.getByRole('button', { name: 'Show the advice' }).click()
  await page.locator('#advice').waitFor()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
  return page
}

function figures(list: readonly number[]): string {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0)} ms`
  return `median ${at(0.5)}, nine in ten within ${at(0.9)}, most ${at(1)}`
}
