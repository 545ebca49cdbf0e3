import { defineConfig } from 'vitest/config'
import { base } from '../../vitest.config.js'

/*
 * Tests that drive what was built: pages in Chromium, the consultation in a terminal, a service over PostgreSQL, XML before a
 * parser from elsewhere. They need Debian's chromium, postgresql, libxml2-utils and `script`.
 */
export default defineConfig({
  test: {
    ...base,
    isolate: true,
    include: ['tests/driven/**/*.test.ts'],
    // What a test waits for has its own patience (tests/support/patience.ts) and says what it was; this is for all else.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
})
