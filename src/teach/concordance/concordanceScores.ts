import type { AnswerSheet } from './answerSheets.js'
import type { PanelKey } from './panelKey.js'

/** How far one learner’s answers are those of the panel. */
export interface ConcordanceScore {
  readonly code: string
  /** From 0 to 1; `null` before a panel has answered. */
  readonly share: number | null
  /** By item what the answer earns; `null` where no panellist answered. An item left open earns nothing. */
  readonly credits: Readonly<Record<string, number | null>>
}

/** How a class answered a concordance set. */
export interface ConcordanceResults {
  readonly panellists: number
  /** Whether the panel is large enough for marks that can be depended on. */
  readonly enough: boolean
  readonly scores: readonly ConcordanceScore[]
  /** The mean of all shares; `null` before a panel has answered. */
  readonly mean: number | null
  /** Cronbach’s alpha of the credits; `null` where it is not defined: under two learners or items, or no learner differs. */
  readonly alpha: number | null
}

/** What a learner’s answers earn by the answers of a panel: of each item the share of the panel’s most frequent answer. */
export function concordanceScore({ items }: PanelKey, { code, answers }: AnswerSheet): ConcordanceScore {
  const credits = items.map(({ id, answered, answers: given }) => {
    const credit = given.find(({ moves }) => moves === answers[id]?.moves)?.credit ?? 0
    return [id, answered === 0 ? null : credit] as const
  })
  return { code, share: mean(credits.flatMap(([, credit]) => credit ?? [])), credits: Object.fromEntries(credits) }
}

/** The scores of a class, their mean, and how well the items agree with each other about who is nearer to the panel. */
export function concordanceResults(key: PanelKey, sheets: readonly AnswerSheet[]): ConcordanceResults {
  const scores = sheets.map((sheet) => concordanceScore(key, sheet))
  const rows = scores.map(({ credits }) => Object.values(credits).flatMap((credit) => credit ?? []))
  const { panellists, enough } = key
  return {
    panellists,
    enough,
    scores,
    mean: mean(scores.flatMap(({ share }) => share ?? [])),
    alpha: cronbachAlpha(rows),
  }
}

/**
 * Cronbach’s alpha, a row a learner and a column an item: k / (k − 1) · (1 − sum of the variances of the items / variance of the
 * totals). `null` where it is not defined.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): number | null {
  const items = rows[0]?.length ?? 0
  if (rows.length < 2 || items < 2) return null
  const total = variance(rows.map((row) => sum(row)))
  if (total < 1e-12) return null
  const single = Array.from({ length: items }, (_, item) => variance(rows.map((row) => row[item] as number)))
  return (items / (items - 1)) * (1 - sum(single) / total)
}

function variance(values: readonly number[]): number {
  const middle = sum(values) / values.length
  return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1)
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
