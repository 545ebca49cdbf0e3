import { execFile } from 'node:child_process'

/** What a program printed, and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a program as a user would, without a terminal. */
export function run(program: string, args: readonly string[], input = '', cwd = '.', more = {}): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: '1', ...more }
  return new Promise((resolve) => {
    const child = execFile(program, [...args], { cwd, env }, (error, out, err) => {
      const failed = typeof error?.code === 'number' ? error.code : 1
      resolve({ code: error ? failed : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

/** Runs a TypeScript file against the built package. */
export function runBuilt(file: string, args: readonly string[] = [], input = ''): Promise<Ran> {
  const env = { TSX_TSCONFIG_PATH: 'tooling/tsconfig.built.json' }
  return run(process.execPath, ['--import', 'tsx', file, ...args], input, '.', env)
}
