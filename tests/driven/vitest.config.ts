import { defineConfig } from 'vitest/config'

/* Tests that drive what was built: the page in Chromium, the consultation in a terminal. They need Chromium and `script`. */
export default defineConfig({
  test: {
    include: ['tests/driven/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    server: { deps: { external: [/\/dist\//] } },
  },
})
