import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkFiles, type Diagnostic, parseCases, type TextFile, testCases } from '../../src/author/index.js'
import { createPack } from '../../src/pack/pack.js'
import type { PackSource } from '../../src/pack/packSource.js'
import { wholeOr } from '../support/sample.js'
import { parts, shippedSource } from '../support/shipped.js'

/*
 * Ten faults put on purpose into a copy of the shipped pack: what can be read in the files is told at its place by a check,
 * what changes the advice by a case that fails. A pack that can be used is looked at for faults, which takes long: `npm test`
 * puts those that a check finds into a few standards of it.
 */

type Json = Record<string, never> & { name: string }

const shipped: readonly TextFile[] = readdirSync('rules')
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ path: `rules/${name}`, text: readFileSync(`rules/${name}`, 'utf8') }))

/** The same with the JSON of one file changed, and checked: a pack that is refused is looked at no further. */
function changed(path: string, change: (json: never) => void) {
  return changedIn(refused, path, change)
}

function changedIn(files: readonly TextFile[], path: string, change: (json: never) => void) {
  return checkFiles(files.map((file) => (file.path === path ? rewritten(file, change) : file)))
}

function rewritten({ path, text }: TextFile, change: (json: never) => void): TextFile {
  const json = JSON.parse(text)
  change(json as never)
  return { path, text: JSON.stringify(json, null, 2) }
}

/** The files of a pack of some standards, whose rules name those of no other. */
function someStandards(...standards: readonly string[]): readonly TextFile[] {
  const paths = [...parts, ...standards].map((name) => `rules/${name}.json`)
  const chosen = shipped.filter(({ path }) => paths.includes(path))
  const own = chosen.flatMap(({ text }) => (JSON.parse(text).rules ?? []) as RuleJson[]).map(({ name }) => name)
  return chosen.map((file) =>
    rewritten(file, ({ rules = [] }: { rules?: RuleJson[] }) => {
      for (const { params } of rules.map(({ event }) => event))
        for (const part of ['exceptionTo', 'dilemmaWith']) {
          const named = ((params[part] ?? []) as string[]).filter((name) => own.includes(name))
          if (named.length > 0) params[part] = named
          else delete params[part]
        }
    }),
  )
}

const looked = wholeOr(shipped, someStandards('suicide', 'gifts-and-fairness', 'competence'))
const refused = wholeOr(shipped, someStandards('suicide', 'confidentiality', 'disclosure'))

interface RuleJson {
  name: string
  conditions: { all: { fact: string; value: unknown }[] }
  event: { type: string; params: Record<string, unknown> & { because: Record<string, string>; exceptionTo: string[] } }
}

function rule(json: { rules: RuleJson[] }, name: string): RuleJson {
  const found = json.rules.find((one) => one.name === name)
  if (!found) throw new Error(`there is no rule ${name}`)
  return found
}

/** What is told of a fault: level, place in the file, message. */
function told({ diagnostics }: { diagnostics: readonly Diagnostic[] }, known: readonly Diagnostic[] = []): string[] {
  const before = new Set(known.map(({ place, message }) => `${place} ${message}`))
  return diagnostics
    .filter(({ level, place, message }) => level !== 'note' && !before.has(`${place} ${message}`))
    .map(({ level, at, place, message, suggestion }) => {
      const near = suggestion === undefined ? '' : ` (did you mean \`${suggestion}\`?)`
      return `${level} ${at ? `${at.file} “${at.text.trim().slice(0, 60)}”` : place}: ${message}${near}`
    })
}

