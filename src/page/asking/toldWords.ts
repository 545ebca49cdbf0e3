import { answerOf } from '../../ask/question.js'
import type { Fact } from '../../pack/fact.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { wording } from '../../pack/texts/languages.js'
import { answerWords } from '../../render/consult/answers.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pack } from '../state/pack.js'
import type { Told } from '../state/telling.js'

/** What is told of a fact, in words; of a list what is so, and what is not so where nothing is. */
export function toldWords(fact: Fact, value: Stated, locale: InterfaceLanguage): string {
  if (!(value instanceof Map)) return answerWords(value === null ? null : answerOf(fact, value), locale)
  const members = [...value]
  const so = members.filter(([, is]) => is === true)
  const known = so.length > 0 ? so : members.filter(([, is]) => is === false)
  if (known.length === 0) return answerWords(null, locale)
  return known.map((one) => answerWords(answerOf(fact, new Map([one])), locale)).join(' · ')
}

/** All that is told, a line each. */
export function toldLines(told: Told, locale: InterfaceLanguage): readonly string[] {
  return [...told].flatMap(([name, value]) => {
    const fact = pack.facts.get(name)
    return fact ? [`${wording(fact.label, locale)}: ${toldWords(fact, value, locale)}`] : []
  })
}
