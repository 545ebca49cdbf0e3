import type { Advice, DilemmaSide, SetAside } from '../../advise/advice.js'
import type { Kind } from '../../vocabulary.js'
import { renderWords as words } from '../../words/renderWords.js'
import type { Draft, Lesson, QuestionDraft } from '../lesson.js'
import { rulesOf } from '../lesson.js'
import { capital, inWords, principleLabel, sentences } from '../phrasing.js'
import { both } from '../words.js'

type AskedKind = Exclude<Kind, 'not-covered'>
const asked: readonly AskedKind[] = ['dilemma', 'settled', 'one-sided', 'undetermined']

/** Whether it is a dilemma at all. */
export function kindQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { kind } = lesson.advice
  if (kind === 'not-covered') return undefined
  const right = rightKind(kind, lesson)
  const others = asked.filter((one) => one !== kind).map((one) => otherKind(one, lesson))
  return {
    kind: 'is-it-a-dilemma',
    ask: both((w) => w.dilemmaAsk),
    pick: 'one',
    right: [right],
    others,
    rationale: right.feedback,
  }
}

function rightKind<S>(kind: AskedKind, lesson: Lesson<S>): Draft {
  const { advice } = lesson
  const reasons = [
    ...advice.dilemmas.flatMap(({ sides }) => sides.flatMap(({ because }) => because.slice(0, 1))),
    ...settling(advice),
  ]
  return {
    name: kind,
    says: both((w) => w.kinds[kind]),
    mark: 'right',
    feedback: sentences(howItStands(kind, lesson), ...reasons.slice(0, 2).map(({ because }) => because)),
    from: 'key',
    rules: rulesOf(reasons.slice(0, 2), lesson),
    principles: advice.dilemmas.flatMap(({ sides }) => sides.map(({ principle }) => principle)),
  }
}

function settling(advice: Advice) {
  return advice.setAside.slice(0, 1).flatMap(({ because, gaveWayTo }) => {
    const victor = gaveWayTo[0]
    const ground = victor && advice.rules[victor.rule]
    const prevailing =
      victor && ground
        ? [{ rule: victor.rule, force: 'must' as const, principle: victor.principle, because: ground.because }]
        : []
    return [...prevailing, ...because.slice(0, 1)]
  })
}

/** What it is, in the words of the sheet: what gives way to what, and by what. */
function howItStands<S>(kind: AskedKind, { advice, pack }: Lesson<S>) {
  const [aside] = advice.setAside as [SetAside]
  const [victor] = (aside?.gaveWayTo ?? []) as [SetAside['gaveWayTo'][number]]
  const [dilemma] = advice.dilemmas
  return both((_, locale) => {
    const w = words[locale]
    const label = (name: string) => principleLabel(name, pack)[locale]
    if (kind === 'dilemma') {
      if (dilemma === undefined) return ''
      const [one, other] = dilemma.sides as [DilemmaSide, DilemmaSide]
      return w.dilemma(label(one.principle), label(other.principle))
    }
    if (kind !== 'settled') return w.kind[kind]
    const grounds = victor.by === 'framework' ? '' : ` ${w.grounds[victor.basis]}`
    return `${w.settled(aside.label[locale], label(victor.principle), grounds)}, ${w.settledBy[victor.by]}.`
  })
}

/** What it is not; with the change that would make it so, where one fact would. */
function otherKind<S>(kind: AskedKind, { contrasts }: Lesson<S>): Draft {
  const means = both((w) => w.kindMeans[kind])
  const contrast = contrasts.find((one) => one.kind === kind)
  const told = contrast && inWords(contrast.fact, contrast.to)
  return {
    name: kind,
    says: both((w) => w.kinds[kind]),
    mark: 'wrong',
    feedback: told
      ? sentences(
          means,
          both((w, locale) => capital(w.onlyIfSo(told[locale]))),
        )
      : means,
    from: contrast ? 'flipped-case' : 'fixed-list',
  }
}