/** What the cases of a standard tell of the shipped pack with something in it changed. */
async function failing(standard: string, change: (source: PackSource) => void): Promise<readonly string[]> {
  const source = shippedSource()
  change(source)
  const pack = createPack(source)
  const file = `${standard}.json`
  const cases = parseCases(JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')), pack, file)
  const { results } = await testCases([cases], pack, { questions: false })
  return results.flatMap(({ name, differences }) => differences.map(({ message }) => `${name} – ${message}`))
}

/** A rule of a standard. */
function ruleOf({ rules }: PackSource, standard: string, name: string): RuleJson {
  return rule(rules[`rules/${standard}.json`] as unknown as { rules: RuleJson[] }, name)
}

let unchanged: readonly Diagnostic[] = []
beforeAll(() => {
  unchanged = checkFiles(looked).diagnostics
})

test('the pack as it is shipped can be used', () => {
  expect(unchanged.filter(({ level }) => level === 'error')).toEqual([])
})

describe('a check finds', () => {
  test('a fact that is misspelt', () => {
    const found = changed('rules/confidentiality.json', (json) => {
      ;(rule(json, 'keep-a-secret-asked-for').conditions.all[0] as { fact: string }).fact = 'disclosure.secrecyRequestd'
    })
    expect(told(found)).toEqual([
      'error rules/confidentiality.json “"fact": "disclosure.secrecyRequestd",”: no fact is named `disclosure.secrecyRequestd` (did you mean `disclosure.secrecyRequested`?)',
    ])
  })

  test('exceptions that come back to where they began', () => {
    const found = changed('rules/confidentiality.json', (json) => {
      rule(json, 'keep-confidence').event.params.exceptionTo = ['disclose-to-prevent-grave-harm']
    })
    expect(told(found)).toEqual([
      'error rules/confidentiality.json “"disclose-to-prevent-grave-harm"”: is, through others, an exception to itself: `keep-confidence` → `disclose-to-prevent-grave-harm` → `keep-confidence`',
    ])
  })

  test('a danger that is presumed away', () => {
    const found = changed('rules/facts.json', (json: Json[]) => {
      const fact = json.find(({ name }) => name === 'abuse.victimSafeNow')
      Object.assign(fact as object, {
        presume: { value: true, because: { en: 'most are', id: 'umumnya begitu' }, sources: ['EPS-1'] },
      })
    })
    expect(told(found)).toEqual([
      'error rules/facts.json “"name": "abuse.victimSafeNow",”: marks danger, and danger is never presumed',
      'error rules/facts.json “"name": "abuse.victimInDangerNow",”: marks danger and is derived from a presumed fact',
    ])
  })

  test('a reason that is missing in one language', () => {
    const found = changed('rules/suicide.json', (json) => {
      delete rule(json, 'hold-on-to-a-life-now').event.params.because.id
    })
    expect(told(found)).toEqual(['error rules/suicide.json “"because": {”: is missing; must be a text'])
  })

  test('a rule that can never apply', () => {
    const found = changedIn(looked, 'rules/suicide.json', (json) => {
      const { conditions } = rule(json, 'hold-on-to-a-life-now')
      const [first] = conditions.all.filter(({ fact }) => fact === 'risk.imminence')
      conditions.all.push({ ...(first as object), operator: 'equal', value: 'remote' } as never)
    })
    expect(told(found, unchanged)[0]).toMatch(
      /^warning rules\/suicide\.json “"name": "hold-on-to-a-life-now",”: can never apply/,
    )
  })

  test('a rule that stands twice under two names', () => {
    const found = changedIn(looked, 'rules/gifts-and-fairness.json', (json: { rules: RuleJson[] }) => {
      json.rules.push({ ...structuredClone(rule(json, 'refuse-a-bribe')), name: 'say-no-to-bribes' })
    })
    expect(told(found, unchanged).join('\n')).toMatch(
      /“"name": "(refuse-a-bribe|say-no-to-bribes)",”: .*`(say-no-to-bribes|refuse-a-bribe)`/,
    )
  })

  test('two files that contradict each other', () => {
    const found = changedIn(looked, 'rules/competence.json', (json: { rules: RuleJson[] }) => {
      const other = structuredClone(rule(json, 'refer-beyond-competence'))
      other.name = 'never-call-a-bribe-by-its-name'
      other.conditions.all = [{ fact: 'relationship.giftPurpose', operator: 'equal', value: 'bribe' } as never]
      other.event.params = { ...other.event.params, 'must-not': ['refuse-bribe'] }
      delete other.event.params.must
      json.rules.push(other)
    })
    const [line = ''] = told(found, unchanged)
    expect(line).toMatch(/^warning /)
    expect(line).toContain('`refuse-bribe`')
    expect(line).toContain('never-call-a-bribe-by-its-name')
  })
})

describe('a case fails for', () => {
  test('an exception that was dropped', async () => {
    const found = await failing('disclosure', (source) => {
      delete (ruleOf(source, 'disclosure', 'tell-by-a-safe-route').event.params as { exceptionTo?: unknown })
        .exceptionTo
    })
    expect(found.join('\n')).toContain('`disclose-to-protect: exception` expected and not advised')
  })

  test('a threshold that was widened', async () => {
    const found = await failing('danger-to-others', ({ facts }) => {
      const fact = facts.find(({ name }) => name === 'risk.graveAndNear') as object
      Object.assign(fact, JSON.parse(JSON.stringify(fact).replace('"serious"', '"minor"')))
    })
    expect(found).not.toEqual([])
  })

  test('a force that was swapped', async () => {
    const found = await failing('gifts-and-fairness', (source) => {
      const { params } = ruleOf(source, 'gifts-and-fairness', 'refuse-a-bribe').event
      params.should = params.must
      delete params.must
    })
    expect(found.join('\n')).toContain('`refuse-bribe`')
  })
})
