import { defineConfig } from 'vitest/config'
import { base } from '../../vitest.config.js'

/*
 * Tests that drive what was built: pages in Chromium, the consultation in a terminal, a service over PostgreSQL, XML before a
 * parser from elsewhere. They need Debian's chromium, postgresql, libxml2-utils and `script`.
 */
export default defineConfig({ test: { ...base, isolate: true, include: ['tests/driven/**/*.test.ts'] } })
