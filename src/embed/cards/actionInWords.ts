import type { AdvisedAction } from '../../advise/advice.js'
import type { Status } from '../../vocabulary.js'
import { isConditional } from './cardDrafts.js'
import type { CardView } from './cardView.js'

/** The statuses that say to do something, or that one may. */
export const towards: readonly Status[] = ['must', 'should', 'may']

/** What the rules say of an action: “You must: assess the risk”. */
export function actionInWords({ status, label }: AdvisedAction, { w, say }: CardView): string {
  return `${w.status[status]}: ${say(label)}`
}

/** The same; of what depends on a danger not known, that this is as far as is known. */
export function asFarAsKnown(action: AdvisedAction, view: CardView): string {
  if (!isConditional(action)) return actionInWords(action, view)
  const { own, say } = view
  return `${own.asKnown} ${own.status[action.status]}: ${say(action.label)}`
}
