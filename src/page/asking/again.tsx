import { sinceLastTime } from '../../note/sinceLastTime.js'
import { sinceLines } from '../../note/sinceLines.js'
import type { Fact } from '../../pack/fact.js'
import { wording } from '../../pack/texts/languages.js'
import { consultWords } from '../../words/consultWords.js'
import { noteWords } from '../../words/noteWords.js'
import { pageWords } from '../../words/pageWords.js'
import { Lines } from '../advice/advice.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import { toldIn } from '../state/telling.js'
import { toldWords } from './toldWords.js'

interface Props {
  readonly state: PageState
  readonly dispatch: Dispatch
}

/** Of a situation that was kept and opened again: what is asked of everybody in danger, to be looked at anew. */
export function AskedAgain({ state: { kept, consultation, locale }, dispatch }: Props) {
  if (!kept || kept.look.length === 0) return null
  const page = pageWords[locale]
  const told = toldIn(consultation.situation)
  return (
    <section class="again" aria-labelledby="again">
      <h2 id="again">{page.again}</h2>
      <p class="hint">{page.againHint}</p>
      <ul class="looked">
        {kept.look.map((name) => {
          const fact = pack.facts.get(name) as Fact
          const value = told.get(name)
          return (
            <li key={name}>
              <span>
                {wording(fact.label, locale)}: <strong>{toldWords(fact, value ?? null, locale)}</strong>
              </span>
              <button
                type="button"
                aria-label={`${page.edit}: ${wording(fact.label, locale)}`}
                onClick={() => dispatch({ do: 'ask', fact: name })}
              >
                {consultWords[locale].change}
              </button>
            </li>
          )
        })}
      </ul>
      <button type="button" onClick={() => dispatch({ do: 'unmoved' })}>
        {page.unmoved}
      </button>
    </section>
  )
}

/** What moved since the situation was kept, once anything did; less is done only for a reason. */
export function Since({ kept, consultation, locale }: Pick<PageState, 'kept' | 'consultation' | 'locale'>) {
  if (!kept) return null
  const since = sinceLastTime(kept.situation, consultation.situation, pack)
  if (since.changes.length === 0) return null
  return (
    <section class="part plain since">
      <h3>{noteWords[locale].since.title}</h3>
      <Lines lines={sinceLines(since, locale)} />
    </section>
  )
}
