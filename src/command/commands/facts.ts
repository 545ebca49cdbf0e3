import { Command } from '@commander-js/extra-typings'
import { nameIndex } from '../../find/nameIndex.js'
import type { Pack } from '../../index.js'
import type { Fact } from '../../pack/facts.js'
import { ends } from '../ending.js'
import { entriesReport, inBoth } from '../namesReport.js'
import { admitOption, jsonOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, paint, print } from '../print.js'

export const facts = new Command('facts')
  .summary('finds the names of facts and of their values, by words of either language')
  .description(
    'Finds the names of facts and of their values, by words of either language; without words it lists all.',
  )
  .argument('[words...]', 'what they are about: gift, hadiah')
  .option('--all', 'all that were found, not the first ten')
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends((words, { all, json, ...which }) => {
      const pack = packOf(undefined, which)
      if (words.length === 0) return print([...pack.facts.values()].map(line).join('\n'))
      const found = factsFound(words.join(' '), pack)
      return print(json ? inJson(found) : entriesReport(found.map(entry), all))
    }),
  )

/**
 * The facts about which some words are, the nearest first; a value that is found brings its fact
 * with it.
 */
function factsFound(words: string, pack: Pack<unknown>): readonly Fact[] {
  const named = nameIndex(pack).search(words, ({ kind }) => kind !== 'action')
  const names = new Set(named.map(({ name, fact }) => fact ?? name))
  return [...names].map((name) => pack.facts.get(name) as Fact)
}

function line({ name, type, label }: Fact): string {
  return `${paint(name, 'bold')}  ${paint(type, 'dim')}  ${inBoth(label)}`
}

function entry(fact: Fact): string {
  const values = (fact.values ?? []).map(
    ({ value, label }) => `    ${paint(value, 'cyan')}  ${inBoth(label)}`,
  )
  return [line(fact), ...(fact.ask ? [`  ${inBoth(fact.ask)}`] : []), ...values].join('\n')
}
