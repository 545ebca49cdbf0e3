import { type AdvisedAction, openUnless } from '../../advise/advice.js'
import { conditionText, dependingDutiesOf, owedTexts } from '../../render/dependingSection.js'
import { positionNotes } from '../../render/dividedSection.js'
import { contactLines } from '../../render/hands.js'
import { markdownText } from '../../render/markdownText.js'
import { asFarAsKnown } from './actionInWords.js'
import type { CardDraft, DraftOf } from './cardDrafts.js'
import { isConditional } from './cardSource.js'
import { type CardView, citations, principleLabel } from './cardView.js'
import type { Objection } from './objections.js'

/** The rest of what a card says, as Markdown. */
export function detailOf(draft: CardDraft, view: CardView): string {
  const { advice, w, say } = view
  const law = advice.lawNotCovered ? [markdownText(say(advice.lawNotCovered)), ''] : []
  return [...detailLines(draft, view), '', ...law, `*${markdownText(w.support)}*`].join('\n')
}

function detailLines(draft: CardDraft, view: CardView): readonly string[] {
  switch (draft.kind) {
    case 'act':
      return draft.actions.map((one) => actionItem(one, view))
    case 'step':
      return stepLines(draft, view)
    case 'ask':
      return askLines(draft, view)
    case 'undecided':
      return undecidedLines(draft, view)
  }
}

const questionsShown = 3
const dutiesShown = 3

/** What to ask, and what would be owed if danger proved to be so. */
function askLines({ questions }: DraftOf<'ask'>, { advice, w, say }: CardView): readonly string[] {
  const asked = questions.slice(0, questionsShown).map(({ ask }) => `- ${markdownText(say(ask))}`)
  const depending = dependingDutiesOf(advice)
    .filter(({ danger }) => danger)
    .slice(0, dutiesShown)
  const owed = depending.map((duty) => item(conditionText(duty, { w, say }), owedTexts(duty, { w, say })))
  return [...asked, ...(owed.length > 0 ? ['', ...owed] : []), '', markdownText(w.dangerSilence)]
}

/** What each side asks for, and how to go on. */
function undecidedLines({ dilemma }: DraftOf<'undecided'>, view: CardView): readonly string[] {
  const { advice, w, say } = view
  const sides = dilemma.sides.map(({ principle, actions }) => {
    const asked = actions.map(({ label, force }) => markdownText(`${w.status[force]}: ${say(label)}`))
    return `- **${markdownText(principleLabel(principle, view))}**: ${asked.join(' · ')}`
  })
  const { procedure } = advice
  return procedure ? [...sides, '', markdownText(`${w.goOn}: ${say(procedure.because)}`)] : sides
}

function stepLines(draft: DraftOf<'step'>, view: CardView): readonly string[] {
  const { action, against, askPerson } = draft
  const person = askPerson ? personLines(draft, view) : []
  if (action) return [actionItem(action, view), ...person]
  if (against.length > 0) return against.map((one) => objectionItem(one, view))
  return askPerson ? person : [markdownText(view.own.silentMeans)]
}

/** That no rule decides the step, what does and is not known, and that a person does now; of a duty its open questions are told. */
function personLines({ action, deciding }: DraftOf<'step'>, { own, w, say }: CardView): readonly string[] {
  const person = ['', `**${markdownText(own.askPerson)}**`]
  if (action && isConditional(action)) return person
  const asked = deciding.slice(0, questionsShown).map(({ ask }) => `- ${markdownText(`${w.askFirst}: ${say(ask)}`)}`)
  const open = asked.length > 0 ? ['', markdownText(own.decides), ...asked] : []
  return [...(action ? [''] : []), markdownText(own.neither), ...open, ...person]
}

/** What speaks against the step: what is advised instead with its reason, or the reason alone. */
function objectionItem({ by, because, rule, advised }: Objection, view: CardView): string {
  const { own, w, say } = view
  const reason = say(because)
  const sources = citations(rule, view)
  return item(`${own.objection[by]} ${advised ? asFarAsKnown(advised, view) : reason}`, [
    ...(advised ? [`${w.because} ${reason}`] : []),
    ...(sources === '' ? [] : [sources]),
  ])
}

/** One action: what is said of it, the strongest reason, on what it hangs, whom to call, and where that comes from. */
function actionItem(action: AdvisedAction, view: CardView): string {
  const { w, say } = view
  const { assumptions, contacts = [] } = action
  const [first] = action.because
  const sources = citations(first?.rule, view)
  return item(asFarAsKnown(action, view), [
    ...(first ? [`${w.because} ${say(first.because)}`] : []),
    ...(isConditional(action) ? hangsOn(action, view) : []),
    ...openUnless(assumptions).map(({ because }) => `${w.unless} ${say(because)}`),
    ...(assumptions.findsOut.length > 0 ? [w.until] : []),
    ...dividedNotes(action, view),
    ...contactLines(contacts, view),
    ...(sources === '' ? [] : [sources]),
  ])
}

/** That the profession is divided on it, with both positions and what they agree on. */
function dividedNotes(action: AdvisedAction, view: CardView): readonly string[] {
  const positions = action.divided ?? []
  if (positions.length === 0) return []
  return [view.w.dividedHeading, ...positions.flatMap((one) => positionNotes(one, [action], view))]
}

function item(text: string, notes: readonly string[]): string {
  return [`- **${markdownText(text)}**`, ...notes.map((note) => `  ${markdownText(note)}`)].join('  \n')
}

const conditionsShown = 3

/** On what an action depends: the questions whose answers would change it, else what could still set it aside. */
function hangsOn({ action, assumptions }: AdvisedAction, { advice, own, w, say }: CardView): readonly string[] {
  const bearing = (advice.questions ?? []).filter(({ wouldChange }) => wouldChange.some((one) => one.action === action))
  const asked = bearing.slice(0, conditionsShown).map(({ ask }) => `${w.askFirst}: ${say(ask)}`)
  if (asked.length > 0) return [own.depends, ...asked]
  const reasons = new Set(assumptions.defeaters.map(({ because }) => say(because)))
  return [own.depends, ...[...reasons].slice(0, conditionsShown).map((because) => own.mayGiveWay(because))]
}
