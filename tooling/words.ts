import { readdirSync } from 'node:fs'
import { interfaceLanguages } from '../src/words/interfaceLanguages.js'
import { missingWords } from './missingWords.js'

/* npm run words: which texts of the interface each language still lacks; these are said in English meanwhile. */

const folder = 'src/words'

for (const language of interfaceLanguages) {
  const missing = [...(await missingWords(folder, language))].filter(([, names]) => names.length > 0)
  console.log(`${language}: ${missing.length === 0 ? 'says everything' : 'does not say yet'}`)
  for (const [file, names] of missing) console.log(`  ${folder}/${language}/${file}: ${names.join(', ')}`)
}

const strangers = readdirSync(folder, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'shapes')
  .filter(({ name }) => !interfaceLanguages.some((language) => language === name))
for (const { name } of strangers) console.log(`${name}: stands in ${folder}/${name} and not in the list of languages`)
