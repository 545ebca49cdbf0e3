import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { changeIn, marked, newRule, ruleBegun, savedIn, wide } from '../support/authoring.js'
import { command, commandIn } from '../support/hosted.js'
import { run } from '../support/run.js'

/* The command as an author runs it, in a folder of its own; what takes long of it: tests/long/command.test.ts and command-check.test.ts. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync('examples/agency-pack', join(folder, 'house'), { recursive: true })
cpSync('tests/cases', join(folder, 'cases'), { recursive: true })

const timbang = commandIn(folder)
const change = changeIn(folder)

describe('timbang check', () => {
  test('says where an error is, and ends with 1', async () => {
    mkdirSync(join(folder, 'broken'))
    cpSync(join(folder, 'house'), join(folder, 'broken'), { recursive: true })
    change('broken/safe-house.json', '"safeHouse.addressAsked"', '"safeHouse.adressAsked"')
    const { code, out } = await timbang('check', 'broken')
    expect(code).toBe(1)
    expect(out).toContain('error: no fact is named `safeHouse.adressAsked` (did you mean `safeHouse.addressAsked`?)')
    expect(out).toMatch(/^broken\/safe-house\.json:\d+:\d+ · keep-the-safe-house-secret · conditions\.all\[0\]\n/)
  })
})

describe('timbang test', () => {
  test('tells a case that fails, part by part', async () => {
    cpSync('examples/agency-pack', join(folder, 'failing'), { recursive: true })
    change('failing/cases/safe-house.json', '"must": ["', '"must": ["use-the-story", "')
    const { code, out } = await timbang('test', 'failing')
    expect(code).toBe(1)
    expect(out).toContain('`use-the-story` expected and not advised')
    expect(out).toContain('1 failed')
  })

  test('says of a case that is still to be written that it is', async () => {
    writeFileSync(join(folder, 'begun.json'), JSON.stringify({ cases: [{ name: 'it applies: …', situation: {} }] }))
    const { code, err } = await timbang('test', 'begun.json', '--write')
    expect(code).toBe(1)
    expect(err).toContain('begun.json · cases[0] · name: is still to be written: it ends in `…`')
  })
})

describe('timbang new-rule', () => {
  test('begins a rule, its cases and its pack', async () => {
    const { code, out } = await timbang(...newRule)
    expect({ code, out }).toEqual(ruleBegun)
  })

  test('writes the languages that the pack around it says it speaks', async () => {
    mkdirSync(join(folder, 'satu'), { recursive: true })
    const header = { name: 'satu', version: '0.1.0', title: { id: 'Satu' }, locales: ['id'], extends: 'social-work' }
    writeFileSync(join(folder, 'satu/pack.json'), JSON.stringify(header))
    expect((await timbang('new-rule', 'ketuk-dahulu', '--in', 'satu/kunjungan.json')).code).toBe(0)
    const begun = JSON.parse(readFileSync(join(folder, 'satu/kunjungan.json'), 'utf8'))
    expect([begun.standard, begun.rules[0].event.params.because]).toEqual([{ id: '…' }, { id: '…' }])
  })

  test('begins no pack within a pack', async () => {
    const inside = await timbang('new-rule', 'sit-down', '--in', 'house/cases/visits.json')
    expect(inside).toEqual({
      code: 2,
      out: '',
      err: 'timbang: the rules of the pack in `house` stand beside its pack.json: --in house/visits.json\n',
    })
    expect(existsSync(join(folder, 'house/cases/pack.json'))).toBe(false)
  })

  test('refuses at once a name that nothing bears, with the near one, and says what is to be declared', async () => {
    const visits = ['new-rule', 'sit-down', '--in', 'harbour/visits.json']
    const misspelt = await timbang(...visits, '--principle', 'aceptance', '--may', 'accept-small-gift')
    expect(misspelt).toEqual({
      code: 2,
      out: '',
      err:
        'timbang: no principle is named `aceptance` (did you mean `acceptance`?)\n' +
        'timbang: no action is named `accept-small-gift` (did you mean `accept-gift`?); declare a new one first\n',
    })
    expect(existsSync(join(folder, 'harbour'))).toBe(false)
    const { code, out, err } = await timbang(...visits, '--should', 'sit-where-one-is-shown', '--source', 'OUR-HOUSE.9')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(
      'to declare in harbour/actions.json: sit-where-one-is-shown\nto declare in harbour/sources.json: OUR-HOUSE.9\n',
    )
  })

  test('takes neither a folder that is called almost like a pack nor a file of another part', async () => {
    const misspelt = await timbang('new-rule', 'sit-down', '--in', 'hose/visits.json')
    expect(misspelt).toEqual({
      code: 2,
      out: '',
      err: 'timbang: there is no folder `hose` (did you mean `house`?); make it first where a new pack is meant\n',
    })
    const part = await timbang('new-rule', 'sit-down', '--in', 'house/facts.json')
    expect(part.code).toBe(2)
    expect(part.err).toContain('It wants a file of rules, and facts.json is none')
    expect((await timbang('new-rule', 'sit-down', '--in', 'far/deeper/visits.json')).code).toBe(0)
  })

  test('refuses a name that is none, and a rule that is there already', async () => {
    const misnamed = await timbang('new-rule', 'Knock First', '--in', 'ours/home-visits.json')
    expect(misnamed.code).toBe(2)
    expect(misnamed.err).toContain('It wants small letters and digits, the words joined by hyphens: knock-and-wait')
    expect((await timbang('new-rule', 'knock-first', '--in', 'ours/home-visits.json')).err).toContain(
      'has a rule named `knock-first` already',
    )
  })
})

test('timbang catalogue prints the rules of a pack in words', async () => {
  const { code, out: own } = await timbang('catalogue', 'house')
  expect(code).toBe(0)
  expect(own).toMatch(/^# Rumah Harapan, a safe house \(an example\): the rules in words\n/)
  expect(own.match(/^### .*/gm)).toContain('### keep-the-safe-house-secret')
  expect(own).not.toContain('\n### keep-confidence\n')
})

