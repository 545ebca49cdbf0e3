import { defineConfig } from 'vitest/config'
import { base } from '../../vitest.config.js'

/* Tests of a caseload on Debian's postgresql, against the built package. */
export default defineConfig({
  test: {
    ...base,
    isolate: true,
    include: ['tests/postgres/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
})
