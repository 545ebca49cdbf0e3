import { compiledPack, type Known } from '../decide/compiledPack.js'
import type { Conditions } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedByTwo } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'
import type { ChoiceOrigin, Text } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'
import { isOffered, type Lesson } from './lesson.js'
import { factInWords, questionInWords } from './phrasing.js'
import { type Cause, quoted, reasonNotTo } from './questions/causes.js'
import { matterOf } from './questions/matterOf.js'

/** What a rule that does not hold here would ask for, and why it does not hold. */
export interface Distractor {
  readonly rule: Rule
  readonly action: string
  readonly from: Exclude<ChoiceOrigin, 'key'>
  readonly why: Cause
}

/** What would be asked for (or warned of) by rules in doubt, by rules beside those that hold, and with one fact different. */
export function distractors<S>(lesson: Lesson<S>, towards: boolean): readonly Distractor[] {
  const undecided = stillOpen(lesson)
  const idle = idleRules(lesson).flatMap(({ rule, from, why }) =>
    rule.pushes.flatMap(({ action, force }) =>
      isTowards(force) === towards && force !== 'may' && (from === 'rule-in-doubt' || !undecided.has(action))
        ? [{ rule, action, from, why }]
        : [],
    ),
  )
  return [...flipped(lesson, towards), ...idle]
}

/** What another rule may yet make a duty, by few things not known: that one rule does not ask for it is no reason to say so. */
function stillOpen<S>({ now, known, pack }: Lesson<S>): ReadonlySet<string> {
  const actions = now.weighing.findings.flatMap(({ rule, outcome, possible }) => {
    const open = outcome === 'undetermined' && possible ? openMatters(rule.conditions, known, pack) : []
    if (open.length === 0 || open.length > mostOpen) return []
    return rule.pushes.flatMap(({ action, force }) => (force === 'must' ? [action] : []))
  })
  return new Set(actions)
}

/** A rule that does not hold here, and why. */
export interface IdleRule {
  readonly rule: Rule
  readonly from: Exclude<ChoiceOrigin, 'key' | 'flipped-case'>
  readonly why: Cause
}

/** The rules beside those that hold: in doubt for a stated reason, or not holding. */
export function idleRules<S>(lesson: Lesson<S>): readonly IdleRule[] {
  const holding = new Set([...lesson.now.weighing.labels.keys()].map(({ rule }) => rule))
  const particular = [...holding].filter(({ standing }) => !standing)
  const files = new Set(particular.map(({ file }) => file))
  const spoken = new Set(particular.flatMap(({ pushes }) => pushes.map(({ action }) => action)))
  return idleAmong(lesson, (rule) => files.has(rule.file) || rule.pushes.some(({ action }) => spoken.has(action)))
}

/** The rules that do not hold, wherever they stand, and the story tells why. */
export function farRules<S>(lesson: Lesson<S>): readonly IdleRule[] {
  return idleAmong(lesson, () => true, false).filter(({ why }) => why.by === 'told')
}

function idleAmong<S>({ now, known, pack, vignette }: Lesson<S>, isWanted: (rule: Rule) => boolean, isNearOnly = true) {
  const { findings, labels } = now.weighing
  const holding = new Set([...labels.keys()].map(({ rule }) => rule).filter(({ standing }) => !standing))
  const isLeftOut = (rule: Rule) =>
    rule.standing || rule.findsOut || holding.has(rule) || !isOffered(rule.name, vignette) || !isWanted(rule)
  return findings.flatMap((finding): IdleRule[] => {
    const { rule, outcome, holds, possible } = finding
    if (isLeftOut(rule)) return []
    const open = holds === undefined ? openMatters(rule.conditions, known, pack) : []
    if (open.length > mostOpen) return []
    if ((isNearOnly || open.length > 0) && !hasReason(rule.conditions, known, pack)) return []
    if (outcome === 'undetermined')
      return possible && open.length > 0 && isOpenHere(rule.conditions, known, pack)
        ? [{ rule, from: 'rule-in-doubt', why: dependsOn(open) }]
        : []
    const why = reasonNotTo(finding, open, known, pack)
    return why ? [{ rule, from: 'neighbouring-rule', why }] : []
  })
}

/** Whether a stated fact that is no mere background makes one of the comparisons true. */
export function hasReason<S>(conditions: Conditions, { values }: Known, pack: Pack<S>): boolean {
  const { slots } = compiledPack(pack)
  return leavesRead(conditions, pack.facts).some((leaf) => {
    const fact = pack.facts.get(leaf.fact) as Fact
    return !fact.background && leafTruth(leaf, pack.facts)(values[slots.get(leaf.fact) as number]) === true
  })
}

/** Whether all that is open is of a matter of which the story tells something; one more of a list is soon another story. */
function isOpenHere<S>(conditions: Conditions, { assumed, stated }: Known, pack: Pack<S>): boolean {
  const { slots } = compiledPack(pack)
  const told = new Set([...stated.keys()].filter((name) => !pack.facts.get(name)?.background).map(matterOf))
  return leavesRead(conditions, pack.facts).every((leaf) => {
    const truth = leafTruth(leaf, pack.facts)(assumed[slots.get(leaf.fact) as number])
    const isMember = typeOf(pack.facts.get(leaf.fact) as Fact).input === 'members'
    return truth !== undefined || (!isMember && told.has(matterOf(leaf.fact)))
  })
}

/** A rule that hangs on more than these is too far from the case to be mistaken for one of it. */
const mostOpen = 3

/** What is not known and a rule in doubt hangs on: facts by their questions, members of a list by their names. */
function openMatters<S>(conditions: Conditions, known: Known, pack: Pack<S>): readonly Text[] {
  const { slots } = compiledPack(pack)
  const open = leavesRead(conditions, pack.facts).flatMap((leaf) => {
    const fact = pack.facts.get(leaf.fact) as Fact
    if (fact.ask === undefined) return []
    const truth = leafTruth(leaf, pack.facts)(known.assumed[slots.get(leaf.fact) as number])
    if (truth !== undefined) return []
    return [openMatter(pack)(fact, typeOf(fact).input === 'members' ? (leaf.value as string) : undefined)]
  })
  return [...new Map(open.map(({ key, text }) => [key, text])).values()]
}

/** What a fact, or a member of a list, asks, under a key that is the same for the same words; kept, since many rules ask the same. */
const openMatter = oncePerPack(() =>
  rememberedByTwo((fact: Fact, member: string | undefined) => {
    const text = member === undefined ? questionInWords(fact) : factInWords(fact, new Map([[member, true]]))
    return { key: JSON.stringify(text), text }
  }),
)

function dependsOn(open: readonly Text[]): Cause {
  return { by: 'open', facts: quoted(open) }
}

/** What would be a duty (or forbidden) with one fact different, and is not here; each action once, by the nearest change. */
function flipped<S>({ contrasts, now }: Lesson<S>, towards: boolean): readonly Distractor[] {
  const found = new Map<string, Distractor>()
  for (const { fact, to, outline } of contrasts)
    for (const [claim, label] of outline.weighing.labels) {
      const { rule, action, force } = claim
      const wanted = label === 'in' && strength(force) === 3 && isTowards(force) === towards && !rule.standing
      if (!wanted || outline.statuses.get(action) !== force || now.statuses.get(action) === force) continue
      const why: Cause = { by: 'one-fact', facts: factInWords(fact, to) }
      if (!found.has(action)) found.set(action, { rule, action, from: 'flipped-case', why })
    }
  return [...found.values()]
}
