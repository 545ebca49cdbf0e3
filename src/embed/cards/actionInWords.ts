import type { AdvisedAction } from '../../advise/advice.js'
import { isConditional } from './cardSource.js'
import type { CardView } from './cardView.js'

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
