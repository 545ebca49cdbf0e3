/*
 * What takes long is tried in two measures: `npm test` tries a sample of it, `npm run test:long` the whole. Each test file that
 * imports from here runs in both.
 */

/** Whether the whole is tried. */
const whole = process.env.TRY === 'the whole'

/** How many runs of a property; the seed is fixed, so that a run can be repeated, and `SEED` explores others. */
export function runs(all: number, sample = Math.ceil(all / 20)): { numRuns: number; seed: number } {
  return { numRuns: whole ? all : sample, seed: Number(process.env.SEED ?? 1) }
}

/** The whole of something, or the part of it that stands for it. */
export function wholeOr<T>(all: T, part: T): T {
  return whole ? all : part
}

/** The whole of a list, or every so manieth of it, evenly spread. */
export function sampleOf<T>(list: readonly T[], every: number): readonly T[] {
  return whole ? list : list.filter((_, i) => i % every === 0)
}
