import type { AdvisedAction } from '../../advise/advice.js'
import type { Urgency } from '../../vocabulary.js'
import { actionInWords, asFarAsKnown } from './actionInWords.js'
import type { CardDraft, DraftOf } from './cardDrafts.js'
import { isConditional, towards } from './cardSource.js'
import { type CardView, principleLabel } from './cardView.js'

/** What matters, in less than 140 characters. */
export function summaryOf(draft: CardDraft, view: CardView): string {
  switch (draft.kind) {
    case 'step':
      return clipped(stepSummary(draft, view))
    case 'undecided':
      return clipped(undecidedSummary(draft, view))
    case 'ask':
      return clipped(askSummary(draft, view))
    case 'act':
      return actSummary(draft, view)
  }
}

function stepSummary({ action, against, askPerson }: DraftOf<'step'>, view: CardView): string {
  if (action && isConditional(action)) return statement(action, askPerson ? view.advice.urgency : 'routine', view)
  const label = view.step ? view.say(view.step.label) : ''
  if (askPerson) return view.own.askPersonAbout(label)
  if (action) return statement(action, 'routine', view)
  return against.length > 0 ? view.own.against(label) : view.own.silent(label)
}

function undecidedSummary({ dilemma }: DraftOf<'undecided'>, view: CardView): string {
  const [one = '', other = ''] = dilemma.between.map((name) => principleLabel(name, view))
  return view.w.dilemma(one, other)
}

function askSummary({ questions: [first] }: DraftOf<'ask'>, { w, say }: CardView): string {
  return `${w.askFirst}: ${first?.ask ? say(first.ask) : ''}`
}

/** The first thing that must or should be done and is sure, and how many there are besides. */
function actSummary({ actions, urgency }: DraftOf<'act'>, view: CardView): string {
  const asked = actions.filter(({ status }) => status !== 'may')
  const first = asked.find((one) => !isConditional(one)) ?? asked[0]
  const rest = asked.length > 1 ? `, ${view.w.more(asked.length - 1)}` : ''
  return clipped(first ? statement(first, urgency, view) : '', rest)
}

/** What the rules say of an action, and how soon; of what depends on a danger not known it is told to ask, not to act. */
function statement(action: AdvisedAction, urgency: Urgency, view: CardView): string {
  const { own, say } = view
  if (!isConditional(action)) return `${own.hurry[urgency]}${actionInWords(action, view)}`
  if (!towards.includes(action.status)) return asFarAsKnown(action, view)
  return `${own.askWhether[urgency]} ${own.status[action.status]}: ${say(action.label)}`
}

const longest = 139

/** The text cut to what a summary may hold, and what must stay at its end. */
function clipped(text: string, end = ''): string {
  const room = longest - end.length
  if (text.length <= room) return `${text}${end}`
  const cut = text.slice(0, room - 1)
  return `${withoutHalfLetter(cut).trimEnd()}…${end}`
}

function withoutHalfLetter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}
