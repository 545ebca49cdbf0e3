import { useState } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
import { why } from '../consult/why.js'
import { whyLines } from '../render/consulting.js'
import { consultWords } from '../render/consultWords.js'
import { pageWords } from '../render/pageWords.js'
import { type Sheet, sheetOf } from '../render/sheet.js'
import { type Entry, type Section, unbroken } from '../render/view.js'
import type { Locale } from '../vocabulary.js'
import { pack, type Situation } from './state.js'

interface Props {
  readonly advice: Advice
  readonly situation: Situation
  readonly locale: Locale
}

/** The advice as every rendering tells it: what sort of situation, what to do, what gave way, what is still owed. */
export function AdviceView({ advice, situation, locale }: Props) {
  const sheet: Sheet = sheetOf(advice, locale, { steps: true })
  return (
    <>
      <h2 id="advised">{consultWords[locale].advice}</h2>
      <p class="soft">{sheet.rules}</p>
      <p class={`urgency ${sheet.urgency.level}`}>
        <strong>{sheet.urgency.mark}</strong> {sheet.urgency.says}
      </p>
      <p class="kind">{sheet.kind}</p>
      {sheet.sections.map((section) => (
        <SectionView key={section.heading} section={section} situation={situation} locale={locale} />
      ))}
      <div class="closing">
        {sheet.closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  )
}

interface SectionProps {
  readonly section: Section
  readonly situation: Situation
  readonly locale: Locale
}

function SectionView({ section: { heading, tone, entries }, situation, locale }: SectionProps) {
  return (
    <section class={`part ${tone}`}>
      <h3>{heading}</h3>
      <ul>
        {entries.map((entry) => (
          <EntryView key={entry.mark + entry.text} entry={entry} situation={situation} locale={locale} />
        ))}
      </ul>
    </section>
  )
}

function EntryView({ entry, situation, locale }: { entry: Entry; situation: Situation; locale: Locale }) {
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

function Steps({ steps, locale }: { steps: NonNullable<Entry['steps']>; locale: Locale }) {
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
function Why({ action, situation, locale }: { action: string; situation: Situation; locale: Locale }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="screen" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{pageWords[locale].why}</summary>
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
