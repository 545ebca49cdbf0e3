import type { Reason, SetAside } from '../../advise/advice.js'
import { isClaiming } from '../../decide/decide.js'
import type { Fact } from '../../pack/fact.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Action } from '../../pack/packSource.js'
import type { Rule } from '../../pack/rule.js'
import { withCapital, wording } from '../../pack/texts/languages.js'
import type { Status, Text } from '../../vocabulary.js'
import { fallbackLanguage } from '../../words/interfaceLanguages.js'
import { type Contrast, goesBy, isGraver, isLess } from '../contrasts.js'
import { disputedActions } from '../disputed.js'
import { atMost, type Draft, isOffered, type Lesson, type QuestionDraft, rulesOf } from '../lesson.js'
import {
  answerInWords,
  askedAndAnswered,
  principleLabel,
  questionInWords,
  sentences,
  statusInWords,
  told,
} from '../phrasing.js'
import { inSeededOrder } from '../seededOrder.js'
import { reasonToTurn } from '../turns.js'
import { worded } from '../worded.js'

const mostRight = 2

/**
 * What would have to be different: for what the rules say of one action to change, or for a dilemma to be none. A change is
 * offered only where a rule gives the reason for it; that rules fall silent teaches nothing.
 */
export function turningQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  return lesson.advice.kind === 'dilemma' ? deciding(lesson) : turning(lesson)
}

/** Of the first action of which most can be said, and on which no published position differs: that one has no one place. */
function turning<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, vignette } = lesson
  const particular = advice.actions.filter(({ standing, within }) => !standing && within === undefined)
  const duties = particular.filter(({ status }) => status === 'must' || status === 'must-not')
  const contested = disputedActions(advice)
  const standing = new Set(advice.actions.map(({ action }) => action))
  const aside = advice.setAside
    .filter(({ action }) => !standing.has(action))
    .map((one) => ({ ...one, ...whyAside(one, lesson) }))
  const told = [...duties, ...aside, ...particular.filter((one) => !duties.includes(one))]
  const possible = told
    .filter(({ action }) => isOffered(action, vignette) && !contested.has(action))
    .map((one) => ({ label: one.label, drafts: placedOf(lesson, (contrast) => turningDraft(contrast, one, lesson)) }))
    .filter(({ drafts }) => drafts.some(({ draft }) => draft.mark !== 'right'))
  const asked =
    possible.find(({ drafts }) => turningFacts(drafts) >= mostRight) ??
    possible.find(({ drafts }) => turningFacts(drafts))
  return (
    asked &&
    turningFrom(
      worded((w, say) => w.turningAsk(say(asked.label))),
      asked.drafts,
      lesson,
    )
  )
}

/** Why something gives way, in the words of what it gives way to: what speaks for it is no reason that it stays aside. */
function whyAside<S>(
  { because, gaveWayTo: [victor] }: SetAside,
  { pack }: Lesson<S>,
): Pick<Spoken, 'because' | 'note'> {
  const rule = victor && pack.rules.get(victor.rule)
  if (victor === undefined || rule === undefined) return { because }
  const label = principleLabel(victor.principle, pack)
  const { name, because: reason } = rule
  return {
    because: [{ rule: name, force: 'must', principle: victor.principle, because: reason }],
    note: worded((w, say) => w.gaveWay(say(label))),
  }
}

/** How many facts there are by which it turns. */
function turningFacts(drafts: readonly Placed[]): number {
  return new Set(drafts.flatMap(({ fact, draft }) => (draft.mark === 'right' ? [fact] : []))).size
}

function deciding<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { now } = lesson
  const contested = [...now.statuses].flatMap(([action, status]) => (status === 'contested' ? [action] : []))
  const grounds = lesson.advice.dilemmas.flatMap(({ sides }) => sides.flatMap(({ because }) => because))
  const drafts = placedOf(lesson, (contrast) => {
    if (contrast.kind === 'dilemma')
      return grounds.some((one) => isGround(one, contrast, lesson)) ? undefined : staying(contrast)
    return contested.flatMap((action) => turned(action, contrast, lesson) ?? [])[0]
  })
  return turningFrom(
    worded((w) => w.decidingAsk),
    drafts,
    lesson,
  )
}

function staying(contrast: Contrast): Draft {
  const stays = worded((w) => w.staysDilemma)
  return draftOf(contrast, false, stays, [])
}

interface Placed {
  readonly fact: string
  /** Whether it is a step less than the story tells. */
  readonly less: boolean
  readonly draft: Draft
}

function placedOf<S>({ contrasts }: Lesson<S>, draft: (contrast: Contrast) => Draft | undefined): readonly Placed[] {
  return contrasts.flatMap((contrast) => {
    const made = draft(contrast)
    return made ? [{ fact: contrast.fact.name, less: isLess(contrast), draft: made }] : []
  })
}

/** What an action has in common that is advised and one that gave way. */
interface Spoken {
  readonly action: string
  readonly label: Text
  readonly because: readonly Reason[]
  /** What is said of it before its reason. */
  readonly note?: Text
}

