import { describe, expect, test } from 'vitest'
import type { Remark, RemarkKind } from '../../src/author/remarks/remark.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { situationWhere } from '../../src/author/remarks/satisfiable.js'
import type { Conditions } from '../../src/pack/conditions.js'
import { createPack } from '../../src/pack/pack.js'
import { fact, framework, type PackParts, packSource, rule, says, unless, when } from '../support/builders.js'
import { packOfStandard } from '../support/shipped.js'

/* Small packs with one fault each, and what an author is told of it. */

const place = 'rules/tiny.json'
const keep = rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] })
const disclose = rule({
  name: 'disclose',
  conditions: when('risk.severity', 'serious'),
  must: ['disclose-to-protect'],
})

function remarked(parts: PackParts, ...kinds: RemarkKind[]): readonly Remark[] {
  return remarks(createPack(packSource(parts))).filter(({ kind }) => kinds.includes(kind))
}

function lines(parts: PackParts, ...kinds: RemarkKind[]): readonly string[] {
  return remarked(parts, ...kinds).map(({ level, place, message }) => `${level} ${place}: ${message}`)
}

const never = (conditions: Conditions, ...limits: Conditions[]) =>
  lines(
    {
      rules: [
        rule({
          name: 'one',
          conditions,
          must: ['tell-first'],
          ...(limits.length > 0 && { unless: limits.map((limit, i) => unless(`limit-${i}`, limit)) }),
        }),
      ],
    },
    'never-applies',
    'unless-never',
    'unless-always',
  )

const age = (operator: 'lessThan' | 'greaterThan' | 'lessThanInclusive', value: number) =>
  ({ fact: 'client.ageYears', operator, value }) as const

describe('a rule that can never apply', () => {
  const excluded = [`warning ${place} · one: can never apply: its conditions exclude each other`]

  test('has conditions that exclude each other', () => {
    expect(never({ all: [when('consent.given'), { not: when('consent.given') }] })).toEqual(excluded)
    expect(never({ all: [when('client.isMinor'), age('greaterThan', 18)] })).toEqual(excluded)
    expect(never({ all: [age('greaterThan', 120)] })).toEqual(excluded)
  })

  test('is none where a number lies between two others, or at the end of its range', () => {
    expect(never({ all: [age('greaterThan', 17), age('lessThan', 18)] })).toEqual([])
    expect(never({ all: [age('greaterThan', 119)] })).toEqual([])
    expect(never({ all: [age('lessThanInclusive', 0)] })).toEqual([])
  })

  test('is one whose `unless` always hold, alone or together', () => {
    expect(
      never(when('abuse.suspected'), when('risk.severity', 'none', 'notEqual'), when('risk.severity', 'none')),
    ).toEqual([`warning ${place} · one: can never apply: whenever its conditions hold, one \`unless\` or another does`])
    expect(never(when('client.ageYears', 16, 'lessThan'), when('client.isMinor'))).toEqual([
      `warning ${place} · one · unless[0]: \`limit-0\` holds whenever the conditions of the rule do, so the rule can never apply`,
    ])
  })

  test('and an `unless` that can never hold are told at their places', () => {
    expect(never(when('client.isMinor'), when('consent.given'), when('client.ageYears', 30))).toEqual([
      `warning ${place} · one · unless[1]: \`limit-1\` can never hold while the conditions of the rule do`,
    ])
  })
})

