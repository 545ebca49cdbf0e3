import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inTime, patience } from '../support/patience.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Debian's Chromium, told to leave the network alone. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    timeout: patience,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A page opened from disk, with what it asked the network for and what it complained of. */
export interface Opened {
  readonly page: Page
  readonly requests: string[]
  readonly complaints: string[]
}

export async function opened(browser: Browser, file: URL, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1400, height: 900 }, ...options })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const [requests, complaints]: [string[], string[]] = [[], []]
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => complaints.push(said.text()))
  await page.goto(file.href)
  return { page, requests, complaints }
}

/** A page written into a folder and opened there; its troubles are what it asks of the network and what it complains of. */
export async function openedIn(
  folder: string,
  name: string,
  html: string,
  browser: Browser,
  options: BrowserContextOptions,
) {
  const file = pathToFileURL(join(folder, name))
  writeFileSync(file, html)
  const { page, requests, complaints } = await opened(browser, file, options)
  return { page, troubles: () => [...requests.filter((url) => url !== file.href), ...complaints] }
}

/** What axe finds wrong, a line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // The page admits no script but its own, so axe comes in by the debugger's way.
  await page.evaluate(axe)
  const found = page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  })
  return await inTime('what axe finds', found)
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}
