import { Command } from '@commander-js/extra-typings'
import { catalogue as catalogueOf } from '../../author/index.js'
import { ends } from '../ending.js'
import { admitOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { print } from '../print.js'

export const catalogue = new Command('catalogue')
  .summary('prints the rules in words, as Markdown')
  .description(
    'Prints the rules in words, as Markdown: what each asks, when, what limits it, why and by which source.',
  )
  .option('--all', 'of a pack that extends another the rules of both, not its own alone')
  .argument('[folder]', 'the folder of a pack; else social-work')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends((folder, { all, ...which }) => {
      const pack = packOf(folder, which)
      return print(catalogueOf(pack, { which: all ? 'all' : 'own' }))
    }),
  )
