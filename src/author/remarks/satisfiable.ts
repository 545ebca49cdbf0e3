import { compiledPack } from '../../decide/compiled.js'
import type { Value } from '../../pack/conditions.js'
import type { Scalar } from '../../pack/facts.js'
import type { AnySituation, Pack } from '../../pack/pack.js'
import { type Goal, type Part, type Problem, problemOf, type Variable } from './searchProblem.js'
import type { ValueClass } from './valueClasses.js'

/**
 * A situation that proves it can be, in as few facts as do; or that it cannot be; or that the
 * budget did not suffice.
 */
type Found = { readonly situation: AnySituation } | 'impossible' | 'not decided'

/**
 * Looks for a situation in which every goal comes out as wanted, whatever else is stated. Exact:
 * one fact after another is given a value of each class that the goals tell apart, and what
 * three-valued evaluation rules out is not followed. Derived facts follow from the others. The
 * facts named in `open` are to stay not known. `budget` is how many partial situations are looked
 * at, at most.
 */
export function situationWhere(
  goals: readonly Goal[],
  pack: Pack<unknown>,
  budget: number,
  open: readonly string[] = [],
): Found {
  const problem = problemOf(goals, open, pack)
  const values: Value[] = compiledPack(pack).facts.map(() => undefined)
  const trail: Step[] = []
  for (let left = budget; left > 0; left--) {
    const standing = look(problem, values)
    if (standing === 'reached')
      return { situation: written(withoutNeedless(trail, problem, values)) }
    const next = standing === 'missed' ? undefined : nextVariable(standing, trail)
    if (next) take(trail, { variable: next, choice: 0 }, values)
    else if (!advance(trail, values)) return 'impossible'
  }
  return 'not decided'
}

interface Step {
  readonly variable: Variable
  readonly choice: number
}

/**
 * Whether all goals are met, one is missed for good, or else the parts that are still to be
 * decided.
 */
function look(
  { parts, derived, open }: Problem,
  values: Value[],
): 'reached' | 'missed' | readonly Part[] {
  for (const { slot, test } of derived) values[slot] = test(values)
  if (open.some((slot) => values[slot] !== undefined)) return 'missed'
  const undecided: Part[] = []
  for (const part of parts) {
    const truth = part.test(values)
    if (truth === undefined) undecided.push(part)
    else if (truth !== part.wanted) return 'missed'
  }
  return undecided.length === 0 ? 'reached' : undecided
}

/**
 * The next thing to decide: of the part that hangs on the fewest things not yet decided, the first
 * of them.
 */
function nextVariable(undecided: readonly Part[], trail: readonly Step[]): Variable | undefined {
  const taken = new Set(trail.map(({ variable }) => variable))
  const left = undecided.map(({ variables }) => variables.filter((one) => !taken.has(one)))
  return left.reduce((fewest, one) => (one.length < fewest.length ? one : fewest))[0]
}

function take(trail: Step[], step: Step, values: Value[]): void {
  trail.push(step)
  assign(step, values)
}

/** The next choice of the last step that has one; none where all is tried. */
function advance(trail: Step[], values: Value[]): boolean {
  for (let last = trail.pop(); last; last = trail.pop()) {
    clear(last.variable, values)
    const choice = last.choice + 1
    if (choice < last.variable.choices.length) {
      take(trail, { ...last, choice }, values)
      return true
    }
  }
  return false
}

function assign({ variable: { slot, member, choices }, choice }: Step, values: Value[]): void {
  const chosen = choices[choice]
  if (chosen === undefined || chosen === 'open') return
  values[slot] =
    member === undefined
      ? chosen.compared
      : withMember(values[slot], member, chosen.compared as boolean)
}

function withMember(before: Value, member: string, so: boolean): Value {
  return new Map([...(before instanceof Map ? before : []), [member, so]])
}

function clear({ slot, member }: Variable, values: Value[]): void {
  const left = [...((values[slot] instanceof Map ? values[slot] : []) as Map<string, boolean>)]
  const others = left.filter(([name]) => name !== member)
  values[slot] = others.length === 0 ? undefined : new Map(others)
}

/** The steps without those that the goals do not need. */
function withoutNeedless(
  trail: readonly Step[],
  problem: Problem,
  values: Value[],
): readonly Step[] {
  return trail.filter((step) => {
    clear(step.variable, values)
    const needless = look(problem, values) === 'reached'
    if (!needless) assign(step, values)
    return !needless && step.variable.choices[step.choice] !== 'open'
  })
}

/** The steps as a situation is written: nested, of a list each member for itself. */
function written(steps: readonly Step[]): AnySituation {
  const situation: Nested = {}
  for (const { variable, choice } of steps) {
    const path = [
      ...variable.fact.split('.'),
      ...(variable.member === undefined ? [] : [variable.member]),
    ]
    const last = path.pop() as string
    let branch = situation
    for (const part of path) {
      branch[part] ??= {}
      branch = branch[part] as Nested
    }
    branch[last] = (variable.choices[choice] as ValueClass).stated
  }
  return situation
}

interface Nested {
  [key: string]: Nested | Scalar
}
