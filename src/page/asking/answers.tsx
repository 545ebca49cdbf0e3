import { useMemo, useState } from 'preact/hooks'
import { answerOf } from '../ask/question.js'
import { unasked } from '../consult/unasked.js'
import { parseSituation } from '../decide/situation.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { wording } from '../pack/texts/languages.js'
import { answerWords } from '../render/consult/answers.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { pageWords } from '../words/pageWords.js'
import { type Dispatch, type PageState, pack, type Situation } from './state.js'

/** What was answered, each answer to be changed; and what can be stated unasked. */
export function AnswersView({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const { consultation, locale } = state
  const { answers } = consultWords[locale]
  const { situation } = consultation
  const stated = useMemo(() => [...parseSituation(situation, pack)], [situation])
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
          {stated.length === 0 ? <p>{pageWords[locale].nothingStated}</p> : list}
        </>
      )}
      <More situation={situation} locale={locale} dispatch={dispatch} />
    </>
  )
}

interface StatedProps {
  readonly stated: readonly (readonly [string, Stated])[]
  readonly locale: InterfaceLanguage
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
              {wording(fact.label, locale)}: <strong>{statedWords(fact, value, locale)}</strong>
            </span>
            {fact.ask && (
              <button
                type="button"
                aria-label={`${pageWords[locale].edit}: ${wording(fact.label, locale)}`}
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

/** What is stated of a fact, in words; of a list, of each member of which something is known. */
function statedWords(fact: Fact, value: Stated, locale: InterfaceLanguage): string {
  if (!(value instanceof Map)) return answerWords(value === null ? null : answerOf(fact, value), locale)
  const known = [...value].filter(([, so]) => so !== null)
  if (known.length === 0) return answerWords(null, locale)
  return known.map((one) => answerWords(answerOf(fact, new Map([one])), locale)).join(' · ')
}

interface MoreProps {
  readonly situation: Situation
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** The facts that are not asked for and could change the advice; looked for when they are wanted. */
function More({ situation, locale, dispatch }: MoreProps) {
  const [open, setOpen] = useState(false)
  const [find, setFind] = useState('')
  const w = consultWords[locale]
  const facts = useMemo(() => (open ? unasked(situation, pack) : []), [open, situation])
  const shown = facts.filter(({ label }) => wording(label, locale).toLowerCase().includes(find.toLowerCase()))
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
              {wording(label, locale)}
            </button>
            <span class="soft">{w.unasked[reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
