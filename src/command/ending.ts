import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { TimbangError } from '../errors.js'

/** A call that cannot be understood: the program ends with 2. */
export class Misuse extends Error {}

/**
 * Something that was to be used cannot be, and what is wrong with it was told: the program ends
 * with 1.
 */
export class Unfit extends Error {}

/** What a command does; the number that it gives back is how the program ends. */
export function ends<Given extends unknown[]>(run: (...given: Given) => number | Promise<number>) {
  return async (...given: Given): Promise<void> => {
    process.exitCode = await run(...given)
  }
}

/** Says what went wrong, and how to end: 1 where what was given is wrong, 2 where the call is. */
export function failure(error: unknown, called: CommandUnknownOpts): number {
  if (error instanceof Unfit) return 1
  if (error instanceof CommanderError) return misuse(error, called)
  if (error instanceof TimbangError) {
    process.stderr.write(`${error.message.slice(error.code.length + 1)}\n`)
    return 1
  }
  process.stderr.write(`timbang: ${errorInWords(error as NodeJS.ErrnoException)}\n`)
  return 2
}

function errorInWords({ code, path, message }: NodeJS.ErrnoException): string {
  if (path === undefined) return message
  return code === 'ENOENT'
    ? `there is no \`${path}\``
    : `\`${path}\` cannot be read or written (${code})`
}

/**
 * What is wrong with a call, and where help for it is; whoever asked for help or the version has it
 * already.
 */
function misuse({ exitCode, message, code }: CommanderError, called: CommandUnknownOpts): number {
  if (exitCode === 0) return 0
  if (code === 'commander.help') return 2
  const name = called.parent ? `timbang ${called.name()}` : 'timbang'
  const line = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '')
  process.stderr.write(
    `${name}: ${line}${elsewhere(message, called)}; \`${name} --help\` tells more\n`,
  )
  return 2
}

/** Which commands have an option that this one does not. */
function elsewhere(message: string, { parent }: CommandUnknownOpts): string {
  const [, option] = /unknown option '(--[a-z-]+)/.exec(message) ?? []
  const others = (parent?.commands ?? []).filter((one) =>
    one.options.some(({ long }) => long === option),
  )
  return others.length === 0
    ? ''
    : ` (it is an option of ${others.map((one) => one.name()).join(', ')})`
}
