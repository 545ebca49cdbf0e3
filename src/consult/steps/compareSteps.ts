import { checkedOptions } from '../../advise/advise.js'
import { draftOf } from '../../advise/reasons.js'
import { sortedBy } from '../../ask/order.js'
import { answerOf } from '../../ask/question.js'
import { questions } from '../../ask/questions.js'
import { decide } from '../../decide/decide.js'
import type { Fact } from '../../pack/fact.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { jurisdictionFact } from '../../vocabulary.js'
import { assessFindings } from '../../weigh/assess.js'
import { groundsHere } from '../../weigh/groundsHere.js'
import { knownSituation } from '../statements.js'
import type { ComparedStep, StepComparison } from './comparedStep.js'
import { consideredSteps, type StepsOptions } from './considered.js'
import { stepViewOf, type Table } from './stepView.js'

/**
 * Puts steps that somebody considers side by side: what stands for and against each, what it would leave owed, what must come first, on
 * what it hangs, where the frameworks part, and which no rule speaks of. They come in the order in which the rules put them.
 * @param options `steps`: two or more, each an action, several for a plan, or `wait`
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function compareSteps<S>(situation: NoInfer<S>, pack: Pack<S>, options: StepsOptions): StepComparison {
  checkPack(pack)
  const { steps: named, ...given } = checkedOptions<StepsOptions, S>(options, pack, { steps: true })
  const considered = consideredSteps(named, pack)
  const known = knownSituation(situation, pack)
  const findings = decide(known, pack, given.on)
  const now = assessFindings(findings, known, pack, given)
  const table: Table<S> = {
    draft: draftOf(now, known, pack, given),
    questions: questions(now, known, pack, given),
    followed: [...pack.frameworks.keys()].map((framework) => ({
      framework,
      statuses: assessFindings(findings, known, pack, { ...given, framework }).statuses,
    })),
  }
  const views = sortedBy(
    considered.map((step) => stepViewOf(step, table)),
    ({ rank }) => rank,
  )
  const steps = views.map(({ view, rank }, i) => ({ ...view, level: i > 0 && same(rank, views[i - 1]?.rank) }))
  return { steps, ...citedIn(steps, table) }
}

function same(rank: readonly number[], before: readonly number[] | undefined): boolean {
  return rank.every((value, i) => value === before?.[i])
}

/** What the reasons rest on, in words. */
function citedIn<S>(steps: readonly ComparedStep[], { draft }: Table<S>): Omit<StepComparison, 'steps'> {
  const { pack, place } = draft
  const reasons = steps.flatMap((step) => [...step.for, ...step.against])
  const rules = [...new Set(reasons.map(({ rule }) => rule))].flatMap((name) => pack.rules.get(name) ?? [])
  const grounds = rules.map((rule) => [rule.name, groundsHere(rule, place, pack)] as const)
  const cited = new Set(grounds.flatMap(([, { sources, elsewhere }]) => [...sources, ...elsewhere]))
  const named = new Set(reasons.map(({ principle }) => principle))
  return {
    on: place.on,
    ...(place.jurisdiction !== undefined && {
      jurisdiction: answerOf(pack.facts.get(jurisdictionFact) as Fact, place.jurisdiction),
    }),
    rules: Object.fromEntries(grounds.map(([name, { sources, elsewhere }]) => [name, { sources, elsewhere }])),
    sources: Object.fromEntries(
      [...pack.sources.values()].flatMap(({ name, ...words }) => (cited.has(name) ? [[name, words]] : [])),
    ),
    principles: Object.fromEntries(
      [...pack.principles.values()].flatMap(({ name, label }) => (named.has(name) ? [[name, { label }]] : [])),
    ),
    frameworks: Object.fromEntries([...pack.frameworks.values()].map(({ name, label }) => [name, label])),
  }
}
