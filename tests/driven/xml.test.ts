import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toMoodle } from '../../src/teach/outlets/moodle.js'
import { locales } from '../../src/vocabulary.js'
import { shippedExercise, vignetteFiles } from '../support/exercises.js'

/* XML before a parser from elsewhere. */

const folder = mkdtempSync(join(tmpdir(), 'timbang-xml-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('xmllint', () => {
  const wellFormed = (file: string) => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', file], { encoding: 'utf8' })
    expect({ file, status, stderr }).toEqual({ file, status: 0, stderr: '' })
  }

  test('accepts the XML and the charts of the set of a class', () => {
    const files = ['examples/class', 'dist/class'].flatMap((folder) =>
      readdirSync(folder).flatMap((file) => (/\.(xml|svg)$/.test(file) ? [`${folder}/${file}`] : [])),
    )
    expect(files).toHaveLength(4)
    for (const file of files) wellFormed(file)
  })

  test('accepts the Moodle XML of every shipped vignette, in both languages', async () => {
    for (const name of vignetteFiles)
      for (const locale of locales) {
        const file = join(folder, `${locale}-${name}.xml`)
        writeFileSync(file, toMoodle(await shippedExercise(name), { locale }))
        wellFormed(file)
      }
  })
})
