import type { FrameworkOpinion, FrameworkView } from '../../advise/advice.js'
import type { Draft, Lesson, QuestionDraft } from '../lesson.js'
import { principleLabel, sentences } from '../phrasing.js'
import { both } from '../words.js'

/** Which framework says otherwise: of two principles that collide, which frameworks put the one first that does not prevail. */
export function frameworkQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const { advice, pack, seed } = lesson
  const views = advice.frameworks.filter(({ between }) => between.every((name) => pack.principles.has(name)))
  const asked = views.flatMap((view) => {
    const first = otherwise(view, seed)
    return first === undefined ? [] : [{ view, first, second: view.between.find((name) => name !== first) as string }]
  })[0]
  if (asked === undefined) return undefined
  const { view, first, second } = asked
  const labels = [first, second].map((name) => principleLabel(name, pack))
  const drafts = view.opinions.map((opinion) => opinionDraft(opinion, first, lesson))
  if (drafts.every(({ mark }) => mark === 'right')) return undefined
  return {
    kind: 'framework',
    ask: both((w, locale) => w.frameworkAsk(labels[0]?.[locale] ?? '', labels[1]?.[locale] ?? '')),
    pick: 'several',
    right: drafts.filter(({ mark }) => mark !== 'wrong'),
    others: drafts.filter(({ mark }) => mark === 'wrong'),
    principles: [first, second],
    rationale: sentences(
      ...drafts.map(({ says, feedback }) => both((_, locale) => `${says[locale]}: ${feedback[locale]}`)),
    ),
  }
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
  { framework, label, prevails, because, open }: FrameworkOpinion,
  first: string,
  { pack }: Lesson<S>,
): Draft {
  const principle = prevails === null ? undefined : principleLabel(prevails, pack)
  const says = principle
    ? both((w, locale) => w.putsFirst(principle[locale]))
    : both((w) => (open === undefined ? w.silent : w.openVoice))
  const mark = prevails === first ? 'right' : open === undefined ? 'wrong' : 'open'
  return {
    name: framework,
    says: label,
    mark,
    feedback: sentences(says, because),
    from: mark === 'wrong' ? 'neighbouring-rule' : 'key',
    sources: pack.frameworks.get(framework)?.sources ?? [],
  }
}
