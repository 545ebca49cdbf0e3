import { describe, expect, test } from 'vitest'
import { prove } from '../../../src/author/prove/prove.js'
import { type Conditions, type Leaf, leaves, type Scalar } from '../../../src/pack/conditions.js'
import type { Fact } from '../../../src/pack/fact.js'
import { valueNames } from '../../../src/pack/factTypes/wordList.js'
import { actionsMeant, type Invariant, type Never, type Vary } from '../../../src/pack/invariant.js'
import { createPack } from '../../../src/pack/pack.js'
import type { RuleSource } from '../../../src/pack/rule.js'
import { socialWork } from '../../../src/social-work/socialWork.js'
import { type Force, forces } from '../../../src/vocabulary.js'
import { incompatibilities, isTowards } from '../../../src/weigh/claims.js'
import { rule, says } from '../../support/builders.js'
import { sampleOf } from '../../support/sample.js'

/*
 * The shipped pack broken on purpose: for every invariant one rule more, made from what the invariant says, that does what must
 * never be and prevails over all that speaks against it. Each must be found out, with a case that can be read.
 */

const { facts, actions, invariants, rules, sources } = socialWork
const [written] = socialWork.parts
const excluded = incompatibilities([...actions.values()])

/** A rule that does what an invariant says is never done. */
function breaking(one: Invariant): RuleSource {
  const name = `break-${one.name}`
  if (one.every === 'rule') return groundless(name)
  if (one.every === 'derived-fact') return readingTheSource(name)
  if (one.every === 'protected-fact') return burdening(name, one)
  const [never] = one.never as [Never]
  const [pair] = one.pairs ?? []
  if (pair) {
    const leaf: Leaf = {
      fact: pair.fact,
      operator: pair.so === false ? 'doesNotContain' : 'contains',
      value: pair.value,
    }
    return pushing(name, [leaf], 'must', actionsMeant(pair.actions, invariants))
  }
  const given = one.given ? [one.given] : []
  // What must be forbidden is forbidden no more (below); the rule is there for the situation to be told.
  if (never.lacks?.includes('must-not'))
    return rule({ name, conditions: { all: given }, may: ['assess-risk'], sources: ['EPS-1'] })
  const meant = actionsMeant(never.actions, invariants)
  const [vary] = one.vary ?? []
  if (vary === undefined)
    return pushing(name, given.length > 0 ? given : [anything], never.lacks ? 'must-not' : forceIn(never.said), meant)
  if (never.calms) return calming(name, [...given, answer(vary, true)])
  const later = never.strengthens ?? never.becomes
  return pushing(name, [...given, answer(vary, later !== undefined)], forceIn(never.becomes), meant)
}

/** A yes-no fact that bears on nothing else. */
const anything: Leaf = { fact: 'client.usesDrugs', operator: 'equal', value: true }

function forceIn(said: readonly string[] = ['must']): Force {
  return forces.find((force) => said.includes(force)) as Force
}

/** What is so of the first of two situations, or of the second. */
function answer({ fact: name, member, from = [], to = [], rises }: Vary, later: boolean): Leaf {
  const highest = valueNames(facts.get(name) as Fact).at(-1) as string
  if (rises) return { fact: name, operator: later ? 'equal' : 'lessThan', value: highest }
  const value = (later ? to : from).find((one) => one !== null) as Scalar
  if (member === undefined) return { fact: name, operator: 'equal', value }
  return { fact: name, operator: value === true ? 'contains' : 'doesNotContain', value: member }
}

/** Of what is asked for one action only, since some exclude each other. */
function pushing(name: string, conditions: readonly Conditions[], force: Force, all: readonly string[]): RuleSource {
  const meant = isTowards(force) ? all.slice(0, 1) : all
  const colliding = [...rules.values()].filter(({ pushes, name: other }) =>
    pushes.some(
      (push) =>
        meant.some((action) =>
          push.action === action
            ? isTowards(push.force) !== isTowards(force)
            : isTowards(force) && isTowards(push.force) && excluded.get(action)?.has(push.action) === true,
        ) && !other.startsWith('find-out.'),
    ),
  )
  const exceptionTo = colliding.map((one) => one.name)
  return rule({
    name,
    conditions: { all: [...conditions] },
    [force]: [...meant],
    sources: ['EPS-1'],
    ...(exceptionTo.length > 0 && { exceptionTo }),
  })
}

