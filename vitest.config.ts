import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { defineConfig, type TestUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { alias } from './tooling/alias.js'

// What is weighed is thrown away at once: with more room for what is new a tenth of the time is saved (in megabytes a thread).
setFlagsFromString('--max-semi-space-size=64')

/** What takes the longest, and so goes first, beside the others and not after them. */
const longest = [
  'social-work/cases',
  'author/schemas',
  'teach/exercise',
  'built/package',
  'built/command',
  'author/ten-faults',
  'decide/hostile',
  'built/examples',
  'built/exercise-command',
  'caseload/affected',
  'teach/signed',
  'author/prove/shipped',
  'teach/story',
  'built/screen',
  'embed/record',
  'consult/consult',
  'author/prove/broken',
]

/**
 * Built programs that are tried with what takes long: those that talk with one another, each in a process of its own, and
 * commands all of whose work `npm test` tries without a process.
 */
const inProcesses = ['mcp', 'agent', 'shipped-command', 'slim', 'editors']
const commands = ['new-vignette-command', 'statements-command', 'concordance-command', 'discussion-command']
export const builtAtLength = [...inProcesses, ...commands].map((name) => `tests/built/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? longest.length : at
    }
    return [...sorted].sort((one, other) => rank(one) - rank(other))
  }
}

/** What holds for all tests: loaded once a thread, and under no clock. */
export const base: TestUserConfig = {
  pool: 'threads',
  maxWorkers: '100%',
  // Files share the modules that a thread has loaded: the shipped pack is made once a thread.
  isolate: false,
  sequence: { sequencer: LongestFirst },
  // An hour: no machine is so busy, and what takes longer hangs.
  testTimeout: 3_600_000,
  hookTimeout: 3_600_000,
  // Tests of the built package load it as Node does, not transformed.
  server: { deps: { external: [/\/dist\//] } },
  // As in the builds.
  alias: Object.fromEntries(
    Object.entries(alias).map(([name, file]) => [name, fileURLToPath(new URL(file, import.meta.url))]),
  ),
}

export default defineConfig({
  test: {
    ...base,
    include: ['tests/**/*.test.ts'],
    // The first need more than Node (`npm run test:driven`, `test:postgres`), the others more than two minutes (`npm run test:long`).
    exclude: ['tests/driven/**', 'tests/postgres/**', 'tests/long/**', ...builtAtLength],
    coverage: {
      // Measured where a change is accepted, in the same run; elsewhere on request.
      enabled: Boolean(process.env.CI),
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The command runs as a program of its own (tests/built/command.test.ts), where lines are not counted.
      // What asks a database is tried on one (tests/postgres), where lines are not counted either.
      exclude: ['src/command/**', 'src/terminal/**', 'src/page/**', 'src/caseload/database/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { branches: 95 },
    },
  },
})
