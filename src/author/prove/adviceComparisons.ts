import type { Said } from '../../pack/invariant.js'
import { type Certainty, certainties, statuses, type Urgency, urgencies } from '../../vocabulary.js'
import type { OpenOutlook } from './open/outlook.js'
import type { Literal } from './solve/circuit.js'

/** What is looked at of an advice: of an open situation as parts of a circuit, of a weighed one as it is. */
export interface Look<T> {
  said(action: string, what: readonly Said[]): T
  surely(action: string, certainty: readonly Certainty[]): T
  atLeast(level: Urgency): T
}

/** How parts are put together: in a circuit, or as they are. */
export interface Logic<T> {
  all(parts: readonly T[]): T
  any(parts: readonly T[]): T
  not(part: T): T
}

export const plainLogic: Logic<boolean> = {
  all: (parts) => parts.every(Boolean),
  any: (parts) => parts.some(Boolean),
  not: (part) => !part,
}

/** How parts are put together in the circuit of an open situation. */
export function openLogic({ circuit }: OpenOutlook): Logic<Literal> {
  return { all: (parts) => circuit.all(parts), any: (parts) => circuit.any(parts), not: (part) => -part }
}

/** What is said of an open situation. */
export function openLook(outlook: OpenOutlook): Look<Literal> {
  const { circuit } = outlook
  return {
    said: (action, what) => circuit.any(what.map((one) => outlook.said(action, one))),
    surely: (action, wanted) =>
      circuit.any(
        statuses.flatMap((status) =>
          certainties.filter((one) => wanted.includes(one)).map((one) => outlook.certain(action, status, one)),
        ),
      ),
    atLeast: (level) => outlook.atLeast(level),
  }
}

/** The statuses that ask for an action at least so strongly. */
const towards: readonly (readonly Said[])[] = [['must'], ['must', 'should'], ['must', 'should', 'may']]

/** Whether the strongest that is said for one of some actions is weaker in the second than in the first. */
export function weakened<T>(actions: readonly string[], [one, other]: Two<T>, contested: boolean, logic: Logic<T>): T {
  const open: readonly Said[] = contested ? ['done'] : ['done', 'contested']
  const some = (look: Look<T>, what: readonly Said[]) => logic.any(actions.map((action) => look.said(action, what)))
  return logic.any(towards.map((level) => logic.all([some(one, level), logic.not(some(other, [...level, ...open]))])))
}

/** Whether an action is asked for more strongly in the second than in the first. */
export function strengthened<T>(action: string, [one, other]: Two<T>, contested: boolean, logic: Logic<T>): T {
  const open: readonly Said[] = contested ? ['contested'] : []
  return logic.any(
    towards.map((level) => {
      const reached = [...level, ...open]
      return logic.all([other.said(action, reached), logic.not(one.said(action, reached))])
    }),
  )
}

/** Whether an action that must or should be done is no longer spoken of in its favour. */
export function dropped<T>(action: string, [one, other]: Two<T>, logic: Logic<T>): T {
  const left: readonly Said[] = ['must', 'should', 'may', 'done', 'contested']
  return logic.all([one.said(action, ['must', 'should']), logic.not(other.said(action, left))])
}

/** Whether another status is said in the second than in the first. */
export function changed<T>(action: string, [one, other]: Two<T>, logic: Logic<T>): T {
  const all: readonly Said[] = [...statuses, 'done', 'gave-way']
  return logic.any(
    all.flatMap((what) => [
      logic.all([one.said(action, [what]), logic.not(other.said(action, [what]))]),
      logic.all([other.said(action, [what]), logic.not(one.said(action, [what]))]),
    ]),
  )
}

/** Whether the second is less urgent than the first. */
export function calmed<T>([one, other]: Two<T>, logic: Logic<T>): T {
  return logic.any(urgencies.map((level) => logic.all([one.atLeast(level), logic.not(other.atLeast(level))])))
}

export type Two<T> = readonly [Look<T>, Look<T>]
