import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { advise } from '../../advise/advise.js'
import { interview, type Sitting } from '../../consult/interview.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { type Consultation, pack, type Situation } from './pack.js'
import { fresh, next, type PageState } from './state.js'

/** While somebody ticks, the advice waits for so many milliseconds without a tick. */
const pause = 250

/** The state of the page, the question that it asks, and the advice as far as it is known. */
export function usePage(locale: InterfaceLanguage) {
  const [state, dispatch] = useReducer(next, locale, fresh)
  const { begun, consultation, wanted } = state
  const sitting = useMemo(() => (begun ? sittingOf(consultation, wanted) : undefined), [begun, consultation, wanted])
  const advice = useAdvice(consultation, begun ? 0 : pause)
  return { state, dispatch, sitting, advice }
}

/** The advice on what is told; an earlier one until it is known. */
function useAdvice(consultation: Consultation, pause: number): Advice | undefined {
  const [advice, setAdvice] = useState<Advice>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    const give = () =>
      advise(consultation.situation, pack).then(
        (given) => current && setAdvice(given),
        (error: Error) => current && setFailure(error),
      )
    const later = setTimeout(give, pause)
    return () => {
      current = false
      clearTimeout(later)
    }
  }, [consultation, pause])
  // No advice rather than a doubtful one: what fails here fails the page.
  if (failure) throw failure
  return advice
}

function sittingOf(consultation: Consultation, wanted: PageState['wanted']): Sitting<Situation> {
  if (wanted === undefined) return interview(consultation, pack)
  const before = consultation.asked
  const asked = before.includes(wanted.fact) ? before : [...before, wanted.fact]
  return interview({ ...consultation, asked, at: asked.indexOf(wanted.fact) }, pack)
}
