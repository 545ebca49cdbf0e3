import type { Pack } from '../../../pack/pack.js'
import { locales, type Text } from '../../../vocabulary.js'
import type { CheckedPack } from '../check.js'
import { placeOf, type Remark } from '../remark.js'

/** Reasons that do not complete their sentence, labels that fit into none, and translations into languages in which nothing is shown. */
export function wordingRemarks({ pack }: CheckedPack): readonly Remark[] {
  return [...clauseRemarks(pack), ...labelRemarks(pack), ...languageRemarks(pack)]
}

/** The words before an exception, which a reader would hear twice or without its norm. */
const exceptionWords = /\bkecuali bila\b/i

/**
 * A `because` completes “because …”, an `unless` “unless …”: what ends with a full stop is a sentence of its own, and an
 * exception told within either is heard behind another.
 */
function clauseRemarks({ rules }: Pack<unknown>): readonly Remark[] {
  const written = [...rules.values()].filter(({ findsOut }) => findsOut === undefined)
  const clauses = written.flatMap((rule) => [
    { place: `${placeOf(rule)} · because`, word: 'because', because: rule.because },
    ...rule.unless.map(({ because }, i) => {
      return { place: `${placeOf(rule)} · unless[${i}].because`, word: 'unless', because }
    }),
    ...(rule.otherPositions ?? []).flatMap(({ name, because, agreed }) => [
      { place: `${placeOf(rule)} · ${name} · because`, word: 'because', because },
      { place: `${placeOf(rule)} · ${name} · agreed`, word: 'both agree that', because: agreed },
    ]),
  ])
  return clauses.flatMap(({ place, word, because }) =>
    faultsOf(because).map((fault): Remark => {
      return { kind: 'not-a-clause', level: 'warning', place, message: `completes “${word} …”: ${fault}` }
    }),
  )
}

function faultsOf(because: Text): readonly string[] {
  const texts = Object.values(because)
  return [
    ...(texts.some((text) => text.endsWith('.')) ? ['it ends without a full stop'] : []),
    ...(texts.some((text) => exceptionWords.test(text))
      ? ['“kecuali bila” belongs to an `unless` of the rule, with the norm told first']
      : []),
  ]
}

/** An action is read within sentences (“You must not …”), where a bracket only repeats what the sentence says already. */
function labelRemarks({ actions }: Pack<unknown>): readonly Remark[] {
  return [...actions.values()]
    .filter(({ label }) => Object.values(label).every((text) => /[([]/.test(text)))
    .map(({ name }) => ({
      kind: 'bracket-in-label',
      level: 'warning',
      place: `actions · ${name} · label`,
      message:
        'is read within “You must …” and “You must not …”: what stands in brackets belongs to a step, or is left out',
    }))
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
