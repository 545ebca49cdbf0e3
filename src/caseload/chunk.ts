import { adviceMoved, type RuleChanges } from '../consult/moved.js'
import { screen } from '../embed/screening/screen.js'
import { isScreened } from '../embed/screening/screened.js'
import { type Issue, TimbangError } from '../errors.js'
import { canonical } from '../pack/identity/digest.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { WeighOptions } from '../weigh/assess.js'
import { copyLine } from './copyText.js'
import { nothingDone, type Tally } from './database/ranges.js'
import { lately } from './form/lately.js'
import { type KeptForm, keptForm, situationOf } from './form/normalForm.js'
import { type Said, saidOf, saidText, toldIn } from './said.js'

/** What is done with rows: cases are read into their normal form, or situations weighed. */
export type Task = 'read' | 'weigh'

/** How rows are worked on. */
export interface TaskSettings {
  readonly task: Task
  readonly options?: WeighOptions
  /** Which share json-rules-engine confirms. */
  readonly confirm?: number
  readonly changes?: RuleChanges
}

/** Rows as COPY gave them. */
export type Rows = readonly (readonly (string | null)[])[]

/** Lines for COPY, and what was done. */
export interface ChunkDone extends Tally {
  readonly text: string
}

/** Works on rows; what it gives back goes into the database as it is. */
export async function chunkDone(rows: Rows, settings: TaskSettings, pack: Pack<unknown>): Promise<ChunkDone> {
  return settings.task === 'read' ? readRows(rows, pack) : await weighRows(rows, settings, pack)
}

/** Of each case, its key and situation, the normal form; or what is wrong with it, which repeats nothing of it. */
function readRows(rows: Rows, pack: Pack<unknown>): ChunkDone {
  let [text, unreadable] = ['', 0]
  const formOf = readForms(pack)
  for (const [key = null, situation = null] of rows) {
    const form = formOf(situation ?? 'null')
    if ('digest' in form) text += copyLine([key, form.digest, form.text, null])
    else {
      text += copyLine([key, null, null, canonical(form.issues)])
      unreadable += 1
    }
  }
  return { ...nothingDone, text, rows: rows.length, unreadable }
}

/** What is kept of a case: its situation in the normal form, or what is wrong with it. */
type Kept = KeptForm | { readonly issues: readonly Issue[] }

/** Reads texts; what a thread remembers of them takes a hundred megabytes at most. */
const readForms = oncePerPack((pack) => lately((text) => formOrIssues(text, pack), 60_000))

function formOrIssues(situation: string, pack: Pack<unknown>): Kept {
  try {
    return keptForm(situation, pack)
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code === 'broken-invariant') throw error
    return { issues: error.issues }
  }
}

/** Of each situation, its number, normal form, what was said and what is known to be said: what is said now, and how it moved. */
async function weighRows(rows: Rows, settings: TaskSettings, pack: Pack<unknown>): Promise<ChunkDone> {
  const unknown = rows.filter(([, , , known]) => known === null)
  const forms = unknown.map(([, facts]) => situationOf(JSON.parse(facts as string)))
  const { options, confirm = 0.01, changes = {} } = settings
  const weighed = new Map<string, Said>()
  for await (const result of screen(forms, pack, { ...options, confirm })) {
    if (!isScreened(result))
      throw new TimbangError('broken-invariant', [{ place: 'situations', message: 'hold what this pack cannot read' }])
    weighed.set(unknown[result.line - 1]?.[0] as string, saidOf(result))
  }
  let [text, moved] = ['', 0]
  for (const [number = null, , was = null, known = null] of rows) {
    const now = weighed.get(number as string) ?? (JSON.parse(known as string) as Said)
    const move = was === null ? undefined : adviceMoved(toldIn(JSON.parse(was) as Said), toldIn(now), changes)
    if (move) moved += 1
    text += copyLine([number, saidText(now), move ? canonical(move) : null])
  }
  const firstTime = rows.filter(([, , was]) => was === null).length
  return { ...nothingDone, text, rows: rows.length, weighed: unknown.length, moved, firstTime }
}
