import type { Caseload } from '../../caseload/index.js'
import type { InterfaceLanguage, Pack } from '../../index.js'
import { Misuse } from '../ending.js'
import { inJson, print } from '../print.js'

/** What the command is called with. */
export interface CaseloadCall {
  readonly database: string
  readonly from?: string | undefined
  readonly pack: Pack<unknown>
  readonly before?: Pack<unknown>
  readonly schema: string
  readonly table?: string | undefined
  readonly key: string
  readonly situation: string
  readonly size?: number | undefined
  readonly threads?: number | undefined
  readonly threadMemory?: number | undefined
  readonly statementLimit?: number | undefined
  readonly workMemory?: number | undefined
  readonly days?: number | undefined
  readonly on?: string | undefined
  readonly framework?: string | undefined
  readonly locale?: InterfaceLanguage | undefined
  readonly json?: true | undefined
}

export const caseloadSteps = [
  'read',
  'weigh',
  'work',
  'progress',
  'pause',
  'resume',
  'changes',
  'moved',
  'weaker',
  'unreadable',
  'forget',
] as const

type Rooms = typeof import('../../caseload/index.js')

/** Does one step; the room of the caseload is loaded only now, and what it needs of the host with it. */
export async function caseloadStep(step: (typeof caseloadSteps)[number], call: CaseloadCall): Promise<number> {
  const room = await import('../../caseload/index.js')
  return await steps[step](call, room)
}

const steps: Record<(typeof caseloadSteps)[number], (call: CaseloadCall, room: Rooms) => Promise<number>> = {
  read: async (call, { beginReading }) => {
    const { table, key, situation, pack, size } = call
    if (table === undefined) throw new Misuse('`read` wants --table: where the cases are')
    return print(inJson(await beginReading(placeOf(call), { table, key, situation }, pack, { size })))
  },
  weigh: async (call, { beginWeighing }) => {
    const { pack, before, size, on, framework } = call
    const options = { ...(on !== undefined && { on }), ...(framework !== undefined && { framework }) }
    const last = before && { before: { pack: before, options } }
    return print(inJson(await beginWeighing(placeOf(call), { pack, options }, { size, ...last })))
  },
  work: async (call, { work }) => {
    const { pack, threads, threadMemory } = call
    const stop = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
    const end = await work(placeOf(call), pack, { threads, threadMegabytes: threadMemory, signal: stop.signal })
    process.stderr.write(`${end}\n`)
    return end === 'failed' ? 1 : 0
  },
  progress: async (call, { progress }) => {
    const found = await progress(placeOf(call))
    return print(inJson(found ?? {}))
  },
  pause: async (call, { pause }) => ((await pause(placeOf(call))) ? 0 : 1),
  resume: async (call, { resume }) => ((await resume(placeOf(call))) ? 0 : 1),
  changes: async (call, { changeSummary, changeReport }) => {
    const found = await changeSummary(placeOf(call))
    if (!found) return 1
    return print(call.json ? inJson(found) : changeReport(found, call.pack, call.locale ?? 'en'))
  },
  moved: (call, { movedCases }) => lines(movedCases(placeOf(call))),
  weaker: (call, { movedCases }) => lines(movedCases(placeOf(call), { weakerInDanger: true })),
  unreadable: (call, { unreadableCases }) => lines(unreadableCases(placeOf(call))),
  forget: async (call, { forget }) => {
    const before = new Date(Date.now() - (call.days ?? 90) * 86_400_000)
    return print(inJson(await forget(placeOf(call), before)))
  },
}

function placeOf({ database, from, schema, statementLimit, workMemory }: CaseloadCall): Caseload {
  return { database, schema, source: from, statementSeconds: statementLimit, workMegabytes: workMemory }
}

/** One a line, as they come. */
async function lines(some: AsyncIterable<object>): Promise<number> {
  for await (const one of some)
    if (!process.stdout.write(`${JSON.stringify(one)}\n`))
      await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()))
  return 0
}
