import type { Dispatch } from '../state/state.js'
import { isList, type Statement, tickedAs } from '../state/telling.js'

interface TickProps {
  readonly statement: Statement
  readonly ticked: boolean
  readonly label: string
  /** What stands below the words. */
  readonly note?: preact.ComponentChildren
  readonly dispatch: Dispatch
}

/** A statement to be ticked, and to be unticked again. */
export function Tick({ statement, ticked, label, note, dispatch }: TickProps) {
  const { fact, value } = statement
  const toggle = () => {
    if (!ticked) dispatch({ do: 'tell', fact, value: tickedAs(statement) })
    else dispatch({ do: 'untell', fact, ...(isList(fact) && { member: String(value) }) })
  }
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked} onChange={toggle} />
      <span>
        {label}
        {note && <span class="note">{note}</span>}
      </span>
    </label>
  )
}
