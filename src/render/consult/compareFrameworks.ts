import type { FrameworkComparison } from '../../consult/compareFrameworks.js'
import type { Status } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { answerWords, firstWords } from './answers.js'
import { speechIn } from './speech.js'

/** What each framework would say, where they part, and on what it hangs. */
export function comparisonLines(
  { frameworks, differ, parts }: FrameworkComparison,
  locale: InterfaceLanguage,
): readonly string[] {
  const { w, render, say } = speechIn(locale)
  const labels = new Map(frameworks.map((one) => [one.framework, say(one.label)]))
  const statusOf = (status: Status | null) => (status === null ? '–' : render.status[status])
  const apart = differ.map(({ label, by }) => {
    const voices = Object.entries(by).map(([name, status]) => `${labels.get(name)}: ${statusOf(status)}`)
    return `• ${say(label)} – ${voices.join(' · ')}`
  })
  return [
    ...frameworks.map(({ label, kind, first }) => `${say(label)}: ${w.kind[kind]}; ${firstWords(first, locale)}`),
    ...(apart.length === 0 ? [w.frameworksAgree] : [`${w.partOn}:`, ...apart]),
    ...hangingLines(parts, locale),
  ]
}

function hangingLines(parts: FrameworkComparison['parts'], locale: InterfaceLanguage): readonly string[] {
  const { w, say } = speechIn(locale)
  const facts = new Map(parts.flatMap((part) => part.facts.map((one) => [one.fact, one])))
  const stated = [...facts.values()].map(({ label, told }) => `${say(label)} (${answerWords(told, locale)})`)
  return stated.length === 0 ? [] : [`${w.hangsOn}: ${stated.join(' · ')}`]
}
