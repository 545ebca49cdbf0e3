import { atPaths } from '../../decide/nestedFacts.js'
import { nameIndex } from '../../find/nameIndex.js'
import type { Fact } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Pack } from '../../pack/pack.js'
import type { Vignette } from '../../teach/index.js'
import type { VignetteLevel } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { Misuse } from '../ending.js'

/** A fact with what is told of it; of a list, one member. */
export interface Told {
  readonly fact: Fact
  readonly value: boolean | string | number
}

/** What an author has said of a vignette so far, in one language. */
export interface VignetteSketch {
  readonly name: string
  readonly locale: InterfaceLanguage
  readonly title: string
  readonly story: readonly { readonly says: string; readonly tells: readonly Told[] }[]
  readonly heldBack: readonly Told[]
  readonly goals: readonly string[]
  readonly level: VignetteLevel
}

/** A vignette as its file holds it, with its texts in the one language of its author. */
export function vignetteFrom({ name, locale, title, story, heldBack, goals, level }: VignetteSketch): Vignette {
  const text = (said: string) => ({ [locale]: said }) as Vignette['title']
  const facts = factsFrom(story.flatMap(({ tells }) => tells))
  return {
    format: 1,
    name,
    title: text(title),
    story: story.map(({ says, tells }) => ({
      says: text(says),
      ...(tells.length > 0 && { tells: [...new Set(tells.map(({ fact }) => fact.name))] }),
    })),
    facts,
    ...(heldBack.length > 0 && { heldBack: factsFrom(heldBack) }),
    goals,
    level,
  }
}

/** What is told, nested as a situation is; the members of a list beside one another. */
function factsFrom(told: readonly Told[]): Vignette['facts'] {
  const values = new Map<string, unknown>()
  for (const { fact, value } of told)
    values.set(fact.name, isList(fact) ? { ...(values.get(fact.name) ?? {}), [String(value)]: true } : value)
  return atPaths([...values].map(([name, value]) => [name.split('.'), value])) as Vignette['facts']
}

function isList(fact: Fact): boolean {
  return typeOf(fact).input === 'members'
}

/** “A sentence | client.ageYears=34, client.status=current” @throws Misuse for a fact or a value that there is not */
export function sentenceSaid(said: string, pack: Pack<unknown>): VignetteSketch['story'][number] {
  const [says = '', told = ''] = said.split(/\s+\|\s+/)
  const tells = told.split(/\s*,\s*/).filter((one) => one !== '')
  return { says: says.trim(), tells: tells.map((one) => toldFact(one, pack)) }
}

/** “client.ageYears=34” @throws Misuse for a fact or a value that there is not, with what may be meant */
export function toldFact(said: string, pack: Pack<unknown>): Told {
  const [name = '', value = ''] = said.split(/\s*=\s*/)
  const fact = pack.facts.get(name)
  if (fact === undefined) throw new Misuse(`no fact is named \`${name}\`${meantBy(name, pack)}`)
  return { fact, value: valueSaid(value, fact) }
}

function meantBy(words: string, pack: Pack<unknown>): string {
  const near = factsAbout(words, pack).slice(0, 3)
  return near.length === 0 ? '' : ` (it may be ${near.map(({ name }) => `\`${name}\``).join(', ')})`
}

/** The facts that one can be asked for about which some words of either language are, the nearest first. */
export function factsAbout(words: string, pack: Pack<unknown>): readonly Fact[] {
  const found = nameIndex(pack).search(words, ({ kind }) => kind !== 'action')
  const names = new Set(found.map(({ name, fact }) => fact ?? name))
  return [...names].flatMap((name) => {
    const fact = pack.facts.get(name)
    return fact?.ask ? [fact] : []
  })
}

const spokenYesNo: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['ya', true],
  ['true', true],
  ['no', false],
  ['tidak', false],
  ['false', false],
])

function valueSaid(said: string, fact: Fact): boolean | string | number {
  const type = typeOf(fact)
  const value = type.json === 'boolean' ? spokenYesNo.get(said) : type.json === 'number' ? numberSaid(said) : said
  if (value !== undefined && type.hasValue(fact, value)) return value
  throw new Misuse(`\`${fact.name}\`: ${type.inMessages(fact)}`)
}

function numberSaid(said: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(said) ? Number(said) : undefined
}
