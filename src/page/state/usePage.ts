import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { advise } from '../../advise/advise.js'
import type { Sitting } from '../../consult/interview.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { type Consultation, pack, type Situation } from './pack.js'
import { prepared, sittingOf } from './sittings.js'
import { fresh, next } from './state.js'

/** While somebody ticks, the advice waits for so many milliseconds without a tick. */
const pause = 250

/** The state of the page, the question that it asks, and the advice as far as it is known. */
export function usePage(locale: InterfaceLanguage) {
  const [state, dispatch] = useReducer(next, locale, fresh)
  const { begun, consultation, wanted } = state
  const sitting = useMemo(
    () => (begun ? sittingOf(consultation, wanted?.facts) : undefined),
    [begun, consultation, wanted],
  )
  useForesight(consultation, sitting)
  const advised = useAdvice(consultation, begun ? 0 : pause)
  return { state, dispatch, sitting, advised }
}

/** What comes next is worked out while somebody reads: where each answer leads; while it is told, the first question. */
function useForesight(consultation: Consultation, sitting: Sitting<Situation> | undefined): void {
  useEffect(() => {
    const work = sitting ? prepared(consultation, sitting) : [() => void sittingOf(consultation)]
    const doing = (place: number): ReturnType<typeof setTimeout> =>
      setTimeout(
        () => {
          work[place]?.()
          if (place + 1 < work.length) later = doing(place + 1)
        },
        place === 0 ? 2 * pause : pause / 5,
      )
    let later = doing(0)
    return () => clearTimeout(later)
  }, [consultation, sitting])
}

/** An advice with that on which it was given. */
export interface Advised {
  readonly advice: Advice
  readonly consultation: Consultation
}

/** The advice on what is told; an earlier one until it is known. */
function useAdvice(consultation: Consultation, pause: number): Advised | undefined {
  const [advised, setAdvised] = useState<Advised>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    const give = () =>
      advise(consultation.situation, pack).then(
        (advice) => current && setAdvised({ advice, consultation }),
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
  return advised
}