describe('an exception', () => {
  const told = (rules: PackParts['rules']) => lines({ rules: rules ?? [] }, 'exception-never', 'exception-needless')
  const own = `${place} · disclose · exceptionTo`

  test('that is needed is not remarked', () => {
    expect(told([keep, { ...disclose, ...exceptionTo(disclose, 'keep') }])).toEqual([])
  })

  test('never prevails over a rule with which it can never hold together', () => {
    const calm = rule({ name: 'keep', conditions: when('risk.severity', 'none'), must: ['keep-confidential'] })
    expect(told([calm, exceptionTo(disclose, 'keep')])).toEqual([
      `warning ${own}: can never hold together with \`keep\``,
    ])
  })

  test('never prevails over a rule that is in force on other days only', () => {
    const before = rule({ name: 'keep', must: ['keep-confidential'], inForce: { until: '2025-12-31' } })
    const since = rule({
      name: 'disclose',
      must: ['disclose-to-protect'],
      exceptionTo: ['keep'],
      inForce: { from: '2026-01-01' },
    })
    expect(told([before, since])).toEqual([`warning ${own}: can never hold together with \`keep\``])
  })

  test('never prevails where nothing collides', () => {
    const other = rule({ name: 'keep', must: ['tell-first'] })
    expect(told([other, exceptionTo(disclose, 'keep')])).toEqual([
      `warning ${own}: nothing it asks for collides with what \`keep\` asks for`,
    ])
  })

  test('is needless where it asks more strongly', () => {
    const soft = rule({ name: 'keep', should: ['keep-confidential'] })
    expect(told([soft, exceptionTo(disclose, 'keep')])).toEqual([
      `note ${own}: is needless: what it asks for is stronger than what \`keep\` asks for wherever they collide`,
    ])
  })
})

function exceptionTo(one: typeof disclose, name: string): typeof disclose {
  return { ...one, event: { ...one.event, params: { ...one.event.params, exceptionTo: [name] } } }
}

function dilemmaWith(one: typeof disclose, name: string): typeof disclose {
  return { ...one, event: { ...one.event, params: { ...one.event.params, dilemmaWith: [name] } } }
}

describe('a collision that nothing settles', () => {
  const met = { abuse: { suspected: true }, risk: { severity: 'serious' } }
  const said =
    'nothing settles between `disclose` and `keep`: must `disclose-to-protect` against must `keep-confidential`'
  const shared = {
    kind: 'dilemma',
    place: `${place} · disclose`,
    rules: ['disclose', 'keep'],
    actions: [['disclose-to-protect', 'keep-confidential']],
    settledBy: 'undecided',
    situation: met,
  }

  test('is warned of, with the situation in which it happens', () => {
    expect(remarked({ rules: [keep, disclose] }, 'dilemma', 'settled')).toEqual([
      {
        ...shared,
        level: 'warning',
        message: `${said}; one framework alone speaks; \`exceptionTo\` settles it, \`dilemmaWith\` says that it is meant`,
        frameworks: { 'life-first': 'disclose' },
      },
    ])
  })

  test('is a note where either rule declares it', () => {
    const note = {
      ...shared,
      level: 'note',
      message: `${said}; one framework alone speaks; it is declared on purpose`,
      frameworks: { 'life-first': 'disclose' },
    }
    expect(remarked({ rules: [dilemmaWith(keep, 'disclose'), disclose] }, 'dilemma', 'dilemma-never')).toEqual([note])
    expect(remarked({ rules: [keep, dilemmaWith(disclose, 'keep')] }, 'dilemma', 'dilemma-never')).toEqual([note])
  })

  test('is a note where a third rule settles it wherever they meet', () => {
    const third = rule({ name: 'third', must: ['disclose-to-protect'], exceptionTo: ['keep'] })
    expect(lines({ rules: [keep, disclose, third] }, 'dilemma')).toEqual([
      `note ${place} · disclose: ${said}; one framework alone speaks; wherever they meet, a third rule or another claim of the two decides`,
    ])
  })

  test('happens on the days on which a third rule is not in force', () => {
    const third = (inForce: { from?: string; until?: string }) =>
      rule({ name: 'third', must: ['disclose-to-protect'], exceptionTo: ['keep'], inForce })
    const dated = rule({
      name: 'disclose',
      must: ['disclose-to-protect'],
      conditions: when('risk.severity', 'serious'),
      inForce: { from: '2025-01-01', until: '2026-12-31' },
    })
    const days = (inForce: { from?: string; until?: string }) =>
      remarked({ rules: [keep, dated, third(inForce)] }, 'dilemma').map(({ level, on }) => [level, on])
    expect(days({ from: '2025-01-01', until: '2026-02-28' })).toEqual([['warning', '2026-03-01']])
    expect(days({ from: '2026-01-01' })).toEqual([['warning', '2025-01-01']])
    expect(days({ until: '2026-12-31' })).toEqual([['note', '2025-01-01']])
  })

  test.each([
    ['2025-04-29', '2025-04-30'],
    ['2025-04-30', '2025-05-01'],
    ['2025-05-30', '2025-05-31'],
    ['2025-12-31', '2026-01-01'],
    ['2025-02-28', '2025-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2000-02-28', '2000-02-29'],
    ['2100-02-28', '2100-03-01'],
  ])('happens from the day after %s, on which a third rule ends: %s', (until, next) => {
    const long = { from: '1999-01-01', until: '2110-12-31' }
    const dated = rule({ name: 'disclose', must: ['disclose-to-protect'], inForce: long })
    const third = rule({
      name: 'third',
      must: ['disclose-to-protect'],
      exceptionTo: ['keep'],
      inForce: { from: '1999-01-01', until },
    })
    expect(remarked({ rules: [keep, dated, third] }, 'dilemma').map(({ on }) => on)).toEqual([next])
  })
})

