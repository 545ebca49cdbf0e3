import { checkDay } from '../../advise/advise.js'
import { optionsGiven } from '../../options.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import { applicability } from './applicability.js'
import { type Check, isAsked } from './check.js'
import { collisionRemarks } from './collisionRemarks.js'
import { declarationRemarks } from './declarations.js'
import { deniedRemarks } from './duties/denied.js'
import { guardRemarks } from './duties/guards.js'
import { ratingRemarks } from './duties/ratings.js'
import { exceptionRemarks } from './exceptions.js'
import { withMeant } from './meant.js'
import { positionRemarks } from './positions.js'
import { redundancyRemarks } from './redundancy.js'
import type { Remark } from './remark.js'
import { ruleCollisions } from './ruleCollisions.js'
import { sourceDayRemarks } from './sourceDays.js'
import { standingRemarks } from './standingDuties.js'
import { unreachableRemarks } from './unreachable.js'
import { unreadValueRemarks } from './unreadValues.js'
import { capitalRemarks } from './words/capitals.js'
import { textRemarks } from './words/texts.js'
import { wordingRemarks } from './words/wording.js'

/** What is looked for, in the order in which it is told: a new check is a file and a line here. */
const checks: readonly Check[] = [
  exceptionRemarks,
  collisionRemarks,
  redundancyRemarks,
  standingRemarks,
  declarationRemarks,
  unreachableRemarks,
  unreadValueRemarks,
  deniedRemarks,
  guardRemarks,
  ratingRemarks,
  positionRemarks,
  textRemarks,
  wordingRemarks,
  capitalRemarks,
]

/** How thoroughly a pack is looked at. */
export interface RemarksOptions {
  /** How many partial situations are looked at for each thing that is asked about the pack, at most; 10,000 if not given. */
  readonly budget?: number | undefined
  /** The day for which is told which sources were last read over a year before it, and which are not in force; without it, neither is. */
  readonly on?: string | undefined
  /** The pack of whose rules it is asked; without it, of all. */
  readonly of?: string | undefined
}

/**
 * What an author should look at in a pack that can be used: most likely faults as warnings, things to know as notes.
 * What is said of rules is exact over all situations in which every fact is known (and, for the rules by which danger is
 * found out, all in which a fact that they find out is not); where the budget does not suffice, that is what is said.
 * @throws TimbangError `invalid-options` where the day is none
 */
export function remarks(pack: Pack<unknown>, options: RemarksOptions = {}): readonly Remark[] {
  checkPack(pack)
  const { budget = 10_000, on, of } = optionsGiven<RemarksOptions>(options, { budget: true, on: true, of: true })
  checkDay(on)
  const study = { pack, budget }
  const { living, remarks } = applicability(study)
  const asked = { ...(on !== undefined && { on }), ...(of !== undefined && { of }) }
  const checked = { ...study, ...asked, living, collisions: ruleCollisions(living, study) }
  const found = [...remarks, ...checks.flatMap((check) => check(checked))]
  return [...withMeant(found, pack), ...sourceDayRemarks(checked)].filter(({ rules = [] }) => {
    const named = rules.flatMap((name) => pack.rules.get(name) ?? [])
    return rules.length === 0 || isAsked(named, checked)
  })
}
