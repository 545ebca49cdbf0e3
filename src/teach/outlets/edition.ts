import { optionsGiven } from '../../options.js'
import { wording } from '../../pack/texts/languages.js'
import { plainText } from '../../render/markup.js'
import type { Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { type Choice, checkLanguage, type Exercise, parseExercise } from '../exerciseShape.js'

/** The language in which an exercise is given out. */
export interface OutletOptions {
  readonly locale: InterfaceLanguage
}

/** An exercise that was checked, in one language, with how its texts and sources read. */
export interface Edition {
  readonly exercise: Exercise
  readonly locale: InterfaceLanguage
  readonly text: (text: Text) => string
  /** What is said of a choice: its feedback with the sources it rests on. */
  readonly feedback: (choice: Choice) => string
  readonly cites: (choice: Choice) => readonly string[]
}

/** The exercise as it is given out in a language that it speaks. */
export function editionOf(given: Exercise, options: OutletOptions): Edition {
  const exercise = parseExercise(given)
  const { locale } = optionsGiven<OutletOptions>(options, { locale: true })
  checkLanguage(locale, exercise)
  const text = (one: Text) => plainText(wording(one, locale))
  const cited = (name: string) => {
    const source = exercise.sources[name]
    if (source === undefined) return []
    const { cite, verified } = source
    return [verified === 'primary' ? text(cite) : `${text(cite)} (${adviceWords[locale].unverified[verified]})`]
  }
  const cites = ({ sources }: Choice) => sources.flatMap(cited)
  const feedback = (choice: Choice) => {
    const found = cites(choice)
    return found.length === 0 ? text(choice.feedback) : `${text(choice.feedback)} (${found.join(' · ')})`
  }
  return { exercise, locale, text, feedback, cites }
}

/** Where the questions of an edition stand in a course: by story and language, and by seed where it is not the usual one. */
export function categoryOf({ exercise: { vignette, seed }, locale }: Edition): string {
  const variant = seed === 1 ? [] : [String(seed)]
  return ['$course$/top/timbang', vignette.name, locale, ...variant].join('/')
}

/** A weight in percent, as Moodle has it in its list: five decimals where it is no whole number. */
export function percent(weight: number): string {
  const hundred = weight * 100
  return Number.isInteger(hundred) ? String(hundred) : hundred.toFixed(5).replace(/0+$/, '')
}
