import { defineConfig } from 'vitest/config'

const fast = ['truth', 'weigh', 'certainty', 'facts', 'refusals', 'conditions', 'decide']

/** The fast tests that bear on the files that are mutated; what takes long explores what these show. */
export default defineConfig({
  test: {
    root: '.',
    include: fast.map((name) => `tests/${name}.test.ts`),
    pool: 'threads',
    testTimeout: 60_000,
  },
})