/** It forbids all that is asked for at once, so that nothing presses in the second of two situations. */
function calming(name: string, conditions: readonly Conditions[]): RuleSource {
  const written = [...rules.values()].filter(({ findsOut }) => findsOut === undefined)
  const asked = written.flatMap((one) =>
    one.pushes
      .filter(({ action, force }) => {
        const urgencies = [one.urgency, actions.get(action)?.urgency]
        return isTowards(force) && urgencies.includes('immediate')
      })
      .map(({ action }) => ({ action, by: one.name })),
  )
  return rule({
    name,
    conditions: { all: [...conditions] },
    'must-not': [...new Set(asked.map(({ action }) => action))],
    exceptionTo: [...new Set(asked.map(({ by }) => by))],
    sources: ['EPS-1'],
  })
}

/** Its one ground is the law of a country, and it holds everywhere. */
function groundless(name: string): RuleSource {
  const law = [...sources.values()].find(({ kind, jurisdiction }) => kind === 'law' && jurisdiction === 'US')
  return rule({ name, conditions: { all: [anything] }, may: ['assess-risk'], sources: [law?.name as string] })
}

/** It asks for a number where the fact that follows from it could be stated. */
function readingTheSource(name: string): RuleSource {
  const isNumber = ({ fact }: Leaf) => facts.get(fact)?.type === 'number'
  const [leaf] = [...facts.values()].flatMap(({ derivedFrom }) =>
    derivedFrom ? leaves(derivedFrom).filter(isNumber) : [],
  )
  return rule({
    name,
    conditions: { all: [{ fact: (leaf as Leaf).fact, operator: 'greaterThanInclusive', value: 0 }] },
    may: ['assess-risk'],
    sources: ['EPS-1'],
  })
}

function burdening(name: string, { never = [] }: Invariant): RuleSource {
  const marked = [...facts.values()].find((one) => one.protected) as Fact
  const [word] = valueNames(marked)
  const leaf: Leaf =
    word === undefined
      ? { fact: marked.name, operator: 'equal', value: true }
      : { fact: marked.name, operator: marked.type === 'some-of' ? 'contains' : 'equal', value: word }
  const burden = actionsMeant((never as readonly Never[])[0]?.actions, invariants)
  const made = pushing(name, [leaf], 'must', burden)
  return { ...made, event: { ...made.event, params: { ...made.event.params, protective: true } } }
}

/** The files of rules without what forbids what an invariant says must be forbidden. */
function forbidding(
  files: Readonly<Record<string, { readonly rules: readonly RuleSource[] }>>,
  freed: ReadonlySet<string>,
) {
  const without = (one: RuleSource): RuleSource[] => {
    const { 'must-not': forbidden = [], ...params } = one.event.params
    const left = forbidden.filter((action) => !freed.has(action))
    const speaks = left.length > 0 || forces.some((force) => force in params)
    return speaks
      ? [{ ...one, event: { ...one.event, params: { ...params, ...(left.length > 0 && { 'must-not': left }) } } }]
      : []
  }
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path, { ...file, rules: file.rules.flatMap(without) }]),
  )
}

describe('the shipped pack, broken', () => {
  const chosen = sampleOf([...invariants.all.values()], 60, 5)
  const answered = new Set(
    chosen.flatMap(({ pairs = [] }) => pairs.flatMap((pair) => actionsMeant(pair.actions, invariants))),
  )
  const freed = new Set(
    chosen.flatMap(({ never = [] }) =>
      never.flatMap(({ lacks, actions: named }) =>
        lacks?.includes('must-not') ? actionsMeant(named, invariants) : [],
      ),
    ),
  )
  const broken = createPack({
    ...written.source,
    // What the pack says of when an action is done is left out, too: no rule could ask for it again.
    actions: written.source.actions.map(({ done, ...action }) =>
      done && !answered.has(action.name) ? { ...action, done } : action,
    ),
    rules: {
      ...forbidding(written.source.rules as never, freed),
      'rules/broken.json': { standard: says('broken'), rules: chosen.map(breaking) },
    },
  })

  test('fails each invariant with a small case in words of both languages', async () => {
    const proof = await prove(broken, { only: chosen.map(({ name }) => name) })
    expect(
      proof.invariants.filter(({ verdict }) => verdict !== 'fails').map(({ name, verdict }) => [name, verdict]),
    ).toEqual([])
    for (const { name, counterexample } of proof.invariants) {
      const told = counterexample?.situations.map((one) => one.told) ?? []
      expect(told.length, name).toBeGreaterThan(0)
      expect(
        told.every(({ en, id }) => en !== undefined && id !== undefined && en !== id),
        name,
      ).toBe(true)
      // How soon hangs on every rule in doubt, so that more has to be said before nothing presses.
      const calms = invariants.all.get(name)?.never?.some((never) => never.calms) === true
      const most = Math.max(...told.map(({ en = '' }) => en.split(' · ').length))
      expect(most, name).toBeLessThanOrEqual(calms ? 30 : 8)
    }
  })
})
