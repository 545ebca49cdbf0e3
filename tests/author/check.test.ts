import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  casesReport,
  checkFiles,
  checkReport,
  coverage,
  coverageReport,
  type Diagnostic,
  expectationOf,
  fillCases,
  mutantCount,
  mutants,
  mutantsReport,
  newHeader,
  packSourceFrom,
  parseCases,
  parsedJson,
  type TextFile,
  testCases,
  withNewCases,
  withNewRule,
} from '../../src/author/index.js'
import { createPack } from '../../src/index.js'
import { fact, packSource, rule, unless, when } from '../support/builders.js'
import { make, type Refusal } from '../support/refusal.js'

/* A pack in files, checked: each finding with file, line, column, rule and a spot to look at. */

function filesOf(source: object, folder = 'tiny'): TextFile[] {
  const { rules = {}, ...parts } = source as { rules?: Record<string, unknown> }
  const held = [
    ...Object.entries(parts).map(([part, json]) => [`${folder}/${part}.json`, json] as const),
    ...Object.entries(rules).map(([file, json]) => [`${folder}/${file.replace('rules/', '')}`, json] as const),
  ]
  return held.map(([path, json]) => ({ path, text: `${JSON.stringify(json, null, 2)}\n` }))
}

const tiny = filesOf(packSource())

function replaced(files: readonly TextFile[], path: string, change: (text: string) => string): TextFile[] {
  return files.map((file) => (file.path === path ? { path, text: change(file.text) } : file))
}

/** Where and what, and the spot that is underlined. */
function told(diagnostics: readonly Diagnostic[], level: Diagnostic['level'] = 'error'): string[] {
  return diagnostics
    .filter((one) => one.level === level)
    .map(({ at, place, rule, message }) => {
      const spot = at?.text.slice(at.column - 1, at.column - 1 + at.length)
      return `${at ? `${at.file}:${at.line}:${at.column}` : place}${rule ? ` ${rule}` : ''} ⟨${spot}⟩ ${message}`
    })
}

describe('what is no JSON is told where it begins', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    [
      'a comma too many',
      '{\n  "standard": {},\n}',
      'r.json:3:1 ⟨}⟩ is not JSON: a name in double quotes must follow (is there a comma too many?)',
    ],
    ['a comma missing', '{ "a": 1 "b": 2 }', 'r.json:1:10 ⟨"b"⟩ is not JSON: a comma is missing before this'],
    ['a comment', '{ } // so', 'r.json:1:5 ⟨// so⟩ is not JSON: comments are not part of it'],
    [
      'single quotes',
      "{ 'a': 1 }",
      "r.json:1:3 ⟨'a'⟩ is not JSON: only texts in double quotes, numbers, `true`, `false` and `null` may stand here",
    ],
    ['a text that does not end', '{ "a": "b\n}', 'r.json:1:8 ⟨"b⟩ is not JSON: a text does not end on its line'],
    ['a key twice', '{ "a": 1, "a": 2 }', 'r.json:1:11 ⟨"a"⟩ `a` stands twice in one object'],
    [
      'curly quotes',
      '{ “a”: 1 }',
      'r.json:1:3 ⟨“a”⟩ is not JSON: these quotes are curly; a text stands between straight ones (")',
    ],
    [
      'a list closed as an object',
      '{ "a": [1, 2} }',
      'r.json:1:13 ⟨}⟩ is not JSON: the list is closed by `]`, not by `}`',
    ],
    [
      'an object closed as a list',
      '[{ "a": 1]',
      'r.json:1:10 ⟨]⟩ is not JSON: the object is closed by `}`, not by `]`',
    ],
    ['another encoding', '{\0"\0a\0', 'r.json:1:1 ⟨{⟩ is not text in UTF-8: save the file as “UTF-8”'],
    ['brackets without end', '['.repeat(100_000), 'r.json:1:1 ⟨[⟩ is nested too deeply'],
    ['nothing', '', 'r.json:1:1 ⟨⟩ is not JSON: a value must follow (is there a comma too many?)'],
  ]

  test.each(broken)('%s', (_, text, line) => {
    expect(told(checkFiles([...tiny, { path: 'r.json', text }]).diagnostics)).toEqual([line])
    expect(() => parsedJson({ path: 'r.json', text })).toThrow(line.replace(/ ⟨.*⟩ /s, ': '))
  })
})

