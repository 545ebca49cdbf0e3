import type { Advice, Ground } from '../advise/advice.js'
import type { Source } from '../pack/packSource.js'
import type { Text } from '../vocabulary.js'
import type { AdviceWords } from '../words/shapes/advice.js'

/** What holds rules and their sources: an advice, or a comparison of steps. */
interface Cited extends Pick<Advice, 'on' | 'jurisdiction' | 'sources'> {
  readonly rules: Readonly<Record<string, Pick<Ground, 'sources' | 'elsewhere'>>>
}

/** The advice whose sources are cited, and how texts, words and countries read in one language. */
interface Citing {
  readonly advice: Cited
  readonly w: AdviceWords
  readonly say: (text: Text) => string
  /** That how far sources were verified is told once for all, and not with each. */
  readonly verifiedApart?: true
}

/** How the sources of rules are cited: acts first, then what else they rest on here, then the law of elsewhere in one piece, for comparison. */
export function citations(rules: readonly string[], citing: Citing): readonly string[] {
  const { advice, w } = citing
  const grounds = rules.flatMap((name) => advice.rules[name] ?? [])
  const cited = (names: readonly string[]) => [...new Set(names)].flatMap((name) => citation(name, citing) ?? [])
  const named = grounds.flatMap(({ sources }) => sources)
  const elsewhere = cited(grounds.flatMap((ground) => ground.elsewhere ?? []))
  return [
    ...cited(actsFirst(named, advice)),
    ...(elsewhere.length > 0 ? [`${w.forComparison}: ${elsewhere.join(', ')}`] : []),
  ]
}

/** Acts read in their own text before all else, so that a short list never hides what obliges. */
function actsFirst(names: readonly string[], { sources }: Citing['advice']): readonly string[] {
  const isAct = (name: string) => sources[name]?.kind === 'law' && sources[name].verified === 'primary'
  return [...names.filter(isAct), ...names.filter((name) => !isAct(name))]
}

/** How a source is cited: of another country or day it says which, and where it was not read itself and that is not told apart, how far it was verified. */
export function citation(name: string, citing: Citing): string | undefined {
  const { advice, w, say, verifiedApart } = citing
  const source = advice.sources[name]
  if (source === undefined) return undefined
  const { verified } = source
  const unread = verified === 'primary' || verifiedApart ? [] : [w.unverified[verified]]
  const remarks = [...whose(source, citing), ...unread]
  return remarks.length === 0 ? say(source.cite) : `${say(source.cite)} (${remarks.join('; ')})`
}

/** Whose law or code it is, where it is another country's; of a law that is not in force on the day, from or until when it is. */
function whose({ jurisdiction, inForce = {} }: Omit<Source, 'name'>, { advice, w }: Citing): readonly string[] {
  const { from, until } = inForce
  const term = [
    ...(from !== undefined && from > advice.on ? [w.inForceFrom(from)] : []),
    ...(until !== undefined && until < advice.on ? [w.inForceUntil(until)] : []),
  ]
  return isForeign(jurisdiction, advice) ? [country(jurisdiction, w), ...term] : term
}

/** A country by its name, as far as the language has one for it. */
export function country(code: string, { countries }: AdviceWords): string {
  return countries[code] ?? code
}

/** Whether something is of another country than the one stated, or of any one while none is stated. */
export function isForeign(code: string | undefined, { jurisdiction }: Citing['advice']): code is string {
  return code !== undefined && code !== jurisdiction?.value
}
