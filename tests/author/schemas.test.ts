import { readdirSync, readFileSync } from 'node:fs'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { caseFileSchema, parseCases } from '../../src/author/cases/caseFile.js'
import { adviceShape } from '../../src/author/schemas/adviceShape.js'
import type { JsonSchema } from '../../src/author/schemas/jsonSchema.js'
import { ruleFileSchema } from '../../src/author/schemas/ruleFileSchema.js'
import { schemaFiles } from '../../src/author/schemas/schemaFiles.js'
import { packSchemas } from '../../src/author/schemas/schemas.js'
import { situationSchema } from '../../src/author/schemas/situationSchema.js'
import { parseSituation } from '../../src/decide/situation.js'
import { TimbangError } from '../../src/errors.js'
import type { Conditions, Scalar } from '../../src/pack/conditions.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { type Fact, factSchema } from '../../src/pack/fact.js'
import { typeOf } from '../../src/pack/factTypes/factTypes.js'
import { valueNames } from '../../src/pack/factTypes/wordList.js'
import { createPack, type Pack } from '../../src/pack/pack.js'
import { packSourceSchema } from '../../src/pack/packSource.js'
import { rememberedBy } from '../../src/pack/remembered.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { concordanceSet } from '../../src/teach/concordance/concordanceSet.js'
import { parseConcordanceSet } from '../../src/teach/concordance/setShape.js'
import { arbitraryPack, fact, framework, packSource, rule, says, situationOf, when } from '../support/builders.js'
import { shippedExercise, triedVignettes, vignette } from '../support/exercises.js'
import { type Json, nearly } from '../support/nearly.js'
import { runs, sampleOf, wholeOr } from '../support/sample.js'
import { strictest } from '../support/strictest.js'

const json = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'))

const compiled = rememberedBy((text: string) => strictest().compile(JSON.parse(text)))

/** The validator of a schema, made once also where several packs, or several ways of asking, give the same. */
function validator(schema: JsonSchema): ValidateFunction {
  return compiled(JSON.stringify(schema))
}

/** Validators of schemas that may refer to each other, each made once, when it is asked for. */
function validatorsOf(schemas: Readonly<Record<string, JsonSchema>>): (name: string) => ValidateFunction {
  const ajv = strictest()
  if (schemas.names) ajv.addSchema(schemas.names)
  return (name) => ajv.compile(schemas[name] as JsonSchema)
}

/** What a schema finds wrong, so that a failing test shows it. */
function found(validate: ValidateFunction, value: unknown): unknown {
  return validate(value) ? [] : validate.errors
}

interface Case {
  readonly situation: SocialWorkSituation
  readonly options?: { readonly framework: string }
}

const cases = readdirSync('tests/cases').flatMap(
  (file) => (json(`tests/cases/${file}`) as unknown as { cases: Case[] }).cases,
)

/** A pack that others may be like: an agency's, which adds to the tiny one and has renamed a fact and an action. */
const agency = extendPack(createPack(packSource()), {
  pack: { name: 'agency', version: '1.0.0', title: says('Agency'), extends: 'tiny' },
  facts: [fact({ name: 'home.crowded', aliases: ['housing.crowded', 'home.tooFull'] })],
  actions: [{ name: 'find-a-home', label: says('find a home'), aliases: ['seek-housing'] }],
  rules: { 'rules/agency.json': { standard: says('Homes'), rules: [rule({ name: 'house', must: ['find-a-home'] })] } },
})

/** A pack with as little as there can be. */
const bare = createPack(
  packSource({
    pack: { findOut: undefined as never, openers: ['a.b'] },
    facts: [fact({ name: 'a.b' })],
    roles: [],
    frameworks: [],
    rules: [rule({ name: 'one', conditions: when('a.b'), must: ['assess-risk'] })],
  }),
)

/** The schemas of the shipped pack, each whole; open ones admit names that another pack may declare. */
const [open, exact] = [packSchemas(socialWork, { open: true }), packSchemas(socialWork)]

/** The schemas of the shipped pack as small files. */
const shipped = schemaFiles(socialWork, { open: true })
const shippedValidator = validatorsOf(shipped)