describe('a dilemma declared on purpose that is none', () => {
  const told = (...rules: (typeof disclose)[]) => lines({ rules }, 'dilemma-never')
  const own = `warning ${place} · disclose · dilemmaWith`

  test('is told: nothing collides, the two never meet, or something settles it', () => {
    const declared = dilemmaWith(disclose, 'keep')
    expect(told(rule({ name: 'keep', must: ['tell-first'] }), declared)).toEqual([
      `${own}: nothing it asks for collides with what \`keep\` asks for`,
    ])
    expect(
      told(rule({ name: 'keep', conditions: when('risk.severity', 'none'), must: ['keep-confidential'] }), declared),
    ).toEqual([`${own}: can never hold together with \`keep\``])
    expect(told(rule({ name: 'keep', should: ['keep-confidential'] }), declared)).toEqual([
      `${own}: is no dilemma with \`keep\`: force settles it wherever they collide`,
    ])
  })
})

describe('what frameworks settle', () => {
  const life = framework('life', { order: [['protection-of-life'], ['confidentiality']] })
  const adults = framework('adults', {
    prevails: ['protection-of-life'],
    over: ['confidentiality'],
    when: { not: { fact: 'client.isMinor', operator: 'equal', value: true } },
  })

  test('is told with the condition under which it does, and where it does not', () => {
    const found = remarked({ rules: [keep, disclose], frameworks: [life, adults] }, 'settled', 'dilemma')
    expect(
      found.map(({ message, settledBy, prevails, situation }) => ({ message, settledBy, prevails, situation })),
    ).toEqual([
      {
        message:
          'where `adults · adults-0` holds, `disclose` prevails over `keep` by frameworks that agree (`life`, `adults`): must `disclose-to-protect` against must `keep-confidential`',
        settledBy: 'framework',
        prevails: 'disclose',
        situation: { abuse: { suspected: true }, risk: { severity: 'serious' }, client: { ageYears: 18 } },
      },
      {
        message:
          'where `adults · adults-0` does not hold, nothing settles between `disclose` and `keep`: must `disclose-to-protect` against must `keep-confidential`; one framework alone speaks; `exceptionTo` settles it, `dilemmaWith` says that it is meant',
        settledBy: 'undecided',
        prevails: undefined,
        situation: { abuse: { suspected: true }, risk: { severity: 'serious' }, client: { ageYears: 1 } },
      },
    ])
  })

  test('follows the first guideline whose condition holds', () => {
    const both = (name: string) =>
      framework(
        name,
        { prevails: ['confidentiality'], over: ['protection-of-life'], when: when('consent.given', false) },
        { prevails: ['protection-of-life'], over: ['confidentiality'], when: when('client.hasCapacity', false) },
      )
    const found = remarked({ rules: [keep, disclose], frameworks: [both('one'), both('two')] }, 'settled', 'dilemma')
    const met = { abuse: { suspected: true }, risk: { severity: 'serious' } }
    expect(found.map(({ prevails, situation }) => [prevails, situation])).toEqual([
      ['keep', { ...met, consent: { given: false } }],
      ['disclose', { ...met, consent: { given: true }, client: { hasCapacity: false } }],
      [undefined, { ...met, consent: { given: true }, client: { hasCapacity: true } }],
    ])
  })

  test('is nothing where a framework speaks of no collision that can happen', () => {
    const silent = framework('silent', { order: [['justice'], ['confidentiality']] })
    expect(lines({ rules: [keep, disclose], frameworks: [life, silent] }, 'never-decides')).toEqual([
      'warning frameworks · silent: speaks of no collision that can happen and that neither exception nor force settles',
    ])
  })
})

