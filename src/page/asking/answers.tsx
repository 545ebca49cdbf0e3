import { useMemo, useState } from 'preact/hooks'
import { isTold } from '../../ask/question.js'
import { unasked } from '../../consult/unasked.js'
import type { Fact } from '../../pack/fact.js'
import { wording } from '../../pack/texts/languages.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import { Search } from '../begin/search.js'
import { pack, type Situation } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import { type Told, toldIn } from '../state/telling.js'
import { toldWords } from './toldWords.js'

/** What was told, each to be changed; and what can be told unasked. */
export function AnswersView({ state, dispatch }: { state: PageState; dispatch: Dispatch }) {
  const { consultation, locale } = state
  const { answers } = consultWords[locale]
  const { situation } = consultation
  const told = useMemo(() => toldIn(situation), [situation])
  const unknown = new Map([...told].filter(([, value]) => !isTold(value)))
  const known = new Map([...told].filter(([name]) => !unknown.has(name)))
  const list = <ToldFacts told={known} locale={locale} dispatch={dispatch} />
  return (
    <>
      {known.size > shownUnfolded ? (
        <details class="answered">
          <summary>
            <h2>{`${answers} (${known.size})`}</h2>
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{answers}</h2>
          {known.size === 0 ? <p>{pageWords[locale].nothingStated}</p> : list}
        </>
      )}
      {unknown.size > 0 && (
        <details>
          <summary>{tellingWords[locale].askedUnknown(unknown.size)}</summary>
          <ToldFacts told={unknown} locale={locale} dispatch={dispatch} />
        </details>
      )}
      <button type="button" class="retell" onClick={() => dispatch({ do: 'retell' })}>
        {tellingWords[locale].retell}
      </button>
      <More {...{ situation, told, locale, dispatch }} />
    </>
  )
}

interface ToldProps {
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

function ToldFacts({ told, locale, dispatch }: ToldProps) {
  return (
    <ul class="told">
      {[...told].map(([name, value]) => {
        const fact = pack.facts.get(name) as Fact
        return (
          <li key={name}>
            <span>
              {wording(fact.label, locale)}: <strong>{toldWords(fact, value, locale)}</strong>
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

interface MoreProps extends ToldProps {
  readonly situation: Situation
}

/** What can be told unasked: found by any word, or among the facts that could change the advice. */
function More({ situation, told, locale, dispatch }: MoreProps) {
  const [open, setOpen] = useState(false)
  const w = consultWords[locale]
  const facts = useMemo(() => (open ? unasked(situation, pack) : []), [open, situation])
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{tellingWords[locale].unasked}</summary>
      {open && <Search {...{ told, locale, dispatch }} />}
      <p class="hint">{w.moreHint}</p>
      <ul class="told">
        {facts.map(({ fact, label, reason }) => (
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