test('a byte order mark before a file is none of it, and an error after it is told at its place', () => {
  const marked = tiny.map(({ path, text }) => ({ path, text: `\uFEFF${text}` }))
  expect(checkFiles(marked).diagnostics).toEqual(checkFiles(tiny).diagnostics)
  const broken = checkFiles([...tiny, { path: 'r.json', text: '\uFEFF{ "a": tru }' }])
  expect(told(broken.diagnostics)[0]).toMatch(/^r\.json:1:8 ⟨tru⟩/)
  expect(checkReport(broken.diagnostics)).toContain('  1 | { "a": tru }\n    |        ^^^\n')
  expect(parsedJson({ path: 'c.json', text: '\uFEFF{ "cases": [] }' })).toEqual({ cases: [] })
})

describe('what an author needs beyond the refusal is told with it', () => {
  const wrong = (change: (rule: Record<string, unknown>, params: Record<string, unknown>) => void) => {
    const one = structuredClone(rule({ name: 'look', must: ['assess-risk'] })) as never as Record<string, unknown>
    change(one, (one.event as { params: Record<string, unknown> }).params)
    return checkFiles(filesOf(packSource({ rules: [one as never] }))).diagnostics.filter(
      ({ level }) => level === 'error',
    )
  }

  test('where a member belongs', () => {
    const [found] = wrong((one) => {
      one.must = ['assess-risk']
    })
    expect(found?.message).toBe('`must` is not part of this; it belongs in `event.params`')
  })

  test('what may stand there, and the nearest of it', () => {
    const [found] = wrong((_, params) => {
      params.exceptionsTo = ['keep-confidence']
    })
    expect(found).toMatchObject({
      message: expect.stringContaining('`exceptionsTo` is not part of this; here may stand `must`, `should`'),
      suggestion: 'exceptionTo',
    })
  })

  test('how the days and the places of a law are written', () => {
    const found = wrong((_, params) => {
      params.inForce = '2026-01-01'
      params.jurisdiction = 'ID'
    })
    expect(found.map(({ message }) => message)).toEqual([
      'must be a list, such as ["ID"] in a rule, a contact and a pack, "ID" in a source',
      'must be an object, such as {"from":"2026-01-01","until":"2026-12-31"}, or with one of the two',
    ])
  })

  test('the name of what has such words for its label', () => {
    const [action] = wrong((_, params) => {
      params.must = ['look-at-the-risk']
    })
    expect(action).toMatchObject({ suggestion: 'assess-risk' })
  })

  test('what a file is that holds no rules', () => {
    const { diagnostics } = checkFiles([...tiny, { path: 'tiny/fact.json', text: '[]' }])
    expect(diagnostics[0]?.message).toBe(
      'must be an object: a file of rules is `{ "standard": { … }, "rules": [ … ] }`; the other parts are `facts.json`, `actions.json`, `sources.json` and so on',
    )
  })
})

