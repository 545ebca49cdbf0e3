import type { Matter } from '../../hear/matters.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { companionsOf, isTold, type Told } from '../state/telling.js'
import { FactField } from './factField.js'
import { Tick } from './tick.js'

interface Props {
  readonly matter: Matter
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** A matter as one form: its statements, what is worth telling with those that were ticked, and all else that belongs to it. */
export function MatterForm(props: Props) {
  const { matter, told, locale, dispatch } = props
  const w = tellingWords[locale]
  const stated = new Set(matter.statements.map(({ fact }) => fact))
  const companions = [...companionsOf(ticked(matter, told))].filter((fact) => !stated.has(fact))
  const further = matter.facts.filter((fact) => !companions.includes(fact))
  return (
    <div class="form">
      <div class="ticks">
        {matter.statements.map(({ label, ...one }) => {
          const statement = { ...one, so: true }
          return (
            <Tick
              key={`${one.fact} ${one.value}`}
              statement={statement}
              ticked={isTold(statement, told)}
              label={wording(label, locale)}
              dispatch={dispatch}
            />
          )
        })}
      </div>
      {companions.length > 0 && (
        <div class="companions">
          <h4>{w.belongs}</h4>
          <Fields facts={companions} {...props} />
        </div>
      )}
      {further.length > 0 && (
        <details>
          <summary>{w.further(further.length)}</summary>
          <Fields facts={further} {...props} />
        </details>
      )}
    </div>
  )
}

function Fields({ facts, told, locale, dispatch }: Props & { readonly facts: readonly string[] }) {
  return (
    <div class="fields">
      {facts.map((name) => {
        const fact = pack.facts.get(name)
        return fact?.ask && <FactField key={name} {...{ fact, told, locale, dispatch }} />
      })}
    </div>
  )
}

/** What is told of the statements of a matter. */
function ticked({ statements }: Matter, told: Told): Told {
  const so = statements.filter((one) => isTold({ ...one, so: true }, told))
  return new Map(so.map(({ fact }) => [fact, told.get(fact) ?? null]))
}
