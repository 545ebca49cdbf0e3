import { defineConfig } from 'tsup'
import { alias } from './tooling/alias.js'
import { checkedPack, checkedSayings, define, modulesOfNode, noCodeFromText } from './tooling/bundling.js'

// Each entry also stands in `exports` of package.json and in `paths` of tsconfig.json; `cli` is its `bin`, and threads load `caseload/thread` and `command/thread`.
const entry = {
  index: 'src/index.ts',
  'social-work': 'src/social-work/socialWork.ts',
  author: 'src/author/index.ts',
  teach: 'src/teach/index.ts',
  embed: 'src/embed/index.ts',
  read: 'src/read/index.ts',
  terminal: 'src/terminal/consult.ts',
  hear: 'src/hear/index.ts',
  note: 'src/note/index.ts',
  'social-work/hear': 'src/social-work/hear.ts',
  mcp: 'src/mcp/index.ts',
  caseload: 'src/caseload/index.ts',
}

export default defineConfig((flags) => {
  const isQuick = flags.dts === false
  return {
    entry: {
      ...entry,
      cli: 'src/command/cli.ts',
      'caseload/thread': 'src/caseload/database/thread.ts',
      'command/thread': 'src/command/proving/thread.ts',
    },
    format: ['esm', 'cjs'],
    platform: 'neutral',
    tsconfig: 'tooling/tsconfig.build.json',
    // Entries share chunks in both formats: one class object each, so that `instanceof` holds between them.
    splitting: true,
    removeNodeProtocol: false,
    dts: !isQuick && { entry },
    // A build without declarations leaves those of the last full build in place.
    clean: isQuick ? ['!**/*.d.{ts,cts}'] : true,
    // To make the page and the packs for one country takes longer than all the rest.
    onSuccess: isQuick ? 'node tooling/packFiles.mjs --quick' : 'node tooling/packFiles.mjs && tsx tooling/page.ts',
    noExternal: [
      'json-rules-engine',
      'clone',
      'eventemitter2',
      'hash-it',
      'jsonpath-plus',
      '@noble/hashes',
      'fastest-levenshtein',
      'fflate',
      'jsonc-parser',
      'commander',
      'minisearch',
      '@orama/stemmers',
      '@commander-js/extra-typings',
      '@clack/prompts',
      '@clack/core',
      'fast-string-width',
      'fast-string-truncated-width',
      'fast-wrap-ansi',
      'sisteransi',
      /^@modelcontextprotocol\//,
    ],
    // What a host with a database has: it is asked for only where a caseload is worked on.
    external: [/^node:/, 'pg', 'pg-copy-streams', 'piscina'],
    define,
    esbuildOptions(options, { format }) {
      // CommonJS knows a file by its path, where modules know it by its URL.
      if (format === 'cjs') options.define = { ...options.define, 'import.meta.url': '__filename' }
      options.mainFields = ['module', 'main']
      options.alias = alias
    },
    esbuildPlugins: [checkedPack, checkedSayings, noCodeFromText, modulesOfNode],
  }
})
