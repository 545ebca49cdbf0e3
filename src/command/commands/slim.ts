import { Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { slim as slimPack } from '../../author/index.js'
import type { Locale } from '../../index.js'
import { ends } from '../ending.js'
import { write } from '../files.js'
import { admitOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { print } from '../print.js'

export const slim = new Command('slim')
  .description('writes a pack as one file, with only what one country and one language need')
  .argument('[folder]', 'the folder of a pack; else social-work')
  .requiredOption('--out <file>', 'to this file', jsonFile)
  .option('--jurisdiction <place>', 'of whose law it is to know')
  .option('--locale <language>', 'which it is to speak')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends((folder, { out, jurisdiction, locale, ...which }) => {
      const source = slimPack(packOf(folder, which), {
        ...(jurisdiction !== undefined && { jurisdiction }),
        ...(locale !== undefined && { locale: locale as Locale }),
      })
      write({ path: out, text: JSON.stringify(source) })
      return print(`wrote ${out}\n`)
    }),
  )

function jsonFile(path: string): string {
  if (!path.endsWith('.json')) throw new InvalidArgumentError('It wants a file that ends in .json.')
  return path
}
