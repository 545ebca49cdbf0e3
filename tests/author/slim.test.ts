import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { packSchemas } from '../../src/author/schemas/schemas.js'
import { slim } from '../../src/author/slim.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack } from '../../src/pack/pack.js'
import { inLanguages } from '../../src/pack/texts/languages.js'
import { render } from '../../src/render/render.js'
import { type PackParts, packSource, rule, says, when } from '../support/builders.js'

/* A pack of one country and one language, made of a whole one or written so. */

const rules = [
  rule({ name: 'keep', must: ['keep-confidential'], dilemmaWith: ['report-us', 'report-id'] }),
  rule({
    name: 'report-id',
    must: ['disclose-to-protect'],
    basis: 'law',
    jurisdiction: ['ID', 'US'],
    sources: ['LAW-ID', 'LAW-US'],
  }),
  rule({
    name: 'report-us',
    should: ['disclose-to-protect'],
    basis: 'law',
    jurisdiction: ['US'],
    sources: ['LAW-US', 'BOOK-1'],
    exceptionTo: ['keep'],
  }),
  rule({
    name: 'abroad',
    should: ['assess-risk'],
    conditions: { not: when('case.jurisdiction', 'ID') },
    sources: ['BOOK-1'],
  }),
]
const contacts = ['here', 'there', 'everywhere'].map((name, i) => ({
  name,
  label: says(name),
  reach: says('phone'),
  for: ['disclose-to-protect'],
  ...(i < 2 && { jurisdiction: [['ID'], ['US']][i] as string[] }),
}))
const frameworks: PackParts['frameworks'] = []
const whole = createPack(packSource({ rules, contacts, frameworks }))
const here = { jurisdiction: 'ID', locale: 'id' } as const

describe('a slim pack', () => {
  const source = slim(whole, here)
  const held = Object.values(source.rules).flatMap((file) => file.rules)

  test('holds the rules that can apply there, and names none of those left out', () => {
    expect(held.map(({ name, event: { params } }) => [name, params.dilemmaWith])).toEqual([
      ['keep', ['report-id']],
      ['report-id', undefined],
    ])
  })

  test('holds how people say its facts in that language and in dialects, or in all of them', () => {
    const statement = { fact: 'risk.target', value: 'child' }
    const sayings = {
      'rules/sayings/child.json': {
        sayings: [{ ...statement, says: { en: ['a child'], id: ['anak'], jv: ['bocah'] } }],
      },
    }
    const hearing = createPack(packSource({ rules, contacts, frameworks, sayings }))
    const left = [{ ...statement, says: { id: ['anak'], jv: ['bocah'] } }]
    expect(slim(hearing, here).sayings).toEqual({ 'rules/sayings/child.json': { sayings: left } })
    expect(slim(hearing, { jurisdiction: 'ID' }).sayings).toEqual(sayings)
    expect(createPack(slim(hearing, here)).sayings).toEqual([{ sayings: left }])
  })

  test('holds the sources that are cited and the contacts that serve there', () => {
    expect(source.sources.map(({ name }) => name)).toEqual(['CODE-1', 'LAW-ID', 'LAW-US'])
    expect(source.contacts?.map(({ name }) => name)).toEqual(['here', 'everywhere'])
  })

  test('says for which country and in which language it is, and holds no words of another', () => {
    expect([source.pack.jurisdiction, source.pack.locales]).toEqual([['ID'], ['id']])
    expect(source.pack.title).toEqual({ id: 'Tiny pack (id)' })
    expect(JSON.stringify(source)).not.toContain('"en":')
  })

  test('advises there as the whole pack does, in that language', async () => {
    const situation = { case: { jurisdiction: 'ID' }, abuse: { suspected: true } }
    const [all, some] = await Promise.all([advise(situation, whole), advise(situation, createPack(source))])
    expect(render(some, { as: 'markdown', locale: 'id' })).toBe(render(all, { as: 'markdown', locale: 'id' }))
    expect(some.locales).toEqual(['id'])
  })

  test('refuses a situation of another country, of whose law it knows nothing', async () => {
    const pack = createPack(source)
    await expect(advise({ case: { jurisdiction: 'US' }, abuse: { suspected: true } }, pack)).rejects.toThrow(
      'invalid-situation\nsituation.case.jurisdiction: this pack holds the rules for `ID` only',
    )
    expect((await advise({ case: { jurisdiction: null } }, pack)).kind).toBe('undetermined')
  })

  test('is not shown in a language that it does not speak', async () => {
    const advice = await advise({ abuse: { suspected: true } }, createPack(source))
    expect(() => render(advice, { as: 'text', locale: 'en' })).toThrow(
      'invalid-options\noptions.locale: must be one of `id`, in which the pack of this advice speaks',
    )
  })

  test('is of one country or one language alone where no more is asked for, and the whole where nothing is', () => {
    expect(slim(whole, { locale: 'en' }).pack.jurisdiction).toBeUndefined()
    expect(createPack(slim(whole, { locale: 'en' })).rules.size).toBe(whole.rules.size)
    expect(slim(whole, { jurisdiction: 'US' }).pack.title).toEqual(says('Tiny pack'))
    expect(createPack(slim(whole)).digest).toBe(whole.digest)
    expect(slim(createPack(source), here)).toEqual(source)
  })

  test('has the words by which the pack was translated', () => {
    const translations = {
      id: { 'actions · assess-risk · label': 'menilai' },
      su: { 'actions · assess-risk · label': 'ngukur' },
    }
    const source = slim(createPack(packSource({ rules, frameworks, translations })), here)
    expect(source.actions.find(({ name }) => name === 'assess-risk')?.label).toEqual({ id: 'menilai' })
    expect(source.translations).toBeUndefined()
  })

  test.each<readonly [string, object, string]>([
    [
      'a country that the pack does not know',
      { jurisdiction: 'FR' },
      'options.jurisdiction: must be one of `ID`, `US`',
    ],
    ['a language that it does not speak', { locale: 'fr' }, 'options.locale: must be one of `en`, `id`'],
  ])('is refused for %s', (_, options, line) => {
    expect(() => slim(whole, options)).toThrow(`invalid-options\n${line}`)
  })

  test('is refused of a pack that extends another, and of a country or language that is already left out', () => {
    const ours = extendPack(whole, { pack: { name: 'ours', version: '1.0.0', title: says('Ours'), extends: 'tiny' } })
    expect(() => slim(ours, here)).toThrow('pack: must be one that extends no other')
    const some = createPack(source)
    expect(() => slim(some, { jurisdiction: 'US' })).toThrow('options.jurisdiction: must be one of `ID`')
    expect(() => slim(some, { locale: 'en' })).toThrow('options.locale: must be one of `id`')
  })
})

