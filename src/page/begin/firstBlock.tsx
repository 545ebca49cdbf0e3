import { jurisdictionFact } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import type { Told } from '../state/telling.js'
import { FactField } from './factField.js'

/** What is asked of whoever comes, before anything else, each in the words that the page has for it. */
const asked = [
  ['risk.imminence', 'danger'],
  ['client.roleInHarm', 'role'],
  ['client.ageYears', 'age'],
  [jurisdictionFact, 'country'],
] as const

interface Props {
  readonly state: PageState
  readonly told: Told
  readonly dispatch: Dispatch
}

/** Who the client is in this, how old, whether anyone is in danger now, and in which country; always shown. */
export function FirstBlock({ state: { locale, countryAssumed }, told, dispatch }: Props) {
  const { first } = tellingWords[locale]
  const { countries } = adviceWords[locale]
  return (
    <fieldset class="first">
      <legend>
        <h3>{first.heading}</h3>
      </legend>
      {asked.map(([name, word]) => {
        const fact = pack.facts.get(name)
        if (!fact) return null
        const values = { ...(word === 'danger' && first.inDanger), ...(word === 'country' && countries) }
        return (
          <div key={name} class={word}>
            <FactField {...{ fact, told, locale, dispatch, values }} label={first[word]} />
            {word === 'country' && countryAssumed && <p class="hint">{first.assumed}</p>}
          </div>
        )
      })}
    </fieldset>
  )
}
