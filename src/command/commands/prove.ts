import { writeFileSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { counterexampleCases, proveReport } from '../../author/index.js'
import { ends } from '../ending.js'
import {
  admitOption,
  budgetOption,
  dayOption,
  frameworkOption,
  jsonOption,
  localeOption,
  packOption,
  wholeNumber,
} from '../options.js'
import { packOf } from '../pack.js'
import { inJson, paint, print } from '../print.js'
import { proveInThreads } from '../proving/threads.js'

export const prove = new Command('prove')
  .summary('proves what a pack never advises, over all situations')
  .description(
    'Proves the laws of advice and the invariants of a pack over every situation that its facts can state, or shows the smallest ' +
      'one in which they do not hold. Fails where anything does not hold or is not proved.',
  )
  .argument('[folder]', 'the folder of a pack; else social-work')
  .option('--only <name...>', 'these invariants and laws only')
  .option('--threads <count>', 'in so many threads at a time (as many as there are processors)', wholeNumber)
  .option('--cases <file>', 'writes the counterexamples to a file of cases')
  .addOption(dayOption)
  .addOption(frameworkOption)
  .addOption(budgetOption)
  .addOption(localeOption)
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends(async (folder, { only, threads, cases, on, framework, budget, locale = 'en', json, ...which }) => {
      const options = {
        ...(only && { only }),
        ...(on !== undefined && { on }),
        ...(framework !== undefined && { framework }),
        ...(budget !== undefined && { budget }),
      }
      const proof = await proveInThreads(packOf(folder, which), options, threads)
      if (cases !== undefined) writeFileSync(cases, inJson(counterexampleCases(proof)))
      print(json ? inJson(proof) : proveReport(proof, locale, paint))
      return proof.holds ? 0 : 1
    }),
  )
