import { useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { why } from '../../consult/why.js'
import { whyLines } from '../../render/consult/why.js'
import { layoutOf } from '../../render/layout.js'
import { type Entry, type Section, unbroken } from '../../render/section.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { pack, type Situation } from '../state/pack.js'
import { HandsView } from './hands.js'

interface Props {
  readonly advice: Advice
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

/** The advice as every rendering tells it: what sort of situation, what to do, what gave way, what is still owed. */
export function AdviceView({ advice, situation, locale }: Props) {
  const { rules, law, urgency, kind, sections, closing } = layoutOf(advice, { locale, steps: true })
  return (
    <>
      <h2 id="advised">{consultWords[locale].advice}</h2>
      <p class="soft">{rules}</p>
      {law && <p>{law}</p>}
      <p class={`urgency ${urgency.level}`}>
        <strong>{urgency.mark}</strong> {urgency.says}
      </p>
      <p class="kind">{kind}</p>
      {sections.map((section) => (
        <SectionView key={section.heading} section={section} situation={situation} locale={locale} />
      ))}
      <div class="closing">
        {closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  )
}

interface SectionProps {
  readonly section: Section
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

function SectionView({ section: { heading, tone, folded, entries }, situation, locale }: SectionProps) {
  const list = (
    <ul>
      {entries.map((entry) => (
        <EntryView key={entry.mark + entry.text} entry={entry} situation={situation} locale={locale} />
      ))}
    </ul>
  )
  if (!folded)
    return (
      <section class={`part ${tone}`}>
        <h3>{heading}</h3>
        {list}
      </section>
    )
  return (
    <section class={`part ${tone}`}>
      <details>
        <summary>
          {heading} ({entries.length})
        </summary>
        {list}
      </details>
    </section>
  )
}

function EntryView({ entry, situation, locale }: { entry: Entry; situation: Situation; locale: InterfaceLanguage }) {
  const { mark, text, edge, notes, sources, steps = [], action } = entry
  return (
    <li>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <p class="what">
          {text} {edge && <span class="soft">{edge}</span>}
        </p>
        <HandsView entry={entry} />
        {notes
          .filter((note) => note !== '')
          .map((note) => (
            <p key={note} class="soft">
              {unbroken(note)}
            </p>
          ))}
        {sources.length > 0 && <p class="soft">{sources.join(' · ')}</p>}
        {steps.length > 0 && <Steps steps={steps} locale={locale} />}
        {action && <Why action={action} situation={situation} locale={locale} />}
      </div>
    </li>
  )
}

function Steps({ steps, locale }: { steps: NonNullable<Entry['steps']>; locale: InterfaceLanguage }) {
  return (
    <details>
      <summary>{pageWords[locale].steps}</summary>
      {steps.map(({ of, steps: list }) => (
        <div key={of ?? ''}>
          {of && <p>{of}</p>}
          <ol>
            {list.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  )
}

/** The facts on which a recommendation rests; looked for when they are wanted. */
function Why({ action, situation, locale }: { action: string; situation: Situation; locale: InterfaceLanguage }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="screen" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{consultWords[locale].restsOn}</summary>
      {open && <Lines lines={whyLines(why(situation, pack, { action }), locale).slice(1)} />}
    </details>
  )
}

/** Lines one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <div class="lines">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
