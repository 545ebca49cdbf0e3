import { useMemo, useState } from 'preact/hooks'
import { answerOf } from '../ask/witness.js'
import { unasked } from '../consult/unasked.js'
import { parseSituation, type Stated } from '../decide/situation.js'
import type { Fact } from '../pack/facts.js'
import { answerWords } from '../render/consulting.js'
import { consultWords } from '../render/consultWords.js'
import { pageWords } from '../render/pageWords.js'
import type { Locale } from '../vocabulary.js'
import { type Dispatch, type PageState, pack, type Situation } from './state.js'

/** What was told, each to be changed; and what can be told unasked. */
export function ToldView({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const { told, locale } = state
  const { answers } = consultWords[locale]
  const stated = useMemo(() => [...parseSituation(told.situation, pack)], [told])
  const list = <StatedFacts stated={stated} locale={locale} dispatch={dispatch} />
  return (
    <>
      {stated.length > shownUnfolded ? (
        <details class="answered">
          <summary>
            <h2>{`${answers} (${stated.length})`}</h2>
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{answers}</h2>
          {stated.length === 0 ? <p>{pageWords[locale].nothingTold}</p> : list}
        </>
      )}
      <More situation={told.situation} locale={locale} dispatch={dispatch} />
    </>
  )
}

interface StatedProps {
  readonly stated: readonly (readonly [string, Stated])[]
  readonly locale: Locale
  readonly dispatch: Dispatch
}

function StatedFacts({ stated, locale, dispatch }: StatedProps) {
  return (
    <ul class="told">
      {stated.map(([name, value]) => {
        const fact = pack.facts.get(name) as Fact
        return (
          <li key={name}>
            <span>
              {fact.label[locale]}: <strong>{saidOf(fact, value, locale)}</strong>
            </span>
            {fact.ask && (
              <button
                type="button"
                aria-label={`${pageWords[locale].edit}: ${fact.label[locale]}`}
                onClick={() => dispatch({ do: 'ask', fact: name })}
              >
                {consultWords[locale].change}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** As many answers as leave the question and the advice near on a small screen. */
const shownUnfolded = 6

/** What was said of a fact, in words; of a list, of each member that something was said of. */
function saidOf(fact: Fact, value: Stated, locale: Locale): string {
  if (!(value instanceof Map)) return answerWords(value === null ? null : answerOf(fact, value), locale)
  const told = [...value].filter(([, so]) => so !== null)
  if (told.length === 0) return answerWords(null, locale)
  return told.map((one) => answerWords(answerOf(fact, new Map([one])), locale)).join(' · ')
}

interface MoreProps {
  readonly situation: Situation
  readonly locale: Locale
  readonly dispatch: Dispatch
}

/** The facts that are not asked for and could change the advice; looked for when they are wanted. */
function More({ situation, locale, dispatch }: MoreProps) {
  const [open, setOpen] = useState(false)
  const [find, setFind] = useState('')
  const w = consultWords[locale]
  const facts = useMemo(() => (open ? unasked(situation, pack) : []), [open, situation])
  const shown = facts.filter(({ label }) => label[locale].toLowerCase().includes(find.toLowerCase()))
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.more}</summary>
      <p>{w.moreHint}</p>
      <label class="find">
        {pageWords[locale].find}
        <input type="search" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
      </label>
      <ul class="told">
        {shown.map(({ fact, label, reason }) => (
          <li key={fact}>
            <button type="button" onClick={() => dispatch({ do: 'ask', fact })}>
              {label[locale]}
            </button>
            <span class="soft">{w.unasked[reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
