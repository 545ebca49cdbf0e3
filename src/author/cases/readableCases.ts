import type { Known } from '../../decide/compiledPack.js'
import { knownFrom } from '../../decide/decide.js'
import { parseSituation } from '../../decide/situation.js'
import { TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import type { WeighOptions } from '../../weigh/assess.js'
import type { Case, CaseFile } from './caseFile.js'

/** A case whose situation can be read, with what is known in it. */
export interface KnownCase {
  readonly file: string
  readonly one: Case
  readonly known: Known
  readonly options: WeighOptions
}

/** The cases whose situation can be read; one that is refused shows nothing, and fails where cases are tested. */
export function knownCases<S>(files: readonly CaseFile[], pack: Pack<S>): readonly KnownCase[] {
  return files.flatMap(({ file, cases }) =>
    cases.flatMap((one) => {
      const known = tryRead(one, pack)
      return known ? [{ file, one, known, options: weighOptions(one) }] : []
    }),
  )
}

/** The options of a case as `advise` takes them. */
export function weighOptions({ options: { framework, on } = {} }: Pick<Case, 'options'>): WeighOptions {
  return { ...(framework !== undefined && { framework }), ...(on !== undefined && { on }) }
}

/** What was refused of a case as its author wrote it; any other error is none of the case's, and is passed on. */
export function refusal(error: unknown): TimbangError {
  if (error instanceof TimbangError && ['invalid-situation', 'invalid-options'].includes(error.code)) return error
  throw error
}

function tryRead<S>({ situation }: Case, pack: Pack<S>): Known | undefined {
  try {
    return knownFrom(parseSituation(situation, pack), pack)
  } catch (error) {
    refusal(error)
    return undefined
  }
}