describe('timbang facts and timbang actions', () => {
  test('lead from words of either language to names, with the values of a fact', async () => {
    const { code, out } = await timbang('facts', 'hadiah')
    expect(code).toBe(0)
    expect(out).toContain('relationship.giftPurpose  one-of  purpose of the gift · tujuan pemberian\n')
    expect(out).toContain('    bribe  a bribe · suap\n')
  })

  test('list all without words, say that nothing is found, and print JSON', async () => {
    expect((await timbang('actions')).out.trim().split('\n')).toHaveLength(socialWork.actions.size)
    expect(await timbang('facts', 'xyzzyx')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is called so'),
    })
    expect(JSON.parse((await timbang('actions', 'polisi', '--json')).out)[0].name).toBe('report-to-police')
  })
})

describe('files as editors on Windows save them', () => {
  const saved = savedIn(folder)

  test('are consulted and screened like others', async () => {
    writeFileSync(join(folder, 'plain.json'), '{"abuse":{"suspected":true}}')
    saved('plain.json', 'marked.json', marked)
    saved('plain.json', 'wide.json', wide)
    const { out } = await timbang('consult', '--file', 'plain.json')
    for (const file of ['marked.json', 'wide.json'])
      expect(await timbang('consult', '--file', file)).toMatchObject({ code: 0, out })
    const screened = await timbang('screen', 'wide.json')
    expect({ code: screened.code, out: screened.out }).toEqual({
      code: 0,
      out: (await timbang('screen', 'plain.json')).out,
    })
  })
})

test('what is said twice in one situation is refused with its place, and nothing of it is repeated', async () => {
  writeFileSync(
    join(folder, 'twice.json'),
    '{\n  "abuse": { "suspected": true },\n  "abuse": { "suspected": false }\n}',
  )
  const { code, out, err } = await timbang('consult', '--file', 'twice.json')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe('timbang: twice.json:3:3: a name stands twice in one object\n')
  writeFileSync(join(folder, 'twice.jsonl'), '{"abuse":{"suspected":true}}\n{"risk":{},"risk":{}}\n')
  expect((await timbang('budget', 'twice.jsonl')).err).toBe('twice.jsonl:2:12: a name stands twice in one object\n')
  const screened = await timbang('screen', 'twice.jsonl')
  expect(screened.err).toContain('twice.jsonl:2:12: line: a name stands twice in one object\n')
})

test('timbang types writes what an editor completes by, with the names of the pack', async () => {
  expect((await timbang('types', 'house', '--name', 'HouseSituation')).out).toMatch(
    /export interface HouseSituation \{[\s\S]*addressAsked\?: boolean \| null/,
  )
})

describe('a call that cannot be understood', () => {
  const help = (name: string) => `; \`timbang ${name}--help\` tells more\n`
  test.each([
    [['chek'], `timbang: unknown command 'chek' (Did you mean check?)${help('')}`],
    [['check'], `timbang check: missing required argument 'files'${help('check ')}`],
    [['check', 'house', '--note'], `timbang check: unknown option '--note' (Did you mean --notes?)${help('check ')}`],
    [
      ['check', 'house', '--seed', '3'],
      `timbang check: unknown option '--seed' (it is an option of exercise, concordance, story)${help('check ')}`,
    ],
    [['check', 'nowhere'], 'timbang: there is no `nowhere`\n'],
    [['check', 'cases'], 'timbang: there is no pack.json in `cases`\n'],
    [['catalogue', 'nowhere'], 'timbang: there is no `nowhere`\n'],
    [['types', 'cases'], 'timbang: there is no pack.json in `cases`\n'],
    [['schema', 'nowhere', '--out', 'schemas'], 'timbang: there is no `nowhere`\n'],
    [['consult', '--pack', 'nowhere', '--file', '-'], 'timbang: there is no `nowhere`\n'],
    [
      ['test', 'cases/suicide.json', '--coverage', 'all'],
      `timbang test: option '--coverage <percent>' argument 'all' is invalid. It wants a number from 0 to 100${help('test ')}`,
    ],
    [['schema', 'house'], `timbang schema: required option '--out <folder>' not specified${help('schema ')}`],
    [['slim', 'house'], `timbang slim: required option '--out <file>' not specified${help('slim ')}`],
  ])('%j ends with 2 and one line', async (args, err) => {
    expect(await timbang(...args)).toEqual({ code: 2, out: '', err })
  })

  test('nothing at all: what there is, and 2', async () => {
    const { code, out, err } = await timbang()
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^Usage: timbang /)
  })
})