describe('the schemas', () => {
  // That the small ones say what the open whole says is tried apart.
  const sampled = wholeOr([shippedValidator, validatorsOf(exact)], [shippedValidator], [shippedValidator])
  const validators = (name: string) => sampled.map((validatorOf) => validatorOf(name))

  const tried = wholeOr(triedVignettes, ['please-tell-nobody.json'], triedVignettes)
  test.each(tried)('accept the shipped vignette %s and the exercise made from it', async (name) => {
    const exercise = JSON.parse(JSON.stringify(await shippedExercise(name)))
    for (const which of sampled.keys()) {
      const [validVignette, validExercise] = ['vignette', 'exercise'].map(
        (schema) => validators(schema)[which] as ValidateFunction,
      ) as [ValidateFunction, ValidateFunction]
      const written = json(`examples/vignettes/${name}`) as object
      expect(found(validVignette, written)).toEqual([])
      expect(found(validExercise, exercise)).toEqual([])
      expect(validExercise({ ...exercise, learner: 'x' })).toBe(false)
      expect(validVignette({ ...written, goals: ['no such'] })).toBe(false)
    }
  })

  test('accept a concordance set, and a key of one’s own, and refuse what does not belong in them', async () => {
    const { id, questions } = await shippedExercise('please-tell-nobody.json')
    const [{ id: question, choices }] = questions as [(typeof questions)[number]]
    const mended = { choice: choices[0]?.id, mark: 'open', feedback: says('as we see it') }
    const key = { $schema: 'x', format: 1, exercise: id, questions: [{ question, choices: [mended] }] }
    const set = { $schema: 'x', ...(await concordanceSet(vignette('her-own-decision.json'), socialWork, { items: 2 })) }
    expect(parseConcordanceSet(set)).not.toHaveProperty('$schema')
    for (const [name, written] of [
      ['override', key],
      ['concordance', JSON.parse(JSON.stringify(set))],
    ] as const)
      for (const validate of validators(name)) {
        expect(found(validate, written)).toEqual([])
        expect(validate({ ...written, learner: 'x' })).toBe(false)
      }
  })

  test.each(Object.keys(open))('of %s are accepted by the strictest of validators', (name) => {
    expect(() => validators(name)).not.toThrow()
  })

  test('are accepted for packs of every kind, also one without roles, frameworks or jurisdictions', () => {
    const kinds = [bare, agency].flatMap((pack) => [packSchemas(pack, { open: true }), packSchemas(pack)])
    for (const schemas of sampleOf(kinds, 4))
      for (const schema of Object.values(schemas)) expect(() => validator(schema)).not.toThrow()
  })

  test('have each a name of their own, by pack', () => {
    const ids = [exact, packSchemas(agency)].flatMap((made) => Object.values(made).map(({ $id }) => $id))
    expect(new Set(ids).size).toBe(ids.length - 5) // an advice, a record, an exercise, a key of one's own and a concordance set are the same for all
  })

  const lists = ['pack', 'facts', 'principles', 'actions', 'roles', 'sources', 'frameworks', 'contacts', 'invariants']
  const fileOf = (name: string) => (lists.includes(name) ? name : 'rules')

  const packFiles = readdirSync('rules').filter((file) => file.endsWith('.json'))
  const ofRules = packFiles.filter((file) => fileOf(file.replace('.json', '')) === 'rules')
  const others = packFiles.filter((file) => !ofRules.includes(file))

  test.each([...others, ...sampleOf(ofRules, 12, 1)])('fit rules/%s', (file) => {
    const name = fileOf(file.replace('.json', ''))
    for (const validate of validators(name)) expect(found(validate, json(`rules/${file}`))).toEqual([])
  })

  test('fit the files of sayings', () => {
    for (const validate of validators('sayings'))
      for (const file of sampleOf(readdirSync('rules/sayings'), 5))
        expect(found(validate, json(`rules/sayings/${file}`))).toEqual([])
  })

  test('fit the files of cases, and every situation in them and in the examples', () => {
    for (const validate of validators('cases'))
      for (const file of sampleOf(readdirSync('tests/cases'), 45, 2))
        expect(found(validate, json(`tests/cases/${file}`))).toEqual([])
    const told = readdirSync('examples/situations').map(
      (file) => json(`examples/situations/${file}`) as unknown as Case,
    )
    for (const validate of validators('situation'))
      for (const { situation } of [...sampleOf(cases, 120, 4), ...told]) expect(found(validate, situation)).toEqual([])
  })
})

