import { Command, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { discussionOutlets, discussion as madeDiscussion, parseVignette } from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, localeOption, packOption, wholeNumber } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print } from '../../print.js'

const outletNames = discussionOutlets.map(({ name }) => name)

export const discussion = new Command('discussion')
  .summary('prepares a class that talks a vignette over')
  .description(
    'Prepares a class that talks a vignette over (two positions with the best case for each, questions, common mistakes, minutes, ' +
      'roles), and prints it as JSON.',
  )
  .argument('<vignette>', 'a file with a vignette')
  .addOption(new Option('--as <form>', 'prints it so instead').choices(outletNames))
  .addOption(localeOption)
  .option('--minutes <number>', 'how long it may take (45)', wholeNumber)
  .option('--markdown', 'the sheets as Markdown, not as HTML')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (path, { as, locale = 'en', minutes, markdown, ...which }) => {
      const pack = packBeside([path], which)
      const made = await madeDiscussion(parseVignette(parsedJson(fileAt(path)), pack), pack, { minutes })
      const outlet = discussionOutlets.find(({ name }) => name === as)
      if (outlet === undefined) return print(inJson(made))
      const write = (markdown && outlet.writeMarkdown) || outlet.write
      return print(write(made, { locale }))
    }),
  )
