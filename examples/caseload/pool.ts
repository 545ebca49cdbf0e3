/** Many situations on the threads of one machine: chunks go out as threads are free and come back in their order. */
import { Piscina } from 'piscina'
import { socialWork } from 'timbang/social-work'
import type { Chunk, ChunkResult } from './worker.js'

interface PoolOptions {
  readonly threads: number
  /** How many lines a thread takes at a time (1,000). */
  readonly size?: number
  /** The share that json-rules-engine confirms (0.01). */
  readonly confirm?: number
}

/** The results of lines, chunk by chunk; no more chunks are read ahead than keep the threads busy. */
export async function* screenOnThreads(
  lines: Iterable<string> | AsyncIterable<string>,
  { threads, size = 1_000, confirm = 0.01 }: PoolOptions,
): AsyncGenerator<ChunkResult> {
  const pool = new Piscina<Chunk, ChunkResult>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    execArgv: ['--import', 'tsx'],
  })
  const running: Promise<ChunkResult>[] = []
  try {
    for await (const chunk of chunks(lines, size)) {
      running.push(pool.run({ ...chunk, pack: socialWork.digest, confirm }))
      if (running.length > threads * 2) yield (await running.shift()) as ChunkResult
    }
    while (running.length > 0) yield (await running.shift()) as ChunkResult
  } finally {
    await Promise.allSettled(running)
    await pool.destroy()
  }
}

async function* chunks(
  lines: Iterable<string> | AsyncIterable<string>,
  size: number,
): AsyncGenerator<{ first: number; lines: string[] }> {
  let [first, held]: [number, string[]] = [1, []]
  for await (const line of lines) {
    held.push(line)
    if (held.length < size) continue
    yield { first, lines: held }
    first += held.length
    held = []
  }
  if (held.length > 0) yield { first, lines: held }
}
