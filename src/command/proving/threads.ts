import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
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

/** Proves a pack in so many threads beside this one, as many as there are processors if not said; in this one alone where it is one. */
export async function proveInThreads(
  pack: Pack<unknown>,
  options: ProveOptions,
  threads = availableParallelism(),
): Promise<Proof> {
  if (threads === 1) return prove(pack, options)
  const crew = new Crew(threads, pack)
  try {
    return await proveBy((part, given) => crew.prove(part, given), pack, options)
  } finally {
    await crew.dismiss()
  }
}

/** Some threads, each of which takes the next part that waits once it has done with one. */
class Crew {
  private readonly free: Worker[] = []
  private readonly all: Worker[] = []
  private readonly waiting: ((worker: Worker) => void)[] = []

  constructor(
    private readonly most: number,
    private readonly pack: Pack<unknown>,
  ) {}

  async prove(part: ProofPart, options: StudyOptions): Promise<PartProved> {
    const worker = await this.next()
    try {
      return await askedOf(worker, part, options)
    } finally {
      const waiting = this.waiting.shift()
      if (waiting) waiting(worker)
      else this.free.push(worker)
    }
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()))
  }

  private next(): Worker | Promise<Worker> {
    const free = this.free.pop()
    if (free) return free
    if (this.all.length === this.most) return new Promise((resolve) => this.waiting.push(resolve))
    const { parts, digest } = this.pack
    const worker = new Worker(threadFile(), {
      workerData: { parts, digest },
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    })
    this.all.push(worker)
    return worker
  }
}

function askedOf(worker: Worker, part: ProofPart, options: StudyOptions): Promise<PartProved> {
  return new Promise((resolve, reject) => {
    const ended = () => {
      worker.off('message', answered)
      worker.off('error', failed)
    }
    const answered = ({ proved, refused }: Answered) => {
      ended()
      if (proved) resolve(proved)
      else if (refused) reject(new TimbangError(refused.code, refused.issues))
    }
    const failed = (error: Error) => {
      ended()
      reject(error)
    }
    worker.on('message', answered)
    worker.on('error', failed)
    worker.postMessage({ part, options })
  })
}

/** The file of a thread: beside this one, or in a folder beside it once it is built. */
function threadFile(): URL {
  const here: string = import.meta.url
  if (here.endsWith('.ts')) return new URL('./thread.ts', here)
  return new URL('./command/thread.js', here.startsWith('file:') ? here : pathToFileURL(here))
}
