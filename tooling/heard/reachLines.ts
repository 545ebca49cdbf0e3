import type { Reach } from './reach.js'

/** What came of telling some stories: how many ticks and answers, how much of the advice, and what is most often not reached. */
export function reachLines(reaches: readonly Reach[]): readonly string[] {
  const counts = reaches.map(({ ticks, answers }) => ticks + answers)
  const shares = reaches.map(({ share }) => share)
  const found = sum(reaches.map(({ published }) => published.found))
  const reached = sum(reaches.map(({ published }) => published.reached))
  const missing = reaches.flatMap((one) => [...one.missing])
  const inVain = reaches.flatMap((one) => one.inVain)
  return [
    `${reaches.length} stories; ticks and answers: half within ${within(counts, 0.5)}, nine of ten within ${within(counts, 0.9)}`,
    `of what is advised first with every fact ${percent(sum(shares), shares.length)} reached, all of it in ${shares.filter((one) => one === 1).length}`,
    `of ${found} published answers found with every fact ${percent(reached, found)} reached`,
    `not reached, with first actions that hang on it: ${most(missing)}`,
    `not reached, in stories: ${most(missing.map(([fact]) => [fact, 1]))}`,
    `asked and not told: ${most(inVain.map((fact) => [fact, 1]))}`,
  ]
}

/** A line a story, the one of which least was reached first. */
export function storyLines(reaches: readonly Reach[]): readonly string[] {
  const sorted = [...reaches].sort((a, b) => a.share - b.share)
  return sorted.map(({ name, ticks, answers, share, missing }) => {
    const lost = [...missing].map(([fact, actions]) => (actions > 0 ? `${fact} (${actions})` : fact))
    return `  ${percent(share, 1).padStart(5)} ${ticks} + ${answers} ${name}: ${lost.join(', ')}`
  })
}

function within(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} %`
}

function most(counted: readonly (readonly [string, number])[]): string {
  const counts = new Map<string, number>()
  for (const [name, count] of counted) counts.set(name, (counts.get(name) ?? 0) + count)
  const often = [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  return often
    .slice(0, 20)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
