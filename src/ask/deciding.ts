import { type CompiledRule, compiledPack, type Known } from '../decide/compiledPack.js'
import { claimsOn, type Finding, findingOn, isClaiming } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import { movedFrom, namesTold, type Touched, touchedBy } from '../decide/touched.js'
import type { Conditions } from '../pack/conditions.js'
import { factsRead } from '../pack/factsRead.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { remembering } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'
import type { WeighOptions } from '../weigh/assess.js'
import { type Hastened, hastenedIf } from '../weigh/hastening.js'

/** What is decided of a situation that was not told; nothing that is not asked for. */
interface Decided {
  readonly claimed: () => Claimed
  readonly hastened: Hastened
}

/** What weighing reads of what is decided. */
interface Claimed {
  /** The same for all that is weighed alike: which rules claim otherwise than now, and which guidelines speak. */
  readonly key: string
  /** The rules that claim, in their order. */
  readonly rules: () => readonly Rule[]
}

/** What is decided if something else is known. */
interface Deciding {
  readonly decidedIf: (known: Known, answers: StatedFacts) => Decided
  /** What hastens the situation whatever is answered to what these answer. */
  readonly staying: (some: readonly StatedFacts[]) => Hastened
}

/** Decides, from what is found now, what would be if something else were known of some facts; only rules that it can move are looked at. */
export function deciding<S>(
  findings: readonly Finding[],
  now: Known,
  pack: Pack<S>,
  { on = pack.asOf }: WeighOptions,
): Deciding {
  const { rules } = compiledPack(pack)
  const ruleAt = (place: number) => rules[place] as CompiledRule
  const claims = Uint8Array.from(findings, (finding) => Number(isClaiming(finding)))
  const claimingNow = findings.flatMap((_, place) => (claims[place] === 1 ? [place] : []))
  const movedBy = movedFrom(({ needs }) => needs(), now.assumed, pack)
  // The answers to a question touch the same rules.
  const touchedOnce = remembering<Touched>()
  const guidedNow = guidedBy(now, pack)
  const hastening = hastenedIf((place) => findings[place] as Finding, now, pack)
  const rulesIf = (turned: readonly number[]) => {
    const added = turned.filter((place) => claims[place] === 0)
    const then = [...claimingNow.filter((place) => !turned.includes(place)), ...added]
    return then.sort((a, b) => a - b).map((place) => ruleAt(place).rule)
  }
  const touchedIf = (names: readonly string[]) => touchedOnce(names.join(), () => touchedBy(names, pack))
  const decidedIf = (known: Known, answers: StatedFacts): Decided => {
    const touched = touchedIf(namesTold(answers))
    const isTurned = (place: number) => claimsOn(ruleAt(place), known, on) !== (claims[place] === 1)
    return {
      claimed() {
        const turned = movedBy(touched).filter(isTurned)
        const isGuiding = [...answers.keys()].some((name) => guidingFacts(pack).has(name))
        const guided = isGuiding ? guidedBy(known, pack) : guidedNow
        return { key: `${turned.sort((a, b) => a - b)} ${guided}`, rules: () => rulesIf(turned) }
      },
      hastened: hastening.then(touched, (place) => findingOn(ruleAt(place), known, on), known),
    }
  }
  const staying = (some: readonly StatedFacts[]) => hastening.staying(touchedIf([...new Set(some.flatMap(namesTold))]))
  return { decidedIf, staying }
}

function guidedBy<S>({ values, assumed }: Known, pack: Pack<S>): string {
  return [...compiledPack(pack).guidelineTests.values()].map((when) => `${when(values)} ${when(assumed)}`).join()
}

/** The facts that bear on the conditions of guidelines. */
const guidingFacts = oncePerPack((pack): ReadonlySet<string> => {
  const conditions = [...compiledPack(pack).guidelineTests.keys()].map(({ when }) => when as Conditions)
  return new Set(conditions.flatMap((when) => [...factsRead(when, pack.facts)]))
})
