import { expect, test } from 'vitest'
import { type Advice, advise, createPack, render } from '../../src/index.js'
import { framework, packSource, rule } from '../support/builders.js'

/* What a reader must not misread: what is forbidden always, what the law says, what gave way to what, who spoke. */

type Rules = Parameters<typeof rule>[0][]

async function text(rules: Rules, more: Parameters<typeof packSource>[0] = {}): Promise<string> {
  const pack = createPack(packSource({ rules: rules.map(rule), ...more }))
  const advice = (await advise({ case: { jurisdiction: 'ID' }, abuse: { suspected: true } }, pack)) as Advice
  return render(advice, { as: 'text', locale: 'en', width: 200 })
}

test('what is never to be done stands on a line of its own, apart from what is always to be done', async () => {
  const shown = await text([
    { name: 'a', must: ['tell-first'], standing: true },
    { name: 'b', 'must-not': ['disclose-to-protect'], standing: true },
    { name: 'c', should: ['document-decision'], standing: true },
    { name: 'd', must: ['assess-risk'] },
  ])
  expect(shown).toMatch(/^Always: tell the client first · document$/m)
  expect(shown).toMatch(/^You must not: disclose$/m)
})

test('what is only forbidden always is told without an empty “always”', async () => {
  const shown = await text([
    { name: 'b', 'must-not': ['disclose-to-protect'], standing: true },
    { name: 'd', must: ['assess-risk'] },
  ])
  expect(shown).toMatch(/^You must not: disclose$/m)
  expect(shown).not.toContain('Always')
})

test('a reason of law that no other action tells is told below the first, once', async () => {
  const shown = await text([
    { name: 'a', must: ['tell-first'] },
    { name: 'b', must: ['tell-first', 'assess-risk'], basis: 'law' },
    { name: 'c', must: ['tell-first', 'document-decision'], basis: 'law' },
    { name: 'd', should: ['tell-first'], basis: 'law' },
    { name: 'e', must: ['tell-first'] },
    { name: 'b0', must: ['document-decision'], basis: 'law' },
  ])
  const told = (name: string) => shown.split('\n').filter((line) => line.trim() === `because because of ${name}`).length
  expect(['a', 'b', 'c', 'd', 'e'].map(told)).toEqual([1, 1, 1, 0, 0])
})

test('the line above tells principles that differ, and by law where the law settles it', async () => {
  const shown = await text([
    { name: 'choose', should: ['respect-choice'] },
    { name: 'choose-not', 'must-not': ['respect-choice'] },
    { name: 'keep', must: ['keep-confidential'], principle: 'confidentiality' },
    { name: 'act', must: ['disclose-to-protect'], exceptionTo: ['keep'], basis: 'code' },
    { name: 'by-law', must: ['disclose-to-protect'], exceptionTo: ['keep'], basis: 'law', principle: 'justice' },
  ])
  expect(shown).toContain('settled by law (')
  expect(shown).toContain('confidentiality gives way to justice')
})

test('where a principle would give way to itself the two actions are told, and no source that does not fit', async () => {
  const shown = await text([
    { name: 'keep', must: ['keep-confidential'] },
    { name: 'act', must: ['disclose-to-protect'], exceptionTo: ['keep'], sources: ['LAW-ID'] },
  ])
  expect(shown).toContain('settled by a standard of practice: “keep confidential” gives way to “disclose”')
})

test('where one action is asked for and forbidden under one principle, the principle stands for both', async () => {
  const shown = await text([
    { name: 'choose', should: ['respect-choice'] },
    { name: 'choose-not', 'must-not': ['respect-choice'] },
  ])
  expect(shown).toContain('protection-of-life gives way to protection-of-life')
})

test('a collision of which no framework speaks is not told under them', async () => {
  const shown = await text(
    [
      { name: 'keep', must: ['keep-confidential'], principle: 'confidentiality' },
      { name: 'act', must: ['disclose-to-protect'], principle: 'justice', exceptionTo: ['keep'] },
    ],
    { frameworks: [framework('life-first', { order: [['protection-of-life'], ['self-determination']] })] },
  )
  expect(shown).not.toContain('0 of 1 speak')
  expect(shown).not.toContain('silent')
})
