import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { concordanceSet } from '../../src/teach/concordance/concordanceSet.js'
import { concordanceHandOut } from '../../src/teach/concordance/outlets/sheets.js'
import { vignette } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

/* The command as an educator runs it: a set, the table that a panel fills in, and what a class earns by it. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-concordance-'))
afterAll(() => rmSync(folder, { recursive: true }))

const call = commandIn()
const timbang = (...args: string[]) => call('concordance', ...args)
const kept = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const set = await concordanceSet(vignette('her-own-decision.json'), socialWork, { items: 2 })

describe('timbang concordance', () => {
  test('makes a set of a vignette, and prints a kept one in the form and language wanted', async () => {
    const made = await timbang('examples/vignettes/her-own-decision.json', '--items', '2')
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toEqual(JSON.parse(JSON.stringify(set)))
    const sheet = await timbang(kept('set.json', made.out), '--as', 'hand-out', '--locale', 'id')
    expect(sheet.out).toBe(concordanceHandOut(set, { as: 'html', locale: 'id' }))
  })

  test('reads the tables of a panel and of a class, and says what is wrong with one without its words', async () => {
    const held = kept('set.json', JSON.stringify(set))
    const panel = kept('panel.csv', 'code;i1;i1-why;i2\nP1;1;because;2\nP2;1;;-2\nP3;2;;2\n')
    const answers = kept('class.csv', 'code,i1,i2\nL1,2,2\nL2,1,-2\n')
    const { code, out } = await timbang(held, '--panel', panel, '--answers', answers)
    const { scores, ...whole } = JSON.parse(out)
    expect({ code, ...whole }).toEqual({ code: 0, panellists: 3, enough: false, mean: 0.75, alpha: null })
    expect(scores.map(({ share }: { share: number }) => share)).toEqual([0.75, 0.75])
    const named = await timbang(held, '--panel', kept('names.csv', 'code;i1\nSiti;1\n'))
    expect(named).toEqual({
      code: 1,
      out: '',
      err: 'sheets.line 2.code: must be a code such as `P07`: letters and a number, never a name\n',
    })
  })
})
