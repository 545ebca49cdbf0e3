import { describe, expect, test } from 'vitest'
import { checkFiles } from '../../src/author/index.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { createPack } from '../../src/pack/pack.js'
import type { Source } from '../../src/pack/packSource.js'
import { packSource, rule, says } from '../support/builders.js'

/* For a day that is named: which sources were read too long ago, and which are not in force. */

describe('the days of sources', () => {
  const [first, second, third, ...others] = packSource().sources as [Source, Source, Source, ...Source[]]
  const read = (on: string) => ({ verified: 'primary', read: { text: 'the text', on } }) as const
  const sources: Source[] = [
    { ...first, ...read('2025-01-31') },
    { ...second, ...read('2025-02-01'), inForce: { until: '2026-01-31' } },
    { ...third, verified: 'primary', verifiedOn: '2025-01-01', inForce: { from: '2026-02-02' } },
    ...others,
  ]
  const rules = [
    rule({ name: 'one', must: ['tell-first'], sources: [second.name] }),
    rule({
      name: 'until-then',
      must: ['tell-first'],
      sources: [second.name, third.name],
      inForce: { until: '2026-01-31' },
    }),
  ]
  const told = (on?: string) =>
    remarks(createPack(packSource({ sources, rules })), on === undefined ? {} : { on })
      .filter(({ kind }) => kind === 'read-long-ago' || kind === 'not-in-force')
      .map(({ kind, level, place, message }) => `${level} ${kind} ${place}: ${message}`)

  test('are looked at where a day is named, and only then', () => {
    expect(told()).toEqual([])
    expect(told('2026-02-01')).toEqual([
      `warning read-long-ago sources · ${first.name}: was last read on 2025-01-31, over a year before 2026-02-01`,
      `warning read-long-ago sources · ${third.name}: was last read on 2025-01-01, over a year before 2026-02-01`,
      `warning not-in-force sources · ${second.name}: is not in force on 2026-02-01: it ended on 2026-01-31; cited by \`one\``,
      `warning not-in-force sources · ${third.name}: is not in force on 2026-02-01: it begins on 2026-02-02`,
    ])
  })

  test('are looked at for contacts too, whose numbers change', () => {
    const contact = { name: 'hotline', label: says('Hotline'), reach: says('129'), for: ['tell-first'] }
    const contacts = [
      { ...contact, read: { text: 'the page', on: '2025-01-31' } },
      { ...contact, name: 'unread' },
      { ...contact, name: 'late', read: { text: 'the page', on: '2025-02-01' } },
    ]
    const found = remarks(createPack(packSource({ contacts })), { on: '2026-02-01' })
    expect(found.filter(({ kind }) => kind === 'read-long-ago')).toEqual([
      {
        kind: 'read-long-ago',
        level: 'warning',
        place: 'contacts · hotline',
        message: 'was last read on 2025-01-31, over a year before 2026-02-01',
      },
    ])
  })

  test('are well on a day on which all are in force and none was read over a year before', () => {
    expect(told('2026-01-01').filter((line) => !line.includes(third.name))).toEqual([])
  })

  test('are asked about for a day that is one', () => {
    for (const on of ['2026-02-30', 'today', ''])
      expect(() => told(on)).toThrow('options.on: must be a day such as `2026-01-31`')
    expect(() => checkFiles([], { on: '2026-1-1' })).toThrow('options.on: must be a day such as `2026-01-31`')
  })
})