describe('a pack that speaks some languages', () => {
  const spoken = slim(whole, { locale: 'id' })
  const changed = (change: object) => () => createPack({ ...spoken, ...change })
  const [first, ...others] = spoken.actions

  test.each<readonly [string, object, string]>([
    [
      'a text of another language',
      { actions: [{ ...first, label: says('tell') }, ...others] },
      'actions · disclose-to-protect · label: `en` is not part of this',
    ],
    [
      'a text that is missing in its own',
      { actions: [{ ...first, label: { en: 'tell' } }, ...others] },
      'actions · disclose-to-protect · label.id: is missing; must be a text',
    ],
    ['a language named twice', { pack: { ...spoken.pack, locales: ['id', 'id'] } }, 'pack · locales: names `id` twice'],
    [
      'a language that is none',
      { pack: { ...spoken.pack, locales: ['French'] } },
      'pack · locales · 0: must be a language tag such as `su`',
    ],
    [
      'another language than it has',
      { pack: { ...spoken.pack, locales: ['fr'] } },
      'pack · title: `id` is not part of this',
    ],
    [
      'a country that is no value',
      { pack: { ...spoken.pack, jurisdiction: ['FR'] } },
      'pack: no value of `case.jurisdiction` is named `FR`',
    ],
  ])('is refused with %s', (_, change, line) => {
    expect(changed(change)).toThrow(line)
  })

  test('is extended in its languages or in more, of which it takes its own', async () => {
    const header = { name: 'ours', version: '1.0.0', extends: 'tiny' }
    const own = { 'rules/own.json': { standard: says('Own'), rules: [rule({ name: 'own', may: ['tell-first'] })] } }
    const bilingual = { pack: { ...header, title: says('Ours') }, rules: own }
    const ours = extendPack(createPack(spoken), bilingual)
    expect(ours.rules.get('own')?.because).toEqual({ id: 'because of own (id)' })
    expect(ours.title).toEqual({ id: 'Tiny pack (id) + Ours (id)' })
    const one = { pack: { ...header, title: { id: 'Ours' }, locales: ['id'] } }
    expect(extendPack(createPack(spoken), one).title).toEqual({ id: 'Tiny pack (id) + Ours' })
    expect(extendPack(whole, one).title).toEqual({ en: 'Tiny pack + Ours', id: 'Tiny pack (id) + Ours' })
  })

  test('is translated by place, checked, and has schemas that want its languages only', () => {
    const translations = { su: { 'actions · assess-risk · label': 'ngukur' } }
    const pack = createPack({ ...spoken, translations })
    expect(pack.actions.get('assess-risk')?.label).toEqual({ id: 'assess the risk (id)', su: 'ngukur' })
    expect(remarks(pack).filter(({ kind }) => kind === 'same-text' || kind === 'other-numbers')).toEqual([])
    const { $defs } = packSchemas(pack).actions as unknown as {
      $defs: { text: { required: unknown; properties: object } }
    }
    const { text } = $defs
    expect([text.required, Object.keys(text.properties)]).toEqual([['id'], ['id']])
  })
})

