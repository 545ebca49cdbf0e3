import { TimbangError } from '../../errors.js'
import type { QuestionKind } from '../../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../../words/interfaceLanguages.js'
import { outletWords } from '../../words/outletWords.js'
import { teachWords } from '../../words/teachWords.js'
import { markdownText } from '../outlets/sheets/blocksToMarkdown.js'
import type { Grade } from './grade.js'
import { shareChart } from './shareChart.js'

/** How a class saw one principle: over all learners, of the right choices that serve it those taken. */
export interface ClassPrinciple {
  readonly principle: string
  readonly label: string
  readonly goal: boolean
  readonly seen: number
  readonly of: number
  readonly mistaken: number
  /** From 0 to 1; `null` where no right choice serves it. */
  readonly share: number | null
}

/** How a class answered one question. */
export interface ClassQuestion {
  readonly exercise: string
  readonly question: string
  readonly kind: QuestionKind
  readonly ask: string
  readonly share: number | null
}

/** How a class did, with no one told apart: by principle the most often missed first, by question, as a table and as a chart. */
export interface Summary {
  readonly learners: number
  readonly share: number
  readonly principles: readonly ClassPrinciple[]
  readonly questions: readonly ClassQuestion[]
  /** Markdown. */
  readonly table: string
  /** SVG. */
  readonly chart: string
}

/**
 * Sums up the grades of a class in one language.
 * @throws TimbangError `invalid-answers` where there are no grades, or grades in different languages
 */
export function summary(grades: readonly Grade[]): Summary {
  const locale = commonLocale(grades)
  const principles = classPrinciples(grades)
  const questions = classQuestions(grades)
  const share = mean(grades.map((grade) => grade.share))
  const learners = mostOfOne(grades)
  const w = outletWords[locale]
  const missed = principles.flatMap((one) => (one.share === null ? [] : [{ label: one.label, share: one.share }]))
  return {
    learners,
    share,
    principles,
    questions,
    table: table(learners, share, principles, questions, locale),
    chart: shareChart(missed, w.chartTitle, w.chartSays(missed[0]?.label ?? '–')),
  }
}

/** How many took part: as many as answered any one exercise. */
function mostOfOne(grades: readonly Grade[]): number {
  const counts = new Map<string, number>()
  for (const { exercise } of grades) counts.set(exercise, (counts.get(exercise) ?? 0) + 1)
  return Math.max(...counts.values())
}

function commonLocale(grades: readonly Grade[]): InterfaceLanguage {
  const refused = (message: string) => new TimbangError('invalid-answers', [{ place: 'grades', message }])
  if (!Array.isArray(grades) || grades.length === 0) throw refused('must be a list of at least one grade')
  const spoken = new Set(grades.map(({ locale }: Grade) => locale))
  const [locale] = spoken
  if (spoken.size > 1 || locale === undefined || !interfaceLanguages.includes(locale))
    throw refused('must all be in one language')
  return locale
}

function classPrinciples(grades: readonly Grade[]): readonly ClassPrinciple[] {
  const all = new Map<string, ClassPrinciple>()
  for (const { principle, label, goal, seen, of, mistaken } of grades.flatMap((grade) => grade.principles)) {
    const before = all.get(principle) ?? { principle, label, goal, seen: 0, of: 0, mistaken: 0, share: null }
    const [total, taken] = [before.of + of, before.seen + seen]
    const share = total === 0 ? null : rounded(taken / total)
    all.set(principle, {
      ...before,
      goal: before.goal || goal,
      seen: taken,
      of: total,
      mistaken: before.mistaken + mistaken,
      share,
    })
  }
  const rank = ({ share }: ClassPrinciple) => share ?? 2
  return [...all.values()].sort((a, b) => rank(a) - rank(b) || (a.principle < b.principle ? -1 : 1))
}

function classQuestions(grades: readonly Grade[]): readonly ClassQuestion[] {
  const all = new Map<string, { readonly question: ClassQuestion; readonly shares: number[] }>()
  for (const grade of grades)
    for (const { question, kind, ask, share } of grade.questions) {
      const key = `${grade.exercise} ${question}`
      const held = all.get(key) ?? {
        question: { exercise: grade.exercise, question, kind, ask, share: null },
        shares: [],
      }
      if (share !== null) held.shares.push(share)
      all.set(key, held)
    }
  return [...all.values()].map(({ question, shares }) => ({
    ...question,
    share: shares.length === 0 ? null : mean(shares),
  }))
}

function mean(numbers: readonly number[]): number {
  return rounded(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
}

function rounded(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

function table(
  learners: number,
  share: number,
  principles: readonly ClassPrinciple[],
  questions: readonly ClassQuestion[],
  locale: InterfaceLanguage,
): string {
  const { table: w, classTitle, classMean } = outletWords[locale]
  const several = new Set(questions.map(({ exercise }) => exercise)).size > 1
  const percent = (part: number | null) => (part === null ? '–' : `${Math.round(part * 100)} %`)
  const row = (...cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => markdownText(String(cell))).join(' | ')} |`
  return [
    `## ${markdownText(classTitle(learners))}`,
    '',
    markdownText(classMean(percent(share))),
    '',
    row(w.principle, w.seen, '%', w.mistaken),
    '| --- | ---: | ---: | ---: |',
    ...principles.map(({ label, goal, seen, of, mistaken, share: part }) =>
      row(goal ? `${label} (${w.goal})` : label, of === 0 ? '–' : `${seen} / ${of}`, percent(part), mistaken),
    ),
    '',
    row(w.question, w.mean),
    '| --- | ---: |',
    ...questions.map(({ kind, exercise, share: part }) =>
      row(
        several ? `${teachWords[locale].kindName[kind]} (${exercise})` : teachWords[locale].kindName[kind],
        part === null ? w.notMarked : percent(part),
      ),
    ),
    '',
  ].join('\n')
}
