import { useId, useState } from 'preact/hooks'
import type { Fact } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { withCapital, wording } from '../../pack/texts/languages.js'
import { adviceWords } from '../../words/adviceWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { numberInput } from '../asking/numberInput.js'
import { pack } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { isTold, type Told } from '../state/telling.js'
import { Tick } from './tick.js'

interface FieldProps {
  readonly fact: Fact
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
  /** Whether of a list it can be told, too, that what is not ticked is not so. */
  readonly asksOthers?: boolean
}

interface Wording {
  /** In other words than those of the fact. */
  readonly label?: string
  readonly values?: ReadonlyMap<string, string>
}

/** A fact to be told at one place; what is left alone stays not known. */
export function FactField(props: FieldProps & Wording) {
  const { fact } = props
  const { input, json } = typeOf(fact)
  if (input === 'number') return <NumberField {...props} />
  if (input === 'members') return <ListField {...props} />
  return json === 'boolean' ? <YesNoField {...props} /> : <ChoiceField {...props} />
}

interface FieldsProps extends Omit<FieldProps, 'fact'> {
  readonly facts: readonly string[]
}

/** The facts among these that can be asked for, one below the other. */
export function FactFields({ facts, ...props }: FieldsProps) {
  return (
    <div class="fields">
      {facts.map((name) => {
        const fact = pack.facts.get(name)
        return fact?.ask && <FactField key={name} fact={fact} {...props} />
      })}
    </div>
  )
}

function labelOf({ fact, label, locale }: FieldProps & Wording): string {
  return label ?? wording(fact.ask ?? fact.label, locale)
}

/** Tells a value, or takes back what was told. */
function telling({ fact, dispatch }: FieldProps, value: string | number | boolean | undefined): void {
  if (value === undefined) dispatch({ do: 'untell', fact: fact.name })
  else dispatch({ do: 'tell', fact: fact.name, value })
}

function NumberField(props: FieldProps & Wording) {
  const { fact, told } = props
  const value = told.get(fact.name)
  // What is being typed stays, whatever is drawn anew meanwhile.
  const [typing, setTyping] = useState<string>()
  return (
    <label class="field">
      <span>{labelOf(props)}</span>
      <input
        {...numberInput(fact)}
        value={typing ?? (typeof value === 'number' ? value : '')}
        onInput={({ currentTarget }) => setTyping(currentTarget.value)}
        onChange={({ currentTarget: { value: typed, validity } }) => {
          if (typed !== '' && !validity.valid) return
          setTyping(undefined)
          telling(props, typed === '' ? undefined : Number(typed))
        }}
      />
    </label>
  )
}

function ChoiceField(props: FieldProps & Wording) {
  const { fact, told, locale, values: words } = props
  const stated = told.get(fact.name)
  return (
    <label class="field">
      <span>{labelOf(props)}</span>
      <select
        value={typeof stated === 'string' ? stated : ''}
        onChange={({ currentTarget: { value } }) => telling(props, value === '' ? undefined : value)}
      >
        <option value="">{tellingWords[locale].notKnown}</option>
        {(fact.values ?? []).map(({ value, label }) => (
          <option key={value} value={value}>
            {words?.get(value) ?? withCapital(wording(label, locale))}
          </option>
        ))}
      </select>
    </label>
  )
}

function YesNoField(props: FieldProps & Wording) {
  const { fact, told, locale } = props
  const name = useId()
  const stated = told.get(fact.name)
  const choices = [
    [true, adviceWords[locale].yes],
    [false, adviceWords[locale].no],
    [undefined, tellingWords[locale].notKnown],
  ] as const
  return (
    <fieldset class="field yes-no">
      <legend>{labelOf(props)}</legend>
      {choices.map(([value, says]) => (
        <label key={says}>
          <input
            type="radio"
            name={name}
            checked={value === undefined ? typeof stated !== 'boolean' : stated === value}
            onChange={() => telling(props, value)}
          />
          {withCapital(says)}
        </label>
      ))}
    </fieldset>
  )
}

/** Of a list, each member to be ticked; what is not ticked is not known. */
function ListField(props: FieldProps & Wording) {
  const { fact } = props
  const isLong = (fact.values ?? []).length > shownUnfolded
  if (!isLong)
    return (
      <fieldset class="field">
        <legend>{labelOf(props)}</legend>
        <Members {...props} />
      </fieldset>
    )
  return (
    <details class="field">
      <summary>{labelOf(props)}</summary>
      <fieldset aria-label={labelOf(props)}>
        <Members {...props} />
      </fieldset>
    </details>
  )
}

/** A longer list is folded among other fields. */
const shownUnfolded = 8

function Members({ fact, told, locale, dispatch, asksOthers }: FieldProps) {
  return (
    <div class="ticks">
      {(fact.values ?? []).map(({ value, label }) => {
        const statement = { fact: fact.name, value, so: true }
        return (
          <Tick
            key={value}
            statement={statement}
            ticked={isTold(statement, told)}
            label={withCapital(wording(label, locale))}
            dispatch={dispatch}
          />
        )
      })}
      {asksOthers && <NoneOfTheOthers {...{ fact, told, locale, dispatch }} />}
    </div>
  )
}

/** That of a list what is not ticked is not so, which is never taken for granted. */
function NoneOfTheOthers({ fact, told, locale, dispatch }: FieldProps) {
  const stated = told.get(fact.name)
  const said = stated instanceof Map ? stated : new Map<string, boolean | null>()
  const others = (fact.values ?? []).map(({ value }) => value).filter((name) => said.get(name) !== true)
  const none = others.length > 0 && others.every((name) => said.get(name) === false)
  const toggle = () => {
    if (none) for (const member of others) dispatch({ do: 'untell', fact: fact.name, member })
    else dispatch({ do: 'tell', fact: fact.name, value: new Map(others.map((name) => [name, false])) })
  }
  return (
    <label class="tick">
      <input type="checkbox" checked={none} onChange={toggle} />
      <span>{tellingWords[locale].restNot}</span>
    </label>
  )
}
