import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'
import { newFactOrigins } from '../../src/teach/concordance/setShape.js'
import { choiceMarks, forces } from '../../src/vocabulary.js'
import { sampleOf } from '../support/sample.js'

/*
 * What an author sees who opens the files of a pack in an editor, by the schemas that the build has written: the language
 * service is the one of Visual Studio Code.
 */

const root = pathToFileURL(`${process.cwd()}/`)
const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
  readonly 'json.schemas': readonly { readonly fileMatch: string[]; readonly url: string }[]
}
const service = getLanguageService({
  schemaRequestService: async (uri) => readFileSync(new URL(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
})
service.configure({
  validate: true,
  schemas: settings['json.schemas'].map(({ fileMatch, url }) => ({ fileMatch, uri: new URL(url, root).href })),
})

/** A document, and where in it the cursor stands: at the mark `|`. */
function opened(file: string, marked: string) {
  const at = marked.indexOf('|')
  const document = TextDocument.create(new URL(file, root).href, 'json', 1, marked.replace('|', ''))
  return { document, position: document.positionAt(at), parsed: service.parseJSONDocument(document) }
}

/** What is offered at the mark, each with what is said of it. */
async function offered(marked: string, file = 'rules/new.json'): Promise<ReadonlyMap<string, unknown>> {
  const { document, position, parsed } = opened(file, marked)
  const list = await service.doComplete(document, position, parsed)
  return new Map(list?.items.map(({ label, documentation }) => [label.replaceAll('"', ''), documentation]))
}

/** What is shown while the pointer rests on the mark, without the marks of markdown. */
async function shown(marked: string, file = 'rules/new.json'): Promise<string> {
  const { document, position, parsed } = opened(file, marked)
  const hover = await service.doHover(document, position, parsed)
  return String(hover?.contents).replaceAll('\\', '')
}

/** What is underlined: the words, and what is said of them. */
async function underlined(text: string, file = 'rules/new.json'): Promise<readonly (readonly [string, string])[]> {
  const { document, parsed } = opened(file, text)
  const problems = await service.doValidation(document, parsed)
  return problems.map(({ range, message }) => [document.getText(range), String(message)])
}

/** A file of one rule, as far as it is written. */
function ruleFile(
  condition: string,
  params = '"must": ["assess-risk"]',
  head = '"$schema": "../schema/rules.json",',
): string {
  return `{ ${head} "standard": { "en": "a", "id": "b" }, "rules": [{ "name": "new", "conditions": { "all": [${condition}] },
    "event": { "type": "acceptance", "params": { ${params}, "principles": ["acceptance"], "basis": "practice",
    "urgency": "routine", "because": { "en": "a", "id": "b" }, "sources": ["EPS-1"] } } }] }`
}

const declared = JSON.parse(readFileSync('rules/facts.json', 'utf8')) as readonly {
  name: string
  aliases?: readonly string[]
}[]

describe('while a condition is written', () => {
  test('its keys are offered', async () => {
    const keys = await offered(ruleFile('{ | }'))
    expect([...keys.keys()].sort()).toEqual(['all', 'any', 'fact', 'not', 'operator', 'value'])
  })

  test('every fact is offered, with its question in every language', async () => {
    const facts = await offered(ruleFile('{ "fact": "|" }'))
    const names = declared.flatMap(({ name, aliases = [] }) => [name, ...aliases])
    expect([...facts.keys()].sort()).toEqual(names.sort())
    expect(facts.get('risk.severity')).toBe(
      'gravity of the danger: How grave is the harm that is feared?\ntingkat keparahan bahaya: Seberapa berat bahaya yang dikhawatirkan?',
    )
  })

  test('also in the depth of a condition, and in an exception', async () => {
    const deep = await offered(ruleFile('{ "any": [{ "not": { "all": [{ "fact": "|" }] } }] }'))
    const unless = '"unless": [{ "name": "x", "conditions": { "all": [{ "fact": "|" }] } }]'
    const excepted = await offered(ruleFile('{}', unless))
    expect([deep.has('risk.severity'), excepted.has('risk.severity')]).toEqual([true, true])
  })

  test('once a fact is chosen, the operators are offered that fit it, and no others', async () => {
    const yesNo = await offered(ruleFile('{ "fact": "abuse.suspected", "operator": "|" }'))
    const someOf = await offered(ruleFile('{ "fact": "risk.type", "operator": "|" }'))
    const scale = await offered(ruleFile('{ "fact": "risk.severity", "operator": "|" }'))
    expect([...yesNo.keys()].sort()).toEqual(['equal', 'notEqual'])
    expect([...someOf.keys()].sort()).toEqual(['contains', 'doesNotContain'])
    expect(scale.size).toBe(8)
    expect(scale.get('greaterThanInclusive')).toBe('is at least\npaling sedikit')
  })

  test('once a fact is chosen, its values are offered, one or in a list, with their labels', async () => {
    const one = await offered(ruleFile('{ "fact": "risk.imminence", "operator": "equal", "value": "|" }'))
    const listed = await offered(ruleFile('{ "fact": "risk.imminence", "operator": "in", "value": ["|"] }'))
    const yesNo = await offered(ruleFile('{ "fact": "abuse.suspected", "operator": "equal", "value": | }'))
    const { values } = declared.find(({ name }) => name === 'risk.imminence') as unknown as {
      values: readonly { value: string; label: { en: string; id: string } }[]
    }
    const labelled = values.map(({ value, label }) => [value, `${label.en}\n${label.id}`])
    expect([...one]).toEqual(labelled)
    expect([...listed]).toEqual(labelled)
    expect([...yesNo.keys()]).toEqual(['true', 'false'])
  })

  test('the question of a fact is shown in both languages while the pointer rests on it', async () => {
    const fact = '{ "fact": "risk.immi|nence", "operator": "equal", "value": "imminent" }'
    const text = await shown(ruleFile(fact))
    expect(text).toContain('How soon may the harm happen?')
    expect(text).toContain('Seberapa cepat bahaya itu dapat terjadi?')
  })

  test('a misspelt value is underlined at its place, with those that it can have', async () => {
    const text = ruleFile('{ "fact": "risk.imminence", "operator": "equal", "value": "iminent" }')
    const [problem, ...others] = await underlined(text)
    expect(others).toEqual([])
    expect(problem?.[0]).toBe('"iminent"')
    expect(problem?.[1]).toContain('"imminent"')
  })

  test('an operator that does not fit is underlined, and so is a list where one value belongs', async () => {
    const operator = await underlined(ruleFile('{ "fact": "abuse.suspected", "operator": "lessThan", "value": true }'))
    const list = await underlined(ruleFile('{ "fact": "abuse.suspected", "operator": "equal", "value": [true] }'))
    expect([...operator, ...list].map(([words]) => words)).toEqual(['"lessThan"', '[true]'])
  })

  test('a fact that the agency declares itself is not underlined', async () => {
    expect(await underlined(ruleFile('{ "fact": "agency.own", "operator": "equal", "value": "x" }'))).toEqual([])
  })
})

describe('while a rule is written', () => {
  test.each(forces)('`%s` offers the actions with their labels', async (force) => {
    const actions = await offered(ruleFile('{}', `"${force}": ["|"]`))
    expect(actions.get('assess-risk')).toBe(
      'Assess the risk in a structured way\nMelakukan asesmen risiko secara terstruktur',
    )
  })

  test('its principle, its role and its sources are offered, of a source what it says', async () => {
    const text = ruleFile('{}')
    const principles = await offered(text.replace('"acceptance"', '"|"'))
    const roles = await offered(ruleFile('{}', '"role": "|"'))
    const sources = await offered(text.replace('"EPS-1"', '"|"'))
    expect(principles.get('confidentiality')).toBe('confidentiality\nkerahasiaan')
    expect([...roles.keys()]).toEqual(
      'guardian companion mediator advocate enabler conferee facilitator initiator negotiator educator team-member supervisor'.split(
        ' ',
      ),
    )
    expect(sources.get('EPS-1')).toContain('The protection of life comes first.')
  })

  test('the rules that it could prevail over are offered, with their reasons', async () => {
    const rules = await offered(ruleFile('{}', '"exceptionTo": ["|"]'))
    expect(rules.has('keep-confidence')).toBe(true)
    expect([...rules.keys()].filter((name) => name.startsWith('find-out.'))).toEqual([])
  })
})

describe('the files of this repository', () => {
  const files = [
    ...readdirSync('rules').flatMap((file) => (file.endsWith('.json') ? [`rules/${file}`] : [])),
    ...readdirSync('tests/cases').map((file) => `tests/cases/${file}`),
    ...readdirSync('examples/vignettes').map((file) => `examples/vignettes/${file}`),
  ]
  const [rules, cases, stories] = ['rules/', 'tests/', 'examples/'].map((folder) =>
    files.filter((file) => file.startsWith(folder)),
  ) as [string[], string[], string[]]

  test.each([...sampleOf(rules, 4), ...sampleOf(cases, 40), ...sampleOf(stories, 20)])(
    '%s shows nothing underlined',
    async (file) => {
      expect(await underlined(readFileSync(file, 'utf8'), file)).toEqual([])
    },
  )

  test('have each a schema, by `$schema` or by the settings of the workspace', async () => {
    const known = await Promise.all(files.map((file) => underlined('{ "nonsense": 1 }', file)))
    expect(files.filter((_, i) => known[i]?.length === 0)).toEqual([])
  })

  test('offer facts where a fact is derived, and where a case states a situation', async () => {
    const derived = '[{ "name": "a.b", "derivedFrom": { "all": [{ "fact": "|" }] } }]'
    const stated = '{ "cases": [{ "situation": { "risk": { "severity": "|" } } }] }'
    expect((await offered(derived, 'rules/facts.json')).has('risk.severity')).toBe(true)
    expect((await offered(stated, 'tests/cases/suicide.json')).has('serious')).toBe(true)
  })
})

describe('while a teacher writes', () => {
  test('goals and held-back facts of a vignette are offered', async () => {
    const file = 'our-class/amplop.vignette.json'
    expect((await offered('{ "goals": ["|"] }', file)).has('self-determination')).toBe(true)
    expect((await offered('{ "heldBack": { "risk": { "|" } } }', file)).has('severity')).toBe(true)
  })

  test('the marks of a key of one’s own are offered, and where an item of a concordance set comes from', async () => {
    const mark = '{ "questions": [{ "choices": [{ "mark": "|" }] }] }'
    expect([...(await offered(mark, 'amplop.key.json')).keys()]).toEqual(choiceMarks)
    const from = '{ "items": [{ "from": "|" }] }'
    expect([...(await offered(from, 'amplop.concordance.json')).keys()]).toEqual(newFactOrigins)
  })

  test('what is no part of an exercise is underlined', async () => {
    const found = await underlined('{ "learner": 1 }', 'amplop.exercise.json')
    expect(found.map(([words]) => words)).toContain('"learner"')
  })
})
