import { parentPort, workerData } from 'node:worker_threads'
import { type ProofPart, provePart } from '../../author/prove/parts.js'
import type { StudyOptions } from '../../author/prove/study.js'
import { TimbangError } from '../../errors.js'
import { type Pack, packFrom } from '../../pack/pack.js'
import type { PackParts } from '../../pack/packParts.js'
import { socialWork } from '../../social-work/hear.js'
import type { Answered } from './threads.js'

/* A thread beside the command: the pack made once, and part after part of a proof. */

const { parts, digest } = workerData as { readonly parts: PackParts; readonly digest: string }
const pack: Pack<unknown> = socialWork.digest === digest ? socialWork : packFrom(parts)
if (pack.digest !== digest)
  throw new TimbangError('invalid-pack', [{ place: 'pack', message: 'is not the one that is meant' }])

parentPort?.on('message', async ({ part, options }: { part: ProofPart; options: StudyOptions }) => {
  parentPort?.postMessage(await answered(part, options))
})

/** What came of a part; a refusal is told as data, since between threads an error loses its class. */
async function answered(part: ProofPart, options: StudyOptions): Promise<Answered> {
  try {
    return { proved: await provePart(part, pack, options) }
  } catch (error) {
    if (error instanceof TimbangError) return { refused: { code: error.code, issues: error.issues } }
    throw error
  }
}
