import * as z from 'zod'
import { knownOrContradiction } from '../decide/decide.js'
import { parseSituation } from '../decide/situation.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import { type Issue, issuesOf, TimbangError } from '../errors.js'
import { valueNames } from '../pack/factTypes/wordList.js'
import { dottedPath } from '../pack/issuePlace.js'
import { checkPack, type Pack } from '../pack/pack.js'
import { plainCopy } from '../pack/plainData.js'
import { duplicates, undeclaredIssues } from '../pack/soundness/declared.js'
import { factNameSchema, nameSchema } from '../pack/texts/textSchema.js'
import { locales, vignetteLevels } from '../vocabulary.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { languagesIn, someLanguages, untranslated } from './textLanguages.js'

/** A text of a vignette, in the languages in which the story is told. */
export const vignetteText = someLanguages(1_000)

const facts = z.record(z.string(), z.unknown()).readonly()

const sentenceSchema = z
  .strictObject({ says: vignetteText, tells: z.array(factNameSchema).min(1).max(50).readonly().optional() })
  .readonly()

const retellingSchema = z
  .strictObject({
    what: vignetteText,
    instead: z
      .array(z.strictObject({ sentence: z.int().min(1), says: vignetteText }).readonly())
      .min(1)
      .max(40)
      .readonly(),
  })
  .readonly()

/**
 * A vignette: a story sentence by sentence, in every language or in one, the facts that each sentence tells, those that the
 * story holds back until someone asks, the principles to be learned, retellings that differ only in what must not matter,
 * the facts that a supervisor would ask for first, questions of the author's own to talk over, and the actions, rules,
 * facts and frameworks that are no choice in this story.
 */
export const vignetteSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  name: nameSchema,
  title: vignetteText,
  story: z.array(sentenceSchema).min(1).max(40).readonly(),
  facts,
  heldBack: facts.optional(),
  goals: z.array(nameSchema).min(1).max(10).readonly(),
  level: z.enum(vignetteLevels),
  alike: z.array(retellingSchema).min(1).max(20).readonly().optional(),
  firstQuestions: z.array(factNameSchema).min(1).max(5).readonly().optional(),
  prompts: z.array(vignetteText).min(1).max(20).readonly().optional(),
  notOffered: z.array(z.string().max(100)).min(1).max(100).readonly().optional(),
})

/** A vignette as an educator writes it; see `vignetteSchema`. */
export type Vignette = Readonly<Omit<z.infer<typeof vignetteSchema>, '$schema'>>

/**
 * A vignette with its facts as they were stated, those that the story tells and those that it holds back, and the languages
 * in which an exercise of it can be: those that story and pack both speak.
 */
export interface VignetteWithFacts {
  readonly vignette: Vignette
  readonly toldFacts: StatedFacts
  readonly heldBack: StatedFacts
  readonly languages: readonly InterfaceLanguage[]
}

/**
 * Reads a vignette for a pack and refuses it whole if story, facts and goals do not fit together: every fact is stated once
 * and told by a sentence, a fact held back is told by none, every goal is a principle of the pack.
 * @throws TimbangError `invalid-vignette` with every issue, each with its place, and a suggestion where one is near
 */
export function parseVignette<S>(json: unknown, pack: Pack<S>): Vignette {
  return vignetteWithFacts(json, pack).vignette
}

const limits = { depth: 12, nodes: 20_000, text: 5_000, letters: 500_000, keys: 5_000 }

/** The same, with its facts as they were stated. */
export function vignetteWithFacts<S>(json: unknown, pack: Pack<S>): VignetteWithFacts {
  checkPack(pack)
  const plain = plainCopy(json, 'vignette', limits)
  if ('issues' in plain) throw refused(plain.issues)
  const parsed = vignetteSchema.safeParse(plain.value, { reportInput: true })
  if (!parsed.success)
    throw refused([...issuesOf(parsed.error, placeOf, mostIssues), ...issuesOfSoundParts(plain.value, pack)])
  const { $schema, ...vignette } = parsed.data
  const [told, heldBack] = [stated(vignette.facts, 'facts', pack), stated(vignette.heldBack ?? {}, 'heldBack', pack)]
  const issues = [
    ...[told, heldBack].flatMap((one) => ('issues' in one ? one.issues : [])),
    ...languageIssues(vignette, pack),
    ...goalIssues(vignette, pack),
    ...retellingIssues(vignette),
    ...choiceIssues(vignette, pack),
    ...firstQuestionIssues(vignette, told, pack),
    ...('facts' in told && 'facts' in heldBack ? tellingIssues(vignette, told.facts, heldBack.facts, pack) : []),
  ]
  if (issues.length > 0 || 'issues' in told || 'issues' in heldBack) throw refused(issues)
  return {
    vignette,
    toldFacts: told.facts,
    heldBack: heldBack.facts,
    languages: commonLanguages(vignette, pack),
  }
}

/** What is wrong with the content of those parts whose shape is right, so that an author sees all of it at once. */
function issuesOfSoundParts<S>(plain: unknown, pack: Pack<S>): readonly Issue[] {
  const { shape } = vignetteSchema
  const given: Readonly<Record<string, unknown>> = z.record(z.string(), z.unknown()).catch({}).parse(plain)
  const part = <T>(name: string, schema: z.ZodType<T>): T | undefined => schema.optional().safeParse(given[name]).data
  const [told, heldBack] = [part('facts', shape.facts), part('heldBack', shape.heldBack)]
  const parts = [stated(told ?? {}, 'facts', pack), stated(heldBack ?? {}, 'heldBack', pack)] as const
  return [
    ...parts.flatMap((one) => ('issues' in one ? one.issues : [])),
    ...goalIssues({ goals: part('goals', shape.goals) ?? [] }, pack),
    ...choiceIssues({ notOffered: part('notOffered', shape.notOffered) }, pack),
    ...firstQuestionIssues({ firstQuestions: part('firstQuestions', shape.firstQuestions) }, parts[0], pack),
  ]
}