describe('help', () => {
  const names = [
    'consult',
    'compare',
    'new-rule',
    'check',
    'test',
    'prove',
    'diff',
    'facts',
    'actions',
    'catalogue',
    'schema',
    'types',
    'slim',
    'new-vignette',
    'exercise',
    'concordance',
    'discussion',
    'story',
    'grade',
    'drift',
    'variants',
    'screen',
    'caseload',
    'budget',
    'mcp',
  ]

  test('names every command, and how the program ends', async () => {
    const { code, out } = await timbang('--help')
    expect(code).toBe(0)
    expect(out.match(/^ {2}[a-z-]+(?= .*\S {2})/gm)?.map((name) => name.trim())).toEqual([...names, 'help'])
    expect(out).toContain('Ends with 0 where all is well, 1 where something is wrong, 2 where the call is.')
    expect(existsSync(join(folder, 'node_modules'))).toBe(false)
  })

  test.each(names)('of %s says what it takes', async (name) => {
    const { code, out, err } = await timbang(name, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: timbang ${name} \\[options\\] .+\n\n\\S.*`))
    expect(await timbang('help', name)).toEqual({ code, out, err })
  })

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await timbang('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('compare', () => {
  const situation = JSON.stringify({ abuse: { suspected: true, victim: ['spouse'] } })
  const beside = (name: string) => {
    writeFileSync(join(folder, name), situation)
    return name
  }

  test('puts steps side by side that a few words of either language name', async () => {
    const steps = ['--step', 'promise secrecy', '--step', 'wait', '--step', 'assess-risk + make a safety plan']
    const { code, out } = await timbang('compare', beside('compared.json'), ...steps)
    expect(code).toBe(0)
    expect(out).toContain('“promise secrecy” is read as: Promise absolute secrecy (promise-absolute-secrecy)')
    expect(out).toMatch(
      /\nAssess the risk[^\n]* \+ Make a safety plan[^\n]*\n {2}You must\n[\s\S]*\nWait, and do nothing now\n/,
    )
    const indonesian = await timbang(
      'compare',
      'compared.json',
      '--step',
      'lapor polisi',
      '--step',
      'wait',
      '--locale',
      'id',
    )
    expect(indonesian.out).toMatch(/^“lapor polisi” dibaca sebagai: Melapor/)
  })

  test('gives programs the whole, by the framework and the day that are named', async () => {
    const choices = ['--framework', 'law-first', '--on', '2026-01-01', '--json']
    const { out } = await timbang(
      'compare',
      beside('compared.json'),
      '--step',
      'wait',
      '--step',
      'assess-risk',
      ...choices,
    )
    expect(JSON.parse(out)).toMatchObject({ on: '2026-01-01', steps: [{ says: 'must' }, { says: 'should-not' }] })
  })

  test('wants two steps that can be found, and repeats nothing of them', async () => {
    const one = await timbang('compare', beside('compared.json'), '--step', 'wait')
    expect(one).toMatchObject({ code: 2, err: expect.stringContaining('two steps or more') })
    const unknown = await timbang('compare', 'compared.json', '--step', 'wait', '--step', 'qqqq')
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('no action is called') })
    expect(unknown.err).not.toContain('qqqq')
  })

  test.each([
    ['the opposite of what is said', 'jangan lapor polisi', 'no action is called'],
    ['what shares a word with it', 'accept the envelope', 'no action is called'],
    ['one of several', 'lapor', 'several actions can be meant by a step: report-to-protection-service'],
  ])('takes a step for no action that is %s', async (_, words, message) => {
    const { code, err } = await timbang('compare', beside('compared.json'), '--step', 'wait', '--step', words)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  })
})

describe('in a process of its own', () => {
  test.each([
    ['what is well', ['--version'], 0],
    ['a call that cannot be understood', ['chek'], 2],
  ])('%s ends as in one that goes on', async (_, args, code) => {
    const alone = await run(process.execPath, [command, ...args], '', folder)
    expect(alone.code).toBe(code)
    expect(await timbang(...args)).toEqual(alone)
  })
})

test('a pipe that is closed ends it without a word', async () => {
  const { out, err } = await run('bash', [
    '-c',
    `"${process.execPath}" "${command}" catalogue | head -1; exit "\${PIPESTATUS[0]}"`,
  ])
  expect({ out, err }).toEqual({ out: '# Ethical dilemmas in social work: the rules in words\n', err: '' })
})
