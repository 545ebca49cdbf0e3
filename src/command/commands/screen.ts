import { Command } from '@commander-js/extra-typings'
import { ends } from '../ending.js'
import { admitOption, packOption, percent } from '../options.js'
import { packOf } from '../pack.js'
import { screening } from '../screening/screening.js'

export const screen = new Command('screen')
  .summary('weighs many situations, one a line')
  .description('Weighs many situations, one a line, and writes what the rules say of each, one a line.')
  .argument(
    '<cases>',
    'a file of situations, one a line, or standard input (-); `{ "ref": "17", "situation": {} }` tells them apart, by digits, hyphens and a to f, never by a name',
  )
  .option('--out <file>', 'to this file; begun again after an interruption, it goes on where it was')
  .option('--confirm <percent>', 'the share that json-rules-engine confirms', percent, 1)
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends((path, { out, confirm, ...which }) => {
      return screening(path, packOf(undefined, which), { confirm: confirm / 100, ...(out !== undefined && { out }) })
    }),
  )
