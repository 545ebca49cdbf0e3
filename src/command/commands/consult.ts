import { Command, Option } from '@commander-js/extra-typings'
import { consulted, renderings } from '../../terminal/consult.js'
import { ends } from '../ending.js'
import { admitOption, localeOption, packOption } from '../options.js'
import { packOf } from '../pack.js'

export const consult = new Command('consult')
  .summary('a consultation in the terminal: one question at a time')
  .description('A consultation in the terminal: one question at a time, and what to do now as soon as it is known.')
  .argument('[folder]', 'the folder of a pack; else social-work')
  .option('--file <file>', 'weighs a situation from a file, or from standard input (-), instead')
  .addOption(localeOption)
  .addOption(new Option('--as <form>', 'prints the advice on a file so').choices(renderings))
  .option('--since <file>', 'with `--as since`: the situation of last time, to see what moved and by which answer')
  .addOption(packOption)
  .addOption(admitOption)
  .action(ends((folder, { pack, admit, ...wanted }) => consulted(wanted, { pack: packOf(folder, { pack, admit }) })))
