import { checkedOptions } from '../advise/advise.js'
import type { Change } from '../ask/question.js'
import { answerOrNull } from '../consult/answers.js'
import { type FactChange, statusChanges } from '../consult/changes.js'
import { statements } from '../consult/statements.js'
import type { Known } from '../decide/compiledPack.js'
import { knownFrom, knownOrContradiction } from '../decide/decide.js'
import { parseSituation } from '../decide/situation.js'
import { restated } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { type Text, type Urgency, urgencies } from '../vocabulary.js'
import { type Assessment, assess, type WeighOptions } from '../weigh/assess.js'

/** A coding that was read, as far as it is compared. */
export interface ReadSituation<S> {
  readonly situation: S
}

/** Two codings of a story compared by what follows from them. */
export interface CodingComparison {
  /** Whether the same is advised, whatever they differ in. */
  readonly same: boolean
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  /** The actions of which something else is said. */
  readonly actions: readonly Change[]
  /** Where they part, what matters most first: that is what to ask first. */
  readonly parts: readonly CodingPart[]
}

/** A fact in which two codings part, and what hangs on it by itself. */
export interface CodingPart extends FactChange {
  readonly ask: Text
  readonly danger: boolean
  readonly urgency: { readonly from: Urgency; readonly to: Urgency }
  readonly wouldChange: readonly Change[]
}

/**
 * Compares two codings of a story by the advice to which they lead, and says which of their differences to ask about first.
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function compareCodings<S>(
  a: ReadSituation<NoInfer<S>>,
  b: ReadSituation<NoInfer<S>>,
  pack: Pack<S>,
  options: WeighOptions = {},
): CodingComparison {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const [from, to] = [a, b].map((one) => knownFrom(parseSituation(one?.situation, pack), pack)) as [Known, Known]
  const [now, then] = [assess(from, pack, given), assess(to, pack, given)]
  const actions = statusChanges(now.statuses, then.statuses, pack)
  const partings = [...singly(from)].filter(([key, one]) => !sameAnswer(one.value, singly(to).get(key)?.value))
  const added = [...singly(to)].filter(([key]) => !singly(from).has(key))
  const names = new Map([...partings, ...added])
  return {
    same: actions.length === 0 && now.urgency === then.urgency,
    urgency: { from: now.urgency, to: then.urgency },
    actions,
    parts: [...names]
      .map(([key, { name }]) =>
        partOf(name, singly(from).get(key)?.value, singly(to).get(key)?.value, from, now, pack, given),
      )
      .sort((one, other) => weight(one) - weight(other)),
  }
}

/** What is stated one by one, the members of a list each for itself. */
function singly({ stated }: Known): ReadonlyMap<string, { readonly name: string; readonly value: Stated }> {
  return new Map(
    statements(stated).map(([name, value]) => [
      value instanceof Map ? `${name} ${[...value.keys()]}` : name,
      { name, value },
    ]),
  )
}

function sameAnswer(one: Stated | undefined, other: Stated | undefined): boolean {
  return one instanceof Map && other instanceof Map
    ? [...one].every(([member, so]) => other.get(member) === so)
    : one === other
}

/** What would be advised if the first coding said of one fact what the second says. */
function partOf<S>(
  name: string,
  value: Stated | undefined,
  other: Stated | undefined,
  from: Known,
  now: Assessment,
  pack: Pack<S>,
  options: WeighOptions,
): CodingPart {
  const fact = pack.facts.get(name) as Fact
  const known = knownOrContradiction(instead(from, name, value, other), pack)
  const then = typeof known === 'string' ? now : assess(known, pack, options)
  return {
    fact: name,
    label: fact.label,
    ask: fact.ask ?? fact.label,
    danger: fact.danger !== undefined,
    from: answerOrNull(fact, value),
    to: answerOrNull(fact, other),
    urgency: { from: now.urgency, to: then.urgency },
    wouldChange: statusChanges(now.statuses, then.statuses, pack),
  }
}

/** The facts of one coding with what the other says of one of them; nothing where that does not speak of it. */
function instead({ stated }: Known, name: string, value: Stated | undefined, other: Stated | undefined) {
  if (other !== undefined) return restated(stated, [[name, other]])
  const before = stated.get(name)
  const rest =
    before instanceof Map ? [...before].filter(([member]) => !(value as ReadonlyMap<string, unknown>).has(member)) : []
  const others = [...stated].filter(([one]) => one !== name)
  return new Map([...others, ...(rest.length > 0 ? [[name, new Map(rest)] as const] : [])])
}

/** What changes how soon something must be done comes first, then what touches danger, then what changes most. */
function weight({ urgency: { from, to }, danger, wouldChange }: CodingPart): number {
  const sooner = Math.abs(urgencies.indexOf(from) - urgencies.indexOf(to))
  const touches = danger && wouldChange.length > 0 ? 1 : 0
  return -(sooner * 10_000 + touches * 5_000 + wouldChange.length)
}
