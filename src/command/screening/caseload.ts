import type { Caseload } from '../../caseload/index.js'
import type { InterfaceLanguage, Pack } from '../../index.js'
import { Misuse } from '../ending.js'
import { inJson, print } from '../print.js'

/** What the command is called with. */
export interface CaseloadCall {
  readonly database: string
  readonly from?: string | undefined
  /** The pack that is meant; it is made only where it is wanted. */
  readonly pack: () => Pack<unknown>
  readonly before?: (() => Pack<unknown>) | undefined
  readonly all?: true | undefined
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

type Step = (typeof caseloadSteps)[number]

/** The options that some steps alone take; all others are taken by every step. */
const stepsOf: Readonly<Record<string, readonly Step[]>> = {
  table: ['read'],
  key: ['read'],
  situation: ['read'],
  size: ['read', 'weigh'],
  before: ['weigh'],
  all: ['weigh'],
  on: ['weigh'],
  framework: ['weigh'],
  threads: ['work'],
  threadMemory: ['work'],
  days: ['forget'],
  locale: ['changes'],
  pack: ['read', 'weigh', 'work', 'changes'],
  admit: ['read', 'weigh', 'work', 'changes'],
}

/** @throws Misuse for an option that the step does not take: nobody is to believe that it counts */
export function checkStepOptions(step: Step, given: readonly string[]): void {
  for (const option of given) {
    const takes = stepsOf[option]
    if (takes === undefined || takes.includes(step)) continue
    const name = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new Misuse(
      `\`${step}\` takes no --${name}: it is an option of ${takes.map((one) => `\`${one}\``).join(', ')}`,
    )
  }
}

type Room = typeof import('../../caseload/index.js')

/** Does one step; the room of the caseload is loaded only now, and what it needs of the host with it. */
export async function caseloadStep(step: Step, call: CaseloadCall): Promise<number> {
  const room = await import('../../caseload/index.js')
  return await steps[step](call, room)
}

const steps: Record<Step, (call: CaseloadCall, room: Room) => Promise<number>> = {
  read: async (call, { beginReading }) => {
    const { table, key, situation, pack, size } = call
    if (table === undefined) throw new Misuse('`read` wants --table: where the cases are')
    return print(inJson(await beginReading(placeOf(call), { table, key, situation }, pack(), { size })))
  },
  weigh: async (call, { beginWeighing }) => {
    const { pack, before, size, all, on, framework } = call
    const options = { ...(on !== undefined && { on }), ...(framework !== undefined && { framework }) }
    const last = before && { before: { pack: before(), options } }
    return print(inJson(await beginWeighing(placeOf(call), { pack: pack(), options }, { size, all, ...last })))
  },
  work: worked,
  progress: async (call, { progress }) => print(inJson(await progress(placeOf(call)))),
  pause: async (call, room) =>
    tellHeld(
      await room.pause(placeOf(call)),
      'is paused: each worker ends its range and waits; `resume` lets them go on',
    ),
  resume: async (call, room) =>
    tellHeld(
      await room.resume(placeOf(call)),
      'goes on: workers that waited do so too, others are started with `work`',
    ),
  changes: async (call, { changeSummary, changeReport }) => {
    const found = await changeSummary(placeOf(call))
    return print(call.json ? inJson(found) : changeReport(found, call.pack(), call.locale ?? 'en'))
  },
  moved: (call, room) => movedLines(call, room, false),
  weaker: (call, room) => movedLines(call, room, true),
  unreadable: async (call, { unreadableCases, progress }) => {
    await lines(unreadableCases(placeOf(call)))
    const { kind, state, withoutKey = 0 } = await progress(placeOf(call))
    if (kind === 'read' && state !== 'done') remark(`the cases are not read to the end (\`${state}\`): more may come`)
    if (withoutKey > 0) remark(`rows without a key, which are not read and cannot be told here: ${withoutKey}`)
    return 0
  },
  forget: async (call, { forget }) => {
    const before = new Date(Date.now() - (call.days ?? 90) * 86_400_000)
    return print(inJson(await forget(placeOf(call), before)))
  },
}

/** Works until nothing is left, or until it is asked to end; asked twice, it ends at once, and its range is free again. */
async function worked(call: CaseloadCall, { work }: Room): Promise<number> {
  const { threads, threadMemory } = call
  if (threadMemory !== undefined && threads === undefined) throw new Misuse('--thread-memory wants --threads')
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const end = await work(placeOf(call), call.pack(), {
    threads,
    threadMegabytes: threadMemory,
    signal: stop.signal,
    onWaiting: (forWhat) => remark(waiting[forWhat]),
  })
  process.stderr.write(`${ended[end]}\n`)
  return end === 'failed' ? 1 : 0
}

const waiting = {
  database: 'the database is away: waiting for it, five minutes at most',
  resume: 'the run is paused: waiting until it goes on (`resume`)',
} as const

const ended = {
  done: 'done',
  stopped: 'stopped: the run goes on with other workers, or with `work`',
  failed:
    'failed: some ranges cannot be done; `progress` tells which and why. Mend it, and begin again with `read` or `weigh`',
  'given-up': 'given up: another run was begun; `work` does that one',
} as const

function tellHeld(found: Awaited<ReturnType<Room['pause']>>, how: string): number {
  if (found) return print(`run ${found.number} (${found.kind}) ${how}`)
  remark('no run goes on')
  return 1
}

async function movedLines(call: CaseloadCall, { movedCases, changeSummary }: Room, weakerInDanger: boolean) {
  await lines(movedCases(placeOf(call), { weakerInDanger }))
  const { firstTime, notWeighed, readSince } = await changeSummary(placeOf(call))
  if (firstTime + notWeighed > 0 || readSince) remark('not every case could be compared with before: see `changes`')
  return 0
}

/** Told beside the output. */
function remark(text: string): void {
  process.stderr.write(`${text}\n`)
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
