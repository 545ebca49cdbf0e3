/**
 * Records a decision on every case of `tests/cases`, weighs each again from its record, and compares the advices byte for byte.
 *
 *     npm run replay
 */
import { readdirSync, readFileSync } from 'node:fs'
import { advise } from '../src/advise/advise.js'
import { pseudonym, record, replay } from '../src/embed/index.js'
import { type SocialWorkSituation, socialWork } from '../src/social-work/socialWork.js'

interface Story {
  readonly name: string
  readonly situation: SocialWorkSituation
  readonly options?: { readonly framework?: string; readonly on?: string }
}

const stories = readdirSync('tests/cases').flatMap(
  (file) => (JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')) as { cases: Story[] }).cases,
)
const key = new Uint8Array(32).fill(1)
const decided = {
  id: '00000000-0000-4000-8000-000000000000',
  at: '2026-01-31T09:30:00Z',
  actor: pseudonym('worker', key),
  decision: 'accepted',
  locale: 'id',
} as const

const wrong: string[] = []
let letters = 0
for (const { name, situation, options } of stories) {
  const advice = await advise(situation, socialWork, options)
  const stored = JSON.stringify(record(advice, { ...decided, situation, pack: socialWork, key }))
  letters += stored.length
  const again = await replay(JSON.parse(stored), situation, socialWork, { key })
  const same =
    JSON.stringify(again.advice) === JSON.stringify(advice) && again.says === 'same' && again.situation === 'same'
  if (!same) wrong.push(name)
}
for (const name of wrong) process.stdout.write(`not the same: ${name}\n`)
const figures = `${Math.round(letters / stories.length / 100) / 10} kB a record`
process.stdout.write(`${stories.length - wrong.length} of ${stories.length} cases the same byte for byte, ${figures}\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
