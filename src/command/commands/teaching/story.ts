import { Command, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import { story as madeStory, parseVignette, storyOutlets, storyToXapi } from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, homePageOption, learnerOption, localeOption, packOption, wholeNumber } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print, printWritten } from '../../print.js'

const outletNames = storyOutlets.map(({ name }) => name)

export const story = new Command('story')
  .summary('makes a branching story from a vignette')
  .description(
    'Makes a branching story from a vignette: what is chosen changes the facts, and what was owed and not done comes back. ' +
      'Prints it as JSON.',
  )
  .argument('<vignette>', 'a file with a vignette')
  .addOption(new Option('--as <form>', 'prints it so instead').choices(outletNames))
  .addOption(localeOption)
  .option(
    '--taken <letters>',
    'what somebody chose, a letter a moment ("b c a"): prints the statements of xAPI of that',
  )
  .addOption(homePageOption)
  .addOption(learnerOption)
  .option('--seed <number>', 'another number, other choices in another order (1)', wholeNumber)
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (path, { as, locale = 'en', taken, homePage, learner = 'learner', seed, ...which }) => {
      const pack = packBeside([path], which)
      const made = await madeStory(parseVignette(parsedJson(fileAt(path)), pack), pack, {
        ...(seed !== undefined && { seed }),
      })
      if (taken !== undefined) {
        const actor = { homePage: homePage ?? 'https://timbang.example', name: learner }
        return print(inJson(storyToXapi(made, { actor, taken: taken.toLowerCase().match(/[a-z]/g) ?? [] })))
      }
      const outlet = storyOutlets.find(({ name }) => name === as)
      return printWritten(outlet ? outlet.write(made, { locale }) : inJson(made))
    }),
  )
