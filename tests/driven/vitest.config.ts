import { defineConfig } from 'vitest/config'

/* Tests that drive what was built: pages in Chromium, the consultation in a terminal, a service over PostgreSQL. They need Debian's chromium, postgresql and `script`. */
export default defineConfig({
  test: {
    include: ['tests/driven/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    server: { deps: { external: [/\/dist\//] } },
  },
})
