import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, FrameLocator } from 'playwright-core'
import { inSeededOrder } from '../src/teach/seededOrder.js'
import { openBrowser } from '../tests/driven/browser.js'

/*
 * Plays stories that were written for H5P (`timbang story VIGNETTE --as h5p > FILE`) in its player, and says what it made of each;
 * ends with 1 where something is not as written. Needs Chromium.
 * `npx tsx tooling/playH5p.ts PLAYER LIBRARIES FILE... [--walks N] [--seed S]`: PLAYER is the folder `dist` of h5p-standalone;
 * LIBRARIES holds the folders H5P.BranchingScenario-1.10 (built), H5P.BranchingQuestion-1.0, H5P.AdvancedText-1.1 and
 * FontAwesome-4.5, as a site has them. Each story is gone through N times from the beginning to an end, first of all by choices
 * that nobody took yet, every second time on a phone. What it says must stand in the player word for word.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { walks: { type: 'string', default: '3' }, seed: { type: 'string', default: '1' } },
})
const [player = '', libraries = '', ...files] = positionals

/** A text or a question, and the number of what follows; -1 is the end. */
interface Node {
  readonly type: {
    readonly params: {
      readonly text?: string
      readonly branchingQuestion?: { readonly question: string; readonly alternatives: readonly Alternative[] }
    }
  }
  readonly nextContentId?: number
}

interface Alternative {
  readonly text: string
  readonly nextContentId: number
  readonly feedback: { readonly title: string; readonly subtitle: string }
}

interface Scenario {
  readonly startScreen: { readonly startScreenTitle: string; readonly startScreenSubtitle: string }
  readonly endScreens: readonly { readonly endScreenTitle: string; readonly endScreenSubtitle: string }[]
  readonly content: readonly Node[]
}

/** Where the parts of the site lie. */
const folders: Readonly<Record<string, string>> = { player, libraries }

async function main(): Promise<number> {
  const browser = await openBrowser()
  let wrong = 0
  try {
    for (const file of files) wrong += await played(file, browser)
  } finally {
    await browser.close()
  }
  return wrong === 0 ? 0 : 1
}

async function played(file: string, browser: Browser): Promise<number> {
  const story = unzipSync(readFileSync(file))
  const { branchingScenario } = JSON.parse(strFromU8(story['content/content.json'] as Uint8Array))
  const scenario: Scenario = branchingScenario
  const seen = new Set<number>()
  const wrong: string[] = []
  for (let walk = 1; walk <= Number(values.walks); walk += 1) {
    const context = await browser.newContext(walk % 2 === 0 ? { viewport: phone } : {})
    await served(context, story)
    const page = await context.newPage()
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (said) => wrong.push(said.text()))
    await page.goto(`${site}/`)
    await walked(page.frameLocator('iframe'), scenario, seen, Number(values.seed) * 1_000 + walk).catch(
      (error: Error) => wrong.push(error.message),
    )
    await context.close()
  }
  console.log(`${basename(file)}: ${seen.size} of ${scenario.content.length} texts and questions seen`)
  for (const one of new Set(wrong)) console.log(`  ${one}`)
  return wrong.length
}

const phone = { width: 360, height: 740 }
const site = 'http://h5p.example'
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

const opening = `<!doctype html><meta charset="utf-8"><title>H5P</title><div id="story"></div><script src="/player/main.bundle.js"></script>
<script>new H5PStandalone.H5P(document.getElementById('story'), {
  h5pJsonPath: '/story', librariesPath: '/libraries', frameJs: '/player/frame.bundle.js', frameCss: '/player/styles/h5p.css',
})</script>`

/** A site with the player, the libraries and the story, for this browser alone; what is not there is told on the console. */
async function served(context: BrowserContext, story: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await context.route('**/*', async (route) => {
    const [, place = '', path = ''] = new URL(route.request().url()).pathname.match(/^\/([^/]*)\/?(.*)$/) ?? []
    const body = place === '' ? opening : place === 'story' ? story[path] : fileIn(folders[place], path)
    if (body === undefined) return await route.fulfill({ status: 404 })
    const contentType = types[extname(path)] ?? (place === '' ? 'text/html' : 'application/octet-stream')
    await route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) })
  })
}

function fileIn(folder: string | undefined, path: string): Uint8Array | undefined {
  const file = join(folder ?? '', path)
  return folder !== undefined && existsSync(file) ? readFileSync(file) : undefined
}

/** Goes from the first screen to the last. @throws Error what does not come */
async function walked(frame: FrameLocator, scenario: Scenario, seen: Set<number>, seed: number): Promise<void> {
  const { startScreen, endScreens, content } = scenario
  await shows(frame, startScreen.startScreenTitle, startScreen.startScreenSubtitle)
  await frame.locator('.h5p-start-button').click()
  let at = 0
  while (at >= 0) {
    const { type, nextContentId = -1 } = content[at] as Node
    const { text, branchingQuestion } = type.params
    seen.add(at)
    if (text !== undefined) {
      await shows(frame, text)
      // While one screen slides over another the player takes no click.
      await frame.locator('.h5p-slide-in, .h5p-slide-out').first().waitFor({ state: 'detached' })
      await frame.locator('.h5p-proceed-button').click()
      at = nextContentId
    } else if (branchingQuestion) {
      const { question, alternatives } = branchingQuestion
      await shows(frame, question, ...alternatives.map((one) => one.text))
      const mixed = inSeededOrder([...alternatives.keys()], seed + at, String)
      const chosen = mixed.find((i) => !seen.has(alternatives[i]?.nextContentId ?? -1)) ?? (mixed[0] as number)
      const { feedback, nextContentId: next } = alternatives[chosen] as Alternative
      await frame.locator(`.h5p-branching-question-alternative[data-id="${chosen}"]`).click()
      await shows(frame, feedback.title, feedback.subtitle)
      await frame.locator('.h5p-feedback-content button').click()
      at = next
    }
  }
  const [end] = endScreens
  await shows(frame, end?.endScreenTitle ?? '', end?.endScreenSubtitle ?? '')
}

/** Waits until these texts stand in the player one after another; the spaces between are the player's. */
async function shows(frame: FrameLocator, ...html: readonly string[]): Promise<void> {
  const wanted = withoutSpaces(html.map(readText).join(''))
  let shown = ''
  for (let tries = 0; tries < 200; tries += 1) {
    shown = withoutSpaces(await frame.locator('body').innerText())
    if (shown.includes(wanted)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`is not shown as written: ${html.join(' / ')} (but: ${shown})`)
}

function readText(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return html.replace(/<[^>]+>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, sign) => signs[sign] as string)
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '')
}

main().then((status) => {
  process.exitCode = status
})
