// What a consumer receives: which packages, nothing that makes code from text, every module once in each format.
import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => readFileSync(path, 'utf8')
// What the shipped pack says is data, and its sentences are no code.
const data = /JSON\.parse\((['"`])(?:(?!\1)[^\\]|\\[\s\S])*\1\)/g
const files = readdirSync('dist')
  .filter((name) => /\.[a-z]+$/.test(name))
  .map((name) => ({ name, text: read(`dist/${name}`).replace(data, '{}') }))
const scripts = files.filter(({ name }) => !name.endsWith('.html'))
const entries = ['index', 'social-work', 'author', 'teach', 'embed', 'read', 'hear', 'note']
const found = (pattern, text) => [...text.matchAll(pattern)].map((match) => match[1])
const versionOf = (name) => JSON.parse(read(`node_modules/${name}/package.json`)).version

const problems = [...imports(), ...notices(), ...codeFromText(), ...duplicates()]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

/** Only the programs touch Node: what an entry of the library loads, and what that loads, does not. */
function imports() {
  const { dependencies, peerDependencies } = JSON.parse(read('package.json'))
  const [declared, ofTheHost] = [Object.keys(dependencies), Object.keys(peerDependencies)]
  const library = new Set(['.js', '.cjs'].flatMap((format) => entries.flatMap((entry) => loaded(`${entry}${format}`))))
  const allowed = (name, wanted) =>
    wanted.startsWith('.') ||
    declared.some((one) => wanted === one || wanted.startsWith(`${one}/`)) ||
    ((wanted.startsWith('node:') || ofTheHost.includes(wanted)) && !library.has(name))
  return scripts.flatMap(({ name, text }) =>
    wantedBy(text)
      .filter((wanted) => !allowed(name, wanted))
      .map((wanted) => `dist/${name}: imports ${wanted}`),
  )
}

function loaded(name, seen = new Set()) {
  if (seen.has(name)) return []
  seen.add(name)
  const { text } = scripts.find((file) => file.name === name)
  const wanted = wantedBy(text).filter((one) => one.startsWith('./'))
  return [name, ...wanted.flatMap((one) => loaded(one.slice(2), seen))]
}

function wantedBy(text) {
  return found(/(?:(?<!\.)\bfrom|\bimport|\bimport\(|\brequire\() ?['"]([^'"\n]+)['"]/g, text)
}

function notices() {
  const origin = /^ *\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm
  const inScripts = scripts.flatMap(({ text }) => found(origin, text)).map((name) => `${name} ${versionOf(name)}`)
  const inPages = files
    .flatMap(({ text }) => found(/^<!-- .*bundled, .*: (.+) -->$/gm, text))
    .flatMap((list) => list.split(', '))
  const bundled = [...new Set([...inScripts, ...inPages])]
  const named = found(/^## (.+)$/gm, read('THIRD-PARTY-NOTICES.md'))
  return [
    ...bundled
      .filter((entry) => !named.includes(entry))
      .map((entry) => `THIRD-PARTY-NOTICES.md: ${entry} is bundled and not named`),
    ...named
      .filter((entry) => !bundled.includes(entry))
      .map((entry) => `THIRD-PARTY-NOTICES.md: ${entry} is named and not bundled`),
  ]
}

function codeFromText() {
  const refused = [
    /\beval\s*\(/,
    /\bFunction\s*\(/,
    /\bSafeEval\b|\bjsep\b|JSONPath\.prototype/,
    /env\.DEBUG|localStorage/,
  ]
  return files.flatMap(({ name, text }) =>
    refused.filter((pattern) => pattern.test(text)).map((pattern) => `dist/${name}: holds ${pattern.source}`),
  )
}

function duplicates() {
  return ['.js', '.cjs'].flatMap((format) => {
    const modules = files
      .filter(({ name }) => name.endsWith(format))
      .flatMap(({ text }) => [...new Set(found(/^ *\/\/ ((?:src|rules|node_modules)\/\S+)$/gm, text))])
    return modules
      .filter((path, index) => modules.indexOf(path) !== index)
      .map((path) => `dist/*${format}: ${path} stands in two files, so its classes are two`)
  })
}
