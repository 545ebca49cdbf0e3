import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/author/catalogue/catalogue.js'
import type { Conditions } from '../../src/pack/conditions.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack } from '../../src/pack/pack.js'
import type { RuleSource } from '../../src/pack/rule.js'
import { packSource, rule, says, unless, when } from '../support/builders.js'

/* The rules of a pack in words, for people who read no JSON. */

/** What the catalogue says of one rule of a pack. */
function entry(name: string, ...rules: RuleSource[]): string {
  const text = catalogue(createPack(packSource({ rules })))
  return text.split(`\n### ${name}\n\n`)[1]?.split('\n\n')[0] ?? ''
}

const keep = rule({
  name: 'keep',
  principle: 'confidentiality',
  must: ['keep-confidential'],
  should: ['tell-first', 'consult-supervisor'],
  'should-not': ['assess-risk'],
  basis: 'law',
  role: 'guardian',
  urgency: 'prompt',
  jurisdiction: ['ID'],
  inForce: { from: '2026-01-01', until: '2027-01-01' },
  unless: [unless('agreed', when('consent.given'))],
  whenOverridden: ['document-decision'],
  sources: ['LAW-ID', 'CODE-1'],
})
const disclose = rule({ name: 'disclose', must: ['disclose-to-protect'], exceptionTo: ['keep'] })

describe('the entry of a rule', () => {
  test('says what it asks, when, where and how long, what limits it, why, and on what it rests', () => {
    expect(entry('keep', keep, disclose)).toBe(
      [
        '- **Must**: keep confidential',
        '- **Should**: tell the client first; consult',
        '- **Should not**: assess the risk',
        '- **Serves**: confidentiality · rests on law · soon · as guardian',
        '- **Only under**: ID',
        '- **In force**: from 2026-01-01 until 2027-01-01',
        '- **When**',
        '  - abuse.suspected: *yes*',
        '- **Unless** unless agreed · *unless agreed (id)*',
        '  - consent.given: *yes*',
        '- **Gives way to**: [disclose](#disclose), because because of disclose',
        '- **Then still owed**: document',
        '- **Because** because of keep · *because of keep (id)*',
        '- **Sources**',
        '  - LAW-ID (read in the text itself)',
        '  - CODE-1 (read in the text itself)',
        '- **Other published positions**: not looked for',
      ].join('\n'),
    )
    expect(entry('disclose', keep, disclose)).toContain('\n- **Prevails over**: [keep](#keep)\n')
  })

  test('says from when or until when it is in force, where one of both is known, and that it may read protected facts', () => {
    expect(entry('from', rule({ name: 'from', should: ['tell-first'], inForce: { from: '2026-01-01' } }))).toContain(
      '- **In force**: from 2026-01-01\n',
    )
    expect(entry('until', rule({ name: 'until', should: ['tell-first'], inForce: { until: '2027-01-01' } }))).toContain(
      '- **In force**: until 2027-01-01\n',
    )
    expect(entry('open', rule({ name: 'open', should: ['tell-first'], protective: true }))).toContain(
      'protective: may read protected facts',
    )
  })

  test('names the rules against which it stands on purpose, whichever of the two says so', () => {
    const may = rule({ name: 'may', may: ['assess-risk'], dilemmaWith: ['keep'] })
    expect(entry('may', keep, may)).toContain('- **Stands on purpose against**: [keep](#keep)\n')
    expect(entry('keep', keep, may)).toContain('- **Stands on purpose against**: [may](#may)\n')
  })

  test('reads its conditions out, every operator in words, and a list of one without the list', () => {
    const grave = { fact: 'risk.severity', operator: 'greaterThanInclusive', value: 'serious' } as const
    const conditions = {
      all: [
        { any: [grave, { not: { fact: 'risk.severity', operator: 'in', value: ['none', 'minor'] } as const }] },
        { all: [{ fact: 'risk.target', operator: 'doesNotContain', value: 'child' } as const] },
        { fact: 'risk.severity', operator: 'notIn', value: ['none', 'minor'] } as const,
        { fact: 'abuse.suspected', operator: 'notEqual', value: false } as const,
      ],
    }
    expect(entry('one', rule({ name: 'one', must: ['tell-first'], conditions }))).toContain(
      [
        '- **When**',
        '  - all of these:',
        '    - at least one of these:',
        '      - risk.severity: *serious* at least',
        '      - not so:',
        '        - risk.severity: *none* or *minor*',
        '    - risk.target: *child* not among them',
        '    - risk.severity: neither *none* nor *minor*',
        '    - abuse.suspected: anything but *no*',
        '- **Because**',
      ].join('\n'),
    )
  })

  test('reads members of one list that may be among it out on one line, and what else may be beside it', () => {
    const among = (value: string) => ({ fact: 'risk.target', operator: 'contains', value }) as const
    const suspected = { fact: 'abuse.suspected', operator: 'equal', value: true } as const
    const anyOf = (...any: Conditions[]) =>
      entry('one', rule({ name: 'one', must: ['tell-first'], conditions: { any } }))
    expect(anyOf(among('child'), among('partner'))).toContain(
      '- **When**\n  - risk.target: *child* or *partner* among them\n',
    )
    expect(anyOf(among('child'), suspected, among('partner'))).toContain(
      '  - at least one of these:\n    - risk.target: *child* or *partner* among them\n    - abuse.suspected: *yes*\n',
    )
    expect(anyOf(among('child'), suspected)).toContain(
      '    - risk.target: *child* among them\n    - abuse.suspected: *yes*\n',
    )
  })

  test('names several rules to which it gives way one below the other', () => {
    const second = rule({ name: 'second', must: ['disclose-to-protect'], exceptionTo: ['keep'] })
    expect(entry('keep', keep, disclose, second)).toContain(
      '- **Gives way to**\n  - [disclose](#disclose), because because of disclose\n  - [second](#second), because because of second\n',
    )
  })

  test('says how far a source was verified and when, and who has reviewed it; what it says stands once', () => {
    const sources = packSource().sources.map((source) =>
      source.name === 'CODE-1'
        ? {
            ...source,
            verified: 'secondary' as const,
            verifiedOn: '2026-01-02',
            reviewed: { by: says('a worker'), on: '2026-01-03' },
          }
        : source,
    )
    const text = catalogue(createPack(packSource({ sources })))
    const told = 'CODE-1 (known through another text on 2026-01-02; reviewed by a worker on 2026-01-03)'
    expect(text).toContain(`  - ${told}\n`)
    expect(text.split(`- ${told}: so\n`)).toHaveLength(2)
  })
})

