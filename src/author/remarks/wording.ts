import type { Pack } from '../../pack/pack.js'
import { locales } from '../../vocabulary.js'
import type { CheckedPack } from './check.js'
import { placeOf, type Remark } from './remark.js'

/** Reasons that do not complete their sentence, and translations into languages in which nothing is shown. */
export function wordingRemarks({ pack }: CheckedPack): readonly Remark[] {
  return [...clauseRemarks(pack), ...languageRemarks(pack)]
}

/** A `because` completes “because …”, an `unless` “unless …”: what ends with a full stop is a sentence of its own. */
function clauseRemarks({ rules }: Pack<unknown>): readonly Remark[] {
  const written = [...rules.values()].filter(({ findsOut }) => findsOut === undefined)
  const clauses = written.flatMap((rule) => [
    { place: `${placeOf(rule)} · because`, word: 'because', because: rule.because },
    ...rule.unless.map(({ because }, i) => {
      return { place: `${placeOf(rule)} · unless[${i}].because`, word: 'unless', because }
    }),
  ])
  return clauses
    .filter(({ because }) => Object.values(because).some((text) => text.endsWith('.')))
    .map(({ place, word }) => {
      const message = `completes “${word} …”: it begins in lower case and ends without a full stop`
      return { kind: 'not-a-clause', level: 'warning', place, message }
    })
}

const tagsOfThree: Readonly<Record<string, string>> = { ind: 'id', eng: 'en' }

/** timbang shows a text in its own languages only; a host may show others. */
function languageRemarks({ parts }: Pack<unknown>): readonly Remark[] {
  const tags = parts.flatMap(({ source: { translations = {} } }) => Object.keys(translations))
  const known: readonly string[] = locales
  return tags
    .filter((tag) => !known.includes(tag))
    .map((tag) => {
      const meant = tagsOfThree[tag]
      const shown = `is shown by no part of timbang, which speaks ${locales.map((one) => `\`${one}\``).join(' and ')}`
      const message = meant === undefined ? shown : `${shown}: \`${meant}\` is meant`
      return {
        kind: 'never-shown',
        level: meant === undefined ? 'note' : 'warning',
        place: `translations · ${tag}`,
        message,
      }
    })
}
