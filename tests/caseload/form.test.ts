import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyLine, copyRows } from '../../src/caseload/copyText.js'
import { lately } from '../../src/caseload/form/lately.js'
import { normalForm, situationOf as writtenFrom } from '../../src/caseload/form/normalForm.js'
import { contentOf, readJson } from '../../src/json/jsonText.js'
import { plainlyRead } from '../../src/json/plainJson.js'
import { createPack } from '../../src/pack/pack.js'
import { arbitraryPack, packSource, situationOf } from '../support/builders.js'
import { runs } from '../support/sample.js'

const source = packSource()
const renamed = source.facts.map((fact) =>
  fact.name === 'consent.given' ? { ...fact, aliases: ['consent.agreed'] } : fact,
)
const pack = createPack({ ...source, facts: renamed })

describe('the normal form of a situation', () => {
  test('is one for all spellings of a list, for former names, and for what is not known', () => {
    const spellings: unknown[] = [
      { risk: { target: 'child' }, consent: { given: true } },
      { risk: { target: ['child'] }, consent: { agreed: true }, abuse: { suspected: null } },
      { risk: { target: { self: null, child: true } }, consent: { given: true }, summary: 'she told me' },
      '{ "consent": { "given": true }, "risk": { "target": { "child": true } } }',
    ]
    const forms = spellings.map((one) => normalForm(one, pack))
    expect(new Set(forms.map(({ digest }) => digest)).size).toBe(1)
    expect(forms[0]?.text).toBe('{"consent.given":true,"risk.target":{"child":true}}')
    expect(normalForm({ risk: { target: { child: null } } }, pack).facts).toEqual({})
    expect(normalForm({ risk: { target: { child: false } } }, pack).digest).not.toBe(forms[0]?.digest)
  })

  test('written as a situation has the same normal form', () => {
    const all = arbitraryPack().chain((source) => fc.tuple(fc.constant(source), situationOf(createPack(source))))
    fc.assert(
      fc.property(all, ([source, situation]) => {
        const made = createPack(source)
        const form = normalForm(situation, made)
        expect(normalForm(writtenFrom(form.facts), made)).toEqual(form)
        expect(normalForm(writtenFrom(JSON.parse(form.text)), made)).toEqual(form)
      }),
      runs(400),
    )
  })

  test('is refused where it is no JSON, says a thing twice, or contradicts itself, and nothing of it is repeated', () => {
    for (const text of ['{"Budi', '{"abuse":{},"abuse":{}}', 'null', '{"Budi":1}'])
      expect(() => normalForm(text, pack)).toThrow(/^invalid-(json|situation)\n(?!.*Budi)/)
    expect(() => normalForm({ client: { ageYears: 40, isMinor: true } }, pack)).toThrow(/client\.isMinor/)
  })
})

describe('a text of JSON', () => {
  test('is plainly read as the careful reader reads it', () => {
    const spaces = fc.constantFrom(0, 1, '\t')
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(plainlyRead(text)).toEqual({ content: contentOf(readJson({ path: 'text', text })) })
      }),
      runs(1_000),
    )
  })

  test('with a character changed is read as JSON, or left to the careful reader', () => {
    const change = fc.tuple(
      fc.nat(40),
      fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '1', '-', '\\\\', ' ', 'null'),
    )
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), change, (value, [place, instead]) => {
        const text = JSON.stringify(value)
        const changed = text.slice(0, place) + instead + text.slice(place + 1)
        const read = plainlyRead(changed)
        if (read) expect(read.content).toEqual(JSON.parse(changed))
      }),
      runs(2_000),
    )
  })

  test('is left to the careful reader where it says a thing twice, is no JSON or is nested too deeply', () => {
    const deep = `${'['.repeat(101)}${']'.repeat(101)}`
    const twice = ['{"a":1,"a":2}', '[{"b":{"a":1,"\\u0061":2}}]', '{"a":{},"b":":\\"","a":{"c":":"}}']
    for (const text of [...twice, '{"a"', '', '\uFEFF{}', "{'a':1}", deep, '['.repeat(1_000_000)])
      expect(plainlyRead(text)).toBeUndefined()
    expect(plainlyRead(deep.slice(1, -1))).toBeDefined()
  })
})

test('what was made of a text lately is not made again, and what is longer ago is forgotten', () => {
  const made: string[] = []
  const length = lately((text) => made.push(text), 2)
  for (const text of ['a', 'b', 'a', 'c', 'a', 'd', 'e', 'a', 'b']) length(text)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
})

describe('the text of COPY', () => {
  test('is read as it was written, wherever it is cut', async () => {
    const value = fc.option(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')))
    const table = fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        async (rows, cut, size) => {
          const text = rows.map(copyLine).join('')
          const pieces = text.match(new RegExp(`[^]{1,${cut}}`, 'g')) ?? []
          const read: unknown[] = []
          for await (const some of copyRows(Readable.from(pieces), size)) {
            expect(some.length).toBeLessThanOrEqual(size)
            read.push(...some)
          }
          expect(read).toEqual(rows)
        },
      ),
      runs(2_000),
    )
  })
})
