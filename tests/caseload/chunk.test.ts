import { describe, expect, test } from 'vitest'
import { changeReport } from '../../src/caseload/changeReport.js'
import { chunkDone } from '../../src/caseload/chunk.js'
import { createPack } from '../../src/pack/pack.js'
import type { Status, Urgency } from '../../src/vocabulary.js'
import { packSource } from '../support/builders.js'

const pack = createPack(packSource())
describe('a chunk of rows', () => {
  test('read, gives normal forms, and of what cannot be read the issues by its key', async () => {
    const rows = [
      ['1', '{"abuse":{"suspected":true}}'],
      ['2', '{"Budi":true}'],
      ['3', null],
    ] as const
    const { text, ...counts } = await chunkDone(rows, { task: 'read' }, pack)
    expect(counts).toEqual({ rows: 3, weighed: 0, moved: 0, unreadable: 2, firstTime: 0, withoutCase: 0 })
    expect(text.split('\n').map((line) => line.replace(/[0-9a-f]{64}/, 'digest').slice(0, 31))).toEqual([
      '1\tdigest\t{"abuse.suspected":tru',
      '2\t\\N\t\\N\t[{"code":"unknown-fact"',
      '3\t\\N\t\\N\t[{"code":"must-be-facts',
      '',
    ])
    expect(text).not.toContain('Budi')
  })

  test('weighed, weighs only what is not known to be said', async () => {
    const known = '{"actions":{},"danger":false,"kind":"not-covered","rules":[],"urgency":"routine","urgent":{}}'
    const rows = [
      ['7', '{"abuse.suspected":true}', null, null],
      ['8', '{"abuse.suspected":false}', null, known],
      ['9', '{"abuse.suspected":true}', known, null],
    ] as const
    const { text, ...counts } = await chunkDone(rows, { task: 'weigh', options: { on: '2026-01-31' } }, pack)
    expect(counts).toEqual({ rows: 3, weighed: 2, moved: 1, unreadable: 0, firstTime: 2, withoutCase: 0 })
    const [first, second, third] = text.split('\n').map((line) => line.split('\t'))
    expect(second).toEqual(['8', known, '\\N'])
    expect(third?.slice(0, 2)).toEqual(['9', first?.[1]])
    expect(JSON.parse(third?.[2] as string)).toMatchObject({ kind: { was: 'not-covered', now: 'one-sided' } })
  })

  test('that holds what the pack cannot read is refused whole', async () => {
    const rows = [['7', '{"no.such":true}', null, null]]
    await expect(chunkDone(rows, { task: 'weigh' }, pack)).rejects.toMatchObject({ code: 'broken-invariant' })
  })
})

const said = (status: Status, urgency: Urgency) => ({ status, urgency })

describe('the report on a change of rules', () => {
  const nothing = {
    run: 2,
    cases: 3,
    situations: 0,
    moved: 0,
    weakerInDanger: 0,
    unreadable: 0,
    withoutKey: 0,
    firstTime: 0,
    notWeighed: 0,
    readSince: false,
    kinds: [],
    urgencies: [],
    actions: [],
  }

  test('tells first in which cases in danger less is asked', () => {
    const actions = [
      { action: 'tell-first', was: said('must', 'immediate'), now: null, by: ['one'], cases: 2 },
      { action: 'assess-risk', was: said('must', 'immediate'), now: said('must', 'prompt'), by: ['one'], cases: 1 },
      { action: 'gone', was: null, now: said('may', 'routine'), by: [], cases: 1 },
    ]
    const urgencies = [{ was: 'immediate', now: 'routine', cases: 1 } as const]
    const kinds = [{ was: 'dilemma', now: 'settled', cases: 1 } as const]
    const summary = { ...nothing, situations: 2, moved: 2, weakerInDanger: 1, unreadable: 1, urgencies, kinds, actions }
    expect(changeReport(summary, pack, 'en')).toMatchInlineSnapshot(`
      "3 cases
      Not read, and not weighed: 1 case
      2 cases advised otherwise than before (2 different situations)

      LOOK AT THESE FIRST: 1 case with danger stated, in which less is asked or allowed than before, or less soon

      How soon
        act now → no hurry: 1 case

      What sort of situation
        dilemma → duties collide, and it is settled: 1 case

      What is advised
        tell the client first: must → no rule speaks of it: 2 cases (one)
        assess the risk: must (act now) → must (act soon): 1 case (one)
        gone: no rule speaks of it → may: 1 case

      These people were advised otherwise until now. A change of rules decides nothing about them: look at the case first.
      "
    `)
    expect(changeReport(summary, pack, 'id')).toMatchInlineSnapshot(`
      "3 kasus
      Tidak dapat dibaca dan tidak ditimbang: 1 kasus
      2 kasus sarannya berubah (2 keadaan yang berbeda)

      PERIKSA INI LEBIH DAHULU: 1 kasus dengan tanda bahaya, yang kini dituntut atau dibolehkan lebih sedikit, atau tidak sesegera sebelumnya

      Seberapa mendesak
        bertindak sekarang → tidak mendesak: 1 kasus

      Jenis keadaan
        dilema → ada kewajiban yang bertentangan dan sudah ada jawabannya: 1 kasus

      Yang disarankan
        tell the client first (id): wajib → tidak ada aturan yang menyangkutnya: 2 kasus (one)
        assess the risk (id): wajib (bertindak sekarang) → wajib (segera): 1 kasus (one)
        gone: tidak ada aturan yang menyangkutnya → boleh: 1 kasus

      Sampai sekarang saran bagi orang-orang ini berbeda. Perubahan aturan tidak memutuskan apa pun tentang mereka: lihat dahulu kasusnya.
      "
    `)
  })

  test('says so where nothing moved', () => {
    expect(changeReport(nothing, pack, 'en')).toBe('3 cases\nNo case is advised otherwise than before.\n')
  })

  test('gives no all-clear for what could not be compared', () => {
    const beside = { withoutKey: 1, firstTime: 2, notWeighed: 1, readSince: true }
    expect(changeReport({ ...nothing, ...beside }, pack, 'en')).toMatchInlineSnapshot(`
      "3 cases
      Not read, and not weighed, for want of a key: 1 row
      Not weighed yet: 1 case
      Weighed for the first time, with nothing to compare: 2 different situations
      Cases were read again after this weighing: those that changed are counted as they are now.
      As far as it can be compared, no case is advised otherwise than before.
      "
    `)
    expect(changeReport({ ...nothing, ...beside, withoutKey: 2 }, pack, 'id')).toMatchInlineSnapshot(`
      "3 kasus
      Tidak dibaca dan tidak ditimbang karena tanpa kunci: 2 baris
      Belum ditimbang: 1 kasus
      Baru ditimbang untuk pertama kali, belum ada pembandingnya: 2 keadaan
      Kasus telah dibaca lagi setelah penimbangan ini: yang berubah dihitung menurut keadaannya sekarang.
      Sejauh dapat dibandingkan, tidak ada kasus yang sarannya berubah.
      "
    `)
    expect(changeReport({ ...nothing, notWeighed: 1 }, pack, 'en')).not.toContain('No case')
  })
})
