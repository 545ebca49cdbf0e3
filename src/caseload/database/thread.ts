import { workerData } from 'node:worker_threads'
import { TimbangError } from '../../errors.js'
import { type Pack, packFrom } from '../../pack/pack.js'
import type { PackParts } from '../../pack/packParts.js'
import { type ChunkDone, chunkDone, type Rows, type TaskSettings } from '../chunk.js'

/* A thread: the pack compiled once, and chunk after chunk of rows. */

const { parts, digest } = workerData as { readonly parts: PackParts; readonly digest: string }
const pack: Pack<unknown> = packFrom(parts)
if (pack.digest !== digest)
  throw new TimbangError('invalid-pack', [{ place: 'pack', message: 'is not the one that is meant' }])

/** Works on one chunk. */
export function run({ rows, settings }: { rows: Rows; settings: TaskSettings }): Promise<ChunkDone> {
  return chunkDone(rows, settings, pack)
}
