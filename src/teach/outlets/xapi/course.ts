import type { Activity, Result, Said } from './statement.js'
import type { Frame } from './xapiOptions.js'

/** What was done of something, and how it ended. */
interface Course {
  /** The whole of it. */
  readonly object: Activity
  readonly answered: readonly Said[]
  readonly complete: boolean
  /** From 0 to 1, where it is marked. */
  readonly share?: number
  /** What is said of the end besides. */
  readonly result?: Result
}

/**
 * What happened in order: it was begun, each thing was answered, it was completed, and passed or not where that is judged.
 * Launched by cmi5 it is told in the words of cmi5, whose end comes last.
 */
export function courseOf(
  { object, answered, complete, share, result }: Course,
  { launch, mastery }: Frame,
): readonly Said[] {
  const judged = mastery !== undefined && share !== undefined && complete
  const success = judged && share >= mastery
  const verb = success ? 'passed' : 'failed'
  if (launch === undefined)
    return [
      { verb: 'experienced', object },
      ...answered,
      { verb: 'completed', object, result: { completion: complete, ...result } },
      ...(judged ? [{ verb, object, result: { success, score: { scaled: share } } } as const] : []),
    ]
  const { duration, mode = 'Normal' } = launch
  const told = mode === 'Normal'
  return [
    { verb: 'initialized', object, defined: true },
    ...answered,
    ...(told && complete
      ? [{ verb: 'completed', object, defined: true, result: { completion: true, duration } } as const]
      : []),
    ...(told && judged
      ? [{ verb, object, defined: true, result: { success, score: { scaled: share }, duration } } as const]
      : []),
    { verb: 'terminated', object, defined: true, result: { duration } },
  ]
}
