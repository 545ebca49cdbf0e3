import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // These need more than Node: `npm run test:driven`.
    exclude: ['tests/driven/**'],
    pool: 'threads',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Tests of the built package load it as Node does, not transformed.
    server: { deps: { external: [/\/dist\//] } },
    typecheck: {
      enabled: true,
      include: ['tests/**/*.test-d.ts'],
      tsconfig: 'tooling/tsconfig.built.json',
    },
    coverage: {
      // Measured where a change is accepted, in the same run; elsewhere on request.
      enabled: Boolean(process.env.CI),
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The command runs as a program of its own (tests/built/command.test.ts), where lines are not counted.
      exclude: ['src/command/**', 'src/terminal/**', 'src/page/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { branches: 95 },
    },
  },
})
