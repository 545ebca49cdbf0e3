import { readFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'

// Each entry also stands in `exports` of package.json and in `paths` of tsconfig.json; `cli` is its `bin`.
const entry = {
  index: 'src/index.ts',
  'social-work': 'src/socialWork.ts',
  author: 'src/author/index.ts',
  embed: 'src/embed/index.ts',
}

export default defineConfig((flags) => ({
  entry: { ...entry, cli: 'src/cli.ts' },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  tsconfig: 'tooling/tsconfig.src.json',
  // Entries share chunks in both formats: one class object each, so that `instanceof` holds between them.
  splitting: true,
  removeNodeProtocol: false,
  dts: flags.dts !== false && { entry },
  // A build without declarations leaves those of the last full build in place.
  clean: flags.dts === false ? ['!**/*.d.{ts,cts}'] : true,
  onSuccess: 'node tooling/slim.mjs',
  noExternal: [
    'json-rules-engine',
    'clone',
    'eventemitter2',
    'hash-it',
    'jsonpath-plus',
    '@noble/hashes',
    'fastest-levenshtein',
    'jsonc-parser',
  ],
  external: [/^node:/],
  define: {
    // json-rules-engine prints every fact value when either of these names it.
    'process.env.DEBUG': 'undefined',
    'window.localStorage': 'undefined',
    // On a page with an AMD loader eventemitter2 would register there and leave json-rules-engine without it.
    'define.amd': 'undefined',
  },
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
    options.alias = { 'jsonpath-plus': './tooling/jsonpath-stub.cjs' }
  },
  esbuildPlugins: [
    {
      // A content security policy may forbid making code from text.
      name: 'no-code-from-text',
      setup(build) {
        build.onLoad({ filter: /eventemitter2\.js$/ }, async ({ path }) => {
          const text = await readFile(path, 'utf8')
          return { contents: text.replace("new Function('','return this')()", 'globalThis') }
        })
      },
    },
  ],
}))
