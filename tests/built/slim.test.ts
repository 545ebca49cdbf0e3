import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Advice, Pack } from '../../src/index.js'
import { locales } from '../../src/vocabulary.js'
import { run } from '../support/run.js'
import { sampleOf } from '../support/sample.js'

/* The packs of one country and one language, as an application loads them from the built package. */

const { advise, createPack, render } = (await import(
  '../../dist/index.js' as string
)) as typeof import('../../src/index.js')
const { socialWork } = (await import('../../dist/social-work.js' as string)) as { socialWork: Pack }

const files = readdirSync('tests/cases').map((name) => JSON.parse(readFileSync(`tests/cases/${name}`, 'utf8')))
const cases: { situation: Situation; options?: { on?: string; framework?: string } }[] = files.flatMap(
  ({ cases }) => cases,
)

interface Situation {
  readonly [group: string]: unknown
  readonly case?: { readonly jurisdiction?: string | null }
}

const most = 60

/** Some situations of the shipped cases that are of a country, or could be. */
function casesIn(jurisdiction: string) {
  const all = cases.filter(({ situation }) => [jurisdiction, null, undefined].includes(situation.case?.jurisdiction))
  const open = all.filter((_, i) => i % Math.ceil(all.length / most) === 0)
  return open.map(({ situation, options }) => ({
    situation: { ...situation, case: { ...situation.case, jurisdiction } },
    options: options ?? {},
  }))
}

/** An advice with its words in one language, and without what tells the packs apart. */
function comparable({ packs, locales: _, ...advice }: Advice, locale: string): unknown {
  const parts = packs.map(({ digest: _, ...pack }) => pack)
  return JSON.parse(JSON.stringify({ ...advice, packs: parts }), (_, held) => {
    const text = typeof held === 'object' && held !== null && locales.some((one) => typeof held[one] === 'string')
    return text ? held[locale] : held
  })
}

describe.each([
  ['ID', 'id'],
  ['US', 'en'],
] as const)('the shipped pack of %s in the language %s', (jurisdiction, locale) => {
  const source = JSON.parse(readFileSync(`dist/social-work/${jurisdiction}/${locale}.json`, 'utf8'))
  const pack = createPack(source)

  test('advises on the shipped cases of that country as the whole pack does', async () => {
    const told = casesIn(jurisdiction)
    expect(told.length).toBeGreaterThan(30)
    for (const { situation, options } of sampleOf(told, 60)) {
      const [some, whole] = [await advise(situation, pack, options), await advise(situation, socialWork, options)]
      expect(comparable(some, locale)).toEqual(comparable(whole, locale))
      expect(render(some, { as: 'text', locale })).toBe(render(whole, { as: 'text', locale }))
    }
  })

  test('is smaller than the whole pack', () => {
    const sizes = [source, socialWork.parts[0].source].map((held) => JSON.stringify(held).length) as [number, number]
    expect(sizes[0] / sizes[1]).toBeLessThan(0.85)
  })
})

test('every country that the pack knows by name and every language has its file', () => {
  const places = ['GB', 'ID', 'US']
  const folders = readdirSync('dist/social-work', { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(places)
  for (const place of places)
    expect(readdirSync(`dist/social-work/${place}`).sort()).toEqual(locales.map((locale) => `${locale}.json`))
})

test('an application imports one by its name', async () => {
  const script = `import pack from 'timbang/social-work/ID/id.json' with { type: 'json' }
    import { createPack } from 'timbang'
    console.log(createPack(pack).title.id)`
  const { out } = await run(process.execPath, ['--input-type=module', '--no-warnings', '--eval', script])
  expect(out).toBe(`${socialWork.title.id}\n`)
})
