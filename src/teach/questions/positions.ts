import type { Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import { disputed, positionTexts } from '../disputed.js'
import { type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { askingApart, sentences } from '../phrasing.js'
import { worded } from '../worded.js'

/** The learner’s own decision where published positions differ; either can be taken, and none is marked. */
export function positionQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const [first] = disputed({ ...lesson.advice, actions: lesson.advice.actions.filter(({ standing }) => !standing) })
  if (first === undefined) return undefined
  const { action, position } = first
  const reasons = action.because.filter(({ rule }) => rule === position.rule)
  const [ownSays, otherSays] = askingApart(
    reasons.map(({ force }) => ({ force, label: action.label })),
    position.asks,
  )
  const own: Draft = {
    name: position.rule,
    says: ownSays,
    mark: 'open',
    feedback: sentences(...reasons.map(({ because }) => because), agreed(position.agreed)),
    from: 'key',
    side: 'a',
    rules: rulesOf(reasons, lesson),
  }
  const other: Draft = {
    name: position.position,
    says: otherSays,
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

function agreed(what: Text): Text {
  return worded((_, say, language) => `${adviceWords[language].bothAgree} ${say(what)}`)
}
