// What a consumer receives: which packages, nothing that makes code from text, every module once in each format.
import { readdirSync, readFileSync } from 'node:fs'

const read = (path) => readFileSync(path, 'utf8')
const files = readdirSync('dist')
  .filter((name) => /\.[a-z]+$/.test(name))
  .map((name) => ({ name, text: read(`dist/${name}`) }))
const found = (pattern, text) => [...text.matchAll(pattern)].map((match) => match[1])
const versionOf = (name) => JSON.parse(read(`node_modules/${name}/package.json`)).version

const problems = [...imports(), ...notices(), ...codeFromText(), ...duplicates()]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function imports() {
  const declared = Object.keys(JSON.parse(read('package.json')).dependencies)
  const allowed = (name, wanted) =>
    wanted.startsWith('.') || declared.includes(wanted) || (name.startsWith('cli.') && wanted.startsWith('node:'))
  return files.flatMap(({ name, text }) =>
    found(/(?:\bfrom|\bimport|\bimport\(|\brequire\() ?['"]([^'"\n]+)['"]/g, text)
      .filter((wanted) => !allowed(name, wanted))
      .map((wanted) => `dist/${name}: imports ${wanted}`),
  )
}

function notices() {
  const origin = /^ *\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm
  const bundled = [...new Set(files.flatMap(({ text }) => found(origin, text)))].map(
    (name) => `${name} ${versionOf(name)}`,
  )
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
