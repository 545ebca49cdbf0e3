import { useMemo, useState } from 'preact/hooks'
import { type Named, nameIndex } from '../../find/nameIndex.js'
import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import { isTold, type Told } from '../state/telling.js'
import { FactField } from './factField.js'
import { Tick } from './tick.js'

interface Props {
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

const mostFound = 8

/** Any everyday word of either language, and the facts, values and actions that it finds. */
export function Search(props: Props) {
  const { locale } = props
  const w = tellingWords[locale]
  const [words, setWords] = useState('')
  const found = useMemo(() => foundBy(words), [words])
  return (
    <section class="search">
      <label class="find">
        <strong>{w.find}</strong>
        <span class="hint">{w.findHint}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <p role="status" class="hint">
        {words.trim() !== '' && (found.length === 0 ? w.foundNothing : w.found(found.length))}
      </p>
      {found.map((named) => (
        <Found key={`${named.fact ?? ''} ${named.name}`} named={named} {...props} />
      ))}
    </section>
  )
}

function foundBy(words: string): readonly Named[] {
  if (words.trim() === '') return []
  return nameIndex(pack).search(words, canBeTold).slice(0, mostFound)
}

/** An action, or a fact that can be told, or a value of one. */
function canBeTold({ kind, name, fact = name }: Named): boolean {
  return kind === 'action' || pack.facts.get(fact)?.ask !== undefined
}

function Found({ named, told, locale, dispatch }: Props & { readonly named: Named }) {
  const { kind, name, fact: of = name, label } = named
  if (kind === 'action') return <FoundAction name={name} locale={locale} />
  const fact = pack.facts.get(of)
  if (!fact) return null
  if (kind === 'fact') return <FactField {...{ fact, told, locale, dispatch }} />
  const statement = { fact: of, value: name, so: true }
  const says = `${wording(fact.label, locale)}: ${wording(label, locale)}`
  return <Tick {...{ statement, dispatch }} ticked={isTold(statement, told)} label={says} />
}

/** What one can do, and how it is done; whether it is right here the advice says. */
function FoundAction({ name, locale }: { readonly name: string; readonly locale: InterfaceLanguage }) {
  const w = tellingWords[locale]
  const action = pack.actions.get(name)
  if (!action) return null
  const { label, steps = [] } = action
  return (
    <div class="field action">
      <p>
        <span class="tag">{w.action}</span> {wording(label, locale)}
      </p>
      {steps.length > 0 && (
        <details>
          <summary>{w.howDone}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{wording(step, locale)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}
