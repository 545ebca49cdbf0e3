import { compiledPack, type Known } from '../decide/compiledPack.js'
import type { Finding } from '../decide/decide.js'
import type { Conditions, Leaf } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import type { Fact } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { rememberedByTwo } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'
import type { ChoiceOrigin, Text } from '../vocabulary.js'
import { isTowards, strength } from '../weigh/claims.js'
import type { TeachWords } from '../words/shapes/teach.js'
import { isOffered, type Lesson } from './lesson.js'
import { factInWords, questionInWords } from './phrasing.js'
import { matterOf } from './questions/matterOf.js'
import { worded } from './worded.js'

/** What a rule that does not hold here would ask for, and why it does not hold. */
export interface Distractor {
  readonly rule: Rule
  readonly action: string
  readonly from: Exclude<ChoiceOrigin, 'key'>
  readonly why: Cause
}

/** What the rules say of it: an exception undoes it here; or something open would make it so. That they are silent says nothing. */
export function isUndone({ by }: Cause): boolean {
  return by === 'exception'
}

/** Whether something not known, or one thing otherwise, would make it so. */
export function isPossible({ by }: Cause): boolean {
  return by === 'open' || by === 'one-fact'
}

/** By what a rule does not hold here: by what is not known, by what the story tells, by an exception (beside what is not known), or but for one fact. */
type Cause =
  | { readonly by: 'open' | 'one-fact'; readonly facts: Text }
  | Told
  | { readonly by: 'exception'; readonly because: Text }
  | { readonly by: 'untold'; readonly facts: Text; readonly because: Text }

/** What the story tells otherwise than a rule asks for. */
interface Told {
  readonly by: 'told'
  readonly facts: Text
  /** Whether it is of another sort, and not only more or less. */
  readonly ofAnotherSort: boolean
  /** Whether it is no more than who, where or when. */
  readonly background: boolean
  /** Whether it is all that is otherwise, and no danger that is none: the people and the matters of the rule are those of the story. */
  readonly ofThisStory: boolean
}

/** Why what a rule asks for is not to be done here (or what it warns of is not forbidden). */
export function whyNotHere(cause: Cause): Text {
  return inTurn(cause, (w) => w.notHere)
}

/** Why a rule that speaks against what is asked for here does not: said of the rule, since the thing itself is to be done. */
export function whyNotAgainst(cause: Cause): Text {
  return inTurn(cause, (w) => w.notAgainst)
}

function inTurn(cause: Cause, wordsOf: (w: TeachWords) => TeachWords['notHere']): Text {
  return worded((w, say) => {
    const words = wordsOf(w)
    if (cause.by === 'untold') return words.untold(say(cause.facts), say(cause.because))
    return words[cause.by](say(cause.by === 'exception' ? cause.because : cause.facts))
  })
}

/** Why nothing is said of something here, and what would be, where it is known on what that hangs. */
export function whyUnspoken(cause: Cause): Text {
  return worded((w, say) => {
    const depends = cause.by === 'open' || cause.by === 'one-fact' ? [w.dependsOn[cause.by](say(cause.facts))] : []
    return [w.unspoken, ...depends].join(' ')
  })
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

function quoted(open: readonly Text[]): Text {
  return worded((_, say) => open.map((one) => `“${say(one)}”`).join(', '))
}

/**
 * Why a rule does not hold: the stated fact by which its conditions fail; where they do not, the exception that stands against
 * it, said to be the second reason where the story does not tell what the rule asks for first.
 */
function reasonNotTo<S>(
  { rule, outcome, unless }: Finding,
  open: readonly Text[],
  known: Known,
  pack: Pack<S>,
): Cause | undefined {
  if (outcome === 'excepted') {
    const { because } = rule.unless[unless.indexOf(true)] ?? {}
    if (because === undefined) return undefined
    return open.length === 0 ? { by: 'exception', because } : { by: 'untold', facts: quoted(open), because }
  }
  if (outcome !== 'does-not-apply') return undefined
  const leaf = failing(rule.conditions, true, known, pack)
  const stated = leaf && known.stated.get(leaf.fact)
  if (leaf === undefined || stated === undefined || stated === null) return undefined
  const fact = pack.facts.get(leaf.fact) as Fact
  return {
    by: 'told',
    facts: factInWords(fact, comparedPart(leaf, stated)),
    ofAnotherSort: isFarFrom(leaf, stated, fact) && !fact.background,
    background: fact.background === true,
    ofThisStory: fact.danger !== true && isAllOtherwise(leaf, rule.conditions, known, pack),
  }
}

/**
 * Whether a rule fails by one comparison alone: nothing else that it asks for is otherwise here, and of lists, which say who
 * and what it is about, the story tells what it asks for.
 */
function isAllOtherwise<S>(leaf: Leaf, conditions: Conditions, known: Known, pack: Pack<S>): boolean {
  return conjuncts(conditions).every((part) => {
    const read = leavesRead(part, pack.facts)
    const ofList = read.some(({ fact }) => typeOf(pack.facts.get(fact) as Fact).input === 'members')
    if (read.some(({ fact }) => fact === leaf.fact)) return !ofList
    return ofList ? failing(part, false, known, pack) !== undefined : failing(part, true, known, pack) === undefined
  })
}

function conjuncts(conditions: Conditions): readonly Conditions[] {
  return 'all' in conditions ? conditions.all.flatMap(conjuncts) : [conditions]
}

/** Whether what is told is another thing than what is asked for: of steps more than the next one, which one may judge otherwise. */
function isFarFrom({ value }: Leaf, stated: Stated, fact: Fact): boolean {
  if (!typeOf(fact).hasSteps) return true
  const steps = valueNames(fact)
  return Math.abs(steps.indexOf(String(value)) - steps.indexOf(String(stated))) > 1
}

/** Of a list only the member that is asked for, where that much was stated. */
function comparedPart({ value }: Leaf, stated: Stated): Stated {
  const so = stated instanceof Map ? stated.get(value) : undefined
  return so === undefined ? stated : new Map([[value as string, so]])
}

/** The comparison by which conditions do not come out as wanted; none where they do, or it is not known. */
function failing<S>(conditions: Conditions, wanted: boolean, known: Known, pack: Pack<S>): Leaf | undefined {
  if ('not' in conditions) return failing(conditions.not, !wanted, known, pack)
  if ('fact' in conditions) {
    const { slots } = compiledPack(pack)
    const truth = leafTruth(conditions, pack.facts)(known.values[slots.get(conditions.fact) as number])
    return truth === !wanted ? conditions : undefined
  }
  const [parts, together] = 'all' in conditions ? [conditions.all, wanted] : [conditions.any, !wanted]
  const failed = parts.map((part) => failing(part, wanted, known, pack))
  return together || failed.every((one) => one !== undefined) ? failed.find((one) => one !== undefined) : undefined
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
