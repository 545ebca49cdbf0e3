/** A worker thread that weighs: what takes time is done here, so that the service goes on answering. */
import { advise, type Locale, parseSituation, TimbangError } from 'timbang'
import { type Card, cards, type DecisionRecord, type RecordOptions, type Replay, record, replay } from 'timbang/embed'
import type { SocialWorkSituation } from 'timbang/social-work'
import { packIn } from './packs.js'
import { type Field, openFields } from './planning.js'

interface Weighed {
  /** The folder of the pack; the shipped one where there is none. */
  readonly pack: string | undefined
  /** The day whose rules are in force. */
  readonly on: string
  readonly situation: unknown
}

/** What a thread can be asked for. */
export type Task =
  | ({ readonly of: 'cards'; readonly locale: Locale; readonly instance: string; readonly step?: string } & Weighed)
  | ({ readonly of: 'record'; readonly options: PlainOptions } & Weighed)
  | ({ readonly of: 'replay'; readonly record: DecisionRecord; readonly key: Uint8Array } & Weighed)

type PlainOptions = Omit<RecordOptions<SocialWorkSituation>, 'situation' | 'pack'>

/** What it gives back; an error crosses threads as data, since its class does not. */
export type Answer<T> = { readonly found: T } | { readonly refused: Pick<TimbangError, 'code' | 'issues'> }

export interface Answers {
  readonly cards: { readonly cards: readonly Card[]; readonly open: readonly Field[] }
  readonly record: DecisionRecord
  readonly replay: Omit<Replay, 'advice'>
}

export default async function weighed(task: Task): Promise<Answer<Answers[Task['of']]>> {
  try {
    return { found: await answered(task) }
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    return { refused: { code: error.code, issues: error.issues } }
  }
}

async function answered(task: Task): Promise<Answers[Task['of']]> {
  const pack = packIn(task.pack)
  const situation = parseSituation(task.situation, pack)
  if (task.of === 'replay') {
    const { advice: _, ...said } = await replay(task.record, situation, pack, { key: task.key })
    return said
  }
  const advice = await advise(situation, pack, { on: task.on })
  if (task.of === 'record') return record(advice, { ...task.options, situation, pack })
  const { locale, instance, step } = task
  return { cards: cards(advice, { locale, instance, step, pack, situation }), open: openFields(advice, locale, pack) }
}