describe('the schemas as small files', () => {
  test('stay together below 1.35 megabytes', () => {
    const sizes = Object.values(shipped).map((schema) => Buffer.byteLength(JSON.stringify(schema)))
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_350_000)
  })

  test('have each a name of their own, in one folder for a pack', () => {
    const ids = [shipped, schemaFiles(agency)].flatMap((made) => Object.values(made).map(({ $id }) => $id))
    expect(new Set(ids).size).toBe(ids.length - 5)
    expect([shipped.rules?.$id, shipped.record?.$id]).toEqual(['timbang:/social-work/rules.json', 'urn:timbang:record'])
  })

  test.each(sampleOf(['situation', 'rules', 'cases', 'frameworks'], 4))(
    'say of %s what the whole schema says',
    (name) => {
      const value: Readonly<Record<string, () => Json>> = {
        rules: () => json('rules/disclosure.json'),
        situation: () => (cases[0] as Case).situation as unknown as Json,
        cases: () => json('tests/cases/drugs.json'),
        frameworks: () => json('rules/frameworks.json'),
      }
      const whole = validator(open[name] as JsonSchema)
      const small = shippedValidator(name)
      const near = nearly(fc.constant((value[name] as () => Json)()), wordsNear(socialWork as Pack<unknown>))
      expectAgreement(near, 400, [(changed) => small(changed), (changed) => whole(changed)])
    },
  )

  test('of a pack without names refer to nothing that is not there', () => {
    for (const schemas of sampleOf([schemaFiles(bare), schemaFiles(agency, { open: true })], 2)) {
      const validatorOf = validatorsOf(schemas)
      for (const name of Object.keys(schemas)) expect(() => validatorOf(name)).not.toThrow()
    }
  })
})

describe('a file that names its schema', () => {
  const named = (value: object) => ({ $schema: '../schema/x.json', ...value })

  test('says the same, down to the digest of the pack', () => {
    const { pack, rules, ...rest } = packSource({
      translations: { su: { 'actions · tell-first · label': 'bejakeun' } },
    })
    const files = Object.entries(rules).map(([file, held]) => [file, named(held)])
    const marked = {
      ...rest,
      pack: named(pack),
      translations: named(rest.translations as object),
      rules: Object.fromEntries(files),
    }
    expect(createPack(marked)).toEqual(createPack({ ...rest, pack, rules }))
  })

  test('says the same where it belongs to a pack that extends another', () => {
    const pack = { name: 'more', version: '1.0.0', title: says('More'), extends: 'tiny' }
    const base = createPack(packSource())
    expect(extendPack(base, { pack: named(pack) })).toEqual(extendPack(base, { pack }))
  })

  test('names it by a text', () => {
    const odd = { ...packSource(), pack: { ...packSource().pack, $schema: 1 } }
    expect(issuesOf(() => createPack(odd))).toEqual(['pack: `$schema` is not part of this'])
  })
})

/** What is refused, as lines; nothing where nothing is. */
function issuesOf(make: () => unknown): readonly string[] {
  try {
    make()
    return []
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    return error.issues.map(({ place, message }) => `${place}: ${message}`)
  }
}

/** How often both said yes and both said no; the first disagreement fails, and so does a generator that knows one answer only. */
function expectAgreement(
  nearlyValid: fc.Arbitrary<Json>,
  count: number,
  judges: readonly [(value: Json) => boolean, (value: Json) => boolean],
): void {
  const tried = runs(count)
  const said = { yes: 0, no: 0 }
  fc.assert(
    fc.property(nearlyValid, (value) => {
      const [schema, library] = judges.map((judge) => judge(value))
      said[library ? 'yes' : 'no'] += 1
      expect({ schema, value }).toEqual({ schema: library, value })
    }),
    { ...tried, endOnFailure: false },
  )
  expect(Math.min(said.yes, said.no)).toBeGreaterThan(tried.numRuns / 6)
}

function named(fact: string): readonly string[] {
  return [fact, ...fact.split('.')]
}

/** Words that stand near: names and values of a pack, keywords, names that every object has. */
function wordsNear<S>({ facts, formerFacts, actions, principles }: Pack<S>): readonly string[] {
  const ofFacts = [...facts.values()].flatMap((one) => [...named(one.name), ...valueNames(one)])
  const keys = ['all', 'any', 'not', 'fact', 'operator', 'value', 'equal', 'in', 'contains', 'lessThan', 'may', 'must']
  const odd = ['summary', 'path', 'priority', 'constructor', 'toString', '__proto__', '$schema', 'nobody-knows-it']
  return [
    ...ofFacts,
    ...[...formerFacts.keys()].flatMap(named),
    ...actions.keys(),
    ...principles.keys(),
    ...keys,
    ...odd,
  ]
}

