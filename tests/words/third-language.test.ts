import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { answerWords } from '../../src/render/consult/answers.js'
import type { issueWords } from '../../src/render/refusals.js'
import type { languageWords } from '../../src/words/languageWords.js'
import { missingWords } from '../../tooling/missingWords.js'
import { copyWithMalay } from '../support/thirdLanguage.js'

/* A third language of the interface, in a copy of the sources: it is a folder of words and a line in lists. The advice in it: tests/long/third-language.test.ts. */

const { folder, touched } = copyWithMalay()
afterAll(() => rmSync(folder, { recursive: true }))

/** What a module of the copy exports. */
async function copied<T>(file: string): Promise<T> {
  return await import(join(folder, 'src', file))
}

describe('a third language of the interface', () => {
  test('touches the words and nothing else', () => {
    expect(touched.filter((file) => !file.startsWith('words/'))).toEqual([])
  })

  test('is asked and refused in, as far as it goes', async () => {
    const answers = await copied<{ answerWords: typeof answerWords }>('render/consult/answers.ts')
    const refusals = await copied<{ issueWords: typeof issueWords }>('render/refusals.ts')
    const { languageWords: names } = await copied<{ languageWords: typeof languageWords }>('words/languageWords.ts')
    const locale = 'ms' as 'en'
    expect([true, null].map((value) => answers.answerWords(value === null ? null : { value }, locale))).toEqual([
      'ya',
      'is not known',
    ])
    const issue = { place: 'situation', message: 'key 1 names no fact', suggestion: 'risk.severity' }
    expect(refusals.issueWords({ ...issue, code: 'unknown-fact' }, locale)).toBe(
      'situation: tiada fakta dengan nama ini (did you mean `risk.severity`?)',
    )
    expect(names[locale]).toEqual({ ownName: 'Bahasa Melayu', language: 'Language' })
  })

  test('says what it does not say yet, file by file', async () => {
    const missing = await missingWords(join(folder, 'src/words'), 'ms')
    expect([...missing.keys()]).toEqual(readdirSync('src/words/en').sort())
    expect(missing.get('language.ts')).toEqual(['language.language'])
    expect(missing.get('advice.ts')).toContain('advice.unverified.secondary')
    expect(missing.get('advice.ts')).not.toContain('advice.yes')
    expect(missing.get('page.ts')).toEqual((await missingWords('src/words', 'none')).get('page.ts'))
  })

  test('is complete in Indonesian', async () => {
    const missing = await missingWords('src/words', 'id')
    expect([...missing.values()].flat()).toEqual([])
  })
})
