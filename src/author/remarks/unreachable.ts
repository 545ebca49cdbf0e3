import { compiledPack } from '../../decide/compiledPack.js'
import { type Conditions, leaves } from '../../pack/conditions.js'
import type { Fact } from '../../pack/fact.js'
import { leavesRead } from '../../pack/factsRead.js'
import type { Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import type { CheckedPack } from './check.js'
import { placeOf, type Remark } from './remark.js'

/**
 * Rules to which no question leads. A consultation begins with the openers, and what is asked next is read by rules for which something
 * that was asked may be a reason; a rule of which every fact is new is then never asked about, unless one of them is an opener or is
 * told with a story. A warning in a pack that extends another, a note in one that stands alone: its facts may be asked in a form of a host.
 */
export function unreachableRemarks({ pack }: CheckedPack): readonly Remark[] {
  const reached = reachedRules(pack)
  return rulesToReach(pack)
    .filter((rule) => !reached.has(rule))
    .flatMap((rule) => unreachable(rule, pack))
}

/** A rule that reads nothing but background waits for no question. */
function unreachable(rule: Rule, pack: Pack<unknown>): readonly Remark[] {
  const asked = reasonsFor(rule, pack).filter((name) => isAsked(pack.facts.get(name) as Fact))
  if (asked.length === 0) return []
  const names = asked.map((name) => `\`${name}\``).join(', ')
  const message = `no question leads to it: put ${asked.length === 1 ? '' : 'one of '}${names} among the \`openers\` of pack.json`
  const level = rule.pack === pack.parts[0].name ? 'note' : 'warning'
  return [{ kind: 'unreachable', level, place: placeOf(rule), message, rules: [rule.name] }]
}

/** What is owed in nearly every situation, or finds out danger, waits for no question. */
function rulesToReach({ rules }: Pack<unknown>): readonly Rule[] {
  return [...rules.values()].filter(({ standing, findsOut }) => !standing && findsOut === undefined)
}

function reachedRules(pack: Pack<unknown>): ReadonlySet<Rule> {
  const known = new Set(startingFacts(pack))
  const reached = new Set<Rule>()
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const rule of rulesToReach(pack)) {
      if (reached.has(rule) || !reasonsFor(rule, pack).some((name) => known.has(name))) continue
      reached.add(rule)
      for (const name of factsFor(rule, pack)) known.add(name)
    }
  }
  return reached
}

/** What is asked first, what a worker tells with the story, and what frameworks and signs of danger ask for. */
function startingFacts(pack: Pack<unknown>): readonly string[] {
  const { header, facts, frameworks } = pack
  const told = [...facts.values()].filter(({ toldWithStory }) => toldWithStory).map(({ name }) => name)
  const whens = [...frameworks.values()].flatMap(({ guidelines }) => guidelines.flatMap(({ when }) => when ?? []))
  const asked = [...whens, compiledPack(pack).dangerSigns].flatMap((conditions) => leavesRead(conditions, facts))
  return [...header.openers, ...told, ...asked.map(({ fact }) => fact)]
}

/** The facts that give a rule a reason to be asked about: background gives none. */
function reasonsFor({ conditions }: Rule, { facts }: Pack<unknown>): readonly string[] {
  const read = leavesRead(conditions, facts).map(({ fact }) => fact)
  return [...new Set(read)].filter((name) => facts.get(name)?.background !== true)
}

/** All that is asked for once a rule is in doubt. */
function factsFor(rule: Rule, { facts }: Pack<unknown>): readonly string[] {
  const read = (conditions: Conditions) => [...leaves(conditions), ...leavesRead(conditions, facts)]
  const parts = [rule.conditions, ...rule.unless.map(({ conditions }) => conditions)]
  return parts.flatMap(read).map(({ fact }) => fact)
}

function isAsked({ ask, presume }: Fact): boolean {
  return ask !== undefined && presume === undefined
}
