import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseSituation } from '../../src/decide/situation.js'
import { TimbangError } from '../../src/errors.js'
import { digestOf } from '../../src/pack/identity/digest.js'
import { type AnySituation, type Pack, packOfChecked } from '../../src/pack/pack.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { isText } from '../../src/pack/texts/languages.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import type { Exercise } from '../../src/teach/exerciseShape.js'
import type { Vignette } from '../../src/teach/vignette.js'
import { locales, type Text } from '../../src/vocabulary.js'
import { says } from './builders.js'
import { sampleOf } from './sample.js'

/* The shipped vignettes, their exercises, and exercises whose texts hold whatever a format could obey. */

export const vignetteFiles = readdirSync('examples/vignettes')

/** Those that are made into exercises, which takes long: all of them, or a few that show every kind of question. */
export const triedVignettes = [
  ...new Set([
    ...sampleOf(vignetteFiles, 40, 3),
    'please-tell-nobody.json',
    'her-brother-holds-the-phone.json',
    'her-own-decision.json',
  ]),
]

export function vignette(name: string): Vignette {
  return JSON.parse(readFileSync(`examples/vignettes/${name}`, 'utf8'))
}

const made = new Map<string, Promise<Exercise>>()

/** The exercise of a shipped vignette with the usual options; made once. */
export function shippedExercise(name: string): Promise<Exercise> {
  const before = made.get(name) ?? exercise(vignette(name), socialWork)
  made.set(name, before)
  return before
}

/** What any of the formats treats as syntax, and letters beyond ASCII. */
const pieces = [
  ...[...'\\`*_{}[]<>#|~&=:;%$@^"\'!?/()+-.,'],
  ...[
    '->',
    '[[',
    ']]',
    '::',
    '//',
    '/*',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '&amp;',
    '&#42;',
    '&lt;',
    '\\n',
    '\\:',
    '####',
  ],
  ...[
    '%50%',
    '[html]',
    '[markdown]',
    '{{',
    '}}',
    '<<',
    '>>',
    '(set: $x to 1)',
    '</script>',
    '</style>',
    '</title>',
    '<b>',
  ],
  ...[
    '$CATEGORY: $course$/x',
    '::Start',
    'http://example.org/?a=1&b=2#c',
    'TRUE',
    '1.',
    '- ',
    '+ ',
    '> ',
    '# ',
    '=== ',
    '| --- |',
  ],
  ...['é', 'ñ', 'Ω', '日本', '🙂', '“', '”', '…', '–', '·', '\u00a0', ' ', ' ', 'a', 'B', '7'],
]

/** One line that holds such signs in any order; runs of blanks aside, which readers of most formats take for one. */
export const anyLine: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
  .map((parts) => `${parts.join('')}x`.replace(/\s+/g, (blanks) => blanks.charAt(0)).trim())

const anyText: fc.Arbitrary<Text> = fc.record({ en: anyLine, id: anyLine })

/** The exercise with other words in every place where words stand. */
export function anyWords(exercise: Exercise): fc.Arbitrary<Exercise> {
  const count = texts(exercise).length
  return fc.array(anyText, { minLength: count, maxLength: count }).map((words) => {
    let next = 0
    return mapTexts(exercise, () => words[next++] as Text) as Exercise
  })
}

/** An exercise of a few questions with a few choices each, one of them right: as many forms as there are, and few words. */
export function small({ questions, principles, sources, vignette, otherwise: _, ...rest }: Exercise): Exercise {
  const kinds = new Set<string>()
  const few = questions
    .filter(({ pick, kind }) => !kinds.has(pick) && kinds.add(pick) && kind !== 'reasons')
    .map((question) => {
      const marks = new Set<string>()
      const fewChoices = question.choices.filter(({ mark }) => mark === 'open' || (!marks.has(mark) && marks.add(mark)))
      return { ...question, choices: fewChoices.map((choice) => ({ ...choice, sources: choice.sources.slice(0, 2) })) }
    })
  const choices = few.flatMap((question) => question.choices)
  const [named, cited] = [
    new Set([...vignette.goals, ...[...few, ...choices].flatMap((one) => one.principles)]),
    new Set(choices.flatMap((one) => one.sources)),
  ]
  const only = <T>(held: Readonly<Record<string, T>>, names: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(held).filter(([name]) => names.has(name)))
  return {
    ...rest,
    vignette: { ...vignette, story: vignette.story.slice(0, 2) },
    questions: few,
    principles: only(principles, named),
    sources: only(sources, cited),
  }
}

/** Every text of an exercise. */
function texts(exercise: Exercise): readonly Text[] {
  const found: Text[] = []
  mapTexts(exercise, (text) => {
    found.push(text)
    return text
  })
  return found
}

function mapTexts(held: unknown, change: (text: Text) => Text): unknown {
  if (Array.isArray(held)) return held.map((one) => mapTexts(one, change))
  if (typeof held !== 'object' || held === null) return held
  if (isText(held) && locales.every((locale) => locale in held)) return change(held)
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, mapTexts(one, change)]))
}

/** A vignette of one sentence that tells all of a situation, so that an exercise can be made of any. */
export function bareVignette(situation: AnySituation): Vignette {
  const tells = [...parseSituation(situation, socialWork).keys()]
  const { summary: _, ...facts } = situation
  const goal = [...socialWork.principles.keys()][0] as string
  return {
    format: 1,
    name: 'bare',
    title: says('A case'),
    story: [{ says: says('It is so.'), tells: tells.slice(0, 50) }],
    facts,
    goals: [goal],
    level: 'advanced',
  }
}

/** The shipped pack with one of its rules changed in memory, or some of them; what is left is not checked once more. */
export function withRule(names: string | readonly string[], change: (rule: RuleSource) => RuleSource): Pack<unknown> {
  const [part] = socialWork.parts
  const rules = Object.fromEntries(
    Object.entries(part.source.rules).map(([file, held]) => [
      file,
      { ...held, rules: held.rules.map((rule) => ([names].flat().includes(rule.name) ? change(rule) : rule)) },
    ]),
  )
  const source = { ...part.source, rules }
  return packOfChecked({ ...part, source, digest: digestOf(source) })
}

/** What is said where something is refused. */
export function refusal(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof TimbangError) return error.message
    throw error
  }
  return 'is not refused'
}
