import { type Advice, openUnless, type UnaskedAdvice } from '../../advise/advice.js'
import { leftToDo } from '../../advise/rankActions.js'
import type { Known } from '../../decide/compiledPack.js'
import { decide, type Finding, knownFrom } from '../../decide/decide.js'
import { doneActions } from '../../decide/doneActions.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError } from '../../errors.js'
import { factsRead } from '../../pack/factsRead.js'
import { digestOf } from '../../pack/identity/digest.js'
import { oncePerPack, type Pack } from '../../pack/pack.js'
import { plainCopy } from '../../pack/plainData.js'
import { type WeighOptions, weighActions } from '../../weigh/assess.js'
import type { DecisionRecord } from './decisionRecord.js'

/** The SHA-256 of every rule of a pack, by name. */
export const ruleDigests = oncePerPack(
  ({ rules }): ReadonlyMap<string, string> => new Map([...rules.values()].map((rule) => [rule.name, digestOf(rule)])),
)

/**
 * The SHA-256 of what an advice says; by which version of a pack it says so stands beside it. `unless` counts under the name
 * `exceptions`, which it bore before, so that a record of any version agrees with what is advised now.
 */
export function adviceDigest({ packs: _, actions, ...says }: Advice | UnaskedAdvice): string {
  const counted = actions.map(({ assumptions, ...action }) => {
    const { unless: __, ...others } = assumptions
    return { ...action, assumptions: { ...others, exceptions: openUnless(assumptions) } }
  })
  return digestOf({ ...says, actions: counted })
}

/** A situation as it was stated, without its summary: what a keyed digest is made of, and what a record may keep. */
export function withoutSummary(situation: unknown): Readonly<Record<string, unknown>> {
  const plain = plainCopy(situation, 'situation', {
    depth: 8,
    nodes: 5_000,
    text: 20_000,
    letters: 100_000,
    keys: 5_000,
  })
  if ('issues' in plain) throw new TimbangError('invalid-situation', plain.issues)
  const { summary: _, ...stated } = plain.value as Record<string, unknown>
  return stated
}

/** What an advice rested on: what is known, and what every rule says of it. */
interface WeighedAgain {
  readonly known: Known
  readonly findings: readonly Finding[]
}

/**
 * Finds again what an advice rests on.
 * @throws TimbangError `invalid-options` where the advice is of another situation or pack: a record of it would not be true
 */
export function weighAgain<S>(advice: Advice | UnaskedAdvice, situation: unknown, pack: Pack<S>): WeighedAgain {
  const options = weighOptionsOf(advice)
  const known = knownFrom(parseSituation(situation, pack), pack)
  const findings = decide(known, pack, options.on)
  const { statuses: weighed } = weighActions(findings, known, pack, options)
  const statuses = leftToDo(weighed, doneActions(known, pack))
  const samePacks = digestOf(packsOf(advice)) === digestOf(pack.parts.map(identityOf))
  const same =
    samePacks &&
    advice.actions.length === statuses.size &&
    advice.actions.every(({ action, status }) => statuses.get(action) === status)
  if (!same)
    throw new TimbangError('invalid-options', [
      { place: 'options', message: 'the advice is not of this situation and pack' },
    ])
  return { known, findings }
}

/** The day and the framework by which something was weighed. */
export function weighOptionsOf({
  on,
  framework,
}: Pick<DecisionRecord, 'on' | 'framework'> | Advice | UnaskedAdvice): WeighOptions {
  return { on, ...(framework !== undefined && { framework }) }
}

/** By what packs are known. */
export function packsOf({ packs }: Pick<Advice, 'packs'>): DecisionRecord['packs'] {
  return packs.map(identityOf)
}

function identityOf({
  name,
  version,
  digest,
  admitted = [],
}: Omit<Advice['packs'][number], 'title'>): DecisionRecord['packs'][number] {
  return { name, version, digest, ...(admitted.length > 0 && { admitted }) }
}

/** What every rule says that says something; of the others nothing is known. */
export function findingsOf<S>(findings: readonly Finding[], pack: Pack<S>): DecisionRecord['findings'] {
  const digests = ruleDigests(pack)
  return findings
    .filter(({ outcome }) => outcome !== 'undetermined')
    .map(({ rule: { name }, outcome }) => ({ rule: name, outcome, digest: digests.get(name) as string }))
    .sort((a, b) => (a.rule < b.rule ? -1 : 1))
}

/** The stated facts that the rules read which hold, or would but for an exception. */
export function factsOf<S>({ known, findings }: WeighedAgain, pack: Pack<S>): readonly string[] {
  const bearing = findings.filter(({ outcome }) => ['applies', 'presumed', 'excepted'].includes(outcome))
  const conditions = bearing.flatMap(({ rule }) => [rule, ...rule.unless]).map((one) => one.conditions)
  const read = new Set(conditions.flatMap((one) => [...factsRead(one, pack.facts)]))
  return [...known.stated.keys()].filter((name) => read.has(name)).sort()
}

/** What an advice says of actions, in names: as a record holds it. */
export function namesOf(
  advice: Advice | UnaskedAdvice,
): Pick<DecisionRecord, 'actions' | 'setAside' | 'dilemmas' | 'questions'> {
  const rules = (because: readonly { readonly rule: string }[]) => [...new Set(because.map(({ rule }) => rule))]
  return {
    actions: advice.actions.map(({ action, status, certainty, urgency, because, divided }) => ({
      action,
      status,
      certainty,
      urgency,
      because: rules(because),
      ...(divided && { divided: divided.map(({ rule, position }) => ({ rule, position })) }),
    })),
    setAside: advice.setAside.map(({ action, force, because, gaveWayTo, owed }) => ({
      action,
      force,
      because: rules(because),
      gaveWayTo: gaveWayTo.map(({ rule, by }) => ({ rule, by })),
      owed: owed.map((one) => one.action),
    })),
    dilemmas: advice.dilemmas.map(({ between, sides }) => ({
      between,
      rules: rules(sides.flatMap(({ because }) => because)),
    })),
    questions: advice.questions === null ? null : advice.questions.map(({ fact }) => fact),
  }
}
