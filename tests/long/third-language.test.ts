import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type * as index from '../../src/index.js'
import type { SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { copyWithMalay } from '../support/thirdLanguage.js'

/* An advice in a third language of the interface, for which all sources are loaded once more; the rest: tests/words/third-language.test.ts. */

const { folder } = copyWithMalay()
afterAll(() => rmSync(folder, { recursive: true }))

/** What a module of the copy exports. */
async function copied<T>(file: string): Promise<T> {
  return await import(join(folder, 'src', file))
}

test('a third language of the interface shows an advice with its own headings, and with those in English that it lacks', async () => {
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
