import { constantsIn, type Leaf, type Scalar } from '../conditions.js'
import type { Declared, FactTypeShape } from './factType.js'
import { number } from './number.js'
import { oneOf } from './oneOf.js'
import { scale } from './scale.js'
import { someOf } from './someOf.js'
import { yesNo } from './yesNo.js'

/** The types a fact can have, by the name under which JSON knows them. A new type is one file beside these and a line here. */
const shapes = {
  'yes-no': yesNo,
  'one-of': oneOf,
  'some-of': someOf,
  scale,
  number,
} satisfies Readonly<Record<string, FactTypeShape>>

export type FactType = keyof typeof shapes

/** The names of the types. */
export const factTypes = Object.keys(shapes) as readonly FactType[]

/** What the type of a fact says of it. */
export function typeOf({ type }: { readonly type: FactType }): FactTypeShape {
  return shapes[type]
}

/** One value at least of each class that comparisons of a fact can tell apart. */
export function toldApart(fact: Declared & { readonly type: FactType }, compared: readonly Leaf[]): readonly Scalar[] {
  const type = typeOf(fact)
  return (type.toldApart ?? type.values)(fact, constantsIn(compared))
}
