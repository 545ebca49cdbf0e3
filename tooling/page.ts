import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build, transform } from 'esbuild'
import { alias } from './alias.js'
import { define, noCodeFromText, packOfPage } from './bundling.js'

/* npm run page: the consultation as one HTML file that needs nothing else, written to dist/consult.html. */

const { outputFiles, metafile } = await build({
  metafile: true,
  entryPoints: ['src/page/main.tsx'],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias,
  define,
  plugins: [packOfPage, noCodeFromText],
})
const script = outputFiles[0]?.text.trim() ?? ''
/** The parts of the style in the order in which one overrules the other. */
const styles = ['base', 'whole', 'begin', 'consult', 'views', 'print']
const written = styles.map((part) => readFileSync(`src/page/style/${part}.css`, 'utf8')).join('\n')
const { code } = await transform(written, { loader: 'css', minify: true })
const style = code.trim()

/** The packages within it, with their versions, as THIRD-PARTY-NOTICES.md names them. */
const bundled = [
  ...new Set(
    Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  ),
].map((name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`)

/** What the policy admits: this text and no other. */
function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`

mkdirSync('dist', { recursive: true })
writeFileSync(
  'dist/consult.html',
  `<!doctype html>
<!-- timbang, MIT licence; bundled, with notices in THIRD-PARTY-NOTICES.md of the package: ${bundled.join(', ')} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>timbang</title>
<style>${style}</style>
</head>
<body>
<div id="page"><p>timbang …</p></div>
<script>${script}</script>
</body>
</html>
`,
)
