import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { packSchemas } from '../../author/index.js'
import { ends } from '../ending.js'
import { write } from '../files.js'
import { admitOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, print } from '../print.js'

export const schema = new Command('schema')
  .description('writes JSON Schemas with the names of a pack, for completion in an editor')
  .argument('[folder]', 'the folder of a pack; else social-work')
  .requiredOption('--out <folder>', 'into this folder')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends((folder, { out, ...which }) => {
      for (const [name, content] of Object.entries(packSchemas(packOf(folder, which))))
        write({ path: join(out, `${name}.json`), text: inJson(content) })
      return print(`wrote the schemas to ${out}\n`)
    }),
  )
