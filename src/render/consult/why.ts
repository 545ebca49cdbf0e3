import type { Why } from '../../consult/why.js'
import type { Status, Text } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { answerWords } from './answers.js'
import { speechIn } from './speech.js'

/** On which of the stated facts a recommendation rests. */
export function whyLines({ label, status, sufficient, necessary }: Why, locale: InterfaceLanguage): readonly string[] {
  const { w } = speechIn(locale)
  return [
    actionWords(label, status, locale),
    `${w.restsOn}, ${w.enoughAlone}:`,
    ...factLines(sufficient, locale),
    `${w.restsOn}, ${w.without}:`,
    ...factLines(necessary, locale),
  ]
}

function factLines(facts: Why['sufficient'], locale: InterfaceLanguage): readonly string[] {
  if (facts.length === 0) return ['–']
  const { say } = speechIn(locale)
  return facts.map(({ label, answer }) => `• ${say(label)}: ${answerWords(answer, locale)}`)
}

/** An action with what is said of it, where a rule speaks of it. */
export function actionWords(label: Text, status: Status | null, locale: InterfaceLanguage): string {
  const { render, say } = speechIn(locale)
  return status === null ? say(label) : `${render.status[status]}: ${say(label)}`
}
