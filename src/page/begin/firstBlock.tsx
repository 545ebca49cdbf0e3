import { firstAsked } from '../../hear/matters.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { wording } from '../../pack/texts/languages.js'
import { jurisdictionFact } from '../../vocabulary.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import type { Told } from '../state/telling.js'
import { FactField } from './factField.js'

interface Props {
  readonly state: PageState
  readonly told: Told
  readonly dispatch: Dispatch
}

/** Who the client is in this, how old, whether anyone is in danger now, and in which country; always shown. */
export function FirstBlock({ state: { locale, countryAssumed }, told, dispatch }: Props) {
  const { first } = tellingWords[locale]
  return (
    <fieldset class="first">
      <legend>
        <h3>{first.heading}</h3>
      </legend>
      {firstAsked(pack).map(({ fact: name, label, values }) => {
        const fact = pack.facts.get(name)
        if (!fact) return null
        const says = new Map([...values].map(([value, text]) => [String(value), wording(text, locale)]))
        return (
          <div key={name} class={typeOf(fact).input === 'number' || name === jurisdictionFact ? 'short' : undefined}>
            <FactField {...{ fact, told, locale, dispatch }} label={wording(label, locale)} values={says} />
            {name === jurisdictionFact && countryAssumed && <p class="hint">{first.assumed}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}
