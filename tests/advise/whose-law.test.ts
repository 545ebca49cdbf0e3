import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { catalogue } from '../../src/author/catalogue/catalogue.js'
import { cards } from '../../src/embed/index.js'
import { type AnySituation, createPack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { exercise } from '../../src/teach/exercise.js'
import { type Locale, locales } from '../../src/vocabulary.js'
import { fact, packSource, rule, says } from '../support/builders.js'
import { vignette } from '../support/exercises.js'

/* Whose law and whose code an advice shows, in every rendering. */

const words = {
  en: { us: 'US', gb: 'UK', comparison: 'for comparison', from: 'in force from', until: 'in force until' },
  id: {
    us: 'AS',
    gb: 'Britania Raya',
    comparison: 'sebagai pembanding',
    from: 'berlaku sejak',
    until: 'berlaku sampai',
  },
} as const

type Source = PackSource['sources'][number]

function source(name: string, more: Pick<Source, 'kind'> & Partial<Source>): Source {
  const text = says(name)
  return { name, cite: text, work: name, section: '1', year: 2020, says: text, verified: 'primary', ...more }
}

/** One rule, on the law and the code of one country and on law of another whose time is over or has not come. */
const pack = createPack(
  packSource({
    pack: { lawNotCovered: [{ jurisdiction: 'GB', says: says('no law of Britain') }] },
    rules: [rule({ name: 'tell', must: ['disclose-to-protect'], sources: ['ACT', 'CODE', 'PAST', 'NEXT'] })],
    facts: [
      fact({ name: 'abuse.suspected' }),
      fact({ name: 'case.jurisdiction', type: 'one-of', values: ['US', 'GB'] }),
      fact({ name: 'risk.severity' }),
    ],
    sources: [
      ...packSource().sources,
      source('ACT', { kind: 'law', jurisdiction: 'US', read: { text: 'The Gazette', on: '2026-03-04' } }),
      source('CODE', { kind: 'code', jurisdiction: 'US' }),
      source('PAST', { kind: 'law', jurisdiction: 'GB', inForce: { until: '1999-12-31' } }),
      source('NEXT', { kind: 'law', jurisdiction: 'GB', inForce: { from: '2099-01-01' } }),
    ],
  }),
)

const situationIn = (jurisdiction?: string): AnySituation => ({
  abuse: { suspected: true },
  ...(jurisdiction && { case: { jurisdiction } }),
})

/** The same pack, known to a country that neither language has a name for. */
const elsewhere = createPack(
  packSource({
    rules: [rule({ name: 'tell', must: ['disclose-to-protect'], sources: ['CODE-1', 'BYLAW'] })],
    sources: [...packSource().sources, source('BYLAW', { kind: 'code', jurisdiction: 'NL' })],
  }),
)

const adviceIn = async (jurisdiction?: string) => (await advise(situationIn(jurisdiction), pack)) as Advice

/** All that shows an advice, as plain text: where Markdown escapes or a line breaks, that is undone. */
function shown(advice: Advice, locale: Locale): readonly string[] {
  const instance = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
  const details = cards(advice, { locale, instance }).map(({ detail }) => detail)
  const rendered = (['text', 'markdown', 'html'] as const).map((as) => render(advice, { as, locale, width: 2000 }))
  return [...rendered, details.join('\n')].map((text) => text.replaceAll('\\', ''))
}

const text = (name: string, locale: Locale) => says(name)[locale] as string

test('a country for which there is no name is told by its code', async () => {
  const advice = await advise({ abuse: { suspected: true } }, elsewhere)
  expect(render(advice, { as: 'text', locale: 'en', width: 2000 })).toContain('BYLAW (NL)')
})

describe.each(locales)('in the language %s', (locale) => {
  const w = words[locale]
  const [act, code, past, next] = ['ACT', 'CODE', 'PAST', 'NEXT'].map((name) => text(name, locale))

  test('the law and the code of the country stated are cited as they are', async () => {
    for (const output of shown(await adviceIn('US'), locale)) {
      expect(output).toContain(`${act} · ${code} · ${w.comparison}: ${past} (${w.gb}; ${w.until} 1999-12-31)`)
      expect(output).not.toContain(`${code} (`)
      expect(output).not.toContain(text('no law of Britain', locale))
    }
  })

  test('of another country the law is for comparison, the code says whose it is, and what is not covered is said', async () => {
    for (const output of shown(await adviceIn('GB'), locale)) {
      const elsewhere = `${act} (${w.us}), ${past} (${w.until} 1999-12-31), ${next} (${w.from} 2099-01-01)`
      expect(output).toContain(`${code} (${w.us}) · ${w.comparison}: ${elsewhere}`)
      expect(output).toContain(text('no law of Britain', locale))
    }
  })

  test('while no country is stated, no law is more than for comparison', async () => {
    for (const output of shown(await adviceIn(), locale))
      expect(output).toContain(`${code} (${w.us}) · ${w.comparison}: ${act} (${w.us}), ${past} (${w.gb}; `)
  })

  test('the day is told on which the text was read, and that a code of elsewhere only guides', async () => {
    const output = render(await adviceIn('GB'), { as: 'text', locale, width: 2000 })
    expect(output).toContain('2026-03-04')
    expect(output).toMatch(locale === 'en' ? /Codes of other countries \(US\)/ : /Kode etik dari negara lain \(AS\)/)
    expect(render(await adviceIn('US'), { as: 'text', locale, width: 2000 })).not.toMatch(/\(US\)|\(AS\)/)
  })
})

test('the catalogue tells whose code a source is and when its text was read', () => {
  const entries = catalogue(pack)
  expect(entries).toContain('ACT (read in the text itself on 2026-03-04)')
  expect(entries).toContain('CODE (US; read in the text itself)')
})

test.each(['ID', 'GB', 'US'])('an exercise whose story plays in %s cites no law of elsewhere', async (jurisdiction) => {
  const told = vignette('welts-on-an-eight-year-old.json')
  const facts = { ...told.facts, case: Object.assign({}, told.facts.case, { jurisdiction }) }
  const { sources } = await exercise({ ...told, facts }, socialWork)
  const laws = Object.keys(sources).flatMap((name) => {
    const { kind, jurisdiction: country } = socialWork.sources.get(name) ?? {}
    return kind === 'law' ? [country ?? jurisdiction] : []
  })
  expect(laws.filter((country) => country !== jurisdiction)).toEqual([])
  if (jurisdiction === 'ID') expect(laws).toContain('ID')
})
