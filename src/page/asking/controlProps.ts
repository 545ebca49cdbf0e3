import type { Asked } from '../../ask/question.js'
import type { Sitting } from '../../consult/interview.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import type { Answerable, Situation } from '../state/pack.js'

/** What a control needs to know of a question, and where its answer goes. */
export interface ControlProps {
  readonly sitting: Sitting<Situation>
  readonly question: Asked
  readonly locale: InterfaceLanguage
  readonly answer: (given: Answerable) => void
}
