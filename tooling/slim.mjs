// The shipped pack as one file for each country and language, for applications that serve one: dist/social-work/ID/id.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { slim } from '../dist/author.js'
import { locales } from '../dist/index.js'
import { socialWork } from '../dist/social-work.js'

const places = socialWork.facts.get('case.jurisdiction').values.map(({ value }) => value)

for (const jurisdiction of places.filter((place) => place !== 'other')) {
  mkdirSync(`dist/social-work/${jurisdiction}`, { recursive: true })
  for (const locale of locales)
    writeFileSync(
      `dist/social-work/${jurisdiction}/${locale}.json`,
      JSON.stringify(slim(socialWork, { jurisdiction, locale })),
    )
}
