import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Remark, RemarkKind } from '../../src/author/remarks/remark.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import type { Known } from '../../src/decide/compiledPack.js'
import { decide, type Finding, knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import { extendPack } from '../../src/pack/extendPack.js'
import type { Fact } from '../../src/pack/fact.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { type AnySituation, createPack, type Pack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import type { Rule, RuleSource } from '../../src/pack/rule.js'
import { assess } from '../../src/weigh/assess.js'
import { isTowards, strength } from '../../src/weigh/claims.js'
import { weigh } from '../../src/weigh/weigh.js'
import { arbitraryPack, nested, packSource, rule, says } from '../support/builders.js'
import { runs } from '../support/sample.js'

/*
 * The oracle: every situation in which all facts are known, on every day that makes a difference, decided and weighed as
 * advice is. What happens in none of them, in some or in all must be what the remarks say. Beside each situation stand
 * those in which one fact that a rule finds out is left open, since such a rule holds in no other.
 */

const mostSituations = 400
const days = ['2024-06-01', '2025-06-01', '2026-01-31', '2026-02-01']

/** Of the values of each fact enough that every comparison the random packs can make is told apart. */
function grid(fact: Fact): readonly unknown[] {
  if (fact.derivedFrom !== undefined) return [undefined]
  if (fact.type === 'yes-no') return [true, false]
  if (fact.type !== 'number') return fact.type === 'some-of' ? subsets(valueNames(fact)) : valueNames(fact)
  const numbers = [-2, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18]
  return numbers.filter((value) => value >= (fact.min ?? value))
}

function subsets(members: readonly string[]): readonly Readonly<Record<string, boolean>>[] {
  return members.reduce<Record<string, boolean>[]>(
    (sofar, member) => sofar.flatMap((one) => [true, false].map((so) => ({ ...one, [member]: so }))),
    [{}],
  )
}

function everySituation(pack: Pack): readonly (readonly (readonly [string, unknown])[])[] {
  return [...pack.facts.values()].reduce<(readonly [string, unknown])[][]>(
    (sofar, fact) => sofar.flatMap((one) => grid(fact).map((value) => [...one, [fact.name, value] as const])),
    [[]],
  )
}

function isSmall(pack: Pack): boolean {
  const count = [...pack.facts.values()].reduce((product, fact) => product * grid(fact).length, 1)
  return count <= mostSituations
}

const smallPack = arbitraryPack()
  .map((source) => ({ source, pack: createPack(source) }))
  .filter(({ pack }) => isSmall(pack))

/** What happened in all the situations of a pack. */
interface Seen {
  readonly applied: Set<string>
  readonly held: Map<string, number>
  readonly unlessHeld: Map<string, number>
  readonly without: Set<string>
  readonly collisions: Set<string>
  readonly undecided: Set<string>
  readonly heard: Set<string>
  situations: number
}

function seen(pack: Pack): Seen {
  const all: Seen = {
    applied: new Set(),
    held: new Map(),
    unlessHeld: new Map(),
    without: new Set(),
    collisions: new Set(),
    undecided: new Set(),
    heard: new Set(),
    situations: 0,
  }
  const found = [...new Set([...pack.rules.values()].flatMap(({ findsOut }) => findsOut ?? []))]
  for (const facts of everySituation(pack)) {
    all.situations++
    const known = knownIn(facts, pack)
    for (const day of days) seeComplete(known, day, pack, all)
    for (const open of found) {
      const partial = facts.filter(([name]) => name !== open)
      seeOpen(knownIn(partial, pack), pack, all)
    }
  }
  return all
}

function knownIn(facts: readonly (readonly [string, unknown])[], pack: Pack): Known {
  const stated = facts.filter(([, value]) => value !== undefined)
  return knownFrom(parseSituation(nested(stated), pack), pack)
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

function seeComplete(known: Known, day: string, pack: Pack, all: Seen): void {
  const findings = decide(known, pack, day)
  const applying = new Set(findings.filter(({ outcome }) => outcome === 'applies').map(({ rule }) => rule.name))
  for (const finding of findings) seeFinding(finding, day, all)
  for (const one of applying) {
    all.applied.add(one)
    for (const other of pack.rules.keys()) if (!applying.has(other)) all.without.add(`${one} without ${other}`)
  }
  seeCollisions(findings, known, pack, all, () => true)
}

/** A rule that is not in force says nothing of its conditions. */
function seeFinding({ rule, holds, unless }: Finding, day: string, all: Seen): void {
  const { from = day, until = day } = rule.inForce ?? {}
  if (rule.findsOut || from > day || day > until) return
  count(all.held, `${rule.name} on a day`)
  if (holds !== true) return
  count(all.held, rule.name)
  for (const [i, truth] of unless.entries()) if (truth === true) count(all.unlessHeld, `${rule.name} ${i}`)
}

function seeOpen(known: Known, pack: Pack, all: Seen): void {
  for (const day of days) {
    const findings = decide(known, pack, day)
    const sure = new Set(findings.filter(({ outcome }) => outcome === 'applies').map(({ rule }) => rule))
    const wanted = (rules: readonly Rule[]) =>
      rules.every((rule) => sure.has(rule)) && rules.some(({ findsOut }) => findsOut)
    seeCollisions(findings, known, pack, all, wanted)
  }
}

function seeCollisions(
  findings: readonly Finding[],
  known: Known,
  pack: Pack,
  all: Seen,
  wanted: (rules: readonly Rule[]) => boolean,
): void {
  const { collisions, labels } = weigh(findings, known, pack)
  for (const { claims, settledBy, prevails, counsel } of collisions) {
    const [one, other] = claims
    if (!wanted([one.rule, other.rule])) continue
    const key = collisionKey([one.rule.name, other.rule.name], [one.action, other.action])
    all.collisions.add(`${key} ${settledBy} ${prevails?.rule.name}`)
    if (claims.every((claim) => labels.get(claim) === 'undecided') && settledBy === 'undecided') all.undecided.add(key)
    if (settledBy === 'exception' || settledBy === 'force') continue
    for (const { prevails, framework } of counsel.opinions) if (prevails) all.heard.add(framework.name)
  }
}

function collisionKey([one, other]: readonly string[], [action, against]: readonly string[]): string {
  return `${one} ${action} ${other} ${against}`
}

const rulesOf = (pack: Pack) => [...pack.rules.values()].filter(({ findsOut }) => findsOut === undefined)
const places = (found: readonly Remark[], ...kinds: RemarkKind[]) =>
  found.filter(({ kind }) => kinds.includes(kind)).map(({ place }) => place.split(' · ').slice(1).join(' · '))
const sorted = (list: Iterable<string>) => [...new Set(list)].sort()

/** A pack whose rules find out only what follows from nothing else: leaving one fact open is then all there is to see. */
function findsOutPlainly(pack: Pack): boolean {
  const found = [...pack.rules.values()].flatMap(({ findsOut }) => findsOut ?? [])
  return found.every((name) => pack.facts.get(name)?.derivedFrom === undefined)
}

describe('what is remarked of rules is what all situations of small random packs show', () => {
  const packs = fc.sample(smallPack, runs(60, 60)).map(({ source, pack }) => ({
    source,
    pack,
    all: seen(pack),
    found: remarks(pack),
  }))

  test('nothing is left undecided, save what hangs on a guideline while a danger is found out', () => {
    const open = packs.flatMap(({ found }) => found.filter(({ kind }) => kind === 'not-decided'))
    expect(open.filter(({ rules = [] }) => !rules.some((name) => name.startsWith('find-out.')))).toEqual([])
  })

  test('the rules that can never apply are those that apply in no situation', () => {
    for (const { pack, all, found } of packs) {
      const never = rulesOf(pack).filter(({ name }) => !all.applied.has(name))
      const told = places(found, 'never-applies', 'unless-always').map((place) => place.replace(/ · .*/, ''))
      expect(sorted(told)).toEqual(sorted(never.map(({ name }) => name)))
    }
  })

  test('an `unless` never or always holds while the conditions do, as it does in all situations', () => {
    for (const { pack, all, found } of packs) {
      const shown = (wanted: (held: number, of: number) => boolean) =>
        rulesOf(pack).flatMap(({ name, unless }) =>
          unless.flatMap((_, i) =>
            wanted(all.unlessHeld.get(`${name} ${i}`) ?? 0, all.held.get(name) ?? 0) ? [`${name} · unless[${i}]`] : [],
          ),
        )
      expect(sorted(places(found, 'unless-never'))).toEqual(sorted(shown((held, of) => of > 0 && held === 0)))
      expect(sorted(places(found, 'unless-always'))).toEqual(sorted(shown((held, of) => of > 0 && held === of)))
    }
  })

  test('the collisions that can happen, and what settles each, are those that happen', () => {
    for (const { all, found } of packs.filter(({ pack }) => findsOutPlainly(pack))) {
      const skipped = found.filter(({ kind }) => kind === 'not-decided').map(({ rules = [] }) => rules.join())
      const kept = (key: string) => !skipped.some((pair) => pair === `${key.split(' ')[0]},${key.split(' ')[2]}`)
      const told = found.flatMap(({ rules = [], actions = [], settledBy, prevails }) =>
        actions.map((pair) => `${collisionKey(rules, pair)} ${settledBy} ${prevails}`),
      )
      expect(sorted(told.filter(kept))).toEqual(sorted([...all.collisions].filter(kept)))
    }
  })

  test('every dilemma that is warned of happens, and is shown by its situation', () => {
    let warned = 0
    for (const { pack, all, found } of packs)
      for (const { rules = [], actions = [], on, ...one } of found.filter(isDilemmaWarned)) {
        const keys = actions.map((pair) => collisionKey(rules, pair))
        if (!rules.some((name) => name.startsWith('find-out.'))) {
          expect(keys.some((key) => all.undecided.has(key))).toBe(true)
          warned++
        }
        expect(undecidedIn(one.situation as AnySituation, on, pack).some((key) => keys.includes(key))).toBe(true)
      }
    expect(warned).toBeGreaterThan(10)
  })

  test('no dilemma that happens is passed over as settled by a third rule', () => {
    const passedOver = packs.flatMap(({ all, found }) => {
      const noted = found.filter(({ kind, level }) => kind === 'dilemma' && level === 'note')
      return noted.map(({ message, rules = [], actions = [] }) => ({
        decided: message.includes('wherever they meet'),
        happens: actions.some((pair) => all.undecided.has(collisionKey(rules, pair))),
      }))
    })
    expect(passedOver.filter(({ decided, happens }) => decided && happens)).toEqual([])
    expect(passedOver.filter(({ decided }) => decided).length).toBeGreaterThan(1)
    expect(passedOver.filter(({ decided }) => !decided).length).toBeLessThan(2)
  })

  /** The rules of which a witness is a proof, each with what it comes to there. */
  const witnessed = packs.flatMap(({ pack, found }) =>
    found.flatMap(({ kind, situation, rules = [], on }) => {
      if (situation === undefined) return []
      const findings = decide(knownFrom(parseSituation(situation, pack), pack), pack, on)
      const outcomes = rules.map((name) => findings.find(({ rule }) => rule.name === name)?.outcome)
      return [{ silenced: kind === 'rating-silences', outcomes }]
    }),
  )

  test('a witness shows the rules it is a proof for applying', () => {
    const shown = witnessed.filter(({ silenced }) => !silenced)
    expect(new Set(shown.flatMap(({ outcomes }) => outcomes))).toEqual(new Set(['applies']))
    expect(shown.length).toBeGreaterThan(100)
  })

  test('the witness of a duty that a rating silences shows it excepted', () => {
    const shown = witnessed.filter(({ silenced }) => silenced)
    expect(new Set(shown.flatMap(({ outcomes }) => outcomes))).toEqual(new Set(['excepted']))
  })

  test('the exceptions that can never prevail are those whose claims collide in no situation', () => {
    for (const { pack, all, found } of packs) {
      const collide = (one: string, other: string) =>
        [...all.collisions].some((key) => {
          const parts = key.split(' ')
          return [one, other].every((name) => parts[0] === name || parts[2] === name)
        })
      const never = rulesOf(pack).flatMap(({ name, exceptionTo }) =>
        exceptionTo
          .filter((other) => all.applied.has(name) && all.applied.has(other) && !collide(name, other))
          .map((other) => `${name} ${other}`),
      )
      const told = found.flatMap(({ kind, rules = [] }) => (kind === 'exception-never' ? [rules.join(' ')] : []))
      expect(sorted(told)).toEqual(sorted(never))
    }
  })

  test('the redundant rules are those that never apply without one that asks for as much', () => {
    let redundant = 0
    for (const { pack, all, found } of packs) {
      const rules = rulesOf(pack).filter(({ name }) => all.applied.has(name))
      const told = found.flatMap(({ kind, rules = [] }) => (kind === 'redundant' ? [rules] : []))
      redundant += told.length
      const covered = (one: Rule, other: Rule) =>
        one !== other && !all.without.has(`${one.name} without ${other.name}`) && asksAsMuch(other, one)
      for (const rule of rules) {
        const by = rules.filter((other) => covered(rule, other)).map(({ name }) => name)
        const own = told.filter(([name]) => name === rule.name)
        const asTwin = told.filter(([, name]) => name === rule.name).map(([name]) => name)
        if (own.length > 0) expect(by).toContain(own[0]?.[1])
        else expect(by.filter((name) => !asTwin.includes(name) && !told.some(([one]) => one === name))).toEqual([])
      }
    }
    expect(redundant).toBeGreaterThan(1)
  })

  test('without a rule that is warned of as redundant, every status is the same', () => {
    let left = 0
    for (const { source } of packs) {
      const copied = createPack(withNarrowerCopy(source))
      const told = remarks(copied).find(({ kind, rules = [] }) => kind === 'redundant' && rules[0] === narrower)
      if (told?.level !== 'warning') continue
      left++
      const without = createPack(source)
      for (const facts of everySituation(without).filter((_, i) => i % 5 === 0))
        for (const on of days)
          expect(statuses(knownIn(facts, without), without, on)).toEqual(statuses(knownIn(facts, copied), copied, on))
    }
    expect(left).toBeGreaterThan(15)
  })

  test('a framework that never decides is heard in no collision', () => {
    for (const { pack, all, found } of packs.filter(({ pack }) => findsOutPlainly(pack))) {
      if (found.some(({ kind }) => kind === 'not-decided')) continue
      const silent = [...pack.frameworks.keys()].filter((name) => !all.heard.has(name))
      expect(sorted(places(found, 'never-decides'))).toEqual(sorted(silent))
    }
  })

  test('a duty that holds in every situation is remarked where it is not marked `standing`', () => {
    for (const { pack, all, found } of packs) {
      const always = rulesOf(pack).filter(({ name }) => all.held.get(name) === all.held.get(`${name} on a day`))
      const told = places(
        found.filter(({ message }) => message.startsWith('holds whatever')),
        'standing-unmarked',
      )
      const unmarked = always.filter(({ name, standing }) => !standing && all.applied.has(name))
      expect(sorted(told)).toEqual(sorted(unmarked.map(({ name }) => name)))
    }
  })
})

const isDilemmaWarned = ({ kind, level }: Remark) => kind === 'dilemma' && level === 'warning'

function undecidedIn(situation: AnySituation, on: string | undefined, pack: Pack): readonly string[] {
  const known = knownFrom(parseSituation(situation, pack), pack)
  const { collisions, labels } = weigh(decide(known, pack, on), known, pack)
  return collisions
    .filter(
      ({ claims, settledBy }) => settledBy === 'undecided' && claims.every((one) => labels.get(one) === 'undecided'),
    )
    .map(({ claims: [one, other] }) => collisionKey([one.rule.name, other.rule.name], [one.action, other.action]))
}

function asksAsMuch(one: Rule, other: Rule): boolean {
  const pushed = (action: string, towards: boolean) =>
    Math.max(
      0,
      ...one.pushes
        .filter((push) => push.action === action && isTowards(push.force) === towards)
        .map(({ force }) => strength(force)),
    )
  return (
    other.pushes.every(({ action, force }) => pushed(action, isTowards(force)) >= strength(force)) &&
    other.whenOverridden.every((action) => one.whenOverridden.includes(action)) &&
    other.exceptionTo.every((name) => name !== one.name && one.exceptionTo.includes(name))
  )
}

function statuses(known: Known, pack: Pack, on: string): ReadonlyMap<string, string> {
  return new Map([...assess(known, pack, { on }).statuses].sort())
}

const narrower = 'narrower-copy'

/** The pack with one rule more: the first asked again, less strongly, where the second holds too. */
function withNarrowerCopy(source: PackSource): PackSource {
  const [[file, { standard, rules }]] = Object.entries(source.rules) as [[string, PackSource['rules'][string]]]
  const [first, second] = rules as [RuleSource, RuleSource]
  const { must, 'must-not': mustNot, exceptionTo, unless, ...params } = first.event.params
  const should = [...(must ?? []), ...(params.should ?? [])]
  const shouldNot = [...(mustNot ?? []), ...(params['should-not'] ?? [])]
  const copy = {
    ...first,
    name: narrower,
    conditions: { all: [first.conditions, second.conditions] },
    event: {
      ...first.event,
      params: {
        ...params,
        ...(unless && { unless }),
        ...(should.length > 0 && { should }),
        ...(shouldNot.length > 0 && { 'should-not': shouldNot }),
      },
    },
  }
  const excepted = rules.map((rule) => {
    const named = rule.event.params.exceptionTo
    if (!named?.includes(first.name)) return rule
    return { ...rule, event: { ...rule.event, params: { ...rule.event.params, exceptionTo: [...named, narrower] } } }
  })
  return { ...source, rules: { [file]: { standard, rules: [...excepted, copy] } } }
}

test('of the rules of one pack among several, what is remarked is what of all is about them', () => {
  const twin = (name: string) => rule({ name, must: ['assess-risk'] })
  const base = createPack(packSource({ rules: [twin('one'), twin('other')] }))
  const pack = extendPack(base, {
    pack: { name: 'ours', version: '1.0.0', title: says('Ours'), extends: 'tiny' },
    rules: { 'ours.json': { standard: says('Ours'), rules: [twin('third')] } },
  })
  const isOurs = ({ rules = [] }: Remark) => rules.length === 0 || rules.includes('third')
  const all = remarks(pack)
  expect(all.some((one) => !isOurs(one))).toBe(true)
  expect(all.some(({ rules = [] }) => rules.includes('third'))).toBe(true)
  expect(remarks(pack, { of: 'ours' })).toEqual(all.filter(isOurs))
})
