import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { base } from '../../vitest.config.js'

/** The files of which `npm test` tries a sample (tests/support/sample.ts); here the whole is tried. */
const sampled = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('long/'))
  .map((file) => `tests/${file}`)
  .filter((file) => readFileSync(file, 'utf8').includes('support/sample.js'))

/* What takes longer than two minutes, and what needs the declarations of the built package. */
export default defineConfig({
  test: {
    ...base,
    include: ['tests/long/**/*.test.ts', ...sampled],
    exclude: [],
    env: { TRY: 'the whole' },
    typecheck: {
      enabled: true,
      include: ['tests/**/*.test-d.ts'],
      tsconfig: 'tooling/tsconfig.built.json',
    },
  },
})
