import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../src/author/catalogue/catalogue.js'
import { packSchemas } from '../src/author/schemas/schemas.js'
import { situationType } from '../src/author/situationType.js'
import { socialWork } from '../src/social-work/socialWork.js'

const schemas = Object.entries(packSchemas(socialWork, { open: true }))

test('the type of a social-work situation is up to date with the facts of the pack', async () => {
  const generated = situationType(socialWork, 'SocialWorkSituation')
  await expect(generated).toMatchFileSnapshot('../src/social-work/situation.generated.ts')
})

test('the catalogue of the rules is up to date with the pack', async () => {
  await expect(catalogue(socialWork)).toMatchFileSnapshot('../rules/CATALOGUE.md')
})

test.each(schemas)('the schema of %s is up to date with the pack', async (name, schema) => {
  await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot(`../schema/${name}.json`)
})

test('no other schema is shipped', () => {
  const names = schemas.map(([name]) => `${name}.json`)
  expect(readdirSync('schema').filter((file) => !names.includes(file))).toEqual([])
})