describe('a rule that finds out danger', () => {
  test('collides while a fact is open that it finds out', () => {
    const wait = rule({
      name: 'wait',
      principle: 'justice',
      conditions: when('abuse.victimSafeNow', false),
      'must-not': ['assess-risk'],
    })
    const [found] = remarked({ rules: [wait] }, 'dilemma')
    expect(found).toMatchObject({
      place: 'pack · find-out.assess-risk',
      rules: ['find-out.assess-risk', 'wait'],
      situation: { abuse: { victimSafeNow: false } },
    })
  })

  test('never meets a rule for which all that it finds out has to be known', () => {
    const wait = rule({
      name: 'wait',
      principle: 'justice',
      conditions: { all: [when('abuse.victimSafeNow', false), when('risk.severity', 'serious')] },
      'must-not': ['assess-risk'],
    })
    expect(remarked({ rules: [wait] }, 'dilemma', 'not-decided')).toEqual([])
  })
})

describe('a rule that finds out what follows from other facts', () => {
  const facts = [
    ...packSource().facts.map(({ findOutBy, ...one }) => one),
    fact({
      name: 'risk.high',
      danger: [true],
      findOutBy: 'assess-risk',
      derivedFrom: when('risk.severity', 'serious'),
    }),
    fact({ name: 'risk.signs', danger: [true] }),
  ]
  const wait = (conditions: Conditions) =>
    rule({ name: 'wait', principle: 'justice', conditions, 'must-not': ['assess-risk'] })

  test('collides only while that is open', () => {
    expect(remarked({ facts, rules: [wait(when('risk.severity', 'serious'))] }, 'dilemma', 'not-decided')).toEqual([])
    const either: Conditions = { any: [when('risk.severity', 'none'), when('risk.signs')] }
    expect(remarked({ facts, rules: [wait(either)] }, 'dilemma')).toMatchObject([
      { situation: { risk: { signs: true } } },
    ])
  })
})

test('a fact stays not known only where those from which it follows leave it so', () => {
  const pack = createPack(packSource())
  const young = { conditions: when('client.ageYears', 3), wanted: true }
  expect(situationWhere([young], pack, 100)).toEqual({ situation: { client: { ageYears: 3 } } })
  expect(situationWhere([young], pack, 100, ['client.isMinor'])).toBe('impossible')
})