function turningDraft<S>(
  contrast: Contrast,
  { action, label, because, note }: Spoken,
  lesson: Lesson<S>,
): Draft | undefined {
  const status = lesson.now.statuses.get(action)
  const then = contrast.outline.statuses.get(action)
  if (then !== status) return turned(action, contrast, lesson)
  if (isGraver(contrast) && (status === 'should' || status === 'may')) return undefined
  const still = because.filter((reason) => stillHolds(reason, contrast) && !isGround(reason, contrast, lesson))
  if (still.length === 0) return undefined
  const stays = sentences(
    worded((w) => w.staysSo),
    standing(label, status),
    note,
    still[0]?.because,
  )
  return draftOf(contrast, false, stays, rulesOf(still, lesson).slice(0, 1))
}

/** Whether the rule of a reason holds with the one fact different too: another may ask for the same by then. */
function stillHolds({ rule: name }: Reason, { outline }: Contrast): boolean {
  return outline.weighing.findings.some((finding) => finding.rule.name === name && isClaiming(finding))
}

/** Whether a reason goes by the very fact that is otherwise: though its rule holds all the same, what it says may not. */
function isGround<S>({ rule: name }: Reason, contrast: Contrast, { pack }: Lesson<S>): boolean {
  const rule = pack.rules.get(name)
  return rule !== undefined && goesBy(rule, contrast, pack)
}

/** That it changes, how the action stands then, and why; nothing where no rule says why. */
function turned<S>(action: string, contrast: Contrast, { now, pack }: Lesson<S>): Draft | undefined {
  const turn = reasonToTurn(action, now, contrast.outline)
  if (turn === undefined) return undefined
  const { label } = pack.actions.get(action) as Action
  const then = standing(label, contrast.outline.statuses.get(action))
  return draftOf(
    contrast,
    true,
    sentences(
      worded((w) => w.thenKind),
      then,
      turn.because,
    ),
    [turn.rule],
  )
}

/** “Keep the secret”: must; of what no rule asks for any more, nothing: the reason says it. */
function standing(label: Text, status: Status | undefined): Text | undefined {
  const then = statusInWords(status)
  return status && worded((_, say) => `“${say(label)}”: ${say(then)}`)
}

function draftOf({ fact, from, to }: Contrast, turns: boolean, feedback: Text, rules: readonly Rule[]): Draft {
  const says = to instanceof Map ? askedAndAdded(fact, from, to) : askedAndAnswered(fact, to)
  return {
    name: `${fact.name} ${wording(says, fallbackLanguage)}`,
    says,
    mark: turns ? 'right' : 'wrong',
    feedback,
    from: turns ? 'key' : 'flipped-case',
    rules,
  }
}

/** Of a list only what comes to it: “Who may be harmed? A child, too.” */
function askedAndAdded(fact: Fact, from: Stated, to: ReadonlyMap<string, boolean | null>): Text {
  const before = from instanceof Map ? from : new Map()
  const added = [...to].filter(([member, so]) => so === true && before.get(member) !== true)
  const [asked, members] = [questionInWords(fact), answerInWords(fact, new Map(added))]
  return worded((w, say) => `${say(asked)} ${withCapital(w.too(say(members)))}.`)
}

/** A question of changes, each fact in one choice only. */
function turningFrom<S>(ask: Text, drafts: readonly Placed[], lesson: Lesson<S>): QuestionDraft | undefined {
  const inOrder = inSeededOrder(drafts, lesson.seed, ({ draft }) => draft.name)
  const turning = inOrder.filter(({ draft }) => draft.mark === 'right')
  const staying = inOrder.filter(({ draft }) => draft.mark !== 'right')
  const placed = atMost(lesson.whole ? turning : onePerFact(turning, new Set()), mostRight, lesson)
  const taken = new Set(placed.map(({ fact }) => fact))
  const beside = lesson.whole ? staying : plainOnly(onePerFact(staying, taken), lesson)
  const others = atMost(beside, lesson.most - 1 - placed.length, lesson).map(({ draft }) => draft)
  const right = placed.map(({ draft }) => draft)
  if (right.length === 0 || others.length === 0) return undefined
  return {
    kind: 'turning-point',
    ask,
    pick: 'several',
    right,
    others,
    rationale: sentences(...right.map(told)),
  }
}

/** So many that change nothing are enough: after the plain ones a step more, another word, a step less. */
const enoughStay = [Number.POSITIVE_INFINITY, 3, 2, 1] as const

/**
 * Yes and no; and only where that is too little, a step more, then one of several words: another channel or another culprit is
 * soon another story. Last a step less, which says nothing where it is grave all the same.
 */
function plainOnly<S>(placed: readonly Placed[], { pack }: Lesson<S>): readonly Placed[] {
  const farness = ({ fact, less }: Placed) => {
    const { hasWords, hasSteps } = typeOf(pack.facts.get(fact) as Fact)
    if (hasSteps) return less ? 3 : 1
    return hasWords ? 2 : 0
  }
  const nearest = [...placed].sort((one, other) => farness(one) - farness(other))
  return nearest.filter((one, i) => i < enoughStay[farness(one)])
}

function onePerFact(placed: readonly Placed[], taken: ReadonlySet<string>): readonly Placed[] {
  const seen = new Set(taken)
  return placed.filter(({ fact }) => !seen.has(fact) && seen.add(fact))
}
