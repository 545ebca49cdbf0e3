import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import { type PackParts, packSource, rule, says } from '../support/builders.js'

/* What is told within another action, and what is told last whatever asks for it. */

const actions = [
  { name: 'make-safe', label: says('make safe') },
  { name: 'call-help', label: says('call for help'), partOf: ['make-safe'] },
  { name: 'ring-twice', label: says('ring twice'), partOf: ['call-help'] },
  { name: 'write-down', label: says('write down'), standing: true as const },
  { name: 'consult-supervisor', label: says('consult') },
  { name: 'document-decision', label: says('document') },
  { name: 'assess-risk', label: says('assess the risk') },
]

async function told(...rules: PackParts['rules'] & object) {
  const advice = await advise({ abuse: { suspected: true } }, createPack(packSource({ actions, rules })))
  return advice.actions.map(({ action, within, standing }) => [action, within ?? (standing ? 'always' : 'by itself')])
}

const safe = rule({ name: 'safe', must: ['make-safe'], urgency: 'prompt' })

describe('a part', () => {
  test('is told within its whole, where that is advised as strongly and as soon', async () => {
    expect(await told(safe, rule({ name: 'call', should: ['call-help'] }))).toEqual([
      ['make-safe', 'by itself'],
      ['call-help', 'make-safe'],
    ])
  })

  test.each([
    ['is stronger', rule({ name: 'safe', should: ['make-safe'] }), rule({ name: 'call', must: ['call-help'] })],
    ['is more urgent', safe, rule({ name: 'call', must: ['call-help'], urgency: 'immediate' })],
    ['is spoken against', safe, rule({ name: 'call', 'must-not': ['call-help'] })],
    [
      'belongs to what is permitted only',
      rule({ name: 'safe', may: ['make-safe'] }),
      rule({ name: 'call', may: ['call-help'] }),
    ],
  ])('is told by itself where it %s', async (_, whole, part) => {
    const all = await told(whole, part)
    expect(all.map(([, place]) => place)).toEqual(['by itself', 'by itself'])
  })

  test('has no parts of its own told within it', async () => {
    const all = await told(
      safe,
      rule({ name: 'call', must: ['call-help'] }),
      rule({ name: 'ring', must: ['ring-twice'] }),
    )
    expect(all).toEqual([
      ['make-safe', 'by itself'],
      ['call-help', 'make-safe'],
      ['ring-twice', 'by itself'],
    ])
  })
})

describe('an action that is owed in nearly every situation', () => {
  test('is told last, whatever asks for it', async () => {
    expect(
      await told(rule({ name: 'write', must: ['write-down'] }), rule({ name: 'call', may: ['call-help'] })),
    ).toEqual([
      ['call-help', 'by itself'],
      ['write-down', 'always'],
    ])
  })

  test('is told in its place where it is spoken against', async () => {
    expect(await told(rule({ name: 'write', 'must-not': ['write-down'] }))).toEqual([['write-down', 'by itself']])
  })
})
