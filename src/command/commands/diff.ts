import { Command } from '@commander-js/extra-typings'
import { diffPacks, diffReport } from '../../author/index.js'
import { ends } from '../ending.js'
import { admitOption, budgetOption, dayOption, frameworkOption, jsonOption, localeOption } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, paint, print } from '../print.js'

export const diff = new Command('diff')
  .summary('tells whose advice changes between two packs')
  .description(
    'Tells whose advice changes between two packs, exactly, over every situation that both can state: status, certainty and ' +
      'urgency of each action, each change with the smallest situation that shows it.',
  )
  .argument('<old>', 'the folder of the pack before')
  .argument('<new>', 'the folder of the pack after')
  .addOption(dayOption)
  .addOption(frameworkOption)
  .addOption(budgetOption)
  .addOption(localeOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends(async (before, after, { on, framework, budget, locale = 'en', json, ...which }) => {
      const options = {
        ...(on !== undefined && { on }),
        ...(framework !== undefined && { framework }),
        ...(budget !== undefined && { budget }),
      }
      const folders = [before, after]
      const found = await diffPacks(packOf(before, which), packOf(after, which), options)
      const packs = found.packs.map((pack, i) => ({ folder: folders[i], ...pack }))
      return print(json ? inJson({ ...found, packs }) : diffReport(found, locale, paint, folders))
    }),
  )
