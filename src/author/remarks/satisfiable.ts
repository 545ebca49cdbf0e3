import { compiledPack } from '../../decide/compiledPack.js'
import { atPaths } from '../../decide/nestedFacts.js'
import type { Conditions, Leaf } from '../../pack/conditions.js'
import { compile, type Test } from '../../pack/evaluation.js'
import type { Fact, Facts } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import type { Value } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import { type AnySituation, oncePerPack, type Pack } from '../../pack/pack.js'
import { type ValueClass, valueClasses } from './valueClasses.js'

/** Conditions, and whether they are to hold or not to hold. */
export interface Goal {
  readonly conditions: Conditions
  readonly wanted: boolean
}

/** A situation that proves it can be, in as few facts as do; or that it cannot be; or that the budget did not suffice. */
type Found = { readonly situation: AnySituation } | 'impossible' | 'not decided'

/**
 * Looks for a situation in which every goal comes out as wanted, whatever else is stated. Exact: one fact after another
 * is given a value of each class that the goals tell apart, and what three-valued evaluation rules out is not followed.
 * Derived facts follow from the others. The facts named in `open` are to stay not known. `budget` is how many partial
 * situations are looked at, at most.
 */
export function situationWhere(
  goals: readonly Goal[],
  pack: Pack<unknown>,
  budget: number,
  open: readonly string[] = [],
): Found {
  const problem = problemOf(goals.flatMap(parts), open, pack)
  const values: Value[] = compiledPack(pack).facts.map(() => undefined)
  const trail: Step[] = []
  for (let left = budget; left > 0; left--) {
    const standing = look(problem, values)
    if (standing === 'reached') return { situation: written(withoutNeedless(trail, problem, values)) }
    const next = standing === 'missed' ? undefined : nextVariable(standing, trail)
    if (next) take(trail, { variable: next, choice: 0 }, values)
    else if (!advance(trail, values)) return 'impossible'
  }
  return 'not decided'
}

/** What is given a value: a fact that follows from no other, or one member of a list; `open` stands for not known. */
interface Variable {
  readonly fact: string
  readonly slot: number
  readonly member?: string
  readonly choices: readonly (ValueClass | 'open')[]
}

/** A goal that cannot be taken apart, with what it hangs on. */
interface Part {
  readonly test: Test
  readonly wanted: boolean
  readonly variables: readonly Variable[]
}

interface Problem {
  readonly parts: readonly Part[]
  readonly derived: readonly { readonly slot: number; readonly test: Test }[]
  readonly open: readonly number[]
}

interface Step {
  readonly variable: Variable
  readonly choice: number
}

/** Several goals instead of one, as far as all of them have to be met. */
function parts({ conditions, wanted }: Goal): readonly Goal[] {
  if ('not' in conditions) return parts({ conditions: conditions.not, wanted: !wanted })
  const together = wanted ? 'all' in conditions && conditions.all : 'any' in conditions && conditions.any
  return together ? together.flatMap((part) => parts({ conditions: part, wanted })) : [{ conditions, wanted }]
}

function problemOf(goals: readonly Goal[], open: readonly string[], pack: Pack<unknown>): Problem {
  const { slots, derived } = compiledPack(pack)
  const read = goals.map(({ conditions }) => readBy(conditions, pack))
  const all = read.flatMap(({ leaves }) => leaves)
  const names = new Set([
    ...all.map(({ fact }) => fact),
    ...open.flatMap((name) => [name, ...sourcesOf(name, pack.facts)]),
  ])
  const variables = variablesOf(all, open, pack)
  return {
    parts: goals.map(({ wanted }, i) => {
      const { test, keys } = read[i] as Read
      return { test, wanted, variables: keys.map((key) => variables.get(key) as Variable) }
    }),
    derived: derived.filter(({ name }) => names.has(name)),
    open: open.map((name) => slots.get(name) as number),
  }
}

interface Read {
  readonly test: Test
  readonly leaves: readonly Leaf[]
  readonly keys: readonly string[]
}

const readings = oncePerPack(() => new Map<Conditions, Read>())

/** Conditions compiled, with all that they read; made once for each part of a pack. */
function readBy(conditions: Conditions, pack: Pack<unknown>): Read {
  const made = readings(pack).get(conditions)
  if (made) return made
  const leaves = leavesRead(conditions, pack.facts)
  const given = leaves.filter(({ fact }) => pack.facts.get(fact)?.derivedFrom === undefined)
  const keys = [...new Set(given.map((leaf) => keyOf(leaf, pack.facts)))]
  const read = { test: compile(conditions, pack.facts, compiledPack(pack).slots), leaves, keys }
  readings(pack).set(conditions, read)
  return read
}

/** A member of a list is a thing of its own. */
function keyOf({ fact, value }: Leaf, facts: Facts): string {
  const declared = facts.get(fact)
  return declared && typeOf(declared).input === 'members' ? `${fact} ${String(value)}` : fact
}

function variablesOf(leaves: readonly Leaf[], open: readonly string[], pack: Pack<unknown>) {
  const grouped = new Map<string, Leaf[]>()
  for (const leaf of leaves) {
    const key = keyOf(leaf, pack.facts)
    grouped.set(key, [...(grouped.get(key) ?? []), leaf])
  }
  const loose = new Set(open.flatMap((name) => sourcesOf(name, pack.facts)))
  return new Map([...grouped].map(([key, of]) => [key, variableOf(of, open, loose, pack)]))
}

/** What a fact that is to stay not known follows from may have to stay not known too. */
function sourcesOf(name: string, facts: Facts): readonly string[] {
  const { derivedFrom } = facts.get(name) as Fact
  return derivedFrom ? leavesRead(derivedFrom, facts).map(({ fact }) => fact) : []
}

function variableOf(
  leaves: readonly Leaf[],
  open: readonly string[],
  loose: ReadonlySet<string>,
  pack: Pack<unknown>,
): Variable {
  const { fact: name, value } = leaves[0] as Leaf
  const fact = pack.facts.get(name) as Fact
  const classes = open.includes(name) ? [] : valueClasses(fact, leaves, pack.facts)
  return {
    fact: name,
    slot: compiledPack(pack).slots.get(name) as number,
    ...(typeOf(fact).input === 'members' && { member: String(value) }),
    choices: open.includes(name) || loose.has(name) ? [...classes, 'open'] : classes,
  }
}

/** Whether all goals are met, one is missed for good, or else the parts that are still to be decided. */
function look({ parts, derived, open }: Problem, values: Value[]): 'reached' | 'missed' | readonly Part[] {
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

/** The next thing to decide: of the part that hangs on the fewest things not yet decided, the first of them. */
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
  values[slot] = member === undefined ? chosen.compared : withMember(values[slot], member, chosen.compared as boolean)
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
function withoutNeedless(trail: readonly Step[], problem: Problem, values: Value[]): readonly Step[] {
  return trail.filter((step) => {
    clear(step.variable, values)
    const needless = look(problem, values) === 'reached'
    if (!needless) assign(step, values)
    return !needless && step.variable.choices[step.choice] !== 'open'
  })
}

/** The steps as a situation is written: nested, of a list each member for itself. */
function written(steps: readonly Step[]): AnySituation {
  return atPaths(
    steps.map(({ variable, choice }) => [
      [...variable.fact.split('.'), ...(variable.member === undefined ? [] : [variable.member])],
      (variable.choices[choice] as ValueClass).stated,
    ]),
  )
}
