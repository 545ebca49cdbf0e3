import { InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { locales } from '../index.js'

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

/** In which language of timbang. */
export const localeOption = new Option('--locale <language>', 'in this language').choices(locales)

/** An option that may be given several times. */
export function several(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** A percentage. */
export function percent(value: string): number {
  if (!/^(100|\d{1,2})$/.test(value))
    throw new InvalidArgumentError('It wants a number from 0 to 100.')
  return Number(value)
}
