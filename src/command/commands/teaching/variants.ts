import { Command } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { parseVignette, variants as variantsOf } from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, packOption } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print } from '../../print.js'

export const variants = new Command('variants')
  .summary('gives the cases beside a vignette')
  .description('Gives the cases one fact apart from a vignette, with what the rules say otherwise of them, as JSON.')
  .argument('<vignette>', 'a file with a vignette')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends((path, which) => {
      const pack = packBeside([path], which)
      return print(inJson(variantsOf(parseVignette(parsedJson(fileAt(path)), pack), pack)))
    }),
  )
