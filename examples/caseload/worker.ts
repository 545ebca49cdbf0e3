/** A worker thread: one compiled pack, a chunk of lines at a time; what it gives back holds names of the pack alone. */
import { isScreened, screen } from 'timbang/embed'
import { socialWork } from 'timbang/social-work'

export interface Chunk {
  /** The SHA-256 of the pack that is meant; a worker with another one refuses the chunk. */
  readonly pack: string
  /** The number of the first line. */
  readonly first: number
  readonly lines: readonly string[]
  readonly confirm: number
}

export interface ChunkResult {
  /** The results as JSON lines, in the order of the lines. */
  readonly text: string
  readonly cases: number
  readonly unreadable: number
}

export default async function screened({ pack, first, lines, confirm }: Chunk): Promise<ChunkResult> {
  if (pack !== socialWork.digest) throw new Error(`this worker has the pack ${socialWork.digest}`)
  let [text, cases, unreadable] = ['', 0, 0]
  for await (const result of screen(lines, socialWork, { first, confirm })) {
    text += `${JSON.stringify(result)}\n`
    cases += 1
    if (!isScreened(result)) unreadable += 1
  }
  return { text, cases, unreadable }
}