describe('a redundant rule', () => {
  const told = (...rules: (typeof disclose)[]) => lines({ rules }, 'redundant')
  const more = rule({ name: 'more', must: ['tell-first', 'respect-choice'], whenOverridden: ['consult-supervisor'] })
  const young = { all: [when('abuse.suspected'), when('client.isMinor')] }

  test('asks for less than another where that one applies too', () => {
    expect(told(more, rule({ name: 'less', conditions: young, should: ['tell-first'] }))).toEqual([
      `warning ${place} · less: is redundant: whenever it applies, \`more\` does and asks at least as strongly for all it asks for`,
    ])
  })

  test('is the later of two that are the same', () => {
    const again = rule({
      name: 'more-again',
      must: ['tell-first', 'respect-choice'],
      whenOverridden: ['consult-supervisor'],
    })
    expect(told(more, again)).toEqual([
      `warning ${place} · more-again: is redundant: whenever it applies, \`more\` does and asks at least as strongly for all it asks for`,
    ])
  })

  test('is a note where it adds a ground or hurry', () => {
    const less = rule({
      name: 'less',
      principle: 'justice',
      conditions: young,
      urgency: 'prompt',
      should: ['tell-first'],
    })
    expect(told(more, less)).toEqual([
      `note ${place} · less: whenever it applies, \`more\` does and asks at least as strongly for all it asks for; it adds the principle \`justice\` and the urgency \`prompt\``,
    ])
  })

  test('is a note where it stands though a third rule prevails over the other', () => {
    const third = rule({ name: 'third', 'must-not': ['tell-first'], exceptionTo: ['more'] })
    expect(told(more, third, rule({ name: 'less', conditions: young, must: ['tell-first'] }))).toEqual([
      `note ${place} · less: whenever it applies, \`more\` does and asks at least as strongly for all it asks for; it adds that it stands where \`third\` prevails`,
    ])
  })

  test('is none where it adds an exception or a residual duty, or asks for more', () => {
    expect(told(more, rule({ name: 'less', conditions: young, should: ['assess-risk'] }))).toEqual([])
    expect(
      told(more, keep, rule({ name: 'less', conditions: young, should: ['tell-first'], exceptionTo: ['keep'] })),
    ).toEqual([])
    expect(told(more, rule({ name: 'less', should: ['tell-first'], whenOverridden: ['document-decision'] }))).toEqual(
      [],
    )
    expect(told(more, rule({ name: 'less', conditions: when('client.isMinor'), should: ['tell-first'] }))).toEqual([])
  })
})

describe('a standing duty', () => {
  const told = (conditions: Conditions, standing?: true) =>
    lines(
      { rules: [rule({ name: 'always', conditions, should: ['tell-first'], ...(standing && { standing }) })] },
      'standing-unmarked',
      'standing-in-danger',
    )
  const here = when('case.jurisdiction', 'ID')
  const anyway: Conditions = { any: [when('consent.given'), { not: when('consent.given') }] }

  test('that is not marked is told', () => {
    expect(told(anyway)).toEqual([
      `warning ${place} · always: holds whatever is stated, and is not marked \`standing\``,
    ])
    expect(told({ all: [here, when('client.hasCapacity')] })).toEqual([
      `warning ${place} · always: asks only who, where or when it is, and is not marked \`standing\``,
    ])
    expect([told(anyway, true), told(here, true)]).toEqual([[], []])
  })

  test('is none where it asks for news, or for the opposite of what is presumed', () => {
    expect([told(when('consent.given')), told({ all: [here, when('client.hasCapacity', false)] })]).toEqual([[], []])
  })

  test('that is marked and owed in danger only is told', () => {
    expect(told({ all: [here, when('risk.severity', 'serious')] }, true)).toEqual([
      `warning ${place} · always: is marked \`standing\` and can apply only where a sign of danger is stated`,
    ])
  })
})