describe('what is refused is told at the spot that is meant', () => {
  const refusals: readonly (readonly [string, object, string])[] = [
    [
      'a fact that is misspelt',
      packSource({
        rules: [rule({ name: 'look', conditions: when('risk.severty', 'serious'), must: ['assess-risk'] })],
      }),
      'tiny/tiny.json:12:21 look ⟨"risk.severty"⟩ no fact is named `risk.severty`',
    ],
    [
      'a value that the fact does not have, in an `unless`',
      packSource({
        rules: [rule({ name: 'look', must: ['assess-risk'], unless: [unless('calm', when('risk.severity', 'smal'))] })],
      }),
      'tiny/tiny.json:48:30 look ⟨"smal"⟩ `risk.severity` has no value `smal`; it has `none`, `minor`, `serious`',
    ],
    [
      'an action that nobody declares',
      packSource({ rules: [rule({ name: 'look', must: ['asses-risk'] })] }),
      'tiny/tiny.json:34:13 look ⟨"asses-risk"⟩ no action is named `asses-risk`',
    ],
    [
      'a danger that is presumed',
      packSource({
        facts: [
          ...packSource().facts,
          {
            ...fact({ name: 'x.y', danger: [true] }),
            presume: { value: false, because: { en: 'a', id: 'b' }, sources: ['CODE-1'] },
          },
        ],
      }),
      'tiny/facts.json:206:13 ⟨"x.y"⟩ marks danger, and danger is never presumed',
    ],
    [
      'a key that is not part of it',
      packSource({ rules: [{ ...rule({ name: 'look', must: ['assess-risk'] }), priority: 1 } as never] }),
      'tiny/tiny.json:38:7 look ⟨"priority"⟩ `priority` is not part of this; here may stand `name`, `conditions`, `event`',
    ],
  ]

  test.each(refusals)('%s', (_, source, line) => {
    expect(told(checkFiles(filesOf(source)).diagnostics)).toEqual([line])
  })

  test('and so is everything that a pack can be refused for', () => {
    const refusals = readdirSync('tests/pack/refused').flatMap(
      (file) => JSON.parse(readFileSync(`tests/pack/refused/${file}`, 'utf8')) as Refusal[],
    )
    const lost = refusals.flatMap(({ name, change }) => {
      const source = structuredClone(packSource())
      for (const one of change) make(one, source)
      const { diagnostics } = checkFiles(filesOf(source))
      return diagnostics.filter(({ level, at }) => level === 'error' && !at).map(({ place }) => `${name}: ${place}`)
    })
    expect(refusals.length).toBeGreaterThan(150)
    // Where there is no file there is no line in one.
    expect(lost).toEqual([
      'a pack has all its parts: pack',
      'the rules of a pack are held by the names of their files: rules',
    ])
  })
})

test('a comparison in an `unless` is told where it stands, also where the same word stands before it', () => {
  const source = packSource({
    rules: [
      rule({
        name: 'look',
        must: ['assess-risk'],
        unless: [
          unless('calm', {
            all: [
              { fact: 'abuse.suspected', operator: 'equal', value: true },
              { fact: 'risk.target', operator: 'equal', value: 'self' },
            ],
          }),
        ],
      }),
    ],
  })
  expect(told(checkFiles(filesOf(source)).diagnostics)).toEqual([
    'tiny/tiny.json:52:33 look ⟨"equal"⟩ `equal` does not fit `risk.target`, which is of type some-of and takes `contains`, `doesNotContain`',
  ])
})