describe('the catalogue', () => {
  test('has the rules in the order in which an author wrote them, standard by standard', () => {
    const names = catalogue(createPack(packSource({ rules: [keep, disclose] }))).match(/(?<=^###? ).*/gm)
    expect(names).toEqual([
      'Tiny standard',
      'keep',
      'disclose',
      'Finding out danger',
      'find-out.assess-risk',
      'What the rules ask about',
      'What the rules ask for',
      'What the sources say',
    ])
  })

  test('tells the facts that rules read, by their question or by what they follow from', () => {
    const minor = rule({ name: 'minor', must: ['tell-first'], conditions: when('client.isMinor') })
    const text = catalogue(createPack(packSource({ rules: [minor] })))
    expect(text).toMatch(
      /\n- \*\*client\.isMinor\*\* `client\.isMinor`, yes-no: (client\.isMinor\? )?It follows where\n {2}- client\.ageYears: below \*18\*\n/,
    )
    expect(text).not.toContain('**consent.given**')
  })

  test('keeps what is text from being read as Markdown', () => {
    const because = { en: '*not* <b>this</b>', id: '[x](y)' }
    expect(entry('one', rule({ name: 'one', must: ['tell-first'], because }))).toContain(
      '- **Because** \\*not\\* \\<b\\>this\\</b\\> · *\\[x\\](y)*\n',
    )
  })

  test('of an extended pack holds the rules of both', () => {
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: says('Ours'), extends: 'tiny' },
      rules: {
        'rules/tiny.json': { standard: says('Our standard'), rules: [rule({ name: 'own', may: ['tell-first'] })] },
      },
    }
    const text = catalogue(extendPack(createPack(packSource({ rules: [keep] })), extension))
    expect(text).toContain('# Tiny pack + Ours: the rules in words\n')
    expect(text).toContain('2 rules in 2 standards.')
    expect(text).toContain('\n## Our standard\n')
  })

  test('of the rules of an extension alone names it, tells what they read and ask for, and links to nothing that is not there', () => {
    const own = rule({ name: 'own', may: ['tell-first'], conditions: when('consent.given'), exceptionTo: ['keep'] })
    const extension = {
      pack: { name: 'ours', version: '1.0.0', title: says('Ours'), extends: 'tiny' },
      rules: { 'ours/own.json': { standard: says('Our standard'), rules: [own] } },
    }
    const base = createPack(packSource({ rules: [rule({ name: 'keep', 'must-not': ['tell-first'] })] }))
    const text = catalogue(extendPack(base, extension), { which: 'own' })
    expect(text).toMatch(
      /^# Ours: the rules in words\n\nMade from the rules of `ours` 1\.0\.0, which extend `tiny` 1\.0\.0/,
    )
    expect(text.match(/(?<=^### ).*/gm)).toEqual(['own'])
    expect(text).toContain('- **Prevails over**: `keep`\n')
    expect(text).toContain('- **consent.given** `consent.given`, yes-no: ')
    expect(text).toContain('- **tell the client first** `tell-first`: may [own](#own)\n')
    expect(text).not.toContain('abuse.suspected')
  })

  test('names the values and the actions as an author writes them', () => {
    const text = catalogue(createPack(packSource({ rules: [keep, disclose] })))
    expect(text).toContain('- **keep confidential** `keep-confidential`: must [keep](#keep)\n')
    expect(text).toMatch(/`risk\.severity`, scale: .*none `none`; minor `minor`; serious `serious`/)
  })
})
