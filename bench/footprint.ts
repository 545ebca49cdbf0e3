import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Pack } from '../src/pack/pack.js'
import { socialWork } from '../src/social-work/socialWork.js'
import { stockRules } from './contestants.js'

/** With what loading and bundling are compared. */
export const peer = 'json-rules-engine and zod'

const loaded: Readonly<Record<string, string>> = {
  timbang: "await import('./dist/index.js')",
  'timbang with its pack': "await import('./dist/social-work.js'); await import('./dist/index.js')",
  [peer]: "await import('json-rules-engine'); await import('zod')",
}

/** How long each takes to load in a process of its own, in milliseconds: the median of eleven, all taking turns. */
export function importTimes(): Readonly<Record<string, number>> {
  return timesOf(loaded)
}

/**
 * How long it takes in a process of its own from nothing to what the shipped rules say of one situation: what is imported, the
 * rules made ready and run once. The peer reads the same rules as JSON, each as it takes them.
 */
export function firstAdviceTimes(): Readonly<Record<string, number>> {
  const folder = mkdtempSync('node_modules/.bench-')
  try {
    const file = join(folder, 'rules.json')
    const rules = stockRules(socialWork as Pack).map((rule) => ({ ...rule, event: { type: rule.name } }))
    writeFileSync(file, JSON.stringify(rules))
    return timesOf({
      timbang: `const { advise } = await import('./dist/index.js')
        const { socialWork } = await import('./dist/social-work.js')
        await advise({ client: { isMinor: true } }, socialWork, { questions: false })`,
      [peer]: `const { Engine } = await import('json-rules-engine')
        const { z } = await import('zod')
        const { readFileSync } = await import('node:fs')
        const facts = z.record(z.string(), z.boolean()).parse({ client_isMinor: true })
        await new Engine(JSON.parse(readFileSync('${file}', 'utf8')), { allowUndefinedFacts: true }).run(facts)`,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function timesOf(codes: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(codes).map((name) => [name, []]))
  for (let round = 0; round < 11; round++)
    for (const [name, code] of Object.entries(codes)) times[name]?.push(timeOf(code))
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[5] as number]),
  )
}

function timeOf(code: string): number {
  const timed = `const start = performance.now(); ${code}; console.log(performance.now() - start)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', timed], { encoding: 'utf8' }))
}

const bundled: Readonly<Record<string, string>> = {
  timbang: "export * from './dist/index.js'",
  'timbang with its pack': "export * from './dist/index.js'; export * from './dist/social-work.js'",
  [peer]: "export * from 'json-rules-engine'; export * as z from 'zod'",
}

/** How many bytes each takes, bundled for a browser with all it needs, minified and gzipped. */
export async function bundleSizes(): Promise<Readonly<Record<string, number>>> {
  const sizes: Record<string, number> = {}
  for (const [name, contents] of Object.entries(bundled)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: '.' },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    })
    sizes[name] = gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length
  }
  return sizes
}
