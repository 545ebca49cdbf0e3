import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { comparedValue, valueIn } from '../../src/decide/compiledPack.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { StatedFacts } from '../../src/decide/statedFacts.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import type { Answer } from '../../tests/support/agreement.js'

/** What is told of a fact; of a list, one member that is so. */
export interface Told {
  readonly fact: string
  readonly value: boolean | string | number
}

/** A story in words, with the facts as which a reader coded it. */
export interface Story {
  readonly name: string
  readonly set: 'published' | 'vignettes' | 'own'
  readonly locale: 'en' | 'id'
  readonly text: string
  readonly told: readonly Told[]
  /** All that was coded, as it is stated. */
  readonly stated: StatedFacts
  /** Whether what is told, or follows from it, is so. */
  readonly isSo: (told: Told) => boolean
  /** The answers that were published. */
  readonly expected: readonly Answer[]
  readonly heldApart: boolean
}

/**
 * A story is held apart if the SHA-256 of its name is an even number: no saying was written with it open, and the figures
 * are those of the held-apart half. A vignette goes by the first two words of its title, in whatever file it is told.
 */
function isHeldApart(name: string): boolean {
  if (readBefore.includes(name)) return false
  const digest = createHash('sha256').update(name).digest()
  return (digest.at(-1) as number) % 2 === 0
}

/** What had been read before the choice was made is not held apart, whatever its name. */
const readBefore = [
  'cn-2016-elder-hoarding-sleeping-pills',
  'cn-2016-entertainment-workers-hiv',
  'second-c01',
  ...['an-envelope', 'please-tell', 'slapped-once', 'welts-on', 'pills-counted', 'the-pupil', 'hiv-and'],
]

/** All stories: published cases by the sentences that tell them, vignettes by their notes, and those written out for this. */
export function stories(others: readonly string[]): readonly Story[] {
  return [...published(), ...others.flatMap(fromLines), ...vignettes(), ...shipped(), ...own()]
}

interface Coded {
  readonly name: string
  readonly note?: string
  readonly story?: string
  readonly situation: object
}

function published(): readonly Story[] {
  const folder = 'tests/social-work/published'
  return readdirSync(folder).flatMap((file) => {
    const { told, situation, expected } = read<{ told: string[]; situation: object; expected: Answer[] }>(
      `${folder}/${file}`,
    )
    const inWords = { name: file.replace('.json', ''), set: 'published', locale: 'en', text: told.join(' ') } as const
    return story(inWords, situation, expected)
  })
}

/** What is expected of a further published case. */
interface Answers {
  readonly must: readonly { readonly text: string; readonly anyOf: readonly string[] }[]
  readonly should: Answers['must']
  readonly may: Answers['must']
  readonly must_not: readonly {
    readonly text: string
    readonly contradictedBy: readonly string[]
    readonly satisfiedBy: readonly string[]
  }[]
}

/** Further published cases, a JSON object a line: `name`, `facts` as sentences, `toldBlind` as a situation, and `answers`. */
function fromLines(path: string): readonly Story[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const { name, facts, toldBlind, answers } = JSON.parse(line) as {
      name: string
      facts: string[]
      toldBlind: object
      answers: Answers
    }
    return story({ name, set: 'published', locale: 'en', text: facts.join(' ') }, toldBlind, expectedOf(answers))
  })
}

function expectedOf({ must_not: mustNot, ...answers }: Answers): readonly Answer[] {
  const towards = (['must', 'should', 'may'] as const).flatMap((force) =>
    answers[force].map(({ text, anyOf }) => ({ says: text, force, actions: anyOf })),
  )
  const away = mustNot.map(({ text, contradictedBy, satisfiedBy }) => ({
    says: text,
    force: 'must-not' as const,
    actions: contradictedBy,
    instead: satisfiedBy,
  }))
  return [...towards, ...away]
}

/** What is turned in a vignette is told by the situation alone; the note of the vignette tells the story. */
function vignettes(): readonly Story[] {
  const { cases } = read<{ cases: readonly Coded[] }>('tests/cases/vignettes.json')
  return cases
    .filter(({ name }) => !name.includes(', turned: '))
    .flatMap(({ note = '', situation }) =>
      story({ name: firstWords(note), set: 'vignettes', locale: 'en', text: storyIn(note) }, situation),
    )
}

/** What a note says of the advice is no part of the story. */
function storyIn(note: string): string {
  return note.replace(/\s*Expected by the vignette.*$/s, '')
}

/** The shipped vignettes in Bahasa Indonesia. */
function shipped(): readonly Story[] {
  const folder = 'examples/vignettes'
  return readdirSync(folder).flatMap((file) => {
    const { story: sentences, facts } = read<{ story: { says: { id: string } }[]; facts: object }>(`${folder}/${file}`)
    const text = sentences.map(({ says }) => says.id).join(' ')
    return story({ name: firstWords(file.replace('.json', '')), set: 'vignettes', locale: 'id', text }, facts)
  })
}

function own(): readonly Story[] {
  const path = 'tests/hear/stories.json'
  const told = existsSync(path) ? read<readonly Coded[]>(path) : []
  return told.flatMap(({ name, story: text = '', situation }) =>
    story({ name, set: 'own', locale: 'id', text }, situation).map((one) => ({ ...one, heldApart: false })),
  )
}

function firstWords(title: string): string {
  return (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).slice(0, 2).join('-')
}

type InWords = Pick<Story, 'name' | 'set' | 'locale' | 'text'>

function story(one: InWords, coded: object, expected: readonly Answer[] = []): readonly Story[] {
  const known = knownFrom(parseSituation(declared(coded), socialWork), socialWork)
  const told = [...known.stated].flatMap(([fact, value]): readonly Told[] => {
    if (value instanceof Map) return [...value].flatMap(([member, so]) => (so ? [{ fact, value: member }] : []))
    return value === null ? [] : [{ fact, value: value as Told['value'] }]
  })
  const isSo = ({ fact, value }: Told) => {
    const held = valueIn(known.values, fact, socialWork)
    const declared = socialWork.facts.get(fact)
    return held instanceof Map
      ? held.get(String(value)) === true
      : held === (declared && comparedValue(declared, value))
  }
  return [{ ...one, told, stated: known.stated, isSo, expected, heldApart: isHeldApart(one.name) }]
}

/** What was coded, as far as the pack of today declares it. */
function declared(coded: object): object {
  const groups = Object.entries(coded).map(([group, facts]) => {
    const kept = Object.entries(facts as object).filter(([name, value]) => fits(`${group}.${name}`, value))
    return [group, Object.fromEntries(kept)]
  })
  return Object.fromEntries(groups)
}

function fits(name: string, value: unknown): boolean {
  const [group, fact] = name.split('.') as [string, string]
  if (!socialWork.facts.has(name)) return false
  try {
    parseSituation({ [group]: { [fact]: value } }, socialWork)
    return true
  } catch {
    return false
  }
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
