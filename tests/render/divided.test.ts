import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { cards } from '../../src/embed/cards/cards.js'
import { pseudonym } from '../../src/embed/record/identifiers.js'
import { record } from '../../src/embed/record/record.js'
import { replay } from '../../src/embed/record/replay.js'
import { createPack } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { packSource, position, rule } from '../support/builders.js'

/* How it is told that published positions differ. */

const leave = position({ name: 'leave-it', may: ['tell-first'], sources: ['BOOK-1', 'LAW-US'] })
const sought = { otherPositions: [leave], positionsSought: '2026-01-31' }
const tell = rule({ name: 'tell', must: ['tell-first'], ...sought })
const pack = createPack(packSource({ rules: [tell] }))
const situation = { abuse: { suspected: true } }
const advice = (await advise(situation, pack)) as Advice

const shown = (locale: 'en' | 'id', one = advice) => render(one, { as: 'text', locale, width: 1_000 }).split('\n')

describe('a text', () => {
  test('says first that the profession is divided, and not that no duties collide', () => {
    const text = shown('en').join('\n')
    expect(text).toContain('The profession is divided here. Published positions differ on “tell the client first”.')
    expect(text).not.toContain('no duties collide')
  })

  test.each([
    [
      'en',
      [
        'The profession is divided here',
        '≠   tell the client first',
        'One position – You must: tell the client first; because because of tell (CODE-1)',
        'Another position – You may: tell the client first; because leave-it holds (BOOK-1 · for comparison: LAW-US (US))',
        'Both agree that something is done',
      ],
    ],
    [
      'id',
      [
        'Belum ada kesepakatan di kalangan profesi',
        '≠   tell the client first (id)',
        'Satu pandangan – Anda wajib: tell the client first (id); karena because of tell (id) (CODE-1 (id))',
        'Pandangan lain – Anda boleh: tell the client first (id); karena leave-it holds (id) (BOOK-1 (id) · sebagai pembanding: LAW-US (id) (AS))',
        'Keduanya sepakat bahwa something is done (id)',
      ],
    ],
  ] as const)('tells both positions with reasons and sources, and what they agree on (%s)', (locale, lines) => {
    const all = shown(locale).map((line) => line.trim())
    const at = all.indexOf(lines[0])
    expect(all.slice(at, at + lines.length)).toEqual(lines)
  })

  test('says it of the action itself, also where that is told within another', async () => {
    const notes = shown('en').filter((line) => line.includes('the profession is divided on this'))
    expect(notes).toHaveLength(1)
    const source = packSource({
      rules: [tell, rule({ name: 'consult', must: ['consult-supervisor'] })],
    })
    const actions = source.actions.map((one) =>
      one.name === 'tell-first' ? { ...one, partOf: ['consult-supervisor'] } : one,
    )
    const within = (await advise(situation, createPack({ ...source, actions }))) as Advice
    expect(shown('en', within).join('\n')).toContain('tell the client first (the profession is divided on this)')
  })

  test('says besides what is settled', async () => {
    const rules = [tell, rule({ name: 'keep', must: ['keep-confidential'] })]
    const settling = rule({ name: 'tell-all', must: ['disclose-to-protect'], exceptionTo: ['keep'] })
    const both = (await advise(situation, createPack(packSource({ rules: [...rules, settling] })))) as Advice
    const text = shown('en', both).join('\n')
    expect(text).toMatch(/Published positions differ on “tell the client first”\. Duties collide, and it is settled/)
  })
})

test('Markdown and HTML tell the same', () => {
  for (const as of ['markdown', 'html'] as const) {
    const text = render(advice, { as, locale: 'en' })
    expect(text).toContain('Another position – You may: tell the client first')
    expect(text).toContain('Both agree that something is done')
  }
})

test('a stored advice is shown so without its pack', () => {
  expect(shown('id', JSON.parse(JSON.stringify(advice)))).toEqual(shown('id'))
})

test('a card tells both positions with the action', () => {
  const [card] = cards(advice, { locale: 'en', instance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea' })
  expect(card?.detail).toContain('The profession is divided here')
  expect(card?.detail).toContain('Another position – You may: tell the client first; because leave')
})

test('a record holds by name on what the profession was divided, and a replay tells where it no longer is', async () => {
  const kept = record(advice, {
    id: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    at: '2026-11-25T09:30:00Z',
    actor: pseudonym('worker', new Uint8Array(32).fill(7)),
    locale: 'en',
    decision: 'accepted',
    situation,
    pack,
  })
  expect(kept.actions[0]?.divided).toEqual([{ rule: 'tell', position: 'leave-it' }])
  expect((await replay(kept, situation, pack)).says).toBe('same')
  const agreed = createPack(packSource({ rules: [rule({ name: 'tell', must: ['tell-first'] })] }))
  const again = await replay(kept, situation, agreed)
  expect([again.says, again.kind]).toEqual(['different', { was: 'divided', now: 'one-sided' }])
})

test('what is owed always carries its mark and makes no kind', async () => {
  const standing = createPack(
    packSource({ rules: [rule({ name: 'tell', must: ['tell-first'], standing: true, ...sought })] }),
  )
  const always = (await advise(situation, standing)) as Advice
  expect(always.kind).not.toBe('divided')
  expect(shown('en', always).join('\n')).toContain('≠   tell the client first')
})
