import type { Advice, DilemmaSide, SetAside } from '../../advise/advice.js'
import { withCapital } from '../../pack/texts/languages.js'
import { dividedOn } from '../../render/dividedSection.js'
import type { Kind } from '../../vocabulary.js'
import { renderWords } from '../../words/renderWords.js'
import { disputed, positionTexts } from '../disputed.js'
import type { Draft, Lesson, QuestionDraft } from '../lesson.js'
import { rulesOf } from '../lesson.js'
import { factInWords, principleLabel, sentences } from '../phrasing.js'
import { worded } from '../worded.js'

type AskedKind = Exclude<Kind, 'not-covered'>
const asked: readonly AskedKind[] = ['dilemma', 'divided', 'settled', 'one-sided', 'undetermined']

/** Whether it is a dilemma at all. */
export function kindQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { kind } = lesson.advice
  if (kind === 'not-covered') return undefined
  const right = rightKind(kind, lesson)
  const others = asked.filter((one) => one !== kind && isOffered(one, lesson)).map((one) => otherKind(one, lesson))
  return {
    kind: 'is-it-a-dilemma',
    ask: worded((w) => w.dilemmaAsk),
    pick: 'one',
    right: [right],
    others,
    rationale: right.feedback,
  }
}

/** Where nobody has written another position into the pack, nobody is asked whether there is one. */
function isOffered<S>(kind: AskedKind, { pack }: Lesson<S>): boolean {
  return kind !== 'divided' || [...pack.rules.values()].some(({ otherPositions }) => otherPositions)
}

/**
 * What is true as well, and half of the answer: what it would be if the positions did not differ; of a dilemma, that they do;
 * where no duties collide, and with one fact different they would, that they are weighed against each other.
 */
function besides<S>({ advice, contrasts }: Lesson<S>): AskedKind | undefined {
  const { kind, setAside } = advice
  if (kind === 'one-sided') return contrasts.some((one) => one.kind === 'settled') ? 'settled' : undefined
  if (kind === 'dilemma') return disputed(advice).length > 0 ? 'divided' : undefined
  if (kind !== 'divided') return undefined
  return setAside.length > 0 ? 'settled' : 'one-sided'
}

function rightKind<S>(kind: AskedKind, lesson: Lesson<S>): Draft {
  const { advice } = lesson
  const [first] = disputed(advice)
  const sources = first && kind === 'divided' ? first.position.sources : []
  const reasons = [
    ...advice.dilemmas.flatMap(({ sides }) => sides.flatMap(({ because }) => because.slice(0, 1))),
    ...settling(advice),
  ]
  return {
    name: kind,
    says: worded((w) => w.kinds[kind]),
    mark: 'right',
    feedback: sentences(
      howItStands(kind, lesson),
      ...(first && kind === 'divided'
        ? positionTexts(first).slice(1)
        : reasons.slice(0, 2).map(({ because }) => because)),
    ),
    from: 'key',
    rules: rulesOf(first && kind === 'divided' ? ownReasons(first) : reasons.slice(0, 2), lesson),
    ...(sources.length > 0 && { sources }),
    principles: advice.dilemmas.flatMap(({ sides }) => sides.map(({ principle }) => principle)),
  }
}

/** The reasons of the rule from which a position differs. */
function ownReasons({ action, position }: ReturnType<typeof disputed>[number]) {
  return action.because.filter(({ rule }) => rule === position.rule)
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
  return worded((_, say, language) => {
    const w = renderWords[language]
    const label = (name: string) => `“${say(principleLabel(name, pack))}”`
    if (kind === 'dilemma') {
      if (dilemma === undefined) return ''
      const [one, other] = dilemma.sides as [DilemmaSide, DilemmaSide]
      return w.dilemma(label(one.principle), label(other.principle))
    }
    if (kind === 'divided') return w.dividedOn(dividedOn({ advice, say }))
    if (kind !== 'settled') return w.kind[kind]
    const grounds = victor.by === 'framework' ? '' : ` ${w.grounds[victor.basis]}`
    return `${w.settled(`“${say(aside.label)}”`, label(victor.principle), grounds)}, ${w.settledBy[victor.by]}.`
  })
}

/** What it is not; with the change that would make it so, where one fact would. */
function otherKind<S>(kind: AskedKind, lesson: Lesson<S>): Draft {
  const { contrasts } = lesson
  const means = worded((w) => w.kindMeans[kind])
  const making = kind === 'one-sided' ? [] : contrasts.filter((one) => one.kind === kind)
  const contrast = making.find(({ fact }) => fact.danger) ?? making[0]
  const told = contrast && factInWords(contrast.fact, contrast.to)
  return {
    name: kind,
    says: worded((w) => w.kinds[kind]),
    mark: besides(lesson) === kind ? 'partly' : 'wrong',
    feedback: told
      ? sentences(
          means,
          worded((w, say) => withCapital(w.onlyIfSo(say(told)))),
        )
      : means,
    from: contrast ? 'flipped-case' : 'fixed-list',
  }
}
