import { TimbangError } from '../errors.js'
import { optionsGiven } from '../options.js'
import type { Fact } from '../pack/fact.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Statement } from '../pack/sayings/sayings.js'
import { type Locale, locales, type Text } from '../vocabulary.js'
import { type HeardSaying, heardSayings } from './heardSayings.js'
import { everydayWords, mattersOf } from './matters.js'
import { background, type HeardValue, isJudged, type Ranked, rank } from './rank.js'
import type { SpeechMark } from './spoken.js'

export interface HearOptions {
  /** Only what is said in this language and in dialects is heard; else what is said in any. */
  readonly locale?: Locale | undefined
  /** How many are offered at most; 15 if not said. */
  readonly most?: number | undefined
}

/** Where in a story something was heard: from this letter up to that one. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** A value that was heard of a fact, to be ticked by the person. */
export interface HeardStatement {
  readonly value: string | number | boolean
  /** No where the story denies it. */
  readonly so: boolean
  /** In everyday words where the pack has them; of a yes or no otherwise the label of the fact. */
  readonly label: Text
  /** How it was told: as not so, as doubtful, or as what others say; simply told where it is not said. */
  readonly as?: SpeechMark
  readonly heardIn: readonly Place[]
}

/** A fact that may have been told. Nothing of it is so until it is ticked. */
export interface Proposal {
  readonly fact: string
  readonly label: Text
  readonly ask: Text
  /** The values that were heard, the likeliest first; none where only the question is worth putting. */
  readonly statements: readonly HeardStatement[]
  /** What was heard, where this one is offered as a companion of it. */
  readonly companionOf?: Statement
  /** Where it, or what it accompanies, was heard; nowhere, where it is offered because it is told in most stories. */
  readonly heardIn: readonly Place[]
}

/** What was heard in a story. */
export interface Heard {
  /** The names of the matters that it is about, the one that is told most of first. */
  readonly matters: readonly string[]
  /** What to tick or to answer, the likeliest first, and what only stands behind it last. */
  readonly proposals: readonly Proposal[]
}

/**
 * Hears what a story in everyday words, in Bahasa Indonesia or English, may tell: matters to open, and facts with the values that
 * were heard, to be ticked by the person who told it. It fills nothing in, and what is not said stays not known. The story is kept nowhere.
 * @throws TimbangError `invalid-options` for a story that is no text or longer than twenty thousand letters, or an unknown option
 */
export function hear<S>(story: string, pack: Pack<S>, options: HearOptions = {}): Heard {
  checkPack(pack)
  const given = optionsGiven<HearOptions>(options, { locale: true, most: true })
  checkHearing(story, given)
  const { locale, most = usual } = given
  const heard = heardSayings(story, pack, languagesHeard(locale, pack))
  if (heard.length === 0) return { matters: [], proposals: [] }
  const ranked = rank(heard, pack).filter((one) => one.likely >= (isHeard(one) ? least.heard : least.unheard))
  const offered = backgroundLast(ranked, pack, most)
  return { matters: mattersHeard(offered, pack), proposals: offered.map((one) => proposal(one, pack)) }
}

const usual = 15
/** The longestStory story that is heard, in letters. */
export const longestStory = 20_000

/** A fact that is less likely told is not offered: one that was heard, or stands beside it; and one that most stories tell. */
const least = { heard: 0.03, unheard: 0.1 }

/** The first so many, of which what only stands behind what happened is little, and comes last. */
function backgroundLast(ranked: readonly Ranked[], pack: Pack<unknown>, most: number): readonly Ranked[] {
  const names = background(pack)
  const isBehind = ({ fact }: Ranked) => names.has(fact.name)
  const behind = new Set(ranked.filter(isBehind).slice(0, mostBehind))
  const offered = ranked.filter((one) => !isBehind(one) || behind.has(one)).slice(0, most)
  return [...offered.filter((one) => !isBehind(one)), ...offered.filter(isBehind)]
}

