import { useState } from 'preact/hooks'
import { wording } from '../../pack/texts/languages.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import type { ControlProps } from './controlProps.js'

/** Of a list: what is so is ticked, and the others are asked once; that they are not so is never taken for granted. */
export function MemberAnswers({ sitting, question, locale, answer }: ControlProps) {
  const before = new Map(sitting.before.flatMap((one) => (one ? [[String(one.value), one.so === true] as const] : [])))
  const members = question.values ?? []
  const [ticked, setTicked] = useState<readonly string[]>([...before].flatMap(([name, so]) => (so ? [name] : [])))
  const [othersNot, setOthersNot] = useState(areAllKnown(members, before))
  const toggle = (name: string) =>
    setTicked(ticked.includes(name) ? ticked.filter((one) => one !== name) : [...ticked, name])
  const so = (name: string) => {
    if (ticked.includes(name)) return true
    return othersNot || before.get(name) === false ? false : null
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        answer(Object.fromEntries(members.map(({ value }) => [value, so(value)])))
      }}
    >
      <fieldset aria-labelledby="asked" class="ticks">
        <p class="hint">{tellingWords[locale].chooseAll}</p>
        {members.map(({ value, label }) => (
          <label key={value} class="tick">
            <input type="checkbox" checked={ticked.includes(value)} onChange={() => toggle(value)} />
            <span>{wording(label, locale)}</span>
          </label>
        ))}
      </fieldset>
      <Others {...{ locale, othersNot, setOthersNot }} />
      <button type="submit" class="main">
        {consultWords[locale].next}
      </button>
    </form>
  )
}

/** Whether all was answered before, with a no among it: then the others are shown as not so. */
function areAllKnown(members: readonly { readonly value: string }[], before: ReadonlyMap<string, boolean>): boolean {
  const known = members.map(({ value }) => before.get(value))
  return known.includes(false) && !known.includes(undefined)
}

interface OthersProps {
  readonly locale: InterfaceLanguage
  readonly othersNot: boolean
  readonly setOthersNot: (so: boolean) => void
}

function Others({ locale, othersNot, setOthersNot }: OthersProps) {
  const w = tellingWords[locale]
  return (
    <fieldset class="field yes-no others">
      <legend>{w.others}</legend>
      <label>
        <input type="radio" name="others" checked={!othersNot} onChange={() => setOthersNot(false)} />
        {w.notKnown}
      </label>
      <label>
        <input type="radio" name="others" checked={othersNot} onChange={() => setOthersNot(true)} />
        {w.othersNot}
      </label>
    </fieldset>
  )
}
