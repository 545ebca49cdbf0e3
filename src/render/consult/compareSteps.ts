import type { ComparedStep, StepComparison, StepReason } from '../../consult/steps/comparedStep.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { citations } from '../citation.js'
import { answerWords, changesWords } from './answers.js'
import { speechIn } from './speech.js'

/** One step as it is shown beside the others. */
interface StepColumn {
  readonly heading: string
  /** What the rules together say of it. */
  readonly says: string
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

/** Steps side by side in one language, in the order in which the rules put them. */
export function stepColumns(comparison: StepComparison, locale: InterfaceLanguage): readonly StepColumn[] {
  return comparison.steps.map((step) => columnOf(step, comparison, locale))
}

/** The same, one below the other. */
export function stepLines(comparison: StepComparison, locale: InterfaceLanguage): readonly string[] {
  return stepColumns(comparison, locale).flatMap(({ heading, says, parts }, i) => [
    ...(i > 0 ? [''] : []),
    heading,
    `  ${says}`,
    ...parts.flatMap((part) => [`  ${part.heading}:`, ...part.lines.map((line) => `    • ${line}`)]),
  ])
}

function columnOf(step: ComparedStep, comparison: StepComparison, locale: InterfaceLanguage): StepColumn {
  const { w, say } = speechIn(locale)
  const waits = step.actions.length === 0
  const reasons = (some: readonly StepReason[]) => some.map((one) => reasonLine(one, step, comparison, locale))
  const labels = (some: readonly Pick<StepReason, 'label'>[]) => some.map(({ label }) => say(label))
  const parts = [
    { heading: w.steps.speaksFor, lines: reasons(step.for) },
    {
      heading: waits ? w.steps.leftUndone : w.steps.against,
      lines: [...apartLines(step, locale), ...reasons(step.against)],
    },
    { heading: w.steps.owed, lines: labels(step.owed) },
    { heading: w.steps.first, lines: labels(step.first) },
    { heading: w.hangsOn, lines: hangingLines(step, locale) },
    { heading: w.steps.frameworks, lines: step.parts.map((one) => partingLine(one, comparison, locale)) },
  ]
  return {
    heading: waits ? w.steps.wait : labels(step.actions).join(' + '),
    says: saysLine(step, locale),
    parts: parts.filter(({ lines }) => lines.length > 0),
  }
}

/** What is said of it, and whether it stands level with the one before. */
function saysLine({ actions, says, unspoken, level }: ComparedStep, locale: InterfaceLanguage): string {
  const { w, render, advice } = speechIn(locale)
  const silent = actions.length === 0 ? w.steps.nothingDue : w.steps.unspoken
  const said = unspoken ? silent : says === null ? advice.unspoken : render.status[says]
  return level ? `${said}${/[.!]$/.test(said) ? '' : '.'} ${w.steps.level}` : said
}

/** “You must, because … (dignity; NASW 1.07)”; of another action than the only one of the step, which. */
function reasonLine(
  { action, label, force, because, principle, rule, stands }: StepReason,
  step: ComparedStep,
  comparison: StepComparison,
  locale: InterfaceLanguage,
): string {
  const { w, render, advice, say } = speechIn(locale)
  const only = step.actions.length === 1 && step.actions[0]?.action === action
  const named = comparison.principles[principle]
  const remarks = [
    w.steps.stands[stands],
    ...(named ? [say(named.label)] : []),
    ...citations([rule], { advice: comparison, w: advice, say }),
  ].filter((remark) => remark !== '')
  const what = only ? render.status[force] : `${render.status[force]}: ${say(label)}`
  return `${what}, ${render.because} ${say(because)} (${remarks.join('; ')})`
}

function apartLines({ apart }: ComparedStep, locale: InterfaceLanguage): readonly string[] {
  const { w, say } = speechIn(locale)
  return apart.map(([one, other]) => w.steps.apart(say(one.label), say(other.label)))
}

const questionsShown = 4

function hangingLines({ hangsOn }: ComparedStep, locale: InterfaceLanguage): readonly string[] {
  const { render } = speechIn(locale)
  const rest = hangsOn.length - questionsShown
  const shown = hangsOn.slice(0, questionsShown).map((one) => hangingLine(one, locale))
  return rest > 0 ? [...shown, render.more(rest)] : shown
}

/** “Is she safe now? if no: you must …” */
function hangingLine({ ask, answer, changes }: ComparedStep['hangsOn'][number], locale: InterfaceLanguage): string {
  const { render, say } = speechIn(locale)
  return `${say(ask)} ${render.ifAnswer} ${answerWords(answer, locale)} → ${changesWords(changes, locale).join('; ')}`
}

function partingLine(
  { label, by }: ComparedStep['parts'][number],
  { frameworks }: StepComparison,
  locale: InterfaceLanguage,
): string {
  const { render, say } = speechIn(locale)
  const voices = Object.entries(by).map(([name, status]) => {
    const framework = frameworks[name]
    return `${framework ? say(framework) : name}: ${status === null ? '–' : render.status[status]}`
  })
  return `${say(label)} – ${voices.join(' · ')}`
}