describe('of a situation the schema and the library say the same', () => {
  const random = fc.sample(arbitraryPack(), runs(6, 6)).map((source) => createPack(source))
  const packs: readonly (readonly [string, Pack<unknown>, number])[] = [
    ['the shipped pack', socialWork as Pack<unknown>, 1_000],
    ['a pack with facts of every type', createPack(packSource()) as Pack<unknown>, 1_000],
    ['a pack that has renamed facts', agency as Pack<unknown>, 1_000],
    ...random.map((pack, i) => [`random pack ${i}`, pack as Pack<unknown>, 300] as const),
  ]

  test.each(packs)('for %s', (_, pack, count) => {
    const validate = validator(situationSchema(pack))
    const valid = fc.tuple(situationOf(pack), fc.nat(2)).map(([situation, n]) => underFormerNames(situation, pack, n))
    expectAgreement(nearly(valid, wordsNear(pack)), count, [
      (value) => validate(value),
      (value) => issuesOf(() => parseSituation(value, pack)).length === 0,
    ])
  })
})

/** The situation with what is stated of a renamed fact moved to a name that it bore before, if it bore as many. */
function underFormerNames<S>(situation: unknown, { formerFacts }: Pack<S>, n: number): Json {
  const told = structuredClone(situation) as Record<string, Record<string, Json>>
  const [former, name] = [...formerFacts][n] ?? []
  if (former === undefined || name === undefined) return told
  const [group, key] = name.split('.') as [string, string]
  const [oldGroup, oldKey] = former.split('.') as [string, string]
  const value = told[group]?.[key]
  if (value === undefined) return told
  delete told[group]?.[key]
  return { ...told, [oldGroup]: { ...told[oldGroup], [oldKey]: value } }
}

/** What JSON Schema cannot say of a file of rules, and the loader does. */
const leftToTheLoader = [
  /`principles` must begin with its leading principle/,
  /rests on law, and none of these/,
  /speaks of `.*` twice/,
  /asks for .*, which exclude each other/,
  /`inForce` ends before it begins/,
  /has `.*` twice$/,
  /is declared twice/,
  /no rule is named/,
  /is, through others, an exception to itself/,
  /cannot be an exception to `.*` and in a dilemma with it/,
]

const notDeclared = /no (fact|action|principle|role|source|value of `case\.jurisdiction`) is named/

describe('of a file of rules the schema and the loader say the same', () => {
  const tiny = createPack(packSource())
  const exact = validator(ruleFileSchema(tiny))
  const open = validator(ruleFileSchema(tiny, { open: true }))
  const any = validator(ruleFileSchema())
  const words = wordsNear(tiny)
  const conditions = nearly(conditionsOf(tiny) as unknown as fc.Arbitrary<Json>, words)
  const files = fc.oneof(
    nearly(ruleFileOf(tiny), words),
    conditions.map((held) => ({
      standard: says('Tiny'),
      rules: [{ ...rule({ name: 'one', may: ['assess-risk'] }), conditions: held }],
    })),
  ) as fc.Arbitrary<Json>
  const refused = (file: Json) =>
    issuesOf(() => createPack({ ...packSource(), rules: { 'rules/tiny.json': file } })).filter(
      (issue) => !leftToTheLoader.some((pattern) => pattern.test(issue)),
    )

  test('where every name is one of the pack', () => {
    expectAgreement(files, 1_500, [(file) => exact(file), (file) => refused(file).length === 0])
  })

  test('save for names that another pack may declare, where these are admitted', () => {
    fc.assert(
      fc.property(files, (file) => {
        const issues = refused(file)
        if (issues.length === 0) expect([open(file), any(file)]).toEqual([true, true])
        if (open(file)) expect(issues.filter((issue) => !notDeclared.test(issue))).toEqual([])
      }),
      runs(1_000),
    )
  })

  test('also of names that were borne before', () => {
    const validate = validator(ruleFileSchema(agency))
    const renamed = {
      standard: says('Homes'),
      rules: [rule({ name: 'one', conditions: when('housing.crowded'), must: ['seek-housing'] })],
    }
    expect(found(validate, renamed)).toEqual([])
    expect(validate({ ...renamed, rules: [rule({ name: 'one', conditions: when('housing.crowded', 'no') })] })).toBe(
      false,
    )
  })
})

