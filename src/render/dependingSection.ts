import type { DependingDuty } from '../ask/dependingDuties.js'
import { grouped } from '../pack/grouped.js'
import { answerText } from './questionSections.js'
import type { Rendering } from './rendering.js'
import type { Entry, Section } from './section.js'

/** How many duties that depend on something are shown; the advice holds all. */
const dutiesShown = 6

/** What would be owed if what is not known proved to be so: *if the danger is near and well founded: you must tell …*. */
export function dependingSection(rendering: Rendering): Section {
  const { advice, w } = rendering
  const duties = dependingDutiesOf(advice)
  const shown = duties.slice(0, dutiesShown).map((duty) => dutyEntry(duty, rendering))
  const rest = duties.length - shown.length
  return {
    heading: w.depending,
    tone: 'ask',
    entries: [...shown, ...(rest > 0 ? [{ mark: '…', text: w.more(rest), notes: [], sources: [] }] : [])],
  }
}

/** None where they were not looked for, as in an advice that was kept before there were any. */
export function dependingDutiesOf(advice: Rendering['advice']): readonly DependingDuty[] {
  return 'depending' in advice ? (advice.depending ?? []) : []
}

function dutyEntry(duty: DependingDuty, rendering: Rendering): Entry {
  return { mark: '→', text: conditionText(duty, rendering), notes: owedTexts(duty, rendering), sources: [] }
}

type Words = Pick<Rendering, 'say' | 'w'>

/** "If nearness of the danger: within days; and strength of the grounds: reasonable". */
export function conditionText({ when }: DependingDuty, { w, say }: Words): string {
  const parts = when.map(({ label, answer }) => `${say(label)}: ${answerText(answer, { w, say })}`)
  return `${w.dependingIf} ${parts.join(`; ${w.and} `)}`
}

/** What would be owed, a text each for what must be, what must not, and so on. */
export function owedTexts({ actions }: DependingDuty, { w, say }: Words): readonly string[] {
  return [...grouped(actions, ({ status }) => status)].map(
    ([status, some]) => `${w.status[status]}: ${some.map(({ label }) => say(label)).join(' · ')}`,
  )
}
