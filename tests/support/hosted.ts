import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterAll } from 'vitest'
import type { Ran } from './run.js'

/** Where the built command stands. */
export const command = resolve('dist/cli.js')

/** The built command as it is called in a folder. */
export function commandIn(folder = '.'): (...args: string[]) => Promise<Ran> {
  const run = hosted([], folder)
  return (...args) => run(command, args)
}

/** Runs TypeScript files against the built package. */
export function builtFiles(): (file: string, args?: readonly string[]) => Promise<Ran> {
  return hosted(['--import', 'tsx'], '.')
}

/**
 * Runs programs without input in a process that they share (tests/support/host.mjs) for as long as a test file lasts: most of what
 * a short program needs is the loading of the package. Those of `run.ts` have each a process of its own.
 */
function hosted(execArgv: string[], folder: string) {
  const env = { ...process.env, NO_COLOR: '1', TSX_TSCONFIG_PATH: resolve('tooling/tsconfig.built.json') }
  const host = fork('tests/support/host.mjs', { env, execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let complaints = ''
  host.stderr?.on('data', (bytes) => {
    complaints += bytes
  })
  afterAll(async () => {
    host.disconnect()
    await once(host, 'exit')
  })
  const answer = (program: string, args: readonly string[]) =>
    new Promise<Ran>((settle, refuse) => {
      const ended = () => refuse(new Error(`${program} ended the process that it shares: ${complaints}`))
      host.once('exit', ended)
      host.once('message', (ran) => {
        host.off('exit', ended)
        settle(ran as Ran)
      })
      host.send({ program: resolve(program), args, folder: resolve(folder) })
    })
  let last: Promise<unknown> = Promise.resolve()
  return (program: string, args: readonly string[] = []) => {
    const ran = last.then(() => answer(program, args))
    last = ran.catch(() => undefined)
    return ran
  }
}
