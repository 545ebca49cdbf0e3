import { Command } from '@commander-js/extra-typings'
import { parseSituation } from '../../decide/situation.js'
import { type BudgetLimits, budgetChart, budget as budgetOf } from '../../embed/index.js'
import { withColumns } from '../../embed/screening/columns.js'
import { referred } from '../../embed/screening/referred.js'
import { type AnySituation, type Pack, TimbangError } from '../../index.js'
import { parsedPrivately, readJson } from '../../json/jsonText.js'
import { ends } from '../ending.js'
import { fileAt, write } from '../files.js'
import { admitOption, jsonOption, localeOption, packOption } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, print } from '../print.js'
import { budgetReport } from '../screening/budgetReport.js'

export const budget = new Command('budget')
  .summary('counts the cards that situations, one a line, would make')
  .description('Counts the cards that situations, one a line, would make; bad lines are told by number and column.')
  .argument('<cases>', 'a file of situations, one a line')
  .option('--limits <file>', 'fails where these are exceeded: { "perHundred": { "immediate": 20 }, "never": 0 }')
  .option('--chart <file>', 'draws them, as SVG')
  .addOption(localeOption)
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends((path, { limits: limitsFile, chart, locale = 'en', json, ...which }) => {
      const pack = packOf(undefined, which) as Pack<AnySituation>
      const limits = limitsFile === undefined ? {} : (parsedPrivately(fileAt(limitsFile)) as BudgetLimits)
      const unreadable: number[] = []
      const found = budgetOf(situationsIn(path, pack, unreadable), pack, { limits })
      if (chart !== undefined) write({ path: chart, text: budgetChart(found, locale, limits) })
      print(json ? inJson({ meaning, ...found, unreadable }) : budgetReport(found, limits, unreadable))
      for (const { limit, most, found: count } of found.exceeded)
        process.stderr.write(`${limit}: ${count}, at most ${most}\n`)
      return found.exceeded.length > 0 || unreadable.length > 0 ? 1 : 0
    }),
  )

/** What a reader of the figures would ask. */
const meaning = {
  perHundred: 'cards per hundred cases',
  perCase: 'how many cases make 0, 1, 2 … cards, in this order',
  roles: 'cards per hundred cases that hold something for a role',
  unreadable: 'the lines that could not be read, and were not counted',
}

/** The situations that can be read; a line that cannot is told with its number, and nothing of it is repeated. */
function* situationsIn(path: string, pack: Pack<AnySituation>, unreadable: number[]): Generator<AnySituation> {
  for (const [i, text] of fileAt(path).text.split('\n').entries()) {
    if (text.trim() === '') continue
    const file = readJson({ path, text })
    try {
      const situation = referred(parsedPrivately(file, i + 1)).situation as AnySituation
      parseSituation(situation, pack)
      yield situation
    } catch (error) {
      if (!(error instanceof TimbangError)) throw error
      unreadable.push(i + 1)
      const isJson = error.code !== 'invalid-json'
      for (const { column, place, message } of withColumns(error.issues, file, pack).slice(0, 3))
        process.stderr.write(`${isJson ? `${path}:${i + 1}:${column}: ` : ''}${place}: ${message}\n`)
    }
  }
}
