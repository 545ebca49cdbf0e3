import { defineConfig } from 'vitest/config'

const fast = [
  'pack/truth',
  'weigh/weigh',
  'weigh/certainty',
  'pack/facts',
  'pack/refusals',
  'pack/conditions',
  'decide/decide',
]

/** The fast tests that bear on the files that are mutated; what takes long explores what these show. */
export default defineConfig({
  test: {
    root: '.',
    include: fast.map((name) => `tests/${name}.test.ts`),
    pool: 'threads',
    testTimeout: 60_000,
  },
})
