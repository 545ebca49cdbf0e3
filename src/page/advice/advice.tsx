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
  const first = firstOf(sections)
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
        <SectionView key={section.heading} {...{ section, first, situation, locale }} />
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
  /** What stands open on a small screen. */
  readonly first: ReadonlySet<Entry>
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

function SectionView({ section: { heading, tone, folded, entries }, first, situation, locale }: SectionProps) {
  const list = (
    <ul>
      {entries.map((entry) => (
        <EntryView
          key={entry.mark + entry.text}
          {...{ entry, situation, locale }}
          shape={shapeOf(entry, tone, first.has(entry))}
        />
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

/** How much of an entry stands open: all of it; what helps to do it at once; what it says and what limits it; or its title alone. */
type Shape = 'whole' | 'first' | 'said' | 'title'

/** So many actions stand open on a small screen. */
const firstOpen = 3

function firstOf(sections: readonly Section[]): ReadonlySet<Entry> {
  return new Set(
    sections
      .flatMap(({ entries }) => entries)
      .filter(({ action }) => action !== undefined)
      .slice(0, firstOpen),
  )
}

/** On a small screen what comes after the first actions stands in short; what must or must not be done, and what danger would ask for, is never folded away. */
function shapeOf({ action, mark, notes }: Entry, tone: Section['tone'], isFirst: boolean): Shape {
  if (!matchMedia('(max-width: 40rem)').matches || notes.length === 0) return 'whole'
  if (isFirst) return 'first'
  if (tone === 'must' || tone === 'must-not' || tone === 'contested') return 'said'
  return action !== undefined || mark.startsWith('?') ? 'title' : 'whole'
}

interface EntryProps {
  readonly entry: Entry
  readonly shape: Shape
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

function EntryView({ entry, shape, situation, locale }: EntryProps) {
  const { mark, text, edge } = entry
  const title = (
    <>
      {text} {edge && <span class="soft">{edge}</span>}
    </>
  )
  const [hands, grounds] = [<HandsView entry={entry} />, <Grounds {...{ entry, situation, locale }} />]
  return (
    <li>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      {shape === 'title' ? (
        <details class="short">
          <summary class="what">{title}</summary>
          {hands}
          <Notes entry={entry} />
          {grounds}
        </details>
      ) : (
        <div>
          <p class="what">{title}</p>
          {shape !== 'said' && hands}
          <Notes entry={entry} />
          {shape === 'whole' && grounds}
          {(shape === 'first' || shape === 'said') && (
            <details>
              <summary>{pageWords[locale].rest}</summary>
              {shape === 'said' && hands}
              {grounds}
            </details>
          )}
        </div>
      )}
    </li>
  )
}

function Notes({ entry: { notes } }: Pick<EntryProps, 'entry'>) {
  return (
    <>
      {notes
        .filter((note) => note !== '')
        .map((note) => (
          <p key={note} class="soft">
            {unbroken(note)}
          </p>
        ))}
    </>
  )
}

/** Where it comes from, how it is done, and on what it rests. */
function Grounds({ entry: { sources, steps = [], action }, situation, locale }: Omit<EntryProps, 'shape'>) {
  return (
    <>
      {sources.length > 0 && <p class="soft">{sources.join(' · ')}</p>}
      {steps.length > 0 && <Steps steps={steps} locale={locale} />}
      {action && <Why action={action} situation={situation} locale={locale} />}
    </>
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
