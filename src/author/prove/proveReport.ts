import { wording } from '../../pack/texts/languages.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { proofWords } from '../../words/proofWords.js'
import type { ProofWords } from '../../words/shapes/proof.js'
import type { Paint } from '../check/checkReport.js'
import type { Proof } from './prove.js'
import type { ToldSituation } from './told.js'
import type { Counterexample, Verdict } from './verdict.js'

/** What was proved and what was refuted, as an author reads it: what fails first, each with its smallest situation in words. */
export function proveReport(proof: Proof, locale: InterfaceLanguage, paint: Paint = (text) => text): string {
  const w = proofWords[locale]
  const all = [...proof.laws, ...proof.invariants]
  const count = (verdict: Verdict['verdict']) => all.filter((one) => one.verdict === verdict).length
  const sums = (['fails', 'not-proved', 'empty', 'holds'] as const)
    .filter((one) => count(one) > 0)
    .map((one) => `${count(one)} ${w.verdict[one]}`)
  return [
    paint(`${proof.pack} ${proof.version} · ${w.rulesOf(proof.on)}`, 'bold'),
    ...part(w.laws, proof.laws, locale, paint),
    ...part(w.invariants, proof.invariants, locale, paint),
    '',
    paint(w.tested, 'bold'),
    ...proof.tested.map((one) => `  ${wording(one, locale)}`),
    '',
    `${sums.join(' · ')} (${w.questions(proof.questions)})`,
  ].join('\n')
}

function part(
  heading: string,
  verdicts: readonly Verdict[],
  locale: InterfaceLanguage,
  paint: Paint,
): readonly string[] {
  const order = ['fails', 'not-proved', 'empty', 'holds'] as const
  const sorted = order.flatMap((one) => verdicts.filter(({ verdict }) => verdict === one))
  return sorted.length === 0 ? [] : ['', paint(heading, 'bold'), ...sorted.flatMap((one) => told(one, locale, paint))]
}

function told(one: Verdict, locale: InterfaceLanguage, paint: Paint): readonly string[] {
  const w = proofWords[locale]
  const word = paint(w.verdict[one.verdict], one.verdict === 'holds' ? 'dim' : 'red')
  const head = `${word}  ${wording(one.because, locale)} ${paint(`(${one.name})`, 'dim')}`
  const example = one.counterexample ? exampleLines(one.counterexample, w, locale) : []
  const listed = (heading: string, list: readonly (readonly string[])[]) =>
    list.length === 0 ? [] : [`    ${heading}: ${list.map((about) => about.join(' · ')).join('; ')}`]
  return [
    head,
    ...example,
    ...(one.failing.length > 1 ? listed(w.failsToo, one.failing) : []),
    ...listed(w.notProved, one.notProved),
    ...(one.verdict === 'empty' ? [`    ${w.emptyWhy}`] : []),
  ]
}

/** How many situations of one counterexample are told; the rest stand in the JSON. */
const mostTold = 3

function exampleLines(
  { about, situations, rules, smallest }: Counterexample,
  w: ProofWords,
  locale: InterfaceLanguage,
) {
  const shown = situations.slice(0, mostTold)
  return [
    `    ${about.join(' · ')}`,
    ...shown.flatMap((one, i) => situationLines(one, headingOf(i, situations.length, w), w, locale)),
    ...(rules.length > 0 ? [`    ${w.rules}: ${rules.join(', ')}`] : []),
    ...(smallest ? [] : [`    ${w.notSmallest}`]),
  ]
}

function headingOf(i: number, count: number, w: ProofWords): string {
  if (count === 1) return w.situation
  return count === 2 ? ([w.before, w.after][i] ?? w.other) : i === 0 ? w.situation : w.other
}

function situationLines(
  { told: facts, said }: ToldSituation,
  heading: string,
  w: ProofWords,
  locale: InterfaceLanguage,
) {
  const statuses = said.map(({ label, status }) => `${wording(label, locale)}: ${wording(status, locale)}`)
  return [
    `    ${heading}: ${wording(facts, locale)}`,
    ...(said.length > 0 ? [`      ${w.saidHere}: ${statuses.join(' · ')}`] : []),
  ]
}

/** The counterexamples as cases: each names the sentence that does not hold there, and leaves open what should be advised. */
export function counterexampleCases({ laws, invariants }: Proof) {
  const cases = [...laws, ...invariants].flatMap(({ name, because, counterexample }) =>
    (counterexample?.situations ?? []).slice(0, 2).map(({ situation }, i) => ({
      name: `${wording(because, 'en')}${i === 0 ? '' : ', after'}`,
      note: name,
      situation,
    })),
  )
  return { cases }
}
