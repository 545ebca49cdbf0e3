import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/author/catalogue/catalogue.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { packSchemas } from '../../src/author/schemas/schemas.js'
import { slim } from '../../src/author/slim.js'
import { createPack } from '../../src/pack/pack.js'
import { textsOf } from '../../src/pack/texts/translations.js'
import { type PackParts, packSource, position, rule, when } from '../support/builders.js'

/* What an author writes, and a reader sees, of other published positions. */

const leave = position({
  name: 'leave-it',
  may: ['tell-first'],
  should: ['assess-risk'],
  insteadOf: ['consult-supervisor'],
})
const sought = { otherPositions: [leave], positionsSought: '2026-01-31' }
const tell = rule({ name: 'tell', must: ['tell-first'], should: ['consult-supervisor'], ...sought })
const alone = rule({
  name: 'alone',
  conditions: when('consent.given'),
  must: ['assess-risk'],
  positionsSought: '2026-01-30',
})

const entry = (name: string) =>
  catalogue(createPack(packSource({ rules: [tell, alone] })))
    .split(`\n### ${name}\n\n`)[1]
    ?.split('\n\n')[0]

describe('the catalogue', () => {
  test('shows the other position in full, with the day on which it was looked for', () => {
    expect(entry('tell')?.split('\n').slice(-11)).toEqual([
      '- **Sources**',
      '  - CODE-1 (read in the text itself)',
      '- **Other published positions** (looked for on 2026-01-31): the profession is divided',
      '  - `leave-it`',
      '    - **Should**: assess the risk',
      '    - **May**: tell the client first',
      '    - **Instead of**: consult',
      '    - **Because** leave-it holds · *leave-it holds (id)*',
      '    - **Both agree that** something is done · *something is done (id)*',
      '    - **Sources**',
      '      - BOOK-1 (read in the text itself)',
    ])
  })

  test('says where none was found, which is another thing than that nobody looked', () => {
    expect(entry('alone')).toContain('- **Other published positions** (looked for on 2026-01-30): none found')
    expect(catalogue(createPack(packSource()))).toContain('- **Other published positions**: not looked for')
  })

  test('tells the sources of positions among the others', () => {
    const text = catalogue(createPack(packSource({ rules: [tell] })))
    expect(text.split('## What the sources say')[1]).toContain('BOOK-1')
  })
})

describe('the check of a pack', () => {
  const { sources } = packSource()
  const told = (parts: PackParts, on?: string) =>
    remarks(createPack(packSource(parts)), on === undefined ? {} : { on })
      .filter(({ place, kind }) => place.includes('leave-it') || kind === 'not-in-force')
      .map(({ kind, level, place, message }) => [kind, level, place, message])
  const from = (source: string, jurisdiction?: string[]) =>
    rule({
      name: 'tell',
      must: ['tell-first'],
      ...(jurisdiction && { jurisdiction }),
      positionsSought: '2026-01-31',
      otherPositions: [position({ name: 'leave-it', may: ['tell-first'], sources: [source] })],
    })
  const place = 'rules/tiny.json · tell · leave-it'

  test('names a position of which no source was read', () => {
    const unread = sources.map((one) => (one.name === 'BOOK-1' ? { ...one, verified: 'no' as const } : one))
    expect(told({ sources: unread, rules: [from('BOOK-1')] })).toEqual([
      ['position-not-verified', 'note', place, 'rests on sources of which none is verified'],
    ])
    expect(told({ rules: [from('BOOK-1')] })).toEqual([])
  })

  test('warns of a position that rests on law of elsewhere alone, where its rule holds at home only', () => {
    expect(told({ rules: [from('LAW-US', ['ID'])] })).toEqual([
      [
        'position-never-told',
        'warning',
        place,
        'rests on law of elsewhere alone, and is never told where the rule holds',
      ],
    ])
    expect(told({ rules: [from('LAW-ID', ['ID'])] })).toEqual([])
    expect(told({ rules: [from('LAW-US')] })).toEqual([])
  })

  test('reads its texts, and counts what it cites', () => {
    const spoken = {
      ...leave,
      because: { en: 'It is so.', id: 'Begitulah.' },
      agreed: { en: 'in 2 days', id: 'segera' },
    }
    const found = remarks(
      createPack(
        packSource({
          rules: [{ ...tell, event: { ...tell.event, params: { ...tell.event.params, otherPositions: [spoken] } } }],
        }),
      ),
    )
    const kinds = found.filter((one) => one.place.startsWith(place)).map(({ kind }) => kind)
    expect(kinds).toEqual(['other-numbers', 'not-a-clause'])
  })

  test('takes no rule for redundant that adds a position', () => {
    const whole = rule({ name: 'whole', must: ['tell-first'], should: ['consult-supervisor'] })
    const found = remarks(createPack(packSource({ rules: [whole, from('BOOK-1')] })))
    expect(found.filter(({ kind }) => kind === 'redundant').map(({ level, message }) => [level, message])).toEqual([
      ['note', expect.stringContaining('it adds the other published positions')],
    ])
  })

  test('names the rules whose positions cite what is not in force', () => {
    const ended = sources.map((one) => (one.name === 'BOOK-1' ? { ...one, inForce: { until: '2026-01-01' } } : one))
    const [first] = told({ sources: ended, rules: [from('BOOK-1')] }, '2026-01-31')
    expect(first?.[3]).toContain('cited by `tell`')
  })
})

test('the schema of a file of rules offers what a position can name', () => {
  const schema = JSON.stringify(packSchemas(createPack(packSource())))
  expect(schema).toContain('The other published positions in this matter, where the profession is divided.')
  expect(schema).toContain('The actions of the rule in whose place this position asks for something else.')
})

test('a slim pack keeps positions with their sources, and translations find their texts by name', () => {
  const source = packSource({ rules: [tell] })
  const there = slim(createPack(source), { jurisdiction: 'ID', locale: 'id' })
  expect(JSON.stringify(there)).toContain('leave-it holds (id)')
  expect(there.sources.map(({ name }) => name)).toContain('BOOK-1')
  expect([...textsOf(source).keys()]).toContain('rules · tell · otherPositions · leave-it · agreed')
})

test('a position that names an action by a former name means the present one', () => {
  const source = packSource({
    rules: [
      {
        ...tell,
        event: {
          ...tell.event,
          params: { ...tell.event.params, should: ['consult'], otherPositions: [{ ...leave, insteadOf: ['consult'] }] },
        },
      },
    ],
  })
  const actions = source.actions.map((one) =>
    one.name === 'consult-supervisor' ? { ...one, aliases: ['consult'] } : one,
  )
  const pack = createPack({ ...source, actions })
  expect(pack.rules.get('tell')?.otherPositions?.[0]?.insteadOf).toEqual(['consult-supervisor'])
})
