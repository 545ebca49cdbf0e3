import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { interfaceLanguages } from '../index.js'

/* Options that several commands take; each command names those that it takes. */

/** Which pack is meant. */
export const packOption = new Option(
  '--pack <folder>',
  'the pack that is meant; else the one in whose folder the files stand, else social-work',
)

/** Which exceptions the pack that is meant may make to rules of another. */
export const admitOption = new Option(
  '--admit <rule>',
  'lets the pack make exceptions to this rule about danger or of law of another (again for more)',
).argParser(several)

/** For programs. */
export const jsonOption = new Option('--json', 'for programs')

/** The day whose rules are in force. */
export const dayOption = new Option(
  '--on <day>',
  'the day whose rules are in force, as YYYY-MM-DD; else that of the pack',
)

/** The framework to follow. */
export const frameworkOption = new Option('--framework <name>', 'the one framework that settles what nothing else does')

/** How long to look for a proof. */
export const budgetOption = new Option(
  '--budget <conflicts>',
  'how many conflicts the solver may meet for each question (100000); what is not decided then is not proved',
).argParser(wholeNumber)

/** In which language of timbang. */
export const localeOption = new Option('--locale <language>', 'in this language').choices(interfaceLanguages)

/** Where the codes of a class are given out, in statements of xAPI. */
export const homePageOption = new Option(
  '--home-page <address>',
  'in statements of xAPI: whose codes those of the learners are (https://timbang.example)',
)

/** Who chose, in statements of xAPI. */
export const learnerOption = new Option(
  '--learner <code>',
  'in statements of xAPI: the code of who chose, never a name',
)

/** An option that may be given several times. */
export function several(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** A whole number above nothing. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It wants a whole number above 0.')
  return Number(value)
}

/** A percentage. */
export function percent(value: string): number {
  if (!/^(100|\d{1,2})$/.test(value)) throw new InvalidArgumentError('It wants a number from 0 to 100.')
  return Number(value)
}
