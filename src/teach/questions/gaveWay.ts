import type { SetAside } from '../../advise/advice.js'
import type { Force } from '../../vocabulary.js'
import { unmarkedWhereDivided } from '../disputed.js'
import { type Draft, type Lesson, rulesOf } from '../lesson.js'
import { principleLabel, sentences, statusesOf, underHeading } from '../phrasing.js'
import { worded } from '../worded.js'

/** The duties, or else the prohibitions, that hold in themselves and give way here; a leave that gives way is neither. */
export function gaveWay<S>(lesson: Lesson<S>, towards: boolean): readonly Draft[] {
  const { advice, pack } = lesson
  const statuses = statusesOf(advice)
  const forces: readonly Force[] = towards ? ['must', 'should'] : ['must-not', 'should-not']
  const mark = unmarkedWhereDivided(advice)
  return advice.setAside
    .filter((one) => forces.includes(one.force) && !statuses.has(one.action) && one.because.length > 0)
    .map((one) => {
      const draft: Draft = {
        name: one.action,
        says: one.label,
        mark: 'wrong',
        feedback: sentences(
          one.because[0]?.because,
          wayTo(one, lesson),
          underHeading(
            worded((w) => w.stillOwed),
            one.owed,
          ),
        ),
        from: 'neighbouring-rule',
        rules: [
          ...rulesOf(one.because, lesson).slice(0, 1),
          ...one.gaveWayTo.slice(0, 1).flatMap(({ rule }) => pack.rules.get(rule) ?? []),
        ],
      }
      return mark(
        draft,
        one.gaveWayTo.map(({ rule }) => rule),
      )
    })
}

function wayTo<S>({ gaveWayTo: [victor] }: SetAside, { pack }: Lesson<S>) {
  if (victor === undefined) return undefined
  const label = principleLabel(victor.principle, pack)
  return worded((w, say) => w.gaveWay(say(label)))
}
