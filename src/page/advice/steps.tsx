import { useMemo, useState } from 'preact/hooks'
import { compareSteps } from '../../consult/steps/compareSteps.js'
import { waiting } from '../../consult/steps/considered.js'
import { actionsMeant } from '../../find/actionsMeant.js'
import { wording } from '../../pack/texts/languages.js'
import { stepColumns } from '../../render/consult/compareSteps.js'
import type { Text } from '../../vocabulary.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pack, type Situation } from '../state/pack.js'
import { Lines } from './advice.js'

interface Props {
  readonly situation: Situation
  readonly locale: InterfaceLanguage
}

const foundShown = 6

/** Steps on the table, waiting among them, side by side; found by a few words of either language. */
export function Steps({ situation, locale }: Props) {
  const [steps, setSteps] = useState<readonly string[]>([waiting])
  const [words, setWords] = useState('')
  const { steps: w } = consultWords[locale]
  const found = words.trim() === '' ? [] : actionsMeant(words, pack).filter(({ name }) => !steps.includes(name))
  const add = (name: string) => {
    setSteps([...steps, name])
    setWords('')
  }
  return (
    <>
      <p>{w.hint}</p>
      <label class="find">
        {w.find}
        <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <ul class="turning" aria-live="polite">
        {found.slice(0, foundShown).map(({ name, label }) => (
          <StepItem key={name} label={wording(label, locale)} does={w.add} onClick={() => add(name)} />
        ))}
        {words.trim() !== '' && found.length === 0 && <li>{w.none}</li>}
      </ul>
      <ul class="turning">
        {steps.map((name) => (
          <StepItem
            key={name}
            label={stepLabel(name, locale)}
            does={w.remove}
            onClick={() => setSteps(steps.filter((one) => one !== name))}
          />
        ))}
        {!steps.includes(waiting) && <StepItem label={w.wait} does={w.add} onClick={() => add(waiting)} />}
      </ul>
      {steps.length > 1 && <Columns steps={steps} situation={situation} locale={locale} />}
    </>
  )
}

function StepItem({ label, does, onClick }: { label: string; does: string; onClick: () => void }) {
  return (
    <li>
      {label}{' '}
      <button type="button" aria-label={`${does}: ${label}`} onClick={onClick}>
        {does}
      </button>
    </li>
  )
}

function stepLabel(name: string, locale: InterfaceLanguage): string {
  const { label } = pack.actions.get(name) ?? { label: undefined as Text | undefined }
  return label === undefined ? consultWords[locale].steps.wait : wording(label, locale)
}

function Columns({ steps, situation, locale }: Props & { readonly steps: readonly string[] }) {
  const columns = useMemo(
    () => stepColumns(compareSteps(situation, pack, { steps }), locale),
    [steps, situation, locale],
  )
  return (
    <div class="columns" aria-live="polite">
      {columns.map(({ heading, says, parts }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p class="kind">{says}</p>
          {parts.map((part) => (
            <div key={part.heading}>
              <h4>{part.heading}</h4>
              <Lines lines={part.lines} />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
