import { type CompiledRule, comparedValue, compiledPack, type Known } from '../decide/compiledPack.js'
import { changedSlots, type Finding, findingOn, isClaiming, knownOrContradiction } from '../decide/decide.js'
import { restated, type StatedFacts } from '../decide/statedFacts.js'
import { supposing } from '../decide/supposing.js'
import { leaves } from '../pack/conditions.js'
import { leafTruth } from '../pack/evaluation.js'
import { everyCondition } from '../pack/everyCondition.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { type Assessment, type Outlook, type WeighedActions, type WeighOptions, weighActions } from '../weigh/assess.js'
import { type PressingRules, pressingRules, urgencyOf } from '../weigh/urgency.js'

/** What the rules would say of a situation that was not told. Its weighing holds for all that claims the same: only its findings may be another's. */
export interface SupposedOutlook extends Outlook {
  readonly weighed: WeighedActions
}

/** What the rules would say if facts had these answers, also others than were stated; nothing where they contradict each other. */
export type SupposedOutlooks = (answers: StatedFacts) => SupposedOutlook | undefined

/**
 * Explores a situation from what is known and found now, one answer after the other: only what the answer can touch is decided
 * again. Answers that no rule tells apart are explored once, and what is claimed under several answers, with the frameworks
 * saying the same, is weighed once.
 */
export function supposedOutlooks<S>(
  now: Assessment,
  known: Known,
  pack: Pack<S>,
  options: WeighOptions,
): SupposedOutlooks {
  const root = decidedNow(now, known, pack)
  const decidedOnce = remembering<Decided | undefined>()
  const outlookOnce = remembering<SupposedOutlook | undefined>()
  const weighedOnce = remembering<WeighedActions>()
  weighedOnce(claimsKey(root, pack), () => now)
  const decidedOf = (answers: readonly Supposition[]): Decided | undefined => {
    const last = answers.at(-1)
    if (last === undefined) return root
    const earlier = answers.slice(0, -1)
    const before = decidedOnce(answersKey(earlier, pack), () => decidedOf(earlier))
    // What contradicts by itself may not once the last is another, too.
    const supposed = before
      ? supposing(...last, before.known, pack)
      : knownOrContradiction(restated(known.stated, answers), pack)
    return typeof supposed === 'string' ? undefined : decidedFrom(before ?? root, supposed, root, pack, options)
  }
  const outlookOf = (answers: readonly Supposition[]) => {
    const decided = decidedOf(answers)
    if (decided === undefined) return undefined
    const { known: supposed, findings, pressing } = decided
    const weighed = weighedOnce(claimsKey(decided, pack), () => {
      const { weighing, statuses } = weighActions(findings, supposed, pack, options)
      // What is kept for all that claims the same keeps the findings of none.
      return { weighing: { ...weighing, findings: root.findings }, statuses }
    })
    const urgency = urgencyOf({ ...weighed.weighing, findings }, supposed, pack, pressing.isPressing)
    return { weighed, statuses: weighed.statuses, urgency }
  }
  return (answers) => {
    const supposed = [...answers]
    return outlookOnce(answersKey(supposed, pack), () => outlookOf(supposed))
  }
}

function remembering<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (key, make) => {
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
}

/** A fact with the answer that is supposed of it. */
type Supposition = readonly [fact: string, answer: Stated]

/** What is decided of a situation that was not told. */
interface Decided {
  readonly known: Known
  readonly findings: readonly Finding[]
  /** The places of the rules that claim and do not now, or the other way round. */
  readonly turned: ReadonlySet<number>
  readonly pressing: PressingRules
}

function decidedNow<S>({ weighing: { findings } }: Assessment, known: Known, pack: Pack<S>): Decided {
  return { known, findings, turned: new Set(), pressing: pressingRules(findings, known, pack) }
}

/** What is decided once something else is known, from what was decided before; only rules that it touches are looked at. */
function decidedFrom<S>(
  before: Decided,
  known: Known,
  root: Decided,
  pack: Pack<S>,
  { on = pack.asOf }: WeighOptions,
): Decided {
  const { rules, rulesOf } = compiledPack(pack)
  const changed = changedSlots(before.known, known)
  const isLearned = changed.every((slot) => before.known.values[slot] === undefined)
  const [findings, turned] = [before.findings.slice(), new Set(before.turned)]
  for (const slot of changed)
    for (const place of rulesOf[slot] as readonly number[]) {
      // What cannot apply any more will not because more is known.
      if (isLearned && !(before.findings[place] as Finding).possible) continue
      const finding = findingOn(rules[place] as CompiledRule, known, on)
      findings[place] = finding
      if (isClaiming(finding) === isClaiming(root.findings[place] as Finding)) turned.delete(place)
      else turned.add(place)
    }
  return { known, findings, turned, pressing: before.pressing.after(changed, findings, known) }
}

/** What weighing reads of what is decided, as a text: which rules claim otherwise than now, and which guidelines speak. */
function claimsKey<S>({ turned, known: { values, assumed } }: Decided, pack: Pack<S>): string {
  const speaking = [...compiledPack(pack).guidelineTests.values()].map((when) => `${when(values)} ${when(assumed)}`)
  return `${[...turned].sort()} ${speaking}`
}

/** Answers as a text: the same for answers that no rule tells apart, in whatever order they are supposed. */
function answersKey<S>(answers: readonly Supposition[], pack: Pack<S>): string {
  const alike = alikeIn(pack)
  const textOf = (fact: string, answer: Stated) => {
    if (answer instanceof Map) return [...answer].sort().join()
    return alike.get(fact)?.get(answer as string) ?? answer
  }
  return answers
    .map(([fact, answer]) => `${fact}=${textOf(fact, answer)}`)
    .sort()
    .join(' ')
}

/** For each word of a fact the first of its words from which no comparison of the pack tells it apart. */
const alikeIn = oncePerPack((pack): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const { facts } = pack
  const read = [compiledPack(pack).dangerSigns, ...everyCondition(pack)].flatMap(leaves)
  const alike = (fact: Fact) => {
    const truths = read.filter((leaf) => leaf.fact === fact.name).map((leaf) => leafTruth(leaf, facts))
    const truthsOf = (word: string) => truths.map((truth) => truth(comparedValue(fact, word))).join()
    const first = new Map([...valueNames(fact)].reverse().map((word) => [truthsOf(word), word]))
    return new Map(valueNames(fact).map((word) => [word, first.get(truthsOf(word)) as string]))
  }
  const chosen = [...facts.values()].filter((fact) => typeOf(fact).input === 'choice')
  return new Map(chosen.map((fact) => [fact.name, alike(fact)]))
})
