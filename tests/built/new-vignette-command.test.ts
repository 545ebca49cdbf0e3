import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { parseVignette } from '../../src/teach/vignette.js'
import { commandIn } from '../support/hosted.js'

const call = commandIn()
const folder = mkdtempSync(join(tmpdir(), 'timbang-vignette-'))
const begun = async (name: string, ...options: string[]) =>
  await call('new-vignette', name, '--in', join(folder, `${name}.json`), ...options)

describe('timbang new-vignette', () => {
  test('begins a vignette in one language, and warns of a goal that no question serves', async () => {
    const made = await begun(
      'amplop-di-meja',
      ...['--locale', 'id', '--title', 'Amplop di meja', '--goal', 'integrity', '--goal', 'equality'],
      ...['--says', 'Seorang ibu datang. | case.jurisdiction=ID, client.ageYears=34, client.status=current'],
      ...['--says', 'Ia menyelipkan amplop. | relationship.giftPurpose=influence, relationship.giftValue=cash'],
      ...['--holds-back', 'risk.type=financial', '--holds-back', 'risk.type=other', '--level', 'advanced'],
      ...['--holds-back', 'worker.consulted=tidak'],
    )
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
    expect(made.out).toMatch(/^jenis kasus: /)
    expect(made.out).toMatch(/tujuan yang dilatih oleh pertanyaannya: integritas/)
    expect(made.out).toMatch(/peringatan: tujuan yang tidak dilatih oleh pertanyaan mana pun: perlakuan setara/)
    expect(made.out).toMatch(/selanjutnya: npx timbang exercise .*amplop-di-meja\.json --as key --locale id/)
    const vignette = parseVignette(JSON.parse(readFileSync(join(folder, 'amplop-di-meja.json'), 'utf8')), socialWork)
    expect(vignette).toMatchObject({
      title: { id: 'Amplop di meja' },
      facts: { client: { ageYears: 34, status: 'current' }, relationship: { giftPurpose: 'influence' } },
      heldBack: { risk: { type: { financial: true, other: true } }, worker: { consulted: false } },
      level: 'advanced',
    })
    expect(vignette.story[1]?.tells).toEqual(['relationship.giftPurpose', 'relationship.giftValue'])
  })

  test('says what is still to be done with one that is no vignette yet', async () => {
    const { code, out } = await begun('unfinished', '--says', 'He came.', '--goal', 'justise')
    expect(code).toBe(0)
    expect(out).toContain('still to be done:\n  vignette.goals: no principle is named `justise`')
  })

  test.each([
    ['a fact that there is not, with those that the word may mean', ['--says', 'x | hadiah=ya'], 'giftPurpose'],
    ['a value that there is not', ['--says', 'x | client.ageYears=old'], '`client.ageYears`: '],
    ['a name that is none', ['--says', 'x', '--goal'], 'argument missing'],
    ['no story where there is no terminal', [], 'without a terminal the story is wanted'],
  ])('refuses %s', async (_, options, told) => {
    const { code, err } = await begun('refused', ...options)
    expect({ code, told: err.includes(told) }).toEqual({ code: 2, told: true })
  })

  test('writes over no file', async () => {
    await begun('there', '--says', 'x')
    expect((await begun('there', '--says', 'y')).err).toMatch('already')
    expect((await call('new-vignette', 'No Name', '--says', 'x')).err).toMatch('small letters')
  })
})