describe('a pack that can be used', () => {
  test('is looked at for what is probably wrong, with a situation that proves it', () => {
    const refuse = rule({
      name: 'refuse',
      principle: 'confidentiality',
      'must-not': ['disclose-to-protect'],
      conditions: when('risk.severity', 'serious'),
    })
    const source = packSource({ frameworks: [], rules: [...packSource().rules['rules/tiny.json']!.rules, refuse] })
    const { pack, diagnostics } = checkFiles(filesOf(source))
    expect(pack?.rules.has('refuse')).toBe(true)
    const dilemma = diagnostics.find(({ kind, level }) => kind === 'dilemma' && level === 'warning')
    expect(dilemma?.situation).toEqual({ risk: { severity: 'serious' } })
    expect(dilemma?.at?.file).toBe('tiny/tiny.json')
  })

  test('is only made where it is not to be looked at, and what stands in its way is told all the same', () => {
    const source = packSource({ sources: packSource().sources.map((one) => ({ ...one, verified: 'no' as const })) })
    const { pack, diagnostics } = checkFiles(filesOf(source), { remarks: false })
    expect(diagnostics).toEqual([])
    expect(pack?.digest).toBe(checkFiles(filesOf(source)).pack?.digest)
    expect(checkFiles(filesOf(source)).diagnostics.length).toBeGreaterThan(0)
    const broken = filesOf(packSource({ rules: [rule({ name: 'look', must: ['asess-risk'] as never })] }))
    expect(checkFiles(broken, { remarks: false })).toEqual(checkFiles(broken))
  })

  test('that extends another is told what concerns its own files, and nothing of the other', () => {
    const base = createPack(packSource())
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: { en: 'Ours', id: 'Milik kami' }, extends: 'tiny' },
      actions: [{ name: 'call-home', label: { en: 'Call home', id: 'Telepon rumah' } }],
    }
    const { pack, diagnostics } = checkFiles(filesOf(extension, 'ours'), { bases: [base] })
    expect(pack?.parts.map(({ name }) => name)).toEqual(['tiny', 'ours'])
    expect(told(diagnostics, 'warning')).toEqual([
      'ours/actions.json:3:13 ⟨"call-home"⟩ no rule asks for it or against it',
    ])
    expect(told(checkFiles(filesOf(extension, 'ours')).diagnostics)).toEqual([
      'ours/pack.json:8:14 ⟨"tiny"⟩ no pack named `tiny` is known here',
    ])
  })

  test('that collides with a rule of the pack it extends is told where its own rule stands, with a situation in words', () => {
    const keep = rule({ name: 'a-first', principle: 'confidentiality', must: ['keep-confidential'] })
    const base = createPack(packSource({ frameworks: [], rules: [keep] }))
    const forbid = rule({ name: 'later', 'must-not': ['keep-confidential'] })
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: { en: 'Ours', id: 'Milik kami' }, extends: 'tiny' },
      rules: { 'house.json': { standard: { en: 'House', id: 'Rumah' }, rules: [forbid] } },
    }
    const { diagnostics } = checkFiles(filesOf(extension, 'ours'), { bases: [base] })
    const dilemma = diagnostics.find(({ kind }) => kind === 'dilemma')
    expect(dilemma).toMatchObject({ rule: 'later', at: { file: 'ours/house.json' }, example: expect.any(String) })
    expect(checkReport(diagnostics)).toContain(`\n  for example where ${dilemma?.example}\n`)
    expect(dilemma?.example).toBe('abuse.suspected: yes')
  })

  test('has rules to which no question leads, until a fact of theirs is an opener', () => {
    const alarm = { ...fact({ name: 'flood.near', type: 'yes-no' }), ask: { en: 'Is it near?', id: 'Apakah dekat?' } }
    const flee = rule({ name: 'flee', must: ['call-home'], conditions: when('flood.near') })
    const extension = (openers: readonly string[]) => ({
      pack: {
        name: 'ours',
        version: '1.0.0',
        title: { en: 'Ours', id: 'Milik kami' },
        extends: 'tiny',
        ...(openers.length > 0 && { openers }),
      },
      facts: [alarm],
      actions: [{ name: 'call-home', label: { en: 'Call home', id: 'Telepon rumah' } }],
      rules: { 'flood.json': { standard: { en: 'Floods', id: 'Banjir' }, rules: [flee] } },
    })
    const unreachable = (openers: readonly string[]) =>
      checkFiles(filesOf(extension(openers), 'ours'), { bases: [createPack(packSource())] }).diagnostics.filter(
        ({ kind }) => kind === 'unreachable',
      )
    expect(unreachable([]).map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'warning: no question leads to it: put `flood.near` among the `openers` of pack.json',
    ])
    expect(unreachable(['flood.near'])).toEqual([])
  })

  test('has reasons that are no sentences, and translations that can be shown', () => {
    const because = { en: 'No colleague is free.', id: 'tidak ada rekan yang sedang bebas' }
    const tired = rule({ name: 'tired', should: ['consult-supervisor'], because })
    const translations = { ind: { 'actions · assess-risk · label': 'Menaksir risiko' }, jv: { 'pack · title': 'Alit' } }
    const { diagnostics } = checkFiles(filesOf({ ...packSource({ rules: [tired] }), translations }))
    const found = diagnostics.filter(({ kind }) => kind === 'not-a-clause' || kind === 'never-shown')
    expect(found.map(({ level, place, message }) => `${level} ${place}: ${message}`)).toEqual([
      'warning tiny/tiny.json · tired · because: completes “because …”: it ends without a full stop',
      'warning translations · ind: is shown by no part of timbang, which speaks `en` and `id`: `id` is meant',
      'note translations · jv: is shown by no part of timbang, which speaks `en` and `id`',
    ])
  })

  test('has reasons without exceptions of their own, and labels that fit into a sentence', () => {
    const because = { en: 'a colleague sees more', id: 'rekan melihat lebih banyak, kecuali bila ia lelah' }
    const tired = rule({ name: 'tired', should: ['consult-supervisor'], because })
    const source = packSource({ rules: [tired] })
    const actions = source.actions?.map((action) =>
      action.name === 'assess-risk'
        ? { ...action, label: { en: 'Assess (now)', id: 'Menilai risiko (sekarang)' } }
        : action,
    )
    const kinds = ['not-a-clause', 'bracket-in-label']
    const messages = (found: typeof source) =>
      checkFiles(filesOf(found))
        .diagnostics.filter(({ kind }) => kind !== undefined && kinds.includes(kind))
        .map(({ place, message }) => `${place}: ${message}`)
    expect(messages({ ...source, actions })).toEqual([
      'tiny/tiny.json · tired · because: completes “because …”: “kecuali bila” belongs to an `unless` of the rule, with the norm told first',
      'actions · assess-risk · label: is read within “You must …” and “You must not …”: what stands in brackets belongs to a step, or is left out',
    ])
    expect(messages(packSource({ rules: [rule({ name: 'rested', should: ['consult-supervisor'] })] }))).toEqual([])
  })

  test('needs its files', () => {
    const { diagnostics } = checkFiles(tiny.filter(({ path }) => !path.endsWith('facts.json')))
    expect(told(diagnostics)).toEqual([
      'tiny/pack.json:2:11 ⟨"tiny"⟩ needs a file `facts.json` beside it, since it extends no pack',
    ])
  })
})

