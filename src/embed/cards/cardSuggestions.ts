import type { AdvisedAction } from '../../advise/advice.js'
import { asFarAsKnown } from './actionInWords.js'
import type { CardDraft, DraftOf } from './cardDrafts.js'
import { isConditional, towards } from './cardSource.js'
import type { CardView } from './cardView.js'

/** What can be taken up with one touch, before it has its UUID. */
interface SuggestionDraft {
  readonly key: string
  readonly label: string
  readonly recommended: boolean
}

/** What can be taken up: to do as the rules say of the planned step; each thing to be done; how to go on where nothing decides. */
export function suggestionsOf(draft: CardDraft, view: CardView): readonly SuggestionDraft[] {
  switch (draft.kind) {
    case 'ask':
      return []
    case 'undecided':
      return procedureSuggestions(view)
    case 'step':
      return [stepSuggestion(draft, view)]
    case 'act':
      return draft.actions.filter(({ status }) => towards.includes(status)).map((one) => actSuggestion(one, view))
  }
}

function procedureSuggestions({ advice, say }: CardView): readonly SuggestionDraft[] {
  const actions = advice.procedure?.actions ?? []
  return actions.map(({ action, label }) => ({ key: action, label: say(label), recommended: true }))
}

function stepSuggestion({ action, askPerson }: DraftOf<'step'>, view: CardView): SuggestionDraft {
  const suggested = (label: string, recommended = true) => ({ key: 'step', label, recommended })
  if (askPerson) return suggested(view.own.askPersonThenDecide)
  if (action === undefined || action.status === 'contested') return suggested(view.own.hold)
  if (isConditional(action) && towards.includes(action.status)) return suggested(view.own.askThenDecide)
  return suggested(asFarAsKnown(action, view), action.status !== 'may')
}

function actSuggestion(action: AdvisedAction, { own, say }: CardView): SuggestionDraft {
  const label = say(action.label)
  const conditional = isConditional(action)
  return {
    key: action.action,
    label: conditional ? own.ifAnswered(label) : label,
    recommended: action.status !== 'may' && !conditional,
  }
}
