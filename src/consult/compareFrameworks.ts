import type { FrameworkView, NamedAction } from '../advise/advice.js'
import { checkedOptions } from '../advise/advise.js'
import { frameworkViews } from '../advise/dilemmas.js'
import { rankActions } from '../advise/rankActions.js'
import type { Answer } from '../ask/question.js'
import { decide } from '../decide/decide.js'
import { doneActions } from '../decide/doneActions.js'
import type { Fact } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { Kind, Status, Text, Urgency } from '../vocabulary.js'
import { assessFindings, kindOf, type WeighOptions } from '../weigh/assess.js'
import { answerOrNull } from './answers.js'
import { knownSituation } from './statements.js'
import { type FirstAction, firstActions } from './whatIf.js'

/** What would be advised if one framework alone were followed. */
export interface FollowedFramework {
  readonly framework: string
  readonly label: Text
  readonly kind: Kind
  readonly urgency: Urgency
  readonly first: readonly FirstAction[]
}

/** Principles on which the frameworks part or are silent, and the facts on which it hangs. */
export interface Parting extends FrameworkView {
  /** What the guidelines that speak, or would, ask about, as it was stated. */
  readonly facts: readonly { readonly fact: string; readonly label: Text; readonly told: Answer | null }[]
}

/** What each framework would say, and where they part. */
export interface FrameworkComparison {
  readonly frameworks: readonly FollowedFramework[]
  /** The actions of which not all would say the same: by the name of the framework, `null` where nothing is said. */
  readonly differ: readonly (NamedAction & { readonly by: Readonly<Record<string, Status | null>> })[]
  readonly parts: readonly Parting[]
}

/**
 * What each framework would say of a situation if it alone were followed, where they part, and on which facts that hangs.
 * @throws TimbangError `invalid-situation` or `invalid-options`
 */
export function compareFrameworks<S>(
  situation: NoInfer<S>,
  pack: Pack<S>,
  options: Omit<WeighOptions, 'framework'> = {},
): FrameworkComparison {
  checkPack(pack)
  const given = checkedOptions<WeighOptions, S>(options, pack, {})
  const known = knownSituation(situation, pack)
  const findings = decide(known, pack, given.on)
  const outlines = [...pack.frameworks.values()].map((framework) => ({
    framework,
    now: assessFindings(findings, known, pack, { ...given, framework: framework.name }),
  }))
  const now = assessFindings(findings, known, pack, given)
  return {
    frameworks: outlines.map(({ framework: { name, label }, now: followed }) => ({
      framework: name,
      label,
      kind: kindOf(followed, known, pack, given),
      urgency: followed.urgency,
      first: firstActions(rankActions(followed, pack, doneActions(known, pack)), pack),
    })),
    differ: [...pack.actions.values()].flatMap(({ name, label }) => {
      const by = outlines.map((one) => [one.framework.name, one.now.statuses.get(name) ?? null] as const)
      return new Set(by.map(([, status]) => status)).size > 1
        ? [{ action: name, label, by: Object.fromEntries(by) }]
        : []
    }),
    parts: frameworkViews(now.weighing)
      .filter(({ agreement }) => agreement !== 'unanimous')
      .map((view) => ({ ...view, facts: hangingOn(view, pack).map(answeredFact) })),
  }

  function answeredFact(fact: Fact) {
    return { fact: fact.name, label: fact.label, told: answerOrNull(fact, known.stated.get(fact.name)) }
  }
}

/** The facts that the guidelines read which speak about two principles, or would. */
function hangingOn<S>({ opinions }: FrameworkView, { frameworks, facts }: Pack<S>): readonly Fact[] {
  const read = opinions.flatMap(({ framework, guideline, open }) =>
    (frameworks.get(framework)?.guidelines ?? [])
      .filter(({ name }) => name === guideline || name === open)
      .flatMap(({ when }) => (when ? leavesRead(when, facts).map(({ fact }) => fact) : [])),
  )
  return [...facts.values()].filter(({ name, ask }) => ask !== undefined && read.includes(name))
}
