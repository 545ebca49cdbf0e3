import { checkedOptions } from '../advise/advise.js'
import { knownFrom, knownOrContradiction } from '../decide/decide.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Kind, Status, Text, Urgency } from '../vocabulary.js'
import type { WeighOptions } from '../weigh/assess.js'
import { type Assessment, kindOf } from '../weigh/assess.js'
import { assessLeftToDo } from './assessLeftToDo.js'
import { type Contrast, contrasts, differences } from './contrasts.js'
import { factInWords } from './phrasing.js'
import { inTheseLanguages } from './textLanguages.js'
import { type Vignette, vignetteWithFacts } from './vignette.js'

/** A sentence of a variant. Where `change` is set it does not fit the changed fact and is still to be rewritten by the educator. */
export interface VariantSentence {
  readonly says: Text
  /** What the sentence has to tell instead. */
  readonly change?: Text
}

/** A vignette told otherwise, and what the advice makes of it. */
export interface Variant {
  /**
   * `contrast`: one fact apart, and the advice differs. `fairness`: a protected fact differs, and no rule but a protective one
   * may mind. `retelling`: the words differ in what must not matter, and the facts are the same. `no-matter`: one fact apart,
   * and the advice is the same.
   */
  readonly kind: 'contrast' | 'fairness' | 'retelling' | 'no-matter'
  /** What differs, in words. */
  readonly what: Text
  readonly fact?: string
  /** Whether what should differ does, and what must not does not. */
  readonly holds: boolean
  readonly story: readonly VariantSentence[]
  /** Whether a sentence is still to be rewritten. */
  readonly toRewrite: boolean
  /** The facts of the variant, nested as in a vignette. */
  readonly facts: Vignette['facts']
  readonly differs: readonly {
    readonly action: string
    readonly label: Text
    readonly from: Status | null
    readonly to: Status | null
  }[]
  readonly is: Kind
  readonly urgency: Urgency
}

/**
 * The cases beside a vignette: contrasts that are one fact apart and whose advice differs, pairs that must not differ, and
 * facts that do not matter. The sentence that would have to be changed is marked, never changed by guessing.
 * @throws TimbangError `invalid-vignette`, `invalid-options`
 */
export function variants<S>(vignette: Vignette, pack: Pack<S>, options: WeighOptions = {}): readonly Variant[] {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const { vignette: plain, toldFacts: told, languages } = vignetteWithFacts(vignette, pack)
  const now = assessLeftToDo(knownFrom(told, pack), pack, given)
  const is = kindOf(now, knownFrom(told, pack), pack, given)
  const make = variantMaker(plain, now, told, pack)
  const beside = contrasts(told, pack, given).filter(({ fact }) => !fact.protected)
  const differing = onePerOutcome(beside.filter((one) => differences(now, one.outline).length > 0))
  const alike = onePerOutcome(beside.filter((one) => differences(now, one.outline).length === 0))
  const found = [
    ...differing.map((one) => make('contrast', one, true)),
    ...protectedContrasts(told, pack, given).map((one) => make('fairness', one, sameBut(now, one.outline))),
    ...(plain.alike ?? []).map((one) => retold(one, plain, now.urgency, is)),
    ...alike.map((one) => make('no-matter', one, true)),
  ]
  return found.map((one) => ({
    ...one,
    what: inTheseLanguages(one.what, languages),
    story: inTheseLanguages(one.story, languages),
    differs: inTheseLanguages(one.differs, languages),
  }))
}

type Differing = Omit<Contrast, 'from' | 'known'>

/** Of the values of a fact under which the rules say the same, the first. */
function onePerOutcome(found: readonly Contrast[]): readonly Contrast[] {
  const outcome = ({ fact, outline: { statuses, urgency } }: Contrast) =>
    JSON.stringify([fact.name, urgency, [...statuses].sort()])
  return [...new Map([...found].reverse().map((one) => [outcome(one), one])).values()].reverse()
}

/** The same case with each protected fact stated in every other way. */
function protectedContrasts<S>(told: StatedFacts, pack: Pack<S>, options: WeighOptions): readonly Differing[] {
  const facts = [...pack.facts.values()].filter((fact) => fact.protected)
  return facts.flatMap((fact) =>
    waysToState(fact)
      .filter((to) => told.get(fact.name) !== to)
      .flatMap((to) => {
        const known = knownOrContradiction(new Map([...told, [fact.name, to]]), pack)
        if (typeof known === 'string') return []
        const found = assessLeftToDo(known, pack, options)
        return [{ fact, to, outline: found, kind: kindOf(found, known, pack, options) }]
      }),
  )
}

function waysToState(fact: Fact): readonly Stated[] {
  const type = typeOf(fact)
  const words = type.values(fact, [])
  return type.input === 'members' ? words.map((word) => new Map([[String(word), true]])) : words
}

/** Whether two outlines claim the same but for what protective rules claim. */
function sameBut(before: Assessment, after: Assessment): boolean {
  const claimed = ({ weighing }: Assessment) =>
    [...weighing.labels]
      .flatMap(([{ rule, action, force }, label]) =>
        rule.protective ? [] : [`${rule.name} ${action} ${force} ${label}`],
      )
      .sort()
      .join()
  return claimed(before) === claimed(after)
}

function variantMaker<S>(vignette: Vignette, now: Assessment, told: StatedFacts, pack: Pack<S>) {
  return (kind: Variant['kind'], { fact, to, outline: after, kind: is }: Differing, holds: boolean): Variant => {
    const what = factInWords(fact, to)
    const story = vignette.story.map(({ says, tells = [] }) => ({
      says,
      ...(tells.includes(fact.name) && { change: what }),
    }))
    return {
      kind,
      what,
      fact: fact.name,
      holds,
      story: told.has(fact.name) ? story : [...story, { says: what, change: what }],
      toRewrite: true,
      facts: withFact(vignette.facts, fact.name.split('.'), to),
      differs: differences(now, after).map((action) => ({
        action,
        label: (pack.actions.get(action) as { readonly label: Text }).label,
        from: now.statuses.get(action) ?? null,
        to: after.statuses.get(action) ?? null,
      })),
      is,
      urgency: after.urgency,
    }
  }
}

function withFact(held: unknown, [key, ...rest]: readonly string[], to: Stated): Vignette['facts'] {
  const others = (typeof held === 'object' && held !== null ? held : {}) as Vignette['facts']
  if (key === undefined) return others
  const inner = rest.length > 0 ? withFact(others[key], rest, to) : to instanceof Map ? Object.fromEntries(to) : to
  return { ...others, [key]: inner }
}

/** The story in other words that the author of the vignette has given; the facts are the same, so the advice is. */
function retold(
  { what, instead }: NonNullable<Vignette['alike']>[number],
  { story, facts }: Vignette,
  urgency: Urgency,
  is: Kind,
): Variant {
  const words = new Map(instead.map(({ sentence, says }) => [sentence - 1, says]))
  return {
    kind: 'retelling',
    what,
    holds: true,
    story: story.map(({ says }, i) => ({ says: words.get(i) ?? says })),
    toRewrite: false,
    facts,
    differs: [],
    is,
    urgency,
  }
}
