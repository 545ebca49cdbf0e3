import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { base, builtAtLength } from '../../vitest.config.js'

/** The files of which `npm test` tries a sample (tests/support/sample.ts); here more is tried, or the whole. */
const sampled = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('long/'))
  .map((file) => `tests/${file}`)
  .filter((file) => readFileSync(file, 'utf8').includes('support/sample.js'))

/* What takes longer than two minutes, built programs (vitest.config.ts), and what needs the declarations of the package. */
export default defineConfig({
  test: {
    ...base,
    include: [...new Set(['tests/long/**/*.test.ts', ...builtAtLength, ...sampled])],
    exclude: [],
    env: { TRY: process.env.TRY ?? 'more' },
    typecheck: {
      enabled: true,
      include: ['tests/**/*.test-d.ts'],
      tsconfig: 'tooling/tsconfig.built.json',
    },
  },
})