describe('what is declared and not used', () => {
  const base = packSource()

  test('is told for facts, openers and what finds out danger', () => {
    const facts = [
      ...base.facts.filter(({ name }) => name !== 'risk.target'),
      fact({ name: 'risk.target', type: 'some-of', values: ['self', 'child', 'partner'], danger: ['child'] }),
    ]
    const pack = { openers: ['abuse.suspected', 'risk.severity', 'consent.given'] }
    const kinds = ['never-read', 'never-told-apart', 'not-found-out', 'opens-nothing'] as const
    expect(lines({ facts, pack, rules: [keep, disclose] }, ...kinds)).toEqual([
      'warning facts · case.jurisdiction: no rule, derivation, guideline or opener reads it',
      'warning facts · client.isMinor: no rule, derivation, guideline or opener reads it',
      'warning facts · client.hasCapacity: no rule, derivation, guideline or opener reads it',
      'warning pack · openers: `consent.given` is asked first and read by no rule',
      'note facts · risk.severity: no condition tells `none`, `minor` apart',
      'note facts · risk.target: marks danger and has no `findOutBy`: while it is open, no action is asked for to find it out',
    ])
  })

  test('is told for actions, principles, roles and sources', () => {
    const kinds = ['never-asked-for', 'never-served', 'never-used', 'never-cited'] as const
    const roles = [...base.roles, { name: 'advocate', label: says('advocate') }]
    expect(lines({ roles, rules: [keep, disclose] }, ...kinds)).toEqual([
      'warning actions · tell-first: no rule asks for it or against it',
      'warning actions · respect-choice: no rule asks for it or against it',
      'note principles · self-determination: no rule serves it, though a framework ranks it',
      'warning principles · justice: no rule serves it',
      'warning roles · advocate: no rule and no action names it',
      'warning sources · LAW-US: nothing cites it',
    ])
  })

  test('is told for sources that nobody has verified', () => {
    const verified = ['no', 'secondary', 'primary', 'secondary'] as const
    const sources = base.sources.map((source, i) => ({ ...source, verified: verified[i] ?? 'no' }))
    expect(lines({ sources }, 'not-verified')).toEqual([
      'warning sources · CODE-1: is not verified: nobody has read in the text itself, or in another, that it says so',
      'note sources: 2 of 4 are verified through another text only',
    ])
  })
})

describe('texts', () => {
  test('that are the same in both languages are told, a short one as a note', () => {
    const because = { en: 'somebody has to do this before noon', id: 'somebody has to do this before noon' }
    const [action, ...actions] = packSource().actions as [PackAction, ...PackAction[]]
    const named = { ...action, label: { en: 'triage', id: 'triage' } }
    const rules = [rule({ name: 'one', must: ['tell-first'], because })]
    expect(lines({ rules, actions: [named, ...actions] }, 'same-text')).toEqual([
      'note actions · disclose-to-protect · label: is the same in both languages, as a name or a short word may rightly be',
      `warning ${place} · one · because: is the same in both languages`,
    ])
  })

  test('with a number or a placeholder in one language only are told', () => {
    const because = { en: 'within 24 hours {name} is told', id: 'dalam 42 jam {name} diberi tahu' }
    const rules = [rule({ name: 'one', must: ['tell-first'], because, unless: [unless('two', when('consent.given'))] })]
    expect(lines({ rules }, 'other-numbers')).toEqual([
      `warning ${place} · one · because: \`24\`, \`42\` stands in one language and not in the other`,
    ])
  })
})

type PackAction = ReturnType<typeof packSource>['actions'][number]

test('where the budget does not suffice, that is what is said, and nothing is guessed', () => {
  const rules = [keep, exceptionTo(disclose, 'keep')]
  const found = remarks(createPack(packSource({ rules })), { budget: 2 })
  const settling = found.filter(({ kind }) => ['not-decided', 'settled', 'exception-never', 'redundant'].includes(kind))
  expect(settling.map(({ level, place, message }) => `${level} ${place}: ${message}`)).toEqual([
    `note ${place} · disclose: not decided within the budget: whether it can ever apply`,
    `note ${place} · disclose: not decided within the budget: whether it can hold together with \`keep\`, with which it collides`,
  ])
})

test('of a standard of the shipped pack nothing but the dilemmas that its rules declare is warned of, or left open', () => {
  const found = remarks(packOfStandard())
  const ofRules = found.filter(({ rules = [] }) => rules.length > 0)
  expect(ofRules.filter(({ level, meant }) => level === 'warning' && meant === undefined)).toEqual([])
  expect(found.filter(({ kind }) => kind === 'not-decided')).toEqual([])
  expect(found.flatMap(({ kind, rules }) => (kind === 'dilemma' ? [rules] : []))).toEqual([
    ['keep-to-the-published-order', 'serve-the-graver-need-first'],
  ])
})
