import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileTwine2HTML, parseStoryFormat, parseTwee, parseTwine2HTML } from 'extwee'
import type { Page } from 'playwright-core'
import { inSeededOrder } from '../src/teach/seededOrder.js'
import { openBrowser, openedIn } from '../tests/driven/browser.js'

/*
 * Plays Twee (`timbang story VIGNETTE --as twee > FILE`, or an exercise) as story formats of Twine show it, and says what each made
 * of it; ends with 1 where something is not as written. Needs Chromium.
 * `npx tsx tooling/playTwee.ts FORMATS FILE... [--only NAME]... [--walks N] [--seed S]`: FORMATS is a folder that holds a
 * `format.js` in each of its folders, as in Twine; --only takes formats whose folder begins so. Each file is compiled with each
 * format, and gone through N times by its links from the beginning to an end, first of all by those that nobody took yet. What a
 * passage says must stand on the page word for word.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    walks: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
})
const [formats = '', ...files] = positionals

/** A passage as it must be read, and where its links lead. */
interface Told {
  readonly text: string
  readonly lines: readonly string[]
  readonly links: readonly Link[]
}

type Link = readonly [label: string, target: string]

async function main(): Promise<number> {
  const names = readdirSync(formats).filter((name) => values.only.some((begin) => name.startsWith(begin)))
  const folder = mkdtempSync(join(tmpdir(), 'twee-'))
  const browser = await openBrowser()
  let wrong = 0
  try {
    for (const name of names) for (const file of files) wrong += await played(name, file)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
  return wrong === 0 ? 0 : 1

  async function played(name: string, file: string): Promise<number> {
    const format = parseStoryFormat(readFileSync(join(formats, name, 'format.js'), 'utf8'))
    const html = compileTwine2HTML(parseTwee(readFileSync(file, 'utf8')), format)
    const { start, passages } = passagesOf(html)
    const wrong = unreached(start, passages).map((one) => `no link leads to “${one}”`)
    const seen = new Set<string>()
    const counts = { chosen: 0, toldAgain: 0 }
    for (let walk = 1; walk <= Number(values.walks); walk += 1) {
      const { page, troubles } = await openedIn(folder, 'story.html', html, browser, {})
      const way: string[] = []
      const broken = await walked(page, start, passages, way, seen, Number(values.seed) * 1_000 + walk).then(
        () => [],
        (error: Error) => [error.message],
      )
      wrong.push(...broken, ...troubles().filter((one) => !one.startsWith('data:')))
      const chosen = way.filter((step) => /^Scene \d+ [A-Z]$/.test(step))
      counts.chosen += chosen.length
      counts.toldAgain += chosen.filter((step) => isToldAgain(step, way, passages)).length
      await page.context().close()
    }
    const again = counts.chosen === 0 ? '' : `, ${counts.toldAgain} of ${counts.chosen} choices told again`
    console.log(`${name}: ${basename(file)}: ${seen.size} of ${passages.size} passages seen${again}`)
    for (const one of new Set(wrong)) console.log(`  ${one}`)
    return wrong.length
  }
}

/** What the compiled page holds, as a reader of Twine's pages finds it. */
function passagesOf(html: string): { readonly start: string; readonly passages: ReadonlyMap<string, Told> } {
  const story = parseTwine2HTML(html)
  return { start: story.start, passages: new Map(story.passages.map(({ name, text }) => [name, told(text)])) }
}

function told(text: string): Told {
  const links = [...text.matchAll(/\[\[(.+?)->(.+?)\]\]/g)].map(([, label = '', target = '']): Link => [label, target])
  const shown = text
    .replace(/\[\[(.+?)->.+?\]\]/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  return { text: asOneLine(shown), lines: shown.split('\n').map(asOneLine), links }
}

/** As one line; what a format sets more finely counts as the same: “’” for an apostrophe, “…” for three dots. */
function asOneLine(text: string): string {
  return text.replaceAll('’', "'").replaceAll('…', '...').replace(/\s+/g, ' ').trim()
}

/** Passages that cannot be come to by links from the first. */
function unreached(start: string, passages: ReadonlyMap<string, Told>): readonly string[] {
  const reached = new Set([start])
  for (const name of reached) for (const [, target] of passages.get(name)?.links ?? []) reached.add(target)
  return [...new Set([...passages.keys(), ...reached])].filter((name) => !(reached.has(name) && passages.has(name)))
}

/** Goes from the first passage to an end, and notes its way. @throws Error what is not as written, or takes no click */
async function walked(
  page: Page,
  start: string,
  passages: ReadonlyMap<string, Told>,
  way: string[],
  seen: Set<string>,
  seed: number,
): Promise<void> {
  let at: string | undefined = start
  while (at !== undefined) {
    const here = passages.get(at) as Told
    const problem = await misread(page, here)
    if (problem !== undefined) throw new Error(`“${at}”: ${problem}`)
    way.push(at)
    seen.add(at)
    // Whoever was at a place goes on from it, so that each walk ends.
    const onward = here.links.filter(([, target]) => !way.includes(target))
    const mixed = inSeededOrder(onward, seed, ([, target]) => target)
    const link: Link | undefined = mixed.find(([, target]) => !seen.has(target)) ?? mixed[0] ?? here.links.at(-1)
    if (link !== undefined) await page.getByText(link[0], { exact: true }).last().click({ timeout: 20_000 })
    at = link?.[1]
  }
}

/** Waits until a passage is on the page; says what of it does not come, or what complains beside it. */
async function misread(page: Page, { text, lines }: Told): Promise<string | undefined> {
  let shown = ''
  for (let tries = 0; tries < 200 && !shown.includes(text); tries += 1) {
    if (tries > 0) await page.waitForTimeout(100)
    shown = asOneLine(await page.locator('body').innerText())
  }
  const missing = lines.filter((line) => !shown.includes(line))
  if (!shown.includes(text))
    return `is not shown as written: ${missing.join(' / ') || `apart behind “${begun(text, shown)}”`}`
  const errors = await page.locator('tw-error, .error, .error-view').allInnerTexts()
  return errors.length === 0 ? undefined : `complains: ${errors.join(' / ')}`
}

/** The last words up to which a text stands on the page as one. */
function begun(text: string, shown: string): string {
  const letters = [...text]
  let end = letters.length
  while (!shown.includes(letters.slice(0, end).join(''))) end -= 1
  return letters.slice(Math.max(0, end - 40), end).join('')
}

/** What was chosen, or asked, comes back in a later scene or at the end; behind “Ask first:” stands what it is. */
function isToldAgain(choice: string, way: readonly string[], passages: ReadonlyMap<string, Told>): boolean {
  const [says = ''] = passages.get(choice)?.lines ?? []
  const later = way.slice(way.indexOf(choice) + 1).flatMap((name) => passages.get(name)?.text ?? [])
  const parts = says.replace(/^[^:]+: /, '').split(' · ')
  return parts.every((part) => later.some((text) => text.includes(part)))
}

main().then((status) => {
  process.exitCode = status
})