const mostIssues = 50

function refused(issues: readonly Issue[]): TimbangError {
  return new TimbangError('invalid-vignette', issues.slice(0, mostIssues))
}

function placeOf(path: readonly PropertyKey[]): string {
  return dottedPath(['vignette', ...path.map(String)]) as string
}

type StatedPart = { readonly facts: StatedFacts } | { readonly issues: readonly Issue[] }

/** The facts of one part of a vignette; what is wrong with them is told of that part. */
function stated<S>(nested: unknown, part: string, pack: Pack<S>): StatedPart {
  try {
    return { facts: parseSituation(nested, pack) }
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code !== 'invalid-situation') throw error
    return {
      issues: error.issues.map((issue) => ({ ...issue, place: issue.place.replace(/^situation/, `vignette.${part}`) })),
    }
  }
}

/** A story is told whole in each of its languages, and the pack speaks one of them. */
function languageIssues<S>({ title, story, alike, prompts }: Vignette, pack: Pack<S>): readonly Issue[] {
  const missing = untranslated({ title, story, alike, prompts }, 'vignette')
  if (missing.length > 0) return missing
  const common = commonLanguages({ title }, pack)
  return common.length > 0 ? [] : [{ place: 'vignette', message: 'is told in no language that the pack speaks' }]
}

function commonLanguages<S>({ title }: Pick<Vignette, 'title'>, { header }: Pack<S>): readonly InterfaceLanguage[] {
  const spoken: readonly string[] = header.locales ?? locales
  return languagesIn(title).filter((language) => spoken.includes(language))
}

function goalIssues<S>({ goals }: Pick<Vignette, 'goals'>, pack: Pack<S>): Issue[] {
  return [
    ...undeclaredIssues('vignette.goals', 'principle', goals, pack.principles.keys()),
    ...duplicates(goals).map((name) => ({ place: 'vignette.goals', message: `names \`${name}\` twice` })),
  ]
}

/** What is not to be a choice is something that could be one. */
function choiceIssues<S>(
  { notOffered = [] }: Pick<Vignette, 'notOffered'>,
  { actions, rules, facts, frameworks }: Pack<S>,
): Issue[] {
  const answers = [...facts.values()].flatMap((fact) => valueNames(fact).map((value) => `${fact.name}=${value}`))
  const known = [...actions.keys(), ...rules.keys(), ...facts.keys(), ...answers, ...frameworks.keys()]
  return undeclaredIssues('vignette.notOffered', 'action, rule, fact, answer or framework', notOffered, known)
}

/** What is asked first is a fact that can be asked for, and is not told. */
function firstQuestionIssues<S>(
  { firstQuestions = [] }: Pick<Vignette, 'firstQuestions'>,
  told: StatedPart,
  { facts }: Pack<S>,
): Issue[] {
  const place = 'vignette.firstQuestions'
  const asked = [...facts.values()].flatMap(({ name, ask }) => (ask ? [name] : []))
  const known = firstQuestions.filter((name) => 'facts' in told && told.facts.has(name))
  return [
    ...undeclaredIssues(place, 'fact that is asked for', firstQuestions, asked),
    ...known.map((name) => ({ place, message: `\`${name}\` is told already` })),
  ]
}

/** A retelling changes sentences that there are, each once. */
function retellingIssues({ story, alike = [] }: Vignette): Issue[] {
  return alike.flatMap(({ instead }, i) => {
    const place = `vignette.alike[${i}]`
    const none = instead.filter(({ sentence }) => sentence > story.length)
    return [
      ...none.map(({ sentence }) => ({ place, message: `there is no sentence ${sentence}` })),
      ...duplicates(instead.map(({ sentence }) => String(sentence))).map((sentence) => ({
        place,
        message: `changes sentence ${sentence} twice`,
      })),
    ]
  })
}

/** What the sentences tell is what is stated, and nothing of it is held back; all of it can be so together. */
function tellingIssues<S>({ story }: Vignette, told: StatedFacts, heldBack: StatedFacts, pack: Pack<S>): Issue[] {
  const telling = new Set(story.flatMap(({ tells = [] }) => tells))
  const both = [...heldBack.keys()].filter((name) => told.has(name))
  const untold = [...told.keys()].filter((name) => !telling.has(name))
  const contradicted = knownOrContradiction(new Map([...told, ...heldBack]), pack)
  return [
    ...story.flatMap(({ tells = [] }, i) => sentenceIssues(tells, `vignette.story[${i}].tells`, told, heldBack)),
    ...both.map((name) => ({ place: 'vignette.heldBack', message: `\`${name}\` is also among the facts told` })),
    ...untold.map((name) => ({ place: 'vignette.facts', message: `no sentence tells \`${name}\`` })),
    ...(typeof contradicted === 'string'
      ? [{ place: 'vignette.facts', message: `\`${contradicted}\` contradicts the facts from which it follows` }]
      : []),
  ]
}

function sentenceIssues(tells: readonly string[], place: string, told: StatedFacts, heldBack: StatedFacts): Issue[] {
  return [
    ...duplicates(tells).map((name) => ({ place, message: `names \`${name}\` twice` })),
    ...tells
      .filter((name) => heldBack.has(name))
      .map((name) => ({ place, message: `\`${name}\` is held back, and yet told` })),
    ...undeclaredIssues(
      place,
      'fact that is stated',
      tells.filter((name) => !heldBack.has(name)),
      told.keys(),
    ),
  ]
}
