import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import {
  answerSheets,
  type ConcordanceSet,
  concordanceOutlets,
  concordanceResults,
  concordanceSet,
  panelKey,
  parseConcordanceSet,
  parseVignette,
} from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, localeOption, packOption, wholeNumber } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print } from '../../print.js'

const outletNames = concordanceOutlets.map(({ name }) => name)

export const concordance = new Command('concordance')
  .summary('makes a concordance set from a vignette')
  .description(
    'Makes a concordance set from a vignette (options, what one then learns, how far that moves one), and prints it as JSON. ' +
      'Its key is how a panel answered: without one it is for discussion only.',
  )
  .argument('<file>', 'a file with a vignette, or with a set that was printed before')
  .addOption(new Option('--as <form>', 'prints it so instead').choices(outletNames))
  .addOption(localeOption)
  .option('--panel <file>', 'a table with the answers of the panel, as `--as sheets` begins one')
  .option('--answers <file>', 'a table with the answers of a class: prints what they earn by those of the panel')
  .option('--items <number>', 'how many items at most (6)', wholeNumber)
  .option('--seed <number>', 'another number, other items in another order (1)', seedNumber)
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (path, { as, locale = 'en', panel, answers, items, seed, ...which }) => {
      const set = await setIn(path, which, { items, seed })
      const sheetsIn = (file: string | undefined) => (file ? answerSheets(fileAt(file).text, set) : [])
      const given = sheetsIn(panel)
      if (answers !== undefined) return print(inJson(concordanceResults(panelKey(set, given), sheetsIn(answers))))
      const outlet = concordanceOutlets.find(({ name }) => name === as)
      return print(outlet ? outlet.write(set, { locale, panel: given }) : inJson(set))
    }),
  )

/** A set as it was kept, with whatever the teacher changed; or a new one made from a vignette. */
async function setIn(
  path: string,
  which: Parameters<typeof packBeside>[1],
  options: { readonly items: number | undefined; readonly seed: number | undefined },
): Promise<ConcordanceSet> {
  const json = parsedJson(fileAt(path))
  if (typeof json === 'object' && json !== null && 'items' in json) return parseConcordanceSet(json)
  const pack = packBeside([path], which)
  return await concordanceSet(parseVignette(json, pack), pack, options)
}

function seedNumber(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('It wants a whole number.')
  return Number(value)
}
