import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** With what loading and bundling are compared. */
export const peer = 'json-rules-engine and zod'

const loaded: Readonly<Record<string, string>> = {
  timbang: "await import('./dist/index.js')",
  'timbang with its pack': "await import('./dist/social-work.js'); await import('./dist/index.js')",
  [peer]: "await import('json-rules-engine'); await import('zod')",
}

/** How long each takes to load in a process of its own, in milliseconds: the median of eleven, all taking turns. */
export function importTimes(): Readonly<Record<string, number>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(loaded).map((name) => [name, []]))
  for (let round = 0; round < 11; round++)
    for (const [name, code] of Object.entries(loaded)) times[name]?.push(importTime(code))
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[5] as number]),
  )
}

function importTime(code: string): number {
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
