/** The threads that weigh, as the rest of the service sees them. */
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Piscina } from 'piscina'
import { TimbangError } from 'timbang'
import type { Answer, Answers, Task } from './weigher.js'

export interface Weighing {
  readonly weigh: <T extends Task>(task: T) => Promise<Answers[T['of']]>
  /** How many wait for a thread. */
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

/** More than so many that wait are turned away: whoever asks again in a second waits less than at the end of such a queue. */
const longestQueue = 200

export function weighingOnThreads(threads = Math.max(1, availableParallelism() - 1)): Weighing {
  const kind = extname(new URL(import.meta.url).pathname)
  const pool = new Piscina<Task, Answer<Answers[Task['of']]>>({
    filename: new URL(`./weigher${kind}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    maxQueue: longestQueue,
    ...(kind === '.ts' && { execArgv: ['--import', 'tsx'] }),
  })
  return {
    weigh: async (task) => {
      const answer = await pool.run(task)
      if ('refused' in answer) throw new TimbangError(answer.refused.code, answer.refused.issues)
      return answer.found as never
    },
    waiting: () => pool.queueSize,
    close: () => pool.destroy(),
  }
}
