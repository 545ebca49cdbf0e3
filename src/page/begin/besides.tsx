import { useRef } from 'preact/hooks'
import { companionsOf } from '../../consult/together.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch } from '../state/state.js'
import type { Told } from '../state/telling.js'
import { FactFields } from './factField.js'

interface Props {
  /** The facts of what was heard. */
  readonly facts: readonly string[]
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
}

/** So many stand beside what was ticked. */
const most = 6

/** What is worth telling with what was ticked of a story: danger first, only its questions, and nothing filled in. */
export function Besides({ facts, told, locale, dispatch }: Props) {
  const w = tellingWords[locale]
  const shown = useRef<readonly string[]>([])
  const ticked = new Map([...told].filter(([name]) => facts.includes(name)))
  const companions = companionsOf(ticked, pack).filter((name) => !facts.includes(name))
  const inOrder = [...companions.filter(isDanger), ...companions.filter((name) => !isDanger(name))]
  // What stands there stays where it is while somebody answers.
  const before = shown.current.filter((name) => inOrder.includes(name))
  shown.current = [...before, ...inOrder.filter((name) => !before.includes(name))].slice(0, most)
  if (shown.current.length === 0) return null
  return (
    <div class="companions">
      <h4>{w.besides}</h4>
      <p class="hint">{w.besidesHint}</p>
      <FactFields facts={shown.current} {...{ told, locale, dispatch }} />
    </div>
  )
}

function isDanger(name: string): boolean {
  return pack.facts.get(name)?.danger !== undefined
}
