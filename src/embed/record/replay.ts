import type { Advice, UnaskedAdvice } from '../../advise/advice.js'
import { advise } from '../../advise/advise.js'
import type { WasAndNow } from '../../consult/moved.js'
import { decide, knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError } from '../../errors.js'
import { optionsGiven } from '../../options.js'
import { digestOf } from '../../pack/identity/digest.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Kind, Outcome, Status, Urgency } from '../../vocabulary.js'
import { version } from '../version.js'
import type { DecisionRecord } from './decisionRecord.js'
import { keyedDigest } from './identifiers.js'
import { parseRecord } from './record.js'
import {
  adviceDigest,
  findingsOf,
  namesOf,
  packsOf,
  ruleDigests,
  weighOptionsOf,
  withoutSummary,
} from './recordedParts.js'

/** How a rule says something else: its finding, its content, or both. `not-recorded`: the record holds nothing to tell by. */
export interface RuleReplayed extends WasAndNow<Outcome | null> {
  readonly rule: string
  readonly content: 'same' | 'changed' | 'added' | 'removed' | 'not-recorded'
}

/** An action of which something else is said, and the rules that differ and bear on it: by themselves, or else through others. */
export interface ActionReplayed extends WasAndNow<Status | null> {
  readonly action: string
  readonly by: readonly string[]
}

/** What a pack says today of what was decided then. */
export interface Replay {
  /** The same, the same in other words, or something else. */
  readonly says: 'same' | 'reworded' | 'different'
  /** Whether this is the situation of the record, where both hold what tells it. */
  readonly situation: 'same' | 'different' | 'not-checked'
  readonly engine: WasAndNow<string>
  /** The packs that are not the same. */
  readonly packs: readonly ({ readonly name: string } & WasAndNow<{
    readonly version: string
    readonly digest: string
  } | null>)[]
  readonly kind: WasAndNow<Kind>
  readonly urgency: WasAndNow<Urgency>
  readonly rules: readonly RuleReplayed[]
  readonly actions: readonly ActionReplayed[]
  readonly setAside: WasAndNow<readonly string[]>
  readonly questions: WasAndNow<readonly string[] | null>
  /** The whole advice of today. */
  readonly advice: Advice | UnaskedAdvice
}

/** What else is at hand. */
export interface ReplayOptions {
  /** The key by which the situation was told. */
  readonly key?: Uint8Array | undefined
  /** The pack of the record; with it every rule that was added, changed or removed is told, whatever it said. */
  readonly formerPack?: Pack<unknown> | undefined
}

/**
 * Weighs a situation again on the day and by the framework of a record, and tells what differs, and by which rule.
 * @throws TimbangError `invalid-record`, `invalid-situation`, or `invalid-options` where `formerPack` is not the pack of the record
 */
export async function replay<S>(
  stored: DecisionRecord,
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: ReplayOptions = {},
): Promise<Replay> {
  const { key, formerPack } = optionsGiven<ReplayOptions>(options, { key: true, formerPack: true })
  const record = parseRecord(stored)
  checkPack(pack)
  if (formerPack) checkFormer(record, formerPack)
  const weighing = { ...weighOptionsOf(record), questions: record.questions !== null }
  const advice = await advise(situation, pack, weighing)
  const rules = rulesReplayed(record, situation, pack, formerPack)
  const now = namesOf(advice)
  const same = adviceDigest(advice) === record.adviceDigest
  return {
    says: same ? 'same' : saysAlike(record, advice) ? 'reworded' : 'different',
    situation: situationReplayed(record, situation, key),
    engine: { was: record.engine.version, now: version },
    packs: packsReplayed(record, advice),
    kind: { was: record.kind, now: advice.kind },
    urgency: { was: record.urgency, now: advice.urgency },
    rules,
    actions: actionsReplayed(record, now, rules),
    setAside: { was: actionNames(record.setAside), now: actionNames(now.setAside) },
    questions: { was: record.questions, now: now.questions },
    advice,
  }
}

function checkFormer({ packs }: DecisionRecord, former: Pack<unknown>): void {
  checkPack(former)
  if (digestOf(packs) !== digestOf(packsOf({ packs: former.parts })))
    throw new TimbangError('invalid-options', [
      { place: 'options.formerPack', message: 'is not the pack of the record' },
    ])
}

/** Whether names, statuses and orders are the same, whatever the words. */
function saysAlike(record: DecisionRecord, advice: Advice | UnaskedAdvice): boolean {
  const { actions, setAside, dilemmas, questions, kind, urgency, danger } = record
  const now = { ...namesOf(advice), kind: advice.kind, urgency: advice.urgency, danger: advice.danger }
  return digestOf({ actions, setAside, dilemmas, questions, kind, urgency, danger }) === digestOf(now)
}