/** Conditions of any comparisons that fit the facts of a pack. */
function conditionsOf<S>({ facts }: Pack<S>): fc.Arbitrary<Conditions> {
  const leaves = [...facts.values()].flatMap(comparisons)
  const listed = leaves.filter((leaf) => 'value' in leaf && Array.isArray(leaf.value))
  return fc.letrec<{ leaf: Conditions; tree: Conditions; top: Conditions }>((tie) => ({
    leaf: fc.oneof(fc.constantFrom(...leaves), fc.constantFrom(...listed)),
    tree: fc.oneof({ maxDepth: 2 }, tie('leaf'), tie('leaf'), tie('top')),
    top: fc.oneof(
      fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ not: tie('tree') }),
    ),
  })).top
}

/** Files of one rule that names only what a pack has, with any of the parts that a rule can have. */
function ruleFileOf<S>(pack: Pack<S>): fc.Arbitrary<Json> {
  const { actions, principles, roles, sources } = pack
  const top = conditionsOf(pack)
  const some = (names: Iterable<string>) => fc.subarray([...names], { minLength: 1, maxLength: 2 })
  const text = fc.constantFrom(says('so it is'), says('words'))
  const unless = fc.record({ name: fc.constant('an-exception'), because: text, conditions: top })
  const params = fc.record(
    {
      must: some(actions.keys()),
      should: some(actions.keys()),
      'must-not': some(actions.keys()),
      principles: some(principles.keys()),
      basis: fc.constantFrom('law', 'code', 'practice'),
      urgency: fc.constantFrom('immediate', 'prompt', 'routine'),
      role: fc.constantFrom(...roles.keys()),
      because: text,
      sources: some(sources.keys()),
      unless: fc.tuple(unless),
      exceptionTo: fc.constant(['another-rule']),
      dilemmaWith: fc.constant(['one-more-rule']),
      whenOverridden: some(actions.keys()),
      standing: fc.constant(true),
      protective: fc.constant(true),
      jurisdiction: some(['ID', 'US']),
      inForce: fc.record({ from: fc.constant('2026-02-28'), until: fc.constant('2028-02-29') }, { requiredKeys: [] }),
    },
    { requiredKeys: ['principles', 'basis', 'urgency', 'because', 'sources'] },
  )
  const event = fc.record({ type: fc.constantFrom(...principles.keys()), params })
  const rules = fc.tuple(fc.record({ name: fc.constant('a-rule'), conditions: top, event }))
  const file = { $schema: fc.constant('../schema/rules.json'), standard: text, rules }
  return fc.record(file, { requiredKeys: ['standard', 'rules'] }) as unknown as fc.Arbitrary<Json>
}

function comparisons(read: Fact): Conditions[] {
  const values: readonly Scalar[] =
    read.type === 'yes-no' ? [true, false] : read.type === 'number' ? [0, 17.5, 120] : valueNames(read)
  return typeOf(read).operators.map((operator) => ({
    fact: read.name,
    operator,
    value: operator === 'in' || operator === 'notIn' ? values : (values.at(-1) as Scalar),
  }))
}

