import { compiledPack, type Known } from '../decide/compiledPack.js'
import { TimbangError, unknownName } from '../errors.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import type { Framework, Guideline } from '../pack/packSource.js'
import { rememberedByTwo } from '../pack/remembered.js'
import type { Rule } from '../pack/rule.js'

/** What one framework says about two rules: which prevails, by which guideline; a framework that is silent has neither. */
export interface Opinion {
  readonly framework: Framework
  readonly prevails?: Rule
  readonly guideline?: Guideline
  /** Whether it would say the same whatever is still not known. */
  readonly certain: boolean
  /** A guideline that would speak, but for a condition that is not known. */
  readonly open?: Guideline
}

/** How the frameworks agree; only the ones that speak are counted. */
export const agreements = ['unanimous', 'majority', 'split', 'single', 'silent'] as const
export type Agreement = (typeof agreements)[number]

/** What the frameworks together say about two rules. */
export interface Counsel {
  readonly opinions: readonly Opinion[]
  readonly agreement: Agreement
  /** The rule that prevails: all that speak agree on it and at least two speak, or the one framework that was named does. */
  readonly prevails?: Rule
  readonly certain: boolean
  /** The guidelines on which it hangs that would speak, but for a condition that is not known. */
  readonly open: readonly Guideline[]
}

/**
 * Asks every framework of the pack about two rules whose claims collide.
 * Social workers hold no universal order of principles: one voice alone, a majority or a split decides nothing,
 * unless the caller has named the framework to follow.
 */
export function counsel<S>(one: Rule, other: Rule, known: Known, pack: Pack<S>, named?: string): Counsel {
  const { guidelineTests } = compiledPack(pack)
  const opinions = speakingGuidelines(pack)(one, other).map((speaking) => opinionOf(speaking, known, guidelineTests))
  const agreement = agreementOf(opinions)
  const followed = named === undefined ? opinions : opinions.filter(({ framework }) => framework.name === named)
  const decides = named === undefined ? agreement === 'unanimous' : true
  const prevails = decides ? followed.find((opinion) => opinion.prevails)?.prevails : undefined
  const open = followed.flatMap((opinion) => opinion.open ?? [])
  return {
    opinions,
    agreement,
    ...(prevails && { prevails }),
    certain: followed.every((opinion) => opinion.certain),
    open,
  }
}

function agreementOf(opinions: readonly Opinion[]): Agreement {
  const voices = opinions.flatMap(({ prevails }) => prevails ?? [])
  const first = voices.filter((rule) => rule === voices[0]).length
  if (voices.length < 2) return voices.length === 1 ? 'single' : 'silent'
  if (first === voices.length) return 'unanimous'
  return first * 2 === voices.length ? 'split' : 'majority'
}

/** The guidelines are read in order; the first that speaks about the two rules decides for its framework. */
function opinionOf({ framework, guidelines }: SpeakingGuidelines, { values, assumed }: Known, tests: Tests): Opinion {
  let certain = true
  for (const { guideline, prevails } of guidelines) {
    const test = tests.get(guideline)
    const strict = test ? test(values) : true
    const holds = strict ?? test?.(assumed)
    if (strict === undefined) certain = false
    if (holds === undefined) return { framework, certain, open: guideline }
    if (holds) return { framework, prevails, guideline, certain }
  }
  return { framework, certain }
}

type Tests = ReturnType<typeof compiledPack>['guidelineTests']

/** A framework, with those of its guidelines that speak about two rules, and the rule that prevails by each. */
interface SpeakingGuidelines {
  readonly framework: Framework
  readonly guidelines: readonly { readonly guideline: Guideline; readonly prevails: Rule }[]
}

/** What every framework has to say about two rules; found the first time the two collide. */
const speakingGuidelines = oncePerPack(({ frameworks }) =>
  rememberedByTwo((one: Rule, other: Rule): readonly SpeakingGuidelines[] =>
    [...frameworks.values()].map((framework) => speakingIn(framework, one, other)),
  ),
)

function speakingIn(framework: Framework, one: Rule, other: Rule): SpeakingGuidelines {
  const guidelines = framework.guidelines.flatMap((guideline) => {
    const prevails = favoured(guideline, one, other)
    return prevails ? [{ guideline, prevails }] : []
  })
  return { framework, guidelines }
}

/** The rule that a guideline prefers of two, where its condition holds; none where it does not speak of both. */
export function favoured(guideline: Guideline, one: Rule, other: Rule): Rule | undefined {
  const ranks = [one, other].map((rule) => rankIn(guideline, rule)) as [number | undefined, number | undefined]
  if (ranks[0] === undefined || ranks[1] === undefined || ranks[0] === ranks[1]) return undefined
  return ranks[0] < ranks[1] ? one : other
}

/** Where a guideline puts a rule: the lower the number, the earlier; a principle it does not name has no place. */
function rankIn({ order, prevails = [], over = [], basis }: Guideline, rule: Rule): number | undefined {
  if (basis) return placeOf([...basis], rule.basis)
  const groups = order ?? [prevails, over]
  return placeOf(
    groups,
    groups.find((group) => group.includes(rule.principle)),
  )
}

function placeOf<T>(list: readonly T[], item: T | undefined): number | undefined {
  const place = item === undefined ? -1 : list.indexOf(item)
  return place === -1 ? undefined : place
}

/** @throws TimbangError `invalid-options` where no framework of the pack has the name */
export function checkFramework<S>(name: string | undefined, pack: Pack<S>): void {
  if (name === undefined || pack.frameworks.has(name)) return
  const [place, message] = ['options.framework', 'no framework of the pack has this name']
  const issue =
    typeof name === 'string' ? unknownName(place, message, name, pack.frameworks.keys()) : { place, message }
  throw new TimbangError('invalid-options', [issue])
}