test('a report shows the line with the spot underlined, and counts', () => {
  const source = packSource({
    rules: [rule({ name: 'look', conditions: when('risk.severty', 'serious'), must: ['assess-risk'] })],
  })
  expect(checkReport(checkFiles(filesOf(source)).diagnostics)).toBe(
    [
      'tiny/tiny.json:12:21 · look · conditions.all[0]',
      '  12 | "fact": "risk.severty",',
      '     |         ^^^^^^^^^^^^^^',
      '  error: no fact is named `risk.severty` (did you mean `risk.severity`?)',
      '',
      '1 error, 0 warnings, 0 notes',
    ].join('\n'),
  )
})

test('a report shows of a very long line what stands around the spot', () => {
  const text = JSON.stringify(
    packSource({ rules: [rule({ name: 'look', conditions: when('risk.severty', 'serious'), must: ['assess-risk'] })] })
      .rules['rules/tiny.json'],
  )
  const files = replaced(tiny, 'tiny/tiny.json', () => text)
  const lines = checkReport(checkFiles(files).diagnostics).split('\n')
  expect(lines[1]).toContain('"risk.severty"')
  expect(lines.every((line) => line.length < 130)).toBe(true)
  expect(lines[1]?.slice(lines[2]?.indexOf('^'), (lines[2]?.lastIndexOf('^') ?? 0) + 1)).toBe('"risk.severty"')
})