describe('of every other file of a pack', () => {
  const whole = packSource({
    contacts: [
      { name: 'hotline', label: says('Hotline'), reach: says('129'), for: ['assess-risk'], jurisdiction: ['ID'] },
    ],
    translations: { su: { 'actions · assess-risk · label': 'timbang bahayana' } },
    frameworks: [
      framework('first', { order: [['protection-of-life'], ['justice']], when: when('consent.given') }),
      framework('second', { prevails: ['justice'], over: ['confidentiality'] }, { basis: ['law', 'code'] }),
    ],
  })
  const pack = createPack(whole)
  const schemas = packSchemas(pack, { open: true })
  const shapes: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = packSourceSchema.shape
  const near = [
    ...wordsNear(pack),
    ...Object.keys(factSchema.shape),
    'guidelines',
    'order',
    'over',
    'prevails',
    'basis',
  ]
  const parts = ['pack', 'facts', 'principles', 'actions', 'roles', 'sources', 'frameworks', 'contacts', 'translations']

  test.each(parts)(
    '%s the schema refuses nothing that the loader accepts, and accepts nothing of another shape',
    (part) => {
      const validate = validator(schemas[part] as JsonSchema)
      const value = whole[part as keyof typeof whole] as unknown as Json
      const tried = runs(400)
      const said = { accepted: 0, refused: 0 }
      fc.assert(
        fc.property(nearly(fc.constant(value), near), (changed) => {
          const accepted = validate(changed)
          said[accepted ? 'accepted' : 'refused'] += 1
          if (!accepted)
            expect({ changed, issues: issuesOf(() => createPack({ ...whole, [part]: changed })) }).not.toEqual({
              changed,
              issues: [],
            })
          if (accepted)
            expect({ changed, shape: shapes[part]?.safeParse(changed).success }).toEqual({ changed, shape: true })
        }),
        tried,
      )
      expect(Math.min(said.accepted, said.refused)).toBeGreaterThan(tried.numRuns / 10)
    },
  )

  test('cases the schema refuses nothing that is read, and accepts nothing of another shape', () => {
    const validate = validator(schemas.cases as JsonSchema)
    const expected = {
      ...{
        kind: 'settled',
        urgency: 'prompt',
        must: ['assess-risk'],
        firm: ['assess-risk'],
        questions: ['consent.given'],
      },
      ...{ setAside: { 'tell-first': ['assess-risk'] }, settledBy: { 'tell-first': ['force'] } },
      dilemmas: [['justice', 'confidentiality']],
    }
    const situation = { risk: { severity: 'serious' } }
    const file = { cases: [{ name: 'a case', note: 'so', situation, options: { on: '2026-01-31' }, expect: expected }] }
    fc.assert(
      fc.property(nearly(fc.constant(file as unknown as Json), [...near, ...Object.keys(expected)]), (changed) => {
        const accepted = validate(changed)
        const unread = issuesOf(() => parseCases(changed, pack, 'cases.json'))
        if (accepted)
          expect({ changed, shape: caseFileSchema.safeParse(changed).success }).toEqual({ changed, shape: true })
        else expect({ changed, read: unread.length === 0 && fits(changed) }).toEqual({ changed, read: false })
      }),
      runs(1_000),
    )
  })

  /** Reading cases leaves their situations to be checked when they are tested. */
  function fits(file: Json): boolean {
    const { cases } = file as unknown as { cases: readonly Case[] }
    return cases.every(({ situation }) => issuesOf(() => parseSituation(situation, pack)).length === 0)
  }
})

describe('an advice', () => {
  const validate = validator(exact.advice as JsonSchema)
  const tried = sampleOf(cases, 60, 4)
  const every = wholeOr(5, 10, 5)
  const advices: Advice[] = []
  beforeAll(async () => {
    // To look for the questions takes the most time: some of the cases show their shape.
    for (const [i, { situation, options }] of tried.entries()) {
      const { questions, ...advice } = await advise(situation, socialWork, { ...options, questions: i % every === 0 })
      advices.push({ ...advice, questions: questions ?? [] })
    }
  })

  test('of every case fits its schema and its shape', () => {
    expect(advices.length).toBe(tried.length)
    for (const advice of advices) {
      expect(found(validate, advice)).toEqual([])
      expect(adviceShape.safeParse(advice).success).toBe(true)
    }
  })

  test('also fits in a language into which a pack was translated, and with whom to call', async () => {
    const contact = { name: 'hotline', label: says('Hotline'), reach: says('129'), for: ['assess-risk'] }
    const translations = { su: { 'actions · assess-risk · label': 'timbang bahayana' } }
    const advice = await advise(
      { risk: { severity: 'serious' } },
      createPack(packSource({ contacts: [contact], translations })),
    )
    expect(advice.actions.flatMap(({ contacts = [] }) => contacts.map(({ name }) => name))).toEqual(['hotline'])
    expect(found(validate, advice)).toEqual([])
  })

  test('that was changed is accepted or refused by both alike', () => {
    const some = advices.filter((_, i) => i % 12 === 0)
    const near = [
      'firm',
      'must',
      'presumed',
      'en',
      'id',
      'su',
      'rule',
      'because',
      'label',
      'truth',
      'constructor',
      'open',
    ]
    expectAgreement(nearly(fc.constantFrom(...some) as unknown as fc.Arbitrary<Json>, near), 1_000, [
      (value) => validate(value),
      (value) => adviceShape.safeParse(value).success,
    ])
  })
})
