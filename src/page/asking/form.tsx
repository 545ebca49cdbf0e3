import { useMemo } from 'preact/hooks'
import type { Asked } from '../../ask/question.js'
import { wording } from '../../pack/texts/languages.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { FactFields } from '../begin/factField.js'
import type { Situation } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { toldIn } from '../state/telling.js'

interface Props {
  readonly together: readonly Asked[]
  readonly situation: Situation
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/**
 * Questions that belong together, on one form that is handed on with one touch; what is left alone is not known. What is told on it
 * counts at once, so that what must be done now is said before it is handed on.
 */
export function Form({ together, situation, locale, dispatch }: Props) {
  const told = useMemo(() => toldIn(situation), [situation])
  const facts = together.map(({ fact }) => fact)
  const w = tellingWords[locale]
  const inForm: Dispatch = (doing) =>
    dispatch(doing.do === 'tell' || doing.do === 'untell' ? { ...doing, form: facts } : doing)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        dispatch({ do: 'handOn', facts })
      }}
    >
      <p class="hint">{w.formHint}</p>
      <FactFields {...{ facts, told, locale, dispatch: inForm }} asksOthers />
      <button type="submit" class="main">
        {w.goOn}
      </button>
      <Reasons together={together} locale={locale} />
    </form>
  )
}

/** Why each is asked, to be looked at where it is wanted. */
function Reasons({ together, locale }: Pick<Props, 'together' | 'locale'>) {
  const reasons = together.flatMap(({ fact, ask, why }) => (why ? [{ fact, ask, why }] : []))
  if (reasons.length === 0) return null
  return (
    <details>
      <summary>{consultWords[locale].why}</summary>
      <ul>
        {reasons.map(({ fact, ask, why }) => (
          <li key={fact}>
            {wording(ask, locale)} <span class="soft">{wording(why, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
