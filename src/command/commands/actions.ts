import { Command } from '@commander-js/extra-typings'
import { actionsMeant } from '../../find/actionsMeant.js'
import type { Action } from '../../pack/packSource.js'
import { ends } from '../ending.js'
import { entriesReport, inBoth } from '../namesReport.js'
import { admitOption, jsonOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, paint, print } from '../print.js'

export const actions = new Command('actions')
  .summary('finds the names of actions, by words of either language')
  .description('Finds the names of actions, by words of either language; without words it lists all.')
  .argument('[words...]', 'what they are about: gift, hadiah')
  .option('--all', 'all that were found, not the first ten')
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends((words, { all, json, ...which }) => {
      const pack = packOf(undefined, which)
      if (words.length === 0) return print([...pack.actions.values()].map(line).join('\n'))
      const found = actionsMeant(words.join(' '), pack)
      return print(json ? inJson(found) : entriesReport(found.map(line), all))
    }),
  )

function line({ name, label }: Action): string {
  return `${paint(name, 'bold')}  ${inBoth(label)}`
}
