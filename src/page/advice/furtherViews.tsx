import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { compareFrameworks } from '../../consult/compareFrameworks.js'
import { type TurningPoint, type TurningPoints, turningPointsBitByBit } from '../../consult/turningPoints.js'
import { whyNot } from '../../consult/whyNot.js'
import { wording } from '../../pack/texts/languages.js'
import { comparisonLines } from '../../render/consult/compareFrameworks.js'
import { turningPointWords } from '../../render/consult/turningPoints.js'
import { whyNotLines } from '../../render/consult/whyNot.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { type Answerable, pack, type Situation } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { Lines } from './advice.js'
import { NoteView } from './noteView.js'
import { Steps } from './steps.js'
import { Picture } from './weighingPicture.js'

interface Props extends ViewProps {
  readonly advice: Advice
  readonly dispatch: Dispatch
}

/** What can be looked at beside the advice; each is worked out when it is wanted. */
export function FurtherViews({ situation, locale, advice, dispatch }: Props) {
  const [w, page] = [consultWords[locale], pageWords[locale]]
  return (
    <div class="look">
      <Opening title={page.note}>{() => <NoteView {...{ advice, situation, locale }} />}</Opening>
      <Opening title={page.picture}>{() => <Picture advice={advice} locale={locale} />}</Opening>
      <Opening title={w.turning}>{() => <Turning situation={situation} locale={locale} dispatch={dispatch} />}</Opening>
      <Opening title={w.frameworks}>{() => <Frameworks situation={situation} locale={locale} />}</Opening>
      <Opening title={w.steps.title}>{() => <Steps situation={situation} locale={locale} />}</Opening>
      <Opening title={w.whyNot}>{() => <WhyNot situation={situation} locale={locale} />}</Opening>
    </div>
  )
}

function Opening({ title, children }: { title: string; children: () => preact.JSX.Element }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {open && children()}
    </details>
  )
}

interface ViewProps {
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

/** What would change the advice, each to be tried with one touch; the page says that it looks, and can be used meanwhile. */
function Turning({ situation, locale, dispatch }: ViewProps & { readonly dispatch: Dispatch }) {
  const [found, setFound] = useState<{ readonly of: Situation; readonly points: TurningPoints }>()
  const [w, page] = [consultWords[locale], pageWords[locale]]
  useEffect(
    () => bitByBit(turningPointsBitByBit(situation, pack), (points) => setFound({ of: situation, points })),
    [situation],
  )
  if (found?.of !== situation)
    return (
      <p role="status" aria-live="polite">
        {page.looking}
      </p>
    )
  const { first, single, pairs, searched } = found.points
  const points = [...single, ...pairs]
  return (
    <>
      <p>{points.length === 0 ? w.turningNone : w.turningHint}</p>
      <ul class="turning points">
        {points.map((point) => (
          <li key={JSON.stringify(point.changes)}>
            <span>{turningPointWords(point, first, locale)}</span>
            <button
              type="button"
              aria-label={`${page.try}: ${turningPointWords(point, first, locale)}`}
              onClick={() => dispatch({ do: 'try', changes: point.changes.map(asAnswer) })}
            >
              {page.try}
            </button>
          </li>
        ))}
      </ul>
      <p class="soft">{w.searched(searched.facts, searched.answers, searched.pairsAmong.length)}</p>
    </>
  )
}

/** So many milliseconds are worked on end before the page may do something else. */
const slice = 12

/** Works a little at a time until there is a result; what is given back stops it. */
function bitByBit<T>(work: Generator<undefined, T, undefined>, then: (result: T) => void): () => void {
  const goOn = () => {
    const began = performance.now()
    while (performance.now() - began < slice) {
      const step = work.next()
      if (step.done) return then(step.value)
    }
    later = setTimeout(goOn)
  }
  let later = setTimeout(goOn, slice)
  return () => clearTimeout(later)
}

/** The first of the answers that would do, as it is answered. */
function asAnswer({ fact, to: [first] }: TurningPoint['changes'][number]): readonly [string, Answerable] {
  const { value, so } = first as NonNullable<typeof first>
  return [fact, so === undefined ? value : { [String(value)]: so }]
}

function Frameworks({ situation, locale }: ViewProps) {
  const lines = useMemo(() => comparisonLines(compareFrameworks(situation, pack), locale), [situation, locale])
  return <Lines lines={lines} />
}

/** Which rules would ask for an action, and what stands in the way. */
function WhyNot({ situation, locale }: ViewProps) {
  const [action, setAction] = useState('')
  const w = consultWords[locale]
  const actions = [...pack.actions.values()]
    .map(({ name, label }) => ({ name, label: wording(label, locale) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
  return (
    <>
      <p>{w.whyNotHint}</p>
      <label class="find">
        {pageWords[locale].action}
        <select value={action} onChange={(event) => setAction(event.currentTarget.value)}>
          <option value="">–</option>
          {actions.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">
        {action !== '' && <Lines lines={whyNotLines(whyNot(situation, pack, { action }), locale)} />}
      </div>
    </>
  )
}
