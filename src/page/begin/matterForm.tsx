import { companionsOf } from '../../consult/together.js'
import type { Matter } from '../../hear/matters.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { isTold, type Told } from '../state/telling.js'
import { FactFields } from './factField.js'
import { Tick } from './tick.js'

interface Props {
  readonly matter: Matter
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** A matter as one form: its statements, what is worth telling with those that were ticked, and all else that belongs to it. */
export function MatterForm({ matter, told, locale, dispatch }: Props) {
  const w = tellingWords[locale]
  const stated = new Set(matter.statements.map(({ fact }) => fact))
  const companions = companionsOf(ticked(matter, told), pack).filter((fact) => !stated.has(fact))
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
          <FactFields facts={companions} {...{ told, locale, dispatch }} />
        </div>
      )}
      {further.length > 0 && (
        <details>
          <summary>{w.further(further.length)}</summary>
          <FactFields facts={further} {...{ told, locale, dispatch }} />
        </details>
      )}
    </div>
  )
}

/** What is told of the statements of a matter. */
function ticked({ statements }: Matter, told: Told): Told {
  const so = statements.filter((one) => isTold({ ...one, so: true }, told))
  return new Map(so.map(({ fact }) => [fact, told.get(fact) ?? null]))
}