describe('a rule that is begun', () => {
  const empty = { path: 'ours/house.json', text: '' }
  const begun = withNewRule(
    { name: 'keep-still', principle: 'confidentiality', asks: { must: ['keep-confidential'] } },
    empty,
  )

  test('stands in a file of rules, and a check says what must still be written', () => {
    const header = { path: 'ours/pack.json', text: JSON.stringify(newHeader('Our House!', 'tiny'), null, 2) }
    const { diagnostics } = checkFiles([header, begun], { bases: [createPack(packSource())] })
    expect(told(diagnostics).map((line) => line.split(' ').slice(0, 1).join(''))).toEqual([
      'ours/pack.json:5:11',
      'ours/pack.json:6:11',
      'ours/house.json:3:11',
      'ours/house.json:4:11',
      'ours/house.json:30:19',
      'ours/house.json:31:19',
    ])
    expect(new Set(diagnostics.map(({ message }) => message))).toEqual(new Set(['is still to be written']))
    expect(parsedJson(header)).toMatchObject({ name: 'our-house', extends: 'tiny' })
  })

  test('leaves all that stood in the file as it stands', () => {
    const text = '{\n  "standard": { "en": "House",   "id": "Rumah" },\n  "rules": [\n  ]\n}\n'
    const { text: after } = withNewRule({ name: 'keep-still' }, { path: 'ours/house.json', text })
    expect(after).toContain('"standard": { "en": "House",   "id": "Rumah" },')
    expect(
      (parsedJson({ path: 'x', text: after }) as { rules: { name: string }[] }).rules.map(({ name }) => name),
    ).toEqual(['keep-still'])
  })

  test('is refused under a name that the file has, and in what is no file of rules', () => {
    expect(() => withNewRule({ name: 'keep-still' }, begun)).toThrow(
      'ours/house.json: has a rule named `keep-still` already',
    )
    expect(() => withNewRule({ name: 'x' }, { path: 'facts.json', text: '[]' })).toThrow(
      'facts.json: is no file of rules: it has no list `rules`',
    )
    expect(() => withNewCases({ name: 'x' }, { path: 'c.json', text: '{}' })).toThrow(
      'c.json: is no file of cases: it has no list `cases`',
    )
  })
})

test('cases that expect nothing yet are filled with what the advice says; others and unwritten ones stay', async () => {
  const pack = createPack(packSource())
  const cases = [
    { name: 'a secret is kept', situation: { abuse: { suspected: true } } },
    { name: 'still to write: …', situation: {} },
    { name: 'kept as it is', situation: {}, expect: { kind: 'settled' } },
    { name: 'with a slip', situation: { abuse: { suspectd: true } } },
  ]
  const { file, filled, issues } = await fillCases({ path: 'c.json', text: JSON.stringify({ cases }, null, 2) }, pack)
  const after = parsedJson(file) as { cases: { expect?: { must?: string[] } }[] }
  expect(filled).toEqual(['a secret is kept'])
  expect(issues).toEqual([
    {
      place: 'c.json · with a slip · situation.abuse',
      message: 'key 1 names no fact',
      suggestion: 'abuse.suspected',
      code: 'unknown-fact',
      params: { key: 1 },
    },
  ])
  expect(after.cases[0]?.expect?.must).toContain('keep-confidential')
  expect(after.cases.slice(1)).toEqual(cases.slice(1))
})

