import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type * as index from '../src/index.js'
import type { answerWords } from '../src/render/consult/answers.js'
import type { issueWords } from '../src/render/refusals.js'
import type { SocialWorkSituation, socialWork } from '../src/social-work/socialWork.js'
import type { languageWords } from '../src/words/languageWords.js'
import { missingWords } from '../tooling/missingWords.js'

/* A third language of the interface, said only in part, in a copy of the sources: it is a folder of words and a line in lists. */

const malay: Readonly<Record<string, string>> = {
  language: "export const language = { ownName: 'Bahasa Melayu' }",
  advice: "export const advice = { yes: 'ya', or: 'atau' }",
  render:
    "export const render = { status: { must: 'Anda mesti' }, urgency: { immediate: { mark: 'BERTINDAK SEGERA' } } }",
  refusals: "export const refusals = { issue: { 'unknown-fact': () => 'tiada fakta dengan nama ini' } }",
}

const folder = mkdtempSync(join(tmpdir(), 'timbang-language-'))
const touched: string[] = []

/** Writes a file of the copy, and remembers that it was touched. */
function change(file: string, content: (before: string) => string): void {
  const path = join(folder, 'src', file)
  writeFileSync(path, content(readFileSync(path, { encoding: 'utf8', flag: 'a+' })))
  touched.push(file)
}

beforeAll(() => {
  for (const one of ['src', 'tooling', 'tsconfig.json', 'package.json'])
    cpSync(one, join(folder, one), { recursive: true })
  for (const one of ['node_modules', 'rules']) symlinkSync(resolve(one), join(folder, one))
  mkdirSync(join(folder, 'src/words/ms'))
  change('words/interfaceLanguages.ts', (list) => list.replace("['en', 'id']", "['en', 'id', 'ms']"))
  for (const [room, words] of Object.entries(malay)) {
    change(`words/ms/${room}.ts`, () => `${words}\n`)
    const composer = { refusals: 'refusal' }[room] ?? room
    change(
      `words/${composer}Words.ts`,
      (before) => `import { ${room} as ms } from './ms/${room}.js'\n${before.replace('{ en, id }', '{ en, id, ms }')}`,
    )
  }
})

/** What a module of the copy exports. */
async function copied<T>(file: string): Promise<T> {
  return await import(join(folder, 'src', file))
}

describe('a third language of the interface', () => {
  test('touches the words and nothing else', () => {
    expect(touched.filter((file) => !file.startsWith('words/'))).toEqual([])
  })

  test('is understood by the compiler wherever words are said', () => {
    const project = join(folder, 'tsconfig.words.json')
    const include = ['src/index.ts', 'src/page', 'src/teach', 'src/embed', 'src/author']
    writeFileSync(project, JSON.stringify({ extends: './tooling/tsconfig.page.json', include }))
    const compiler = resolve('node_modules/typescript/bin/tsc')
    const complaints = execFileSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })
    expect(complaints).toBe('')
  }, 0)

  test('shows an advice with its own headings, and with those in English that it lacks', async () => {
    const { advise, render, interfaceLanguages } = await copied<typeof index>('index.ts')
    const { socialWork: pack } = await copied<{ socialWork: typeof socialWork }>('social-work/socialWork.ts')
    const situation: SocialWorkSituation = {
      abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
      risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
    }
    const advice = await advise(situation, pack)
    const locale = 'ms' as 'en'
    const shown = render(advice, { as: 'text', locale, language: 'id' })
    expect(interfaceLanguages).toEqual(['en', 'id', 'ms'])
    expect(shown).toContain('BERTINDAK SEGERA   someone may be in grave danger')
    const first = advice.actions[0]?.label
    expect(shown).toContain(`Anda mesti\n  1.  ${first?.id}`)
    expect(render(advice, { as: 'text', locale })).toContain(`Anda mesti\n  1.  ${first?.en}`)
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
    const issue = { place: 'situation', message: 'no fact has this name', suggestion: 'risk.severity' }
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
