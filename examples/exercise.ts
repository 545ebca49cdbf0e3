/**
 * An educator turns a vignette into one question. The key and the feedback come from the rules, so that they cannot drift
 * from them: what must be done is right, what gave way or must not be done is a distractor.
 *
 *   npx tsx examples/exercise.ts                                   in English
 *   npx tsx examples/exercise.ts id examples/situations/an-envelope-to-jump-the-queue.json
 */
import { readFileSync } from 'node:fs'
import { type Advice, advise, type Locale, type Text } from 'timbang'
import { type SocialWorkSituation, socialWork } from 'timbang/social-work'

interface Vignette {
  readonly title: Text
  readonly story: Text
  readonly situation: SocialWorkSituation
}

interface Choice {
  readonly label: Text
  readonly right: boolean
  readonly feedback: Text
}

const [language = 'en', file = new URL('./situations/violence-told-in-confidence.json', import.meta.url)] =
  process.argv.slice(2)
const locale: Locale = language === 'id' ? 'id' : 'en'
const vignette: Vignette = JSON.parse(readFileSync(file, 'utf8'))
const choices = choicesFrom(await advise(vignette.situation, socialWork))

const words = {
  en: {
    question: 'Which of these must the worker do? Several may be right.',
    key: 'Key',
    right: 'right',
    wrong: 'not this',
  },
  id: {
    question: 'Mana yang wajib dilakukan pekerja sosial? Lebih dari satu jawaban bisa benar.',
    key: 'Kunci',
    right: 'benar',
    wrong: 'bukan ini',
  },
} as const
const { question, key, right, wrong } = words[locale]

const letter = (place: number) => String.fromCharCode(97 + place)
const lines = [
  vignette.title[locale],
  '',
  vignette.story[locale],
  '',
  question,
  ...choices.map(({ label }, i) => `  ${letter(i)}) ${label[locale]}`),
  '',
  `${key}: ${choices.flatMap((choice, i) => (choice.right ? [letter(i)] : [])).join(', ')}`,
  ...choices.map((choice, i) => `  ${letter(i)}) ${choice.right ? right : wrong}: ${choice.feedback[locale]}`),
]
process.stdout.write(`${lines.join('\n')}\n`)

/** Three firm duties are right; what gave way and what must not be done is not. Sorted by label, so that order tells nothing. */
function choicesFrom(advice: Advice): readonly Choice[] {
  const because = ({ because: [reason] }: { readonly because: readonly { readonly because: Text }[] }): Text =>
    reason?.because ?? { en: '', id: '' }
  const duties = advice.actions.filter(
    ({ status, certainty, standing }) => status === 'must' && certainty === 'firm' && !standing,
  )
  const forbidden = advice.actions.filter(({ status }) => status === 'must-not' || status === 'should-not')
  const gaveWay = advice.setAside.map((one) => ({
    label: one.label,
    right: false,
    feedback: joined(
      because(one),
      { en: 'true, yet it gives way here: still owed is ', id: 'benar, tetapi di sini mengalah; yang tersisa: ' },
      one.owed,
    ),
  }))
  const right = duties.slice(0, 3).map((one) => ({ label: one.label, right: true, feedback: because(one) }))
  const wrong = forbidden.slice(0, 2).map((one) => ({ label: one.label, right: false, feedback: because(one) }))
  return [...right, ...gaveWay, ...wrong].sort((a, b) => (a.label.en < b.label.en ? -1 : 1))
}

function joined(reason: Text, link: Text, owed: readonly { readonly label: Text }[]): Text {
  const inOne = (language: Locale) =>
    `${reason[language]} – ${link[language]}${owed.map(({ label }) => label[language]).join(', ')}`
  return { en: inOne('en'), id: inOne('id') }
}
