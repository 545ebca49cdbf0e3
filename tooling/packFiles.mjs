// What is made of the shipped pack, into dist/: the pack for one country and language, schemas, catalogue, the set of a class;
// and beside the sources the type of a situation, for whoever opens them in an editor.
// `--quick` leaves out the packs for one country, which `npm test` does not read.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { catalogue, schemaFiles, situationType, slim } from '../dist/author.js'
import { locales } from '../dist/index.js'
import { socialWork } from '../dist/social-work.js'
import { exercise, fileName, outlets } from '../dist/teach.js'

write('src/social-work/generated/situation.ts', situationType(socialWork, 'SocialWorkSituation'))
write('dist/CATALOGUE.md', catalogue(socialWork))
if (!process.argv.includes('--quick')) writeSlim()
writeSchemas()
await writeClass()

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** As one file for each country and language, for applications that serve one: dist/social-work/ID/id.json. */
function writeSlim() {
  const places = socialWork.facts.get('case.jurisdiction').values.map(({ value }) => value)
  for (const jurisdiction of places.filter((place) => place !== 'other'))
    for (const locale of locales) {
      const pack = slim(socialWork, { jurisdiction, locale })
      write(`dist/social-work/${jurisdiction}/${locale}.json`, JSON.stringify(pack))
    }
}

/** Files name their schema as `schema/rules.json` of the package; there a line leads to what lies in dist. */
function writeSchemas() {
  for (const folder of ['schema', 'dist/schema']) rmSync(folder, { recursive: true, force: true })
  for (const [name, schema] of Object.entries(schemaFiles(socialWork, { open: true }))) {
    write(`dist/schema/${name}.json`, JSON.stringify(schema))
    write(`schema/${name}.json`, `{ "$ref": "../dist/schema/${name}.json" }\n`)
  }
}

/** One vignette in every form in which it is given out, in each language. */
async function writeClass() {
  const made = await exercise(JSON.parse(readFileSync('examples/vignettes/her-own-decision.json', 'utf8')), socialWork)
  for (const outlet of outlets)
    for (const locale of locales) write(`dist/class/${fileName(outlet, locale)}`, outlet.write(made, { locale }))
}
