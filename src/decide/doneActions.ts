import { compile, type Test } from '../pack/evaluation.js'
import { oncePerPack, type Pack } from '../pack/pack.js'
import { compiledPack, type Known } from './compiledPack.js'

/** The actions that are stated to be done: what is presumed, or not known, does not make anything done. */
export function doneActions<S>({ values }: Known, pack: Pack<S>): ReadonlySet<string> {
  return new Set(doneTests(pack).flatMap(([action, isDone]) => (isDone(values) === true ? [action] : [])))
}

const doneTests = oncePerPack((pack): readonly (readonly [string, Test])[] =>
  [...pack.actions.values()].flatMap(({ name, done }) =>
    done ? [[name, compile(done.conditions, pack.facts, compiledPack(pack).slots)] as const] : [],
  ),
)
