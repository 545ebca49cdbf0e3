import type { Issue, TimbangError } from '../errors.js'
import { fallbackLanguage, type InterfaceLanguage } from '../words/interfaceLanguages.js'
import { refusalWords } from '../words/refusalWords.js'

/** Why a situation cannot be used, a line for each thing that is wrong. */
export function refusalLines({ issues }: TimbangError, locale: InterfaceLanguage): readonly string[] {
  return issues.map((issue) => issueWords(issue, locale))
}

/** One thing that is wrong with a situation: where, what, and the nearest name where there is one. */
export function issueWords(issue: Issue, locale: InterfaceLanguage): string {
  const { place, suggestion } = issue
  const near = suggestion === undefined ? '' : ` (${refusalWords[locale].meant(suggestion)})`
  return `${place}: ${sentence(issue, locale)}${near}`
}

/** What is wrong; what has no code is said in English, since that is better than not at all. */
function sentence({ message, code, params }: Issue, locale: InterfaceLanguage): string {
  if (code === undefined || locale === fallbackLanguage) return message
  return refusalWords[locale].issue[code](params as never)
}
