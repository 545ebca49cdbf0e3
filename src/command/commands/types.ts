import { Command } from '@commander-js/extra-typings'
import { situationType } from '../../author/index.js'
import { ends } from '../ending.js'
import { admitOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { print } from '../print.js'

export const types = new Command('types')
  .description('prints the TypeScript type of the situations of a pack')
  .argument('[folder]', 'the folder of a pack; else social-work')
  .option('--name <name>', 'under this name', 'Situation')
  .addOption(packOption)
  .addOption(admitOption)
  .action(ends((folder, { name, ...which }) => print(situationType(packOf(folder, which), name))))
