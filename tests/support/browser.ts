import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where the browser stands; `CHROMIUM` names another. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

export const browserAtHand = existsSync(executablePath)

if (!browserAtHand)
  process.stderr.write(`\nNOT TESTED: there is no browser at ${executablePath}; pages were not opened\n\n`)

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
