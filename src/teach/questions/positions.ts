import type { Force, Text } from '../../vocabulary.js'
import { isTowards } from '../../weigh/claims.js'
import { adviceWords } from '../../words/adviceWords.js'
import { disputed, positionTexts } from '../disputed.js'
import { type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { sentences } from '../phrasing.js'
import { worded } from '../worded.js'

/** The learner’s own decision where published positions differ; either can be taken, and none is marked. */
export function positionQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const [first] = disputed({ ...lesson.advice, actions: lesson.advice.actions.filter(({ standing }) => !standing) })
  if (first === undefined) return undefined
  const { action, position } = first
  const reasons = action.because.filter(({ rule }) => rule === position.rule)
  const own: Draft = {
    name: position.rule,
    says: asking(reasons.map(({ force }) => ({ force, label: action.label }))),
    mark: 'open',
    feedback: sentences(...reasons.map(({ because }) => because), agreed(position.agreed)),
    from: 'key',
    side: 'a',
    rules: rulesOf(reasons, lesson),
  }
  const other: Draft = {
    name: position.position,
    says: asking(position.asks),
    mark: 'open',
    feedback: sentences(position.because, agreed(position.agreed)),
    from: 'key',
    side: 'b',
    sources: position.sources,
  }
  return {
    kind: 'decision',
    ask: worded((w) => w.decisionAsk),
    pick: 'own-words',
    right: [own, other],
    others: [],
    rationale: sentences(...positionTexts(first)),
  }
}

/** What is asked for as what one would do; what is spoken against as that. */
export function asking(asks: readonly { readonly force: Force; readonly label: Text }[]): Text {
  const said = (force: Force, label: string, status: string) => (isTowards(force) ? label : `${status}: ${label}`)
  return worded((w, say) => asks.map(({ force, label }) => said(force, say(label), w.status[force])).join(' · '))
}

function agreed(what: Text): Text {
  return worded((_, say, language) => `${adviceWords[language].bothAgree} ${say(what)}`)
}
