import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PartProved, ProofPart } from '../../author/prove/parts.js'
import { type Proof, type ProveOptions, prove, proveBy } from '../../author/prove/prove.js'
import type { StudyOptions } from '../../author/prove/study.js'
import { type Issue, TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'

/** What a thread says of a part. */
export interface Answered {
  readonly proved?: PartProved
  readonly refused?: { readonly code: TimbangError['code']; readonly issues: readonly Issue[] }
}

/** Memory in which a thread keeps what it has just made, in megabytes: with less it stops more often to look what is still wanted. */
const youngMegabytes = 64

/**
 * Proves a pack in so many threads beside this one, as many as there are processors if not said. Where it is one, and where the
 * program runs from its source, which a thread cannot load, this thread does it alone.
 */
export async function proveInThreads(
  pack: Pack<unknown>,
  options: ProveOptions,
  threads = availableParallelism(),
): Promise<Proof> {
  const file = threadFile()
  if (threads === 1 || file === undefined) return prove(pack, options)
  const crew = new Crew(threads, file, pack)
  try {
    return await proveBy((part, given) => crew.prove(part, given), pack, options)
  } finally {
    await crew.dismiss()
  }
}

/** Who waits for a thread that is free. */
interface Waiting {
  readonly take: (worker: Worker) => void
  readonly giveUp: (reason: unknown) => void
}

/** Some threads, each of which takes the next part that waits once it has done with one. */
class Crew {
  private readonly free: Worker[] = []
  private readonly all: Worker[] = []
  private readonly waiting: Waiting[] = []

  constructor(
    private readonly most: number,
    private readonly file: URL,
    private readonly pack: Pack<unknown>,
  ) {}

  async prove(part: ProofPart, options: StudyOptions): Promise<PartProved> {
    const worker = await this.next()
    try {
      const { proved, refused } = await askedOf(worker, part, options)
      this.release(worker)
      if (refused) throw new TimbangError(refused.code, refused.issues)
      return proved as PartProved
    } catch (error) {
      // A thread that broke does nothing any more: nobody is to wait for it.
      if (!(error instanceof TimbangError)) for (const one of this.waiting.splice(0)) one.giveUp(error)
      throw error
    }
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()))
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift()
    if (next) next.take(worker)
    else this.free.push(worker)
  }

  private next(): Worker | Promise<Worker> {
    const free = this.free.pop()
    if (free) return free
    if (this.all.length === this.most) return new Promise((take, giveUp) => this.waiting.push({ take, giveUp }))
    const { parts, digest } = this.pack
    const worker = new Worker(this.file, {
      workerData: { parts, digest },
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    })
    this.all.push(worker)
    return worker
  }
}

/** What a thread answers; refused where it ends without an answer. */
function askedOf(worker: Worker, part: ProofPart, options: StudyOptions): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const listeners = {
      message: (answered: Answered) => end(() => resolve(answered)),
      error: (error: Error) => end(() => reject(error)),
      exit: () => end(() => reject(new Error('a thread ended without an answer'))),
    }
    const end = (then: () => void) => {
      worker.off('message', listeners.message).off('error', listeners.error).off('exit', listeners.exit)
      then()
    }
    worker.on('message', listeners.message).on('error', listeners.error).on('exit', listeners.exit)
    worker.postMessage({ part, options })
  })
}

/** The file of a thread, which stands in a folder beside this one once it is built. */
function threadFile(): URL | undefined {
  const here: string = import.meta.url
  return here.endsWith('.ts') ? undefined : new URL('./command/thread.js', here)
}
