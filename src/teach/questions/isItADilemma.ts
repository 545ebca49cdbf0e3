import type { Advice, DilemmaSide, SetAside } from '../../advise/advice.js'
import { withCapital } from '../../pack/texts/languages.js'
import { dividedOn } from '../../render/dividedSection.js'
import type { Kind } from '../../vocabulary.js'
import { renderWords } from '../../words/renderWords.js'
import { disputed, positionTexts } from '../disputed.js'
import type { Draft, Lesson, QuestionDraft } from '../lesson.js'
import { isOffered, rulesOf } from '../lesson.js'
import { factInWords, principleLabel, sentences } from '../phrasing.js'
import { worded } from '../worded.js'

type AskedKind = Exclude<Kind, 'not-covered'>
const asked: readonly AskedKind[] = ['dilemma', 'divided', 'settled', 'one-sided', 'undetermined']

/** Whether it is a dilemma at all. */
export function kindQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { kind } = lesson.advice
  if (kind === 'not-covered') return undefined
  const right = rightKind(kind, lesson)
  const others = asked.filter((one) => one !== kind && isAskable(one, lesson)).map((one) => otherKind(one, lesson))
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
function isAskable<S>(kind: AskedKind, { pack }: Lesson<S>): boolean {
  return kind !== 'divided' || [...pack.rules.values()].some(({ otherPositions }) => otherPositions)
}

/**
 * What is true as well, and half of the answer: of a dilemma, that positions or frameworks differ; where no duties collide, that it is
 * clear what counts, since wishes and loyalties collide with duties; and where exceptions settle all, that what gives way does not hold.
 */
function besides<S>({ advice }: Lesson<S>): readonly AskedKind[] {
  const { kind } = advice
  if (kind === 'one-sided') return ['settled']
  if (kind === 'settled') return advice.setAside.every(isByException) ? ['one-sided'] : []
  if (kind === 'dilemma') return disputed(advice).length > 0 || areFrameworksApart(advice) ? ['divided'] : []
  return kind === 'divided' ? besidesDivided(advice) : []
}

function isByException({ gaveWayTo }: SetAside): boolean {
  return gaveWayTo.some(({ by }) => by === 'exception')
}

function areFrameworksApart({ dilemmas }: Advice): boolean {
  return dilemmas.some(({ agreement }) => agreement === 'split' || agreement === 'majority')
}

/**
 * Of what is divided: that nothing decides; that it is settled, since whoever holds one of the positions may say so; and that nothing
 * collides, where nothing gave way: what differs is what positions say.
 */
function besidesDivided({ setAside }: Advice): readonly AskedKind[] {
  return setAside.length > 0 ? ['dilemma', 'settled'] : ['dilemma', 'settled', 'one-sided']
}

function rightKind<S>(kind: AskedKind, lesson: Lesson<S>): Draft {
  const { advice } = lesson
  const [first] = disputed(advice)
  const sources = first && kind === 'divided' ? first.position.sources : []
  const reasons = [
    ...advice.dilemmas.flatMap(({ sides }) => sides.flatMap(({ because }) => because.slice(0, 1))),
    ...settling(advice),
    ...(kind === 'one-sided' ? weightiest(lesson) : []),
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
      kind === 'one-sided' ? worded((w) => w.wishesApart) : undefined,
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

/** The first reason of what must be done, and else of what must not, that speaks of what is to be learned. */
function weightiest<S>({ advice, vignette }: Lesson<S>) {
  const firm = advice.actions.filter(({ action, standing }) => !standing && isOffered(action, vignette))
  const reasons = (['must', 'must-not'] as const).flatMap((wanted) =>
    firm.filter(({ status }) => status === wanted).flatMap(({ because }) => because.slice(0, 1)),
  )
  return reasons.filter(({ principle }) => vignette.goals.includes(principle)).slice(0, 1)
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
  const mark = besides(lesson).includes(kind) ? 'partly' : 'wrong'
  const contrast = makingSo(kind, lesson)
  const told = contrast && factInWords(contrast.fact, contrast.to)
  return {
    name: kind,
    says: worded((w) => w.kinds[kind]),
    mark,
    feedback: sentences(whyNot(kind, mark, lesson), told && worded((w, say) => withCapital(w.onlyIfSo(say(told))))),
    from: contrast ? 'flipped-case' : 'fixed-list',
  }
}

/** The one fact that would make it so. That positions would then differ says nothing of this story. */
function makingSo<S>(kind: AskedKind, { advice, contrasts }: Lesson<S>) {
  if (kind === 'one-sided' || kind === 'divided' || advice.kind === 'divided') return undefined
  const making = contrasts.filter((one) => one.kind === kind)
  return making.find(({ fact }) => fact.danger) ?? making[0]
}

/** Of what is divided, what it lacks that the profession is divided; else what it would take. */
function whyNot<S>(kind: AskedKind, mark: 'partly' | 'wrong', { advice }: Lesson<S>) {
  if (advice.kind === 'dilemma' && kind === 'divided' && mark === 'partly' && disputed(advice).length === 0)
    return worded((w) => w.frameworksApart)
  if (advice.kind === 'settled' && mark === 'partly') return worded((w) => w.oneSidedWhereSettled)
  if (advice.kind === 'one-sided' && kind === 'settled')
    return sentences(
      worded((w) => w.settledWhereOneSided),
      worded((w) => w.kindMeans.settled),
    )
  if (advice.kind !== 'divided' || kind === 'divided' || kind === 'undetermined')
    return worded((w) => w.kindMeans[kind])
  if (kind === 'dilemma') return worded((w) => w.nearlyDivided)
  if (kind === 'one-sided') return worded((w) => w.oneSidedWhereDivided[mark])
  return worded((w) => w.settledWhereDivided[advice.setAside.length > 0 ? 'inPart' : 'byOnePosition'])
}
