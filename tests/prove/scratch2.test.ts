import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranked, surestClaim } from '../../src/advise/ranked.js'
import { factIn, inputsOf } from '../../src/author/prove/open/inputs.js'
import { OpenOutlook } from '../../src/author/prove/open/outlook.js'
import { openWorld } from '../../src/author/prove/open/world.js'
import { Circuit } from '../../src/author/prove/solve/circuit.js'
import { comparedValue } from '../../src/decide/compiled.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { leafTruth } from '../../src/pack/conditions.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { certainties, statuses, urgencies } from '../../src/vocabulary.js'
import { outline } from '../../src/weigh/outline.js'
import { arbitraryPack, runs, situationOf } from '../support/builders.js'

function compare(pack: Pack<any>, situations: any[], options: any = {}) {
  const inputs = inputsOf([pack])
  const circuit = new Circuit()
  const world = openWorld(inputs, circuit)
  const open = new OpenOutlook(pack, world, circuit, { rounds: 1000, ...options })
  const out: string[] = []
  for (const s of situations) {
    const stated = parseSituation(s, pack)
    const known = knownFrom(stated, pack)
    const o = outline(known, pack, options)
    const real = new Map(
      ranked(o, pack).map((r) => [r.action, `${r.status} ${o.sure.get(surestClaim(r, o))!.certainty} ${r.urgency}`]),
    )
    // variables
    const leavesOf = (f: string) => open as any
    const on = new Set<number>()
    for (const [input, choices] of world) {
      const v = stated.get(input.fact)
      if (v === undefined || v === null) continue
      const fact = pack.facts.get(input.fact)!
      if (input.member !== undefined) {
        const m = v as ReadonlyMap<string, boolean | null>
        const read = choices
        const members = [...inputs].filter((i) => i.fact === input.fact).map((i) => i.member)
        let so = m.get(input.member)
        if ((so === undefined || so === null) && (input as any).member === members[members.length - 1])
          for (const [k, x] of m) if (!members.includes(k) && x !== null) so = x
        for (const c of read) if (c.value === so) on.add(c.literal)
      } else {
        const cls = classOf(pack, fact, v, input.values)
        for (const c of choices) if (c.value === cls) on.add(c.literal)
      }
    }
    const memo = new Map<number, boolean>()
    const holds = (l: number) => circuit.holds(l, (x) => on.has(x), memo)
    for (const action of pack.actions.keys()) {
      const st = statuses.filter((x) => holds(open.said(action, x)))
      const got = st
        .map(
          (x) =>
            `${x} ${certainties.filter((c) => holds(open.certain(action, x, c))).join('/')} ${urgencies.filter((u) => holds(open.soon(action, x, u))).join('/')}`,
        )
        .join(' & ')
      if (got !== (real.get(action) ?? '')) out.push(`${action}: circuit ${got} real ${real.get(action)}`)
    }
    const urg = urgencies.find((u) => holds(open.atLeast(u)))
    if (urg !== o.urgency) out.push(`urgency circuit ${urg} real ${o.urgency}`)
  }
  return out
}

import { leaves } from '../../src/pack/facts.js'
import { signsOfDanger } from '../../src/pack/ruleForms.js'

function classOf(pack: any, fact: any, v: any, values: any) {
  const conds = [
    ...[...pack.rules.values()].flatMap((r: any) => [r, ...r.unless].map((x: any) => x.conditions)),
    ...[...pack.facts.values()].flatMap((f: any) => f.derivedFrom ?? []),
    ...[...pack.frameworks.values()].flatMap((f: any) => f.guidelines.flatMap((g: any) => g.when ?? [])),
    signsOfDanger(pack.facts.values()),
  ]
  const ls = conds.flatMap(leaves).filter((l) => l.fact === fact.name)
  const key = (x: any) => ls.map((l) => leafTruth(l, pack.facts)(comparedValue(fact, x))).join()
  return values.find((x: any) => key(x) === key(v))
}
test('random', () => {
  let n = 0
  fc.assert(
    fc.property(
      arbitraryPack().chain((s) => {
        const p = createPack(s)
        return fc.tuple(fc.constant(p), fc.array(situationOf(p), { minLength: 10, maxLength: 10 }))
      }),
      ([p, ss]) => {
        n += ss.length
        expect(compare(p, ss)).toEqual([])
        const f = [...p.frameworks.keys()][0]
        if (f) expect(compare(p, ss, { framework: f })).toEqual([])
        expect(compare(p, ss, { on: '2026-03-01' })).toEqual([])
      },
    ),
    runs(300),
  )
  console.log(n)
}, 600000)
test('shipped', () => {
  fc.assert(
    fc.property(fc.array(situationOf(socialWork as any), { minLength: 20, maxLength: 20 }), (ss) => {
      expect(compare(socialWork as any, ss)).toEqual([])
    }),
    runs(5),
  )
}, 600000)