test('expectations are written anew where the advice says something else, and nothing else of the file is touched', async () => {
  const pack = createPack(packSource())
  const situation = { abuse: { suspected: true } }
  const { questions, ...expected } = await expectationOf({ situation }, pack)
  const right = { name: 'right, in another order', situation, expect: { questions, ...expected } }
  const text = `{
  "cases": [
    ${JSON.stringify(right)},
    {
      "name": "wrong",   "situation": { "abuse": { "suspected": true } },
      "expect": { "kind": "one-sided", "urgency": "routine", "must": ["assess-risk"] },
      "note": "why"
    },
    { "name": "no expectation at all", "situation": {}, "expect": null },
    { "name": "still to be written …", "situation": {}, "expect": {} }
  ]
}
`
  const { file, filled, issues } = await fillCases({ path: 'c.json', text }, pack, { which: 'all' })
  expect({ filled, issues }).toEqual({ filled: ['wrong', 'no expectation at all'], issues: [] })
  const [before, after] = [text, file.text].map((one) => one.split(/"expect": (?:null|\{[^}]*\})/))
  expect(after).toEqual(before)
  expect(file.text).toContain(`      "expect": {
        "kind": "${expected.kind}",
        "urgency": "${expected.urgency}",
        "must": [${expected.must?.map((name) => `"${name}"`).join(', ')}],`)
  const { cases } = parsedJson(file) as { cases: unknown[] }
  expect(cases[1]).toMatchObject({ expect: { ...expected, questions }, note: 'why' })
  const again = await fillCases(file, pack, { which: 'all' })
  expect(again).toEqual({ file, filled: [], issues: [] })
})

test('a report tells once what is told several times in the same words, with every place', () => {
  const sources = packSource().sources.map((source) => ({ ...source, verified: 'no' as const }))
  const report = checkReport(checkFiles(filesOf(packSource({ sources }))).diagnostics, (text) => text, ['warning'])
  expect(report).toContain(
    'the same 3 times more: BOOK-1 (tiny/sources.json:19), LAW-ID (tiny/sources.json:35), LAW-US (tiny/sources.json:52)',
  )
  expect(report.match(/is not verified/g)).toHaveLength(1)
})

test('a report does not list hundreds of places', () => {
  const one = (i: number): Diagnostic => ({
    level: 'warning',
    kind: 'json',
    place: `facts · f.f${i}`,
    message: 'is so',
  })
  const report = checkReport(Array.from({ length: 200 }, (_, i) => one(i)))
  expect(report).toContain('the same 199 times more: facts · f.f1, ')
  expect(report).toContain('facts · f.f8, and 191 more (--json tells all)\n')
})

test('a report names the place where what was checked stands in no file', () => {
  const one = (place: string): Diagnostic => ({ level: 'warning', kind: 'json', place, message: 'is so' })
  const report = (...places: string[]) => checkReport(places.map(one), undefined, ['warning'])
  expect(report('pack · title')).toBe('pack · title\n  warning: is so\n\n0 errors, 1 warning, 0 notes')
  expect(report('facts', 'pack · title', 'rules/a.json · b', 'rules/a.json · c')).toContain(
    'the same 3 times more: pack · title, rules/a.json · b, rules/a.json · c',
  )
})

test('a report paints what a terminal can show', () => {
  const { diagnostics } = checkFiles([...tiny, { path: 'r.json', text: '{' }])
  const painted = checkReport(diagnostics, (text, tone) => `<${tone}>${text}</${tone}>`)
  expect(painted).toContain('<bold>r.json:1:2</bold>')
  expect(painted).toContain('<red>error</red>: is not JSON: a `}` is missing')
  expect(painted).toContain('<red>1 error</red>, 0 warnings, 0 notes')
})

test('a rule begins with what is known of it, under a name that a pack can have', () => {
  const sketch = { name: 'knock', asks: { 'must-not': ['tell-first'] }, sources: ['CODE-1'] } as const
  const { text } = withNewRule(sketch, { path: 'ours/r.json', text: '' }, '../schema/rules.json')
  const [rule] = (parsedJson({ path: 'r', text }) as { rules: { event: { params: object } }[] }).rules
  expect(rule?.event.params).toMatchObject({ 'must-not': ['tell-first'], sources: ['CODE-1'], principles: ['…'] })
  expect(text).toContain('"$schema": "../schema/rules.json"')
  const cases = withNewCases(sketch, { path: 'ours/cases/r.json', text: '' }, '../../schema/cases.json').text
  expect((parsedJson({ path: 'c', text: cases }) as { cases: unknown[] }).cases).toHaveLength(3)
  expect(newHeader('2026 Rumah', 'tiny')).toMatchObject({ name: 'pack-2026-rumah' })
})

