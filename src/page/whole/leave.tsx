import { useEffect } from 'preact/hooks'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import type { Dispatch } from '../state/state.js'

/** Leaves the page at once for whoever must not be seen reading it: an empty page takes its place, also in the way back. */
export function LeaveNow({ locale }: { readonly locale: InterfaceLanguage }) {
  const w = tellingWords[locale]
  return (
    <button type="button" class="leave" title={w.leaveHint} onClick={leave}>
      {w.leave}
    </button>
  )
}

function leave(): void {
  document.documentElement.hidden = true
  document.title = ''
  location.replace('about:blank')
}

/** How often Esc must be pressed to leave, and within how many milliseconds. */
const often = 3
const within = 1_500

/** Esc goes back to the question before, and pressed three times it leaves the page. */
export function useEscape(isAsking: boolean, dispatch: Dispatch): void {
  useEffect(() => {
    let pressed: readonly number[] = []
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      pressed = [...pressed, event.timeStamp].filter((at) => event.timeStamp - at < within)
      if (pressed.length >= often) leave()
      else if (isAsking && !isTyping(event.target)) dispatch({ do: 'back' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isAsking, dispatch])
}

/** In a field Esc is the browser's: it empties it, or closes its list. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'search')
}
