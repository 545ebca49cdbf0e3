import type { Advice, FrameworkOpinion, FrameworkView } from '../../advise/advice.js'
import type { Guideline } from '../../pack/packSource.js'
import { type Draft, isOffered, type Lesson, type QuestionDraft } from '../lesson.js'
import { principleLabel, sentences } from '../phrasing.js'
import { worded } from '../worded.js'

/** Which framework says otherwise: of two principles that collide, which frameworks put the one first that does not prevail. */
export function frameworkQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack, seed } = lesson
  const views = advice.frameworks.filter(
    ({ between }) => between.every((name) => pack.principles.has(name)) && isWhatTheStoryTurnsOn(between, advice),
  )
  const asked = views.flatMap((view) => {
    const first = otherwise(view, seed)
    return first === undefined ? [] : [{ view, first, second: view.between.find((name) => name !== first) as string }]
  })[0]
  if (asked === undefined) return undefined
  const { view, first, second } = asked
  const [firstLabel, secondLabel] = [principleLabel(first, pack), principleLabel(second, pack)]
  const drafts = view.opinions
    .filter(({ framework }) => isOffered(framework, lesson.vignette))
    .map((opinion) => opinionDraft(opinion, first, view.between, lesson))
  if (drafts.every(({ mark }) => mark === 'right') || !drafts.some(({ mark }) => mark === 'right')) return undefined
  return {
    kind: 'framework',
    ask: worded((w, say) => w.frameworkAsk(say(firstLabel), say(secondLabel))),
    pick: 'several',
    right: drafts.filter(({ mark }) => mark !== 'wrong'),
    others: drafts.filter(({ mark }) => mark === 'wrong'),
    principles: [first, second],
    rationale: sentences(...drafts.map(({ says, feedback }) => worded((_, say) => `${say(says)}: ${say(feedback)}`))),
  }
}

/**
 * Whether two principles are those that a story turns on: the sides of a dilemma; else what gave way first and what
 * prevailed over it. What collides besides these is settled with them, and a framework’s voice on it would be read as one on the whole.
 */
function isWhatTheStoryTurnsOn(between: readonly string[], { dilemmas, setAside }: Advice): boolean {
  const pairs =
    dilemmas.length > 0
      ? dilemmas.map((one) => one.between)
      : setAside
          .slice(0, 1)
          .map(({ because, gaveWayTo }) =>
            [...because.slice(0, 1), ...gaveWayTo.slice(0, 1)].map((one) => one.principle),
          )
  return pairs.some((pair) => between.every((name) => pair.includes(name)))
}

/** The principle to ask for: one that some framework puts first and that does not prevail; none where all that speak agree. */
function otherwise({ between, opinions, prevails }: FrameworkView, seed: number): string | undefined {
  const named = between.filter((name) => opinions.some((opinion) => opinion.prevails === name))
  const others = named.filter((name) => name !== prevails)
  if (
    new Set(between).size < 2 ||
    others.length === 0 ||
    (prevails === null && named.length < 2 && opinions.length < 2)
  )
    return undefined
  return others[Math.abs(seed) % others.length]
}

function opinionDraft<S>(
  { framework, label, prevails, guideline, because, open }: FrameworkOpinion,
  first: string,
  between: readonly string[],
  { pack }: Lesson<S>,
): Draft {
  const principle = prevails === null ? undefined : principleLabel(prevails, pack)
  const { guidelines = [], sources = [] } = pack.frameworks.get(framework) ?? {}
  const silence = whySilent(guidelines, between)
  const says = principle
    ? worded((w, say) => w.putsFirst(say(principle)))
    : worded((w) => (open === undefined ? w[silence] : w.openVoice))
  const mark = prevails === first ? 'right' : open === undefined ? 'wrong' : 'open'
  return {
    name: framework,
    says: label,
    mark,
    feedback: sentences(says, because),
    from: mark === 'wrong' ? 'neighbouring-rule' : 'key',
    sources: guidelines.find(({ name }) => name === guideline)?.sources ?? sources,
  }
}

/** Why a framework that decides nothing between two does not: it ranks them alike, it goes by their ground alone, or does not name both. */
function whySilent(guidelines: readonly Guideline[], between: readonly string[]): 'sameRank' | 'sameGround' | 'silent' {
  const ranks = guidelines.flatMap(({ order = [] }) => order)
  if (ranks.some((rank) => between.every((name) => rank.includes(name)))) return 'sameRank'
  return ranks.length === 0 && guidelines.some(({ basis }) => basis) ? 'sameGround' : 'silent'
}
