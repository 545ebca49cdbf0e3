import type { Fact } from '../../pack/fact.js'
import { factsRead } from '../../pack/factsRead.js'
import type { Pack } from '../../pack/pack.js'
import type { Rule } from '../../pack/rule.js'
import { conditionsInWords, inEnglish } from '../inWords.js'
import { linkTo, sourceInWords } from './ruleEntry.js'

/** The facts that some rules read: by which question each is found out, or from what it follows. */
export function factsInWords(rules: readonly Rule[], pack: Pack<unknown>): readonly string[] {
  const parts = rules.flatMap((rule) => [rule, ...rule.unless])
  const read = new Set(parts.flatMap(({ conditions }) => [...factsRead(conditions, pack.facts)]))
  const shown = [...pack.facts.values()].filter(({ name }) => read.has(name))
  return ['## What the rules ask about', '', ...shown.flatMap((fact) => factInWords(fact, pack)), '']
}

function factInWords(
  { name, type, label, ask, values = [], derivedFrom }: Fact,
  pack: Pack<unknown>,
): readonly string[] {
  const named = values.map((one) => `${inEnglish(one.label)} \`${one.value}\``)
  const options = named.length === 0 ? '' : ` (${named.join('; ')})`
  const found = [...(ask ? [`${inEnglish(ask)}${options}`] : []), ...(derivedFrom ? ['It follows where'] : [])]
  return [
    `- **${inEnglish(label)}** \`${name}\`, ${type}: ${found.join(' ')}`,
    ...(derivedFrom ? conditionsInWords(derivedFrom, pack, '  ') : []),
  ]
}

/** The actions of which some rules speak, in the order of advice, each with the rules that ask for it or against it. */
export function actionsInWords(rules: readonly Rule[], pack: Pack<unknown>): readonly string[] {
  const shown = new Set(rules.map(({ name }) => name))
  const asked = [...pack.actions.values()].map(({ name, label }) => ({ name, label, by: rulesFor(name, rules) }))
  return [
    '## What the rules ask for',
    '',
    ...asked
      .filter(({ by }) => by.length > 0)
      .map(({ name, label, by }) => {
        const links = by.map(({ rule, force }) => `${force} ${linkTo(rule.name, shown)}`)
        return `- **${inEnglish(label)}** \`${name}\`: ${links.join(', ')}`
      }),
    '',
  ]
}

/** The rules that speak of an action, with the force with which they do. */
function rulesFor(action: string, rules: readonly Rule[]) {
  return rules.flatMap((rule) => {
    const push = rule.pushes.find((one) => one.action === action)
    return push ? [{ rule, force: push.force }] : []
  })
}

/** What the sources say that a rule stands on. */
export function sourcesInWords(rules: readonly Rule[], pack: Pack<unknown>): readonly string[] {
  const cited = new Set(
    rules.flatMap((rule) => [rule, ...(rule.otherPositions ?? [])]).flatMap(({ sources }) => sources),
  )
  const shown = [...pack.sources.values()].filter(({ name }) => cited.has(name))
  return [
    '## What the sources say',
    '',
    'In our own words.',
    '',
    ...shown.map(({ name, says }) => `- ${sourceInWords(name, pack)}: ${inEnglish(says)}`),
    '',
  ]
}
