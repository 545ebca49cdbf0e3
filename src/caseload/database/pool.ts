import { pathToFileURL } from 'node:url'
import type { Pack } from '../../pack/pack.js'
import { type ChunkDone, chunkDone, type Rows, type TaskSettings } from '../chunk.js'

/** Who works on chunks of rows: this thread, or some beside it. */
export interface Pool {
  run(rows: Rows, settings: TaskSettings): Promise<ChunkDone>
  /** How many chunks are worked on at a time. */
  readonly width: number
  close(): Promise<void>
}

/** How many threads there are, and how much memory each may take. */
export interface PoolOptions {
  /** Threads beside this one (0: none, the work is done here). */
  readonly threads?: number | undefined
  /** The most memory of a thread, in megabytes. */
  readonly threadMegabytes?: number | undefined
}

/** Opens the threads, each with the pack compiled for itself. piscina is the host's; without threads it is not needed. */
export async function openPool(pack: Pack<unknown>, { threads = 0, threadMegabytes }: PoolOptions): Promise<Pool> {
  if (threads === 0)
    return { width: 1, run: (rows, settings) => chunkDone(rows, settings, pack), close: async () => {} }
  const { Piscina } = await import('piscina')
  const pool = new Piscina<{ rows: Rows; settings: TaskSettings }, ChunkDone>({
    filename: threadFile(),
    name: 'run',
    minThreads: threads,
    maxThreads: threads,
    workerData: { parts: pack.parts, digest: pack.digest },
    ...(threadMegabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: threadMegabytes } }),
  })
  return {
    width: threads * 2,
    run: (rows, settings) => pool.run({ rows, settings }),
    close: () => pool.destroy(),
  }
}

/** The file of a thread, which stands in a folder beside this one once it is built. */
function threadFile(): string {
  const here: string = import.meta.url
  return new URL('./caseload/thread.js', here.startsWith('file:') ? here : pathToFileURL(here)).href
}

/** What comes of chunks, in their order; no more are taken ahead than the pool works on. */
export async function* inPool(
  chunks: AsyncIterable<Rows>,
  pool: Pool,
  settings: TaskSettings,
): AsyncGenerator<ChunkDone> {
  const running: Promise<ChunkDone>[] = []
  try {
    for await (const rows of chunks) {
      running.push(pool.run(rows, settings))
      if (running.length >= pool.width) yield await (running.shift() as Promise<ChunkDone>)
    }
    while (running.length > 0) yield await (running.shift() as Promise<ChunkDone>)
  } finally {
    await Promise.allSettled(running)
  }
}
