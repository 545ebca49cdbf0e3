import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inTime, patience } from '../support/patience.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const keys = { up: '\u001b[A', down: '\u001b[B', enter: '\r', space: ' ', left: '\u0003', escape: '\u001b' } as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timbang-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A program in a terminal of its own: what it has shown, and a way to type. */
class Terminal {
  #shown = ''
  #seen = 0
  readonly #program: ChildProcess
  readonly #ended: Promise<number | null>

  constructor(command: string) {
    const environment = { ...process.env, TERM: 'xterm', NO_COLOR: '1', COLUMNS: '100', CI: '' }
    this.#program = spawn('script', ['-qefc', `stty cols 100 rows 50; ${command}`, '/dev/null'], {
      cwd: folder,
      env: environment,
    })
    this.#program.stdout?.on('data', (data: Buffer) => {
      this.#shown += stripVTControlCharacters(data.toString('utf8'))
    })
    this.#ended = new Promise((done) => this.#program.on('close', done))
  }

  /** Waits until a text is shown after what was seen before. */
  async shows(text: string): Promise<void> {
    const until = Date.now() + patience
    while (Date.now() < until) {
      const at = this.#shown.indexOf(text, this.#seen)
      if (at >= 0) {
        this.#seen = at + text.length
        // What belongs to it is drawn with it; the next key waits for that.
        return await this.#drawn()
      }
      await pause(50)
    }
    throw new Error(`never shown: ${text}\n${this.#shown.slice(this.#seen).slice(-3_000)}`)
  }

  /** Waits until nothing more is shown. */
  async #drawn(): Promise<void> {
    for (let shown = -1; shown !== this.#shown.length; await pause(300)) shown = this.#shown.length
  }

  async types(...typed: readonly string[]): Promise<void> {
    for (const one of typed) {
      this.#program.stdin?.write(one)
      await pause(80)
    }
  }

  get shown(): string {
    return this.#shown
  }

  /** How the program ends. */
  get ended(): Promise<number | null> {
    return inTime('the end of the program', this.#ended, () => this.#shown)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

const consult = `node ${join(root, 'dist/cli.js')} consult`

const ofDanger = 'About danger: which of these do you know?'

describe('a consultation in a terminal', () => {
  test('is held from the language to the advice, and is kept only where it is asked for', async () => {
    const terminal = new Terminal(consult)
    await terminal.shows('Bahasa Indonesia')
    await terminal.types(keys.enter)
    await terminal.shows('Nothing you enter is sent or stored')
    await terminal.shows('Say it in your own words')
    await terminal.types(keys.enter)
    await terminal.shows('Someone may be abused')
    await terminal.types(keys.space, keys.enter)
    // What belongs together is one form: what is known is chosen and then answered, and the rest is not known.
    await terminal.shows(ofDanger)
    await terminal.types(keys.space, keys.enter)
    await terminal.shows('safety comes before everything else')
    // At a danger the cursor stands on what is not known.
    await terminal.types(keys.up, keys.enter)
    await terminal.shows('Do this now, before you go on')
    await terminal.shows('Ensure immediate safety')
    await terminal.shows('What you leave untouched')
    // Escape goes back to the form before, and nothing that was told on it is lost.
    await terminal.types(keys.escape)
    await terminal.shows('choose it to change it')
    await terminal.types(keys.space, keys.enter)
    await terminal.shows('safety comes before everything else')
    await terminal.types(keys.up, keys.enter)
    await terminal.shows('No longer what you must do now')
    await terminal.types(keys.escape)
    await terminal.shows('choose it to change it')
    await terminal.types(keys.space, keys.enter)
    await terminal.shows('safety comes before everything else')
    await terminal.types(keys.down, keys.enter)
    await terminal.shows('Do this now, before you go on')
    await terminal.shows('What you leave untouched')
    await terminal.types(keys.up, keys.up, keys.space, keys.enter)
    await terminal.shows('This supports your judgement and does not replace it')
    await terminal.shows('What next?')
    await terminal.types(keys.down, keys.enter)
    await terminal.shows('Looked at: each of')
    await terminal.shows('What next?')
    expect(readdirSync(folder)).toEqual([])
    await terminal.types(...Array<string>(8).fill(keys.down), keys.enter)
    await terminal.shows('.json')
    // Escape at the name of a file goes back to what can be done, and ends nothing.
    await terminal.types('ke', keys.escape)
    await terminal.shows('What next?')
    await terminal.types(...Array<string>(8).fill(keys.down), keys.enter)
    await terminal.shows('.json')
    await terminal.types('kept.json', keys.enter)
    await terminal.shows('Saved: kept.json')
    await terminal.shows('What next?')
    await terminal.types(...Array<string>(9).fill(keys.down), keys.enter)
    await terminal.shows('.html')
    await terminal.types('kept.html', keys.enter)
    await terminal.shows('Saved: kept.html')
    await terminal.shows('What next?')
    await terminal.types(...Array<string>(12).fill(keys.down), keys.enter)
    expect(await terminal.ended).toBe(0)
    const { abuse } = JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8')).situation
    expect(abuse).toMatchObject({ suspected: true, victimSafeNow: false, needsMedicalCare: null })
    expect(readFileSync(join(folder, 'kept.html'), 'utf8')).toContain('<html lang="en">')
  })

  test('takes nothing for safe where one only goes on', async () => {
    const terminal = new Terminal(`${consult} --locale en`)
    await terminal.shows('Say it in your own words')
    await terminal.types(keys.enter)
    await terminal.shows('Someone may be abused')
    await terminal.types(keys.space, keys.enter)
    await terminal.shows(ofDanger)
    await terminal.types(keys.enter)
    await terminal.shows('How well founded is the fear?')
    // The last two lines of a form are “Enough: show the advice” and the language.
    await terminal.types(keys.up, keys.up, keys.space, keys.enter)
    await terminal.shows('What next?')
    await terminal.types(...Array<string>(8).fill(keys.down), keys.enter)
    await terminal.shows('.json')
    await terminal.types('open.json', keys.enter)
    await terminal.shows('Saved: open.json')
    await terminal.types(keys.left)
    expect(await terminal.ended).toBe(130)
    expect(JSON.parse(readFileSync(join(folder, 'open.json'), 'utf8')).situation).toMatchObject({
      abuse: { suspected: true, victimSafeNow: null },
    })
    expect(readFileSync(join(folder, 'open.json'), 'utf8')).not.toContain('false')
  })

  test('goes on in another language with the same answers', async () => {
    const terminal = new Terminal(`${consult} --locale en`)
    await terminal.shows('Say it in your own words')
    await terminal.types(keys.enter)
    await terminal.shows('Someone may be abused')
    await terminal.types(keys.space, keys.enter)
    await terminal.shows(ofDanger)
    await terminal.types(keys.up, keys.space, keys.enter)
    await terminal.shows('Bahasa Indonesia')
    await terminal.types(keys.down, keys.enter)
    await terminal.shows('1 terjawab')
    await terminal.shows('Apakah korban aman saat ini?')
    await terminal.types(keys.left)
    expect(await terminal.ended).toBe(130)
  })

  test('hears a story in the worker’s own words, and takes for true what is ticked by its number', async () => {
    const terminal = new Terminal(`${consult} --locale id`)
    await terminal.shows('Ceritakan dengan kata-kata Anda sendiri')
    await terminal.types('Suaminya memukuli dia tiap malam.', keys.enter)
    await terminal.shows('Yang mungkin Anda maksudkan')
    await terminal.shows('Ada yang disakiti, ditelantarkan, atau dieksploitasi')
    await terminal.shows('Mana yang benar?')
    const number = /(\d+)\. Ada yang disakiti/.exec(terminal.shown)?.[1] ?? ''
    await terminal.types('99', keys.enter)
    await terminal.shows('Nomor dari 1 sampai')
    await terminal.types('\x7f\x7f', number, keys.enter)
    await terminal.shows('Situasi ini menyangkut apa?')
    await terminal.types(keys.enter)
    await terminal.shows('tidak ada')
    await terminal.shows('Apakah korban aman saat ini?')
    await terminal.types(keys.left)
    expect(await terminal.ended).toBe(130)
    expect(readdirSync(folder)).toEqual([])
  })

  test('says in the language that was asked for what is wrong with a file, and fails', async () => {
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ risk: { severity: 'Jalan Mawar 3' } }))
    const terminal = new Terminal(`${consult} --file wrong.json --locale id`)
    await terminal.shows('Situasi ini tidak dapat dipakai:')
    await terminal.shows('situation.risk.severity: harus salah satu dari')
    expect(await terminal.ended).toBe(1)
    expect(terminal.shown).not.toContain('Mawar')
  })

  test('leaves nothing behind where it is left', async () => {
    const terminal = new Terminal(`${consult} --locale id`)
    await terminal.shows('Ceritakan dengan kata-kata Anda sendiri')
    await terminal.types(keys.left)
    await terminal.shows('Tidak ada yang disimpan.')
    expect(await terminal.ended).toBe(130)
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })
})
