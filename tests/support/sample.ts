/*
 * What takes long is tried in three measures: `npm test` tries a sample of it, `npm run test:long` some three times as much, and
 * `npm run test:whole` the whole. Each test file that imports from here runs in all three.
 */

const measures = ['a sample', 'more', 'the whole'] as const
type Measure = (typeof measures)[number]

const measure = (process.env.TRY ?? 'a sample') as Measure
if (!measures.includes(measure)) throw new Error(`TRY is ${measures.join(', or ')}`)

/** What is tried in the measure of today. */
function tried<T>(of: Readonly<Record<Measure, T>>): T {
  return of[measure]
}

/** How many runs of a property; the seed is fixed, so that a run can be repeated, and `SEED` explores others. */
export function runs(all: number, sample = Math.ceil(all / 20)): { numRuns: number; seed: number } {
  const more = Math.max(sample, Math.ceil(all / 8))
  return { numRuns: tried({ 'a sample': sample, more, 'the whole': all }), seed: Number(process.env.SEED ?? 1) }
}

/** The whole of something, or the part of it that stands for it; where `more` is tried, what lies between, or the whole. */
export function wholeOr<T>(all: T, part: T, more = all): T {
  return tried({ 'a sample': part, more, 'the whole': all })
}

/** The whole of a list, or every so manieth of it, evenly spread; where `more` is tried, three times as many unless told otherwise. */
export function sampleOf<T>(list: readonly T[], every: number, more = Math.ceil(every / 3)): readonly T[] {
  const step = tried({ 'a sample': every, more, 'the whole': 1 })
  return list.filter((_, i) => i % step === 0)
}
