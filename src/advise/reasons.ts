import { type Answer, answerOf } from '../ask/question.js'
import { type Known, valueIn } from '../decide/compiledPack.js'
import { doneActions } from '../decide/doneActions.js'
import type { Confirmed } from '../decide/engine.js'
import { TimbangError } from '../errors.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Action } from '../pack/packSource.js'
import type { Rule } from '../pack/rule.js'
import type { Status } from '../vocabulary.js'
import type { Assessment, WeighOptions } from '../weigh/assess.js'
import { type Claim, incompatibilities, strength } from '../weigh/claims.js'
import { groundsHere, type Place, placeOf } from '../weigh/groundsHere.js'
import { setAsideClaims } from '../weigh/weigh.js'
import type { Advice, Ground, NamedAction, Reason } from './advice.js'

/** What was weighed: all that is needed to say what an advice says, though not yet what it rests on. */
export interface Draft<S> {
  readonly assessment: Assessment
  readonly known: Known
  readonly pack: Pack<S>
  /** Where and when, since law is a ground only where it is in force. */
  readonly place: Place
  /** Whether the advice speaks against an action. */
  readonly against: (action: string) => boolean
  /** The actions that are stated to be done. */
  readonly done: ReadonlySet<string>
}

/** What the parts of an advice are made from. */
export interface ConfirmedDraft<S> extends Draft<S> {
  readonly confirmed: Confirmed
}

/** A situation weighed, with what is needed to tell it. */
export function draftOf<S>(assessment: Assessment, known: Known, pack: Pack<S>, { on }: WeighOptions): Draft<S> {
  return {
    assessment,
    known,
    pack,
    place: placeOf(known, on ?? pack.asOf),
    against: advisedAgainst(assessment, pack),
    done: doneActions(known, pack),
  }
}

/** An action with its words. */
export function namedAction<S>(action: string, pack: Pack<S>): NamedAction {
  return { action, label: (pack.actions.get(action) as Action).label }
}

/** Why a claim is made. */
export function reasonFor({ rule, force }: Claim): Reason {
  return { rule: rule.name, force, principle: rule.principle, because: rule.because }
}

/** What the rules that make claims rest on, by name. */
export function groundsOf<S>(claims: Iterable<Claim>, context: ConfirmedDraft<S>): Readonly<Record<string, Ground>> {
  const rules = new Map([...claims].map(({ rule }) => [rule.name, rule]))
  const sorted = [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return Object.fromEntries(sorted.map((rule) => [rule.name, groundOf(rule, context)]))
}

function groundOf<S>(rule: Rule, { confirmed, known, pack, place }: ConfirmedDraft<S>): Ground {
  const conditions = confirmed.get(rule.name)
  if (!conditions) throw unconfirmed(rule)
  const here = groundsHere(rule, place, pack)
  return {
    standard: rule.standard,
    principles: rule.principles,
    basis: here.basis,
    ...(rule.role && { role: rule.role }),
    because: rule.because,
    sources: here.sources,
    ...(here.elsewhere.length > 0 && { elsewhere: here.elsewhere }),
    conditions,
    facts: factsThatHold(rule, known, pack),
  }
}

function unconfirmed({ name }: Rule): TimbangError {
  return new TimbangError('broken-invariant', [
    { place: name, message: 'is claimed and was not confirmed by the engine' },
  ])
}

/** The stronger reason first, then by name, so that the order of rules in a file never matters. */
export function byWeight(a: Reason, b: Reason): number {
  return strength(b.force) - strength(a.force) || (a.rule < b.rule ? -1 : 1)
}

function factsThatHold<S>({ conditions }: Rule, known: Known, pack: Pack<S>): Ground['facts'] {
  const holding = new Map<string, { fact: string; label: Fact['label']; answer: Answer }>()
  for (const leaf of leavesRead(conditions, pack.facts)) {
    const fact = pack.facts.get(leaf.fact) as Fact
    const stated = known.stated.get(leaf.fact) ?? fact.presume?.value
    const value = valueIn(known.assumed, leaf.fact, pack)
    if (stated === undefined || leafTruth(leaf, pack.facts)(value) !== true) continue
    const member = stated instanceof Map ? (leaf.value as string) : undefined
    const deciding = stated instanceof Map ? memberOnly(stated, leaf.value as string) : stated
    holding.set(`${leaf.fact} ${member ?? ''}`, {
      fact: leaf.fact,
      label: fact.label,
      answer: answerOf(fact, deciding),
    })
  }
  return [...holding.values()]
}

function memberOnly(stated: ReadonlyMap<string, boolean | null>, member: string): Stated {
  return new Map([[member, stated.get(member) as boolean | null]])
}

/** What an advice speaks against: what should not or must not be done, was set aside, or is excluded by what is asked for. */
function advisedAgainst<S>({ weighing, statuses }: Assessment, pack: Pack<S>): (action: string) => boolean {
  const excluded = excludedIn(pack)
  const aside = new Set(setAsideClaims(weighing).map(({ action }) => action))
  const asked = [...statuses].flatMap(([action, status]) => (status === 'must' || status === 'should' ? [action] : []))
  return (action) =>
    isAgainst(statuses.get(action)) || aside.has(action) || asked.some((one) => excluded.get(action)?.has(one))
}

/** Whether a status speaks against the action. */
export function isAgainst(status: Status | undefined): boolean {
  return status === 'must-not' || status === 'should-not'
}

/** The actions among those wanted that are not done and that the advice does not speak against. */
export function consistentActions<S>(
  wanted: readonly string[],
  { against, done, pack }: Draft<S>,
): readonly NamedAction[] {
  const order = [...pack.actions.keys()]
  return [...new Set(wanted)]
    .filter((action) => !against(action) && !done.has(action))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((action) => namedAction(action, pack))
}

/** Which actions exclude which. */
export const excludedIn = oncePerPack(({ actions }) => incompatibilities([...actions.values()]))

/** The words of the principles and sources of the rules, of the roles of these and of the actions, and of the sources named besides. */
export function wordsOf<S>(
  rules: Advice['rules'],
  actions: Advice['actions'],
  otherSources: readonly string[],
  pack: Pack<S>,
): Pick<Advice, 'principles' | 'roles' | 'sources'> {
  const grounds = Object.values(rules)
  return {
    principles: entriesOf(
      pack.principles,
      grounds.flatMap(({ principles }) => principles),
    ),
    roles: entriesOf(pack.roles, [
      ...grounds.flatMap(({ role }) => role ?? []),
      ...actions.flatMap(({ roles }) => roles),
    ]),
    sources: entriesOf(pack.sources, [
      ...[...grounds, ...actions.flatMap(({ divided = [] }) => divided)].flatMap(({ sources, elsewhere = [] }) => [
        ...sources,
        ...elsewhere,
      ]),
      ...otherSources,
    ]),
  }
}

/** Those of the named things that are wanted, by name, in the order of their file. */
function entriesOf<T extends { readonly name: string }>(all: ReadonlyMap<string, T>, wanted: readonly string[]) {
  const names = new Set(wanted)
  const chosen = [...all.values()].filter(({ name }) => names.has(name))
  return Object.fromEntries(chosen.map(({ name, ...words }) => [name, words]))
}
