#!/usr/bin/env node
import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { version } from '../embed/index.js'
import { commands } from './commands.js'
import { failure } from './ending.js'

const endings = `
Ends with 0 where all is well, 1 where something is wrong, 2 where the call is.
\`timbang help COMMAND\` or \`timbang COMMAND --help\` says what a command takes.`

/** The program with all its commands; what is wrong with a call it throws, and says nothing. */
const program: CommandUnknownOpts = new Command('timbang')
  .description('timbang: weighs ethical dilemmas in social work')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: () => {} })
  .addHelpText('after', endings)
for (const command of commands) program.addCommand(command.copyInheritedSettings(program))

// Whoever reads may stop reading (`timbang catalogue | head`): this ends as a program does that a closed pipe ends.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(141)
})

program.parseAsync(process.argv).catch((error) => {
  const called = program.commands.find((one) => one.name() === process.argv[2])
  process.exitCode = failure(error, called ?? program)
})