/** With more of the background the list is long and says little. */
const mostBehind = 2

function isHeard({ values, companionOf }: Ranked): boolean {
  return values.length > 0 || companionOf !== undefined
}

function checkHearing(story: unknown, { locale, most }: HearOptions): void {
  const rows: [boolean, string, string][] = [
    [
      typeof story !== 'string' || story.length > longestStory,
      'story',
      `must be a text of at most ${longestStory} letters`,
    ],
    [locale !== undefined && !locales.includes(locale), 'options.locale', `must be one of ${locales.join(', ')}`],
    [most !== undefined && !(Number.isInteger(most) && most > 0), 'options.most', 'must be a whole number above 0'],
  ]
  const issues = rows.filter(([wrong]) => wrong).map(([, place, message]) => ({ place, message }))
  if (issues.length > 0) throw new TimbangError('invalid-options', issues)
}

/** A language of one's own and the dialects that an agency has added; the other languages of the interface left out. */
function languagesHeard(locale: Locale | undefined, { sayings }: Pack<unknown>): readonly string[] | undefined {
  if (locale === undefined) return undefined
  const spoken = sayings.flatMap((file) => file.sayings ?? []).flatMap(({ says }) => Object.keys(says))
  const others = locales.filter((one) => one !== locale) as readonly string[]
  return [...new Set([locale, ...spoken])].filter((language) => !others.includes(language))
}

/**
 * The matters of what was heard, also where it stands for its companions; not of what is offered without having been heard. What
 * belongs in several matters tells less of each.
 */
function mattersHeard(offered: readonly Ranked[], pack: Pack<unknown>): readonly string[] {
  const told = new Map<string, number>()
  const add = (statement: Statement, much: number) => {
    const matters = mattersOf(statement, pack)
    for (const matter of matters) told.set(matter, (told.get(matter) ?? 0) + much / matters.length)
  }
  for (const { fact, values, companionOf, raised } of offered.filter(isHeard)) {
    add({ fact: fact.name, value: values[0]?.value }, companionOf ? raised * beside : raised)
    if (companionOf) add(companionOf, raised * ofCompanion)
  }
  return [...told].sort(([, a], [, b]) => b - a).map(([matter]) => matter)
}

/** How much a companion tells of the matter in which it belongs itself, and of that of what was heard. */
const [beside, ofCompanion] = [0.1, 0.4]

const mostValues = 3

function proposal({ fact, values, companionOf, sayings }: Ranked, pack: Pack<unknown>): Proposal {
  const told = isJudged(fact) ? [] : values.slice(0, mostValues)
  return {
    fact: fact.name,
    label: fact.label,
    ask: fact.ask as Text,
    statements: told.map((one) => statement(fact, one, pack)),
    ...(companionOf && { companionOf }),
    heardIn: places(sayings),
  }
}

/** A yes that is denied is offered as no; a value that is denied as not so. */
function statement(fact: Fact, { value: heard, as, sayings }: HeardValue, pack: Pack<unknown>): HeardStatement {
  const turned = as === 'denied' && typeof heard === 'boolean'
  const so = as !== 'denied' || turned
  const value = turned ? !heard : heard
  return {
    value,
    so,
    label: everydayWords({ fact: fact.name, value }, pack) ?? inFull(fact, value),
    ...(as && { as }),
    heardIn: places(sayings),
  }
}

/** The label of a fact, with that of the value; a yes or no stands beside the label, in the words of whoever shows it. */
function inFull(fact: Fact, value: HeardStatement['value']): Text {
  if (typeof value === 'boolean') return fact.label
  const label = fact.values?.find((one) => one.value === value)?.label
  const words = Object.entries(fact.label).map(([language, text]) => [
    language,
    `${text}: ${label?.[language as Locale] ?? value}`,
  ])
  return Object.fromEntries(words)
}

function places(sayings: readonly HeardSaying[]): readonly Place[] {
  return sayings.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from)
}
