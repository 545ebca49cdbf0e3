import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourcesOf, waysTo } from '../../../src/author/prove/kinds/waysTo.js'
import { type Input, inputsOf } from '../../../src/author/prove/open/inputs.js'
import { type Statement, written } from '../../../src/author/prove/open/world.js'
import { valueIn } from '../../../src/decide/compiledPack.js'
import { knownFrom } from '../../../src/decide/decide.js'
import { parseSituation } from '../../../src/decide/situation.js'
import type { Conditions } from '../../../src/pack/conditions.js'
import type { Fact } from '../../../src/pack/fact.js'
import { createPack, type Pack } from '../../../src/pack/pack.js'
import { fact, packSource, when } from '../../support/builders.js'
import { runs } from '../../support/sample.js'

interface Told {
  readonly pack: Pack
  readonly inputs: readonly Input[]
}

const leaf = fc.constantFrom(
  when('abuse.suspected'),
  when('client.isMinor', false),
  when('consent.given'),
  when('risk.severity', 'minor', 'greaterThanInclusive'),
  when('risk.severity', 'minor'),
  when('risk.target', 'self', 'contains'),
  when('risk.target', 'child', 'doesNotContain'),
)
const { tree } = fc.letrec<{ readonly tree: Conditions }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Conditions => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Conditions => ({ any })),
    tie('tree').map((not): Conditions => ({ not })),
  ),
}))

test('the ways in which a fact follows are those that trying every statement finds, in that order, of 1,000 conditions', () => {
  let several = 0
  fc.assert(
    fc.property(tree, (derivedFrom) => {
      const facts = [...packSource().facts, fact({ name: 'some.matter', derivedFrom })]
      const pack = createPack(packSource({ facts }))
      const told = { pack, inputs: inputsOf([pack], [derivedFrom]) }
      const matter = pack.facts.get('some.matter') as Fact
      for (const value of [true, false]) {
        const ways = waysTo(matter, value, told)
        expect(ways).toEqual(tried(matter, value, told))
        if (ways.length > 1 && ways.some((way) => way.length > 1)) several++
      }
    }),
    runs(1_000),
  )
  expect(several).toBeGreaterThan(10)
})

/** Every statement after every other, as long as the fact does not follow; of these the ones that state no more than another. */
function tried(matter: Fact, value: boolean, told: Told): readonly (readonly Statement[])[] {
  const found: (readonly Statement[])[] = []
  let partial: (readonly Statement[])[] = [[]]
  for (const input of sourcesOf(matter, told)) {
    const longer = partial.flatMap((way) => input.values.map((one) => [...way, { input, value: one }]))
    const known = longer.map((way) => ({ way, so: follows(matter, way, told.pack) }))
    found.push(...known.filter(({ so }) => so === value).map(({ way }) => way))
    partial = [...partial, ...known.filter(({ so }) => so === undefined).map(({ way }) => way)]
  }
  const has = (way: readonly Statement[], part: Statement) =>
    way.some((one) => one.input === part.input && one.value === part.value)
  return found.filter((way) => !found.some((other) => other !== way && other.every((part) => has(way, part))))
}

function follows({ name }: Fact, way: readonly Statement[], pack: Pack) {
  return valueIn(knownFrom(parseSituation(written(way), pack), pack).values, name, pack)
}
