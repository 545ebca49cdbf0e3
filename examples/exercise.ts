/**
 * An educator makes an exercise from a vignette, gives it to a class and sums up how the class did. Key and feedback come from
 * the rules, so that they cannot drift from them.
 *
 *   npx tsx examples/exercise.ts                                              in English
 *   npx tsx examples/exercise.ts id examples/vignettes/the-published-queue.json
 *
 * Hand-out, key and summary of one stand in examples/class; the command makes these and every other form:
 *
 *   npx timbang exercise examples/vignettes/her-own-decision.json --as moodle --locale id
 */
import { readFileSync } from 'node:fs'
import type { Locale } from 'timbang'
import { socialWork } from 'timbang/social-work'
import { type Answers, drift, exercise, grade, handOut, parseVignette, summary, variants } from 'timbang/teach'

const [language = 'en', file = new URL('./vignettes/please-tell-nobody.json', import.meta.url)] = process.argv.slice(2)
const locale: Locale = language === 'id' ? 'id' : 'en'
const words = {
  en: {
    asked: 'What the learners get (the first two questions)',
    answered: 'What one learner hears',
    class: 'What the educator sees of the class',
    beside: 'Cases beside this one',
    rewrite: 'sentence to be rewritten so that it tells',
    kept: 'Changes since the key was made',
    none: 'none',
  },
  id: {
    asked: 'Yang diterima peserta (dua pertanyaan pertama)',
    answered: 'Yang didengar seorang peserta',
    class: 'Yang dilihat pengajar tentang kelasnya',
    beside: 'Kasus di samping kasus ini',
    rewrite: 'kalimat yang perlu ditulis ulang agar menceritakan',
    kept: 'Perubahan sejak kunci dibuat',
    none: 'tidak ada',
  },
} as const
const w = words[locale]

const vignette = parseVignette(JSON.parse(readFileSync(file, 'utf8')), socialWork)
const made = await exercise(vignette, socialWork, { seed: 7 })

print(w.asked)
const short = await exercise(vignette, socialWork, { seed: 7, kinds: ['is-it-a-dilemma', 'must'] })
process.stdout.write(handOut(short, { as: 'markdown', locale }))

print(w.answered)
const [careful, hasty] = [answersOf('right'), answersOf('wrong')]
for (const { ask, share, choices } of grade(made, hasty, { locale }).questions.slice(0, 2)) {
  process.stdout.write(`${ask}  ${share === null ? '–' : `${Math.round(share * 100)} %`}\n`)
  for (const { says, chosen, feedback } of choices)
    process.stdout.write(`  ${chosen ? '[x]' : '[ ]'} ${says}\n      ${feedback}\n`)
}

print(w.class)
process.stdout.write(summary([careful, careful, hasty].map((answers) => grade(made, answers, { locale }))).table)

print(w.beside)
for (const { what, differs, story, toRewrite } of variants(vignette, socialWork).slice(0, 3)) {
  process.stdout.write(`${what[locale]}: ${differs.map(({ label }) => label[locale]).join(' · ')}\n`)
  for (const { says, change } of story)
    if (toRewrite && change) process.stdout.write(`  ${w.rewrite} “${change[locale]}”: ${says[locale]}\n`)
}

print(w.kept)
const changes = await drift(made, vignette, socialWork)
process.stdout.write(`${changes.map(({ question, what }) => `${question}: ${what}`).join('\n') || w.none}\n`)

/** The answers of a learner who takes, of every question, the first choice that is so. */
function answersOf(wanted: 'right' | 'wrong'): Answers {
  return Object.fromEntries(
    made.questions.map(({ id, choices }) => [
      id,
      choices
        .filter(({ mark }) => mark === wanted)
        .slice(0, 1)
        .map((one) => one.id),
    ]),
  )
}

function print(heading: string): void {
  process.stdout.write(`\n=== ${heading} ===\n\n`)
}
