import type { AdvisedAction } from '../../advise/advice.js'
import type { Status, Text } from '../../vocabulary.js'
import type { Contrast } from '../contrasts.js'
import { differences } from '../contrasts.js'
import { atMost, type Draft, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import { askedAndAnswered, sentences, statusInWords } from '../phrasing.js'
import { drawn } from '../seededOrder.js'
import { both } from '../words.js'

const mostRight = 2

/** What would have to be different: for a first duty to be one no longer, or a dilemma none. */
export function turningQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  return lesson.advice.kind === 'dilemma' ? deciding(lesson) : turning(lesson)
}

function turning<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, contrasts } = lesson
  const duties = advice.actions.filter(
    ({ status, standing, within }) => status === 'must' && !standing && within === undefined,
  )
  const action = duties.find((one) => contrasts.some(({ outline }) => outline.statuses.get(one.action) !== 'must'))
  if (action === undefined) return undefined
  const drafts = contrasts.map((one) => ({
    fact: one.fact.name,
    draft: turningDraft(one, action, lesson),
  }))
  const ask = both((w, locale) => w.turningAsk(action.label[locale]))
  return turningFrom(ask, drafts, lesson)
}

function deciding<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const drafts = lesson.contrasts.map((contrast) => {
    const settled = contrast.kind !== 'dilemma'
    const feedback = settled
      ? sentences(
          both((w) => w.thenKind),
          changeNote(contrast, lesson),
        )
      : both((w) => w.staysDilemma)
    return { fact: contrast.fact.name, draft: draftOf(contrast, settled, feedback) }
  })
  return turningFrom(
    both((w) => w.decidingAsk),
    drafts,
    lesson,
  )
}

function turningDraft<S>(contrast: Contrast, { action, label, because }: AdvisedAction, lesson: Lesson<S>): Draft {
  const status = contrast.outline.statuses.get(action)
  const then = statusNote(status, label)
  const turns = status !== 'must'
  const feedback = turns
    ? sentences(
        both((w) => w.thenKind),
        then,
      )
    : sentences(
        both((w, locale) => w.staysSo(label[locale])),
        because[0]?.because,
      )
  return { ...draftOf(contrast, turns, feedback), rules: rulesOf(because, lesson).slice(0, 1) }
}

function statusNote(status: Status | undefined, label: Text): Text {
  const words = statusInWords(status)
  return both((_, locale) => `“${label[locale]}”: ${words[locale]}`)
}

/** The first of what would differ. */
function changeNote<S>({ outline }: Contrast, { now, pack }: Lesson<S>): Text | undefined {
  const action = differences(now, outline).find((name) => now.statuses.get(name) === 'contested')
  const label = action === undefined ? undefined : pack.actions.get(action)?.label
  return label && statusNote(outline.statuses.get(action as string), label)
}

function draftOf({ fact, to }: Contrast, turns: boolean, feedback: Text): Draft {
  const says = askedAndAnswered(fact, to)
  return {
    name: `${fact.name} ${says.en}`,
    says,
    mark: turns ? 'right' : 'wrong',
    feedback,
    from: turns ? 'key' : 'flipped-case',
  }
}

interface Placed {
  readonly fact: string
  readonly draft: Draft
}

/** A question of changes, each fact in one choice only. */
function turningFrom<S>(ask: Text, drafts: readonly Placed[], lesson: Lesson<S>): QuestionDraft | undefined {
  const inOrder = drawn(drafts, lesson.seed, ({ draft }) => draft.name)
  const turning = inOrder.filter(({ draft }) => draft.mark === 'right')
  const staying = inOrder.filter(({ draft }) => draft.mark !== 'right')
  const placed = atMost(lesson.whole ? turning : onePerFact(turning, new Set()), mostRight, lesson)
  const taken = new Set(placed.map(({ fact }) => fact))
  const beside = lesson.whole ? staying : onePerFact(tellingFirst(staying, lesson), taken)
  const others = atMost(beside, lesson.most - 1 - placed.length, lesson).map(({ draft }) => draft)
  const right = placed.map(({ draft }) => draft)
  if (right.length === 0 || others.length === 0) return undefined
  return {
    kind: 'turning-point',
    ask,
    pick: 'several',
    right,
    others,
    rationale: sentences(...right.map(({ says }) => says)),
  }
}

/** Those of the matter itself before those that say who, where or when. */
function tellingFirst<S>(placed: readonly Placed[], { pack }: Lesson<S>): readonly Placed[] {
  const isBackground = ({ fact }: Placed) => pack.facts.get(fact)?.background === true
  return [...placed.filter((one) => !isBackground(one)), ...placed.filter(isBackground)]
}

function onePerFact(placed: readonly Placed[], taken: ReadonlySet<string>): readonly Placed[] {
  const seen = new Set(taken)
  return placed.filter(({ fact }) => !seen.has(fact) && seen.add(fact))
}
