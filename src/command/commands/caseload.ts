import { Argument, Command } from '@commander-js/extra-typings'
import { ends, Misuse } from '../ending.js'
import {
  admitOption,
  dayOption,
  frameworkOption,
  jsonOption,
  localeOption,
  packOption,
  wholeNumber,
} from '../options.js'
import { packOf } from '../pack.js'
import { type CaseloadCall, caseloadStep, caseloadSteps, checkStepOptions } from '../screening/caseload.js'

export const caseload = new Command('caseload')
  .summary('weighs the cases of a PostgreSQL table, again only those that a change of rules can move')
  .description(
    'Weighs the cases of a PostgreSQL table. `read` and `weigh` begin a run, `work` does its ranges (on any number of machines at once), `progress` tells how far it is, `pause` holds it and `resume` lets it go on (workers wait in between); `changes`, `moved`, `weaker` and `unreadable` tell what came of it; `forget` deletes what no case needs. TIMBANG_DATABASE is the address of the database in which results are kept, TIMBANG_SOURCE that of the cases where it is another. Wants the packages pg and pg-copy-streams, for threads piscina.',
  )
  .addArgument(new Argument('<step>', 'what is to be done').choices(caseloadSteps))
  .option('--schema <name>', 'the schema in which results are kept', 'timbang')
  .option('--table <name>', 'read: the table or view of the cases')
  .option('--key <column>', 'read: the column of the key', 'id')
  .option('--situation <column>', 'read: the column of the situation', 'situation')
  .option('--size <rows>', 'read, weigh: how many rows make a range (20000)', wholeNumber)
  .option(
    '--before <folder>',
    'weigh: the pack by which they were weighed last, so that only those are weighed that the change can move',
  )
  .option('--all', 'weigh: all of them, also where --before does not fit, or more than rules has changed')
  .option('--threads <count>', 'work: threads beside this one (none)', wholeNumber)
  .option('--thread-memory <megabytes>', 'work: the most memory of a thread', wholeNumber)
  .option('--statement-limit <seconds>', 'gives up a statement that takes longer (600)', wholeNumber)
  .option('--work-memory <megabytes>', 'what PostgreSQL may take for one sorting (64)', wholeNumber)
  .option('--days <days>', 'forget: keeps what runs of so many days moved (90)', wholeNumber)
  .addOption(dayOption)
  .addOption(frameworkOption)
  .addOption(localeOption)
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends(async (step, { pack, admit, before, ...options }, command) => {
      const given = Object.keys(command.opts()).filter((name) => command.getOptionValueSource(name) === 'cli')
      checkStepOptions(step, given)
      const { TIMBANG_DATABASE: database, TIMBANG_SOURCE: from } = process.env
      if (!database?.trim())
        throw new Misuse('TIMBANG_DATABASE is not set: the address of the database in which results are kept')
      if (from?.trim() === '')
        throw new Misuse('TIMBANG_SOURCE is set and empty: unset it where the cases stand in the same database')
      const call: CaseloadCall = {
        ...options,
        database,
        from,
        pack: () => packOf(undefined, { pack, admit }),
        ...(before !== undefined && { before: () => packOf(before, { admit }) }),
      }
      return await caseloadStep(step, call)
    }),
  )