describe('a pack in a language that is neither English nor Indonesian', () => {
  const spoken = slim(whole, { locale: 'id' })
  const inMalay = (source: unknown) => JSON.parse(JSON.stringify(source).replaceAll('"id":', '"ms":'))
  const source = inMalay({ ...spoken, pack: { ...spoken.pack, locales: ['ms'] } })
  const situation = { case: { jurisdiction: 'ID' }, abuse: { suspected: true } }
  const [first, ...others] = source.actions

  test('is a pack as any other, and its texts are in its language alone', async () => {
    const advice = await advise(situation, createPack(source))
    expect([advice.locales, advice.packs[0]?.title]).toEqual([['ms'], { ms: 'Tiny pack (id)' }])
    expect(JSON.stringify(advice)).not.toMatch(/"(en|id)":/)
  })

  test('is shown with the headings of another language, where that is wanted', async () => {
    const [malay, indonesian] = [
      await advise(situation, createPack(source)),
      await advise(situation, createPack(spoken)),
    ]
    const shown = render(malay, { as: 'text', locale: 'id', language: 'ms' })
    expect(shown).toBe(render(indonesian, { as: 'text', locale: 'id' }))
    expect(() => render(malay, { as: 'text', locale: 'id' })).toThrow(
      'options.locale: must be one of `ms`, in which the pack of this advice speaks',
    )
  })

  test.each<readonly [string, object, string]>([
    ['a text that is missing', { label: { id: 'beritahu' } }, 'label.ms: is missing; must be a text'],
    ['a text of another language', { label: { ms: 'beritahu', id: 'beri tahu' } }, 'label: `id` is not part of this'],
    ['a text that says nothing', { label: { ms: '…' } }, 'label.ms: must say something'],
  ])('is refused with %s, at its place', (_, change, line) => {
    const actions = [{ ...first, ...change }, ...others]
    expect(() => createPack({ ...source, actions })).toThrow(`actions · disclose-to-protect · ${line}`)
  })

  test('can extend one of other languages; what it lacks is said in a language that there is', async () => {
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: { ms: 'Kami' }, locales: ['ms'], extends: 'tiny' },
      rules: {
        'rules/own.json': {
          standard: { ms: 'Sendiri' },
          rules: [inMalay(slimRule(rule({ name: 'own', must: ['tell-first'] })))],
        },
      },
      translations: { ms: { 'actions · tell-first · label': 'beritahu dahulu' } },
    }
    const advice = await advise(situation, extendPack(whole, extension))
    expect(advice.rules.own?.because).toEqual({ ms: 'because of own (id)' })
    expect(advice.actions.find(({ action }) => action === 'tell-first')?.label).toEqual({
      en: 'tell the client first',
      id: 'tell the client first (id)',
      ms: 'beritahu dahulu',
    })
    expect(render(advice, { as: 'markdown', locale: 'en' })).toContain('because because of own (id)')
    expect(render(advice, { as: 'markdown', locale: 'en', language: 'ms' })).toContain('**beritahu dahulu**')
    expect(remarks(extendPack(whole, extension)).filter(({ kind }) => kind === 'same-text')).toEqual([])
  })
})

/** A rule with its words in Indonesian alone. */
function slimRule(source: object): object {
  return inLanguages(source, ['en', 'id'], ['id'])
}
