import { TimbangError } from '../../errors.js'
import { type Locale, locales, type Text } from '../../vocabulary.js'
import { type Choice, type Exercise, parseExercise } from '../exerciseShape.js'
import { teachWords } from '../words.js'
import { plainText } from './escaping.js'

/** The language in which an exercise is given out. */
export interface OutletOptions {
  readonly locale: Locale
}

/** An exercise that was checked, in one language, with how its texts and sources read. */
export interface Edition {
  readonly exercise: Exercise
  readonly locale: Locale
  readonly text: (text: Text) => string
  /** What is said of a choice: its feedback with the sources it rests on. */
  readonly feedback: (choice: Choice) => string
  readonly cites: (choice: Choice) => readonly string[]
}

/** The exercise as it is given out in a language. */
export function editionOf(given: Exercise, { locale }: OutletOptions): Edition {
  const exercise = parseExercise(given)
  if (!locales.includes(locale)) {
    const message = `must be one of ${locales.map((name) => `\`${name}\``).join(', ')}`
    throw new TimbangError('invalid-options', [{ place: 'options.locale', message }])
  }
  const text = (one: Text) => plainText(one[locale])
  const cites = ({ sources }: Choice) =>
    sources.flatMap((name) => {
      const source = exercise.sources[name]
      if (source === undefined) return []
      const { cite, verified } = source
      return [verified === 'primary' ? text(cite) : `${text(cite)} (${teachWords[locale].unverified[verified]})`]
    })
  const feedback = (choice: Choice) => {
    const cited = cites(choice)
    return cited.length === 0 ? text(choice.feedback) : `${text(choice.feedback)} (${cited.join(' · ')})`
  }
  return { exercise, locale, text, feedback, cites }
}

/** Which part of a question each choice is worth where all that is right is worth 1 and all that is wrong costs as much. */
export function weights(choices: readonly Choice[]): ReadonlyMap<string, number> {
  const count = (mark: Choice['mark']) => choices.filter((choice) => choice.mark === mark).length
  const worth: Readonly<Record<Choice['mark'], number>> = {
    right: 1 / count('right'),
    partly: 0.5,
    wrong: -1 / count('wrong'),
    open: 0,
  }
  return new Map(choices.map(({ id, mark }) => [id, worth[mark]]))
}

/** A weight in percent, as Moodle has it in its list: five decimals where it is no whole number. */
export function percent(weight: number): string {
  const hundred = weight * 100
  return Number.isInteger(hundred) ? String(hundred) : hundred.toFixed(5).replace(/0+$/, '')
}