test('the files of a folder are one pack, and a slip in them is told with line and column', () => {
  expect(createPack(packSourceFrom(tiny)).rules.size).toBe(createPack(packSource()).rules.size)
  expect(() => packSourceFrom([{ path: 'pack.json', text: '{\n  "name" 1\n}' }])).toThrow(
    'pack.json:2:10: is not JSON: a colon must follow the name',
  )
})

test('the files of a folder of sayings say how people say the facts of the pack, and a slip in them is told at its line', () => {
  const said = (value: string) => ({
    path: 'tiny/sayings/child.json',
    text: JSON.stringify({ sayings: [{ fact: 'risk.target', value, says: { en: ['a child'] } }] }, null, 2),
  })
  expect(createPack(packSourceFrom([...tiny, said('child')])).sayings).toHaveLength(1)
  const { diagnostics } = checkFiles([...tiny, said('childs')])
  expect(diagnostics.filter(({ level }) => level === 'error')).toMatchObject([
    { message: '`risk.target` has no value `childs`', at: { file: 'tiny/sayings/child.json', line: 5 } },
  ])
})

describe('the report of a test', () => {
  const pack = createPack(packSource())
  const cases = {
    cases: [
      {
        name: 'a secret is kept',
        situation: { abuse: { suspected: true } },
        expect: { kind: 'settled', urgency: 'routine' },
      },
      {
        name: 'with a slip',
        situation: { abuse: { suspectd: true } },
        expect: { kind: 'settled', urgency: 'routine' },
      },
    ],
  }
  const files = [parseCases(cases, pack, 'c.json')]

  test('tells each case that fails, and why', async () => {
    const report = casesReport(await testCases(files, pack))
    expect(report).toContain(
      '✕ c.json · a secret is kept\n    kind: `settled` expected and not advised; `one-sided` advised',
    )
    expect(report).toContain('✕ c.json · with a slip\n    situation.abuse: key 1 names no fact')
    expect(report).toMatch(/Cases {6}0 passed, 2 failed$/)
    const nothing = {
      name: 'nothing is told',
      situation: {},
      expect: { kind: 'undetermined', urgency: 'routine', questions: ['risk.severity', 'abuse.suspected'] },
    }
    const passing = await testCases([parseCases({ cases: [nothing] }, pack, 'c.json')], pack)
    expect(casesReport(passing)).toBe('Cases      1 passed, 0 failed')
  })

  test('tells the outcomes that nobody shows and the changes that nobody notices, the first twenty of them', () => {
    const shown = coverageReport(coverage([], pack))
    expect(shown).toMatch(/– rules\/tiny\.json · keep-confidence: no case shows it applying/)
    expect(shown).toMatch(/Outcomes {3}0 of \d+ shown \(0 %\)$/)
    const list = [...mutants([], pack), ...mutants([], pack)]
    const changed = mutantsReport(list, mutantCount(list), (text) => text)
    expect(changed).toMatch(/ {2}… and \d+ more \(--json tells them all\)\n\nChanges {4}0 of \d+ noticed \(0 %\)$/)
    expect(mutantsReport([], mutantCount([]))).toBe('Changes    0 of 0 noticed (100 %)')
  })

  test('counts the outcomes of some rules only, where they are named', () => {
    const { wanted, missing } = coverage([], pack, { rules: ['respect-the-adult'] })
    expect(new Set(missing.map(({ rule }) => rule))).toEqual(new Set(['respect-the-adult']))
    expect(wanted).toBe(missing.length)
  })
})