function situationReplayed(
  { situationDigest, situation: kept }: DecisionRecord,
  situation: unknown,
  key?: Uint8Array,
): Replay['situation'] {
  const stated = withoutSummary(situation)
  if (situationDigest && key) return keyedDigest(stated, key) === situationDigest.value ? 'same' : 'different'
  if (kept) return digestOf(kept) === digestOf(stated) ? 'same' : 'different'
  return 'not-checked'
}

function packsReplayed(record: DecisionRecord, advice: Advice | UnaskedAdvice): Replay['packs'] {
  const now = packsOf(advice)
  const names = new Set([...record.packs, ...now].map(({ name }) => name))
  const identity = (packs: DecisionRecord['packs'], name: string) => {
    const found = packs.find((one) => one.name === name)
    return found ? { version: found.version, digest: found.digest } : null
  }
  return [...names]
    .map((name) => ({ name, was: identity(record.packs, name), now: identity(now, name) }))
    .filter((one) => digestOf(one.was) !== digestOf(one.now))
}

/** The rules that find something else than they did, or hold something else. */
function rulesReplayed<S>(
  record: DecisionRecord,
  situation: unknown,
  pack: Pack<S>,
  former?: Pack<unknown>,
): readonly RuleReplayed[] {
  const on = weighOptionsOf(record).on
  const before = new Map(record.findings.map((one) => [one.rule, one]))
  const findings = findingsOf(decide(knownFrom(parseSituation(situation, pack), pack), pack, on), pack)
  const after = new Map(findings.map((one) => [one.rule, one]))
  const [digests, formerly] = [ruleDigests(pack), former && ruleDigests(former)]
  const contentOf = (rule: string): RuleReplayed['content'] => {
    if (formerly && !formerly.has(rule)) return 'added'
    if (!digests.has(rule)) return 'removed'
    const digest = formerly?.get(rule) ?? before.get(rule)?.digest
    if (digest === undefined) return samePacks(record, pack) ? 'same' : 'not-recorded'
    return digest === digests.get(rule) ? 'same' : 'changed'
  }
  const names = new Set([...before.keys(), ...digests.keys(), ...(formerly?.keys() ?? [])])
  return [...names].sort().flatMap((rule) => {
    const content = contentOf(rule)
    const silent = (has: boolean) => (has ? 'undetermined' : null)
    const one = {
      rule,
      was: before.get(rule)?.outcome ?? silent(content !== 'added'),
      now: after.get(rule)?.outcome ?? silent(content !== 'removed'),
      content,
    }
    const differs = one.was !== one.now || !['same', 'not-recorded'].includes(content)
    return differs ? [one] : []
  })
}

function samePacks<S>({ packs }: DecisionRecord, pack: Pack<S>): boolean {
  return digestOf(packs) === digestOf(packsOf({ packs: pack.parts }))
}

type Names = Pick<DecisionRecord, 'actions' | 'setAside' | 'dilemmas'>

function actionsReplayed(before: Names, now: Names, rules: readonly RuleReplayed[]): readonly ActionReplayed[] {
  const status = (names: Names, action: string) => names.actions.find((one) => one.action === action)?.status ?? null
  const all = new Set([...before.actions, ...now.actions].map(({ action }) => action))
  return [...all].sort().flatMap((action) => {
    const one = { action, was: status(before, action), now: status(now, action) }
    if (one.was === one.now) return []
    const bearing = new Set([...rulesOn(action, before), ...rulesOn(action, now)])
    const moved = rules.map(({ rule }) => rule)
    const direct = moved.filter((rule) => bearing.has(rule))
    return [{ ...one, by: direct.length > 0 ? direct : moved }]
  })
}

/** The rules that bear on what is said of an action: that ask for it, gave way or prevailed. */
function rulesOn(action: string, { actions, setAside, dilemmas }: Names): readonly string[] {
  const asking = actions.filter((one) => one.action === action).flatMap(({ because }) => because)
  const lost = setAside
    .filter((one) => one.action === action)
    .flatMap(({ because, gaveWayTo }) => [...because, ...gaveWayTo.map(({ rule }) => rule)])
  const open = dilemmas.filter(({ rules }) => rules.some((rule) => asking.includes(rule))).flatMap(({ rules }) => rules)
  return [...asking, ...lost, ...open]
}

function actionNames(actions: readonly { readonly action: string }[]): readonly string[] {
  return actions.map(({ action }) => action)
}
