import { applyEdits, modify } from 'jsonc-parser'
import { type Issue, TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { parsedJson, type TextFile } from '../check/packFiles.js'
import { type CaseSketch, expectationOf } from './expectation.js'
import { refusal } from './knownCases.js'

/**
 * The file of cases with what the advice says today written into each case that expects nothing yet, all else as it stands.
 * A case whose name still ends in `…` is not written yet and is left alone; one whose situation is refused is told in `issues`.
 * What was filled in is a claim of nobody until it is read.
 * @throws TimbangError `invalid-json`
 */
export async function fillCases<S>(
  file: TextFile,
  pack: Pack<S>,
): Promise<{ file: TextFile; filled: readonly string[]; issues: readonly Issue[] }> {
  const { cases } = (parsedJson(file) ?? {}) as { cases?: readonly (CaseSketch & { name?: unknown })[] }
  let text = file.text
  const filled: string[] = []
  const issues: Issue[] = []
  for (const [i, one] of (Array.isArray(cases) ? cases : []).entries()) {
    if (typeof one?.name !== 'string' || one.name.endsWith('…') || one.expect !== undefined) continue
    const expect = await expectationOf(one, pack).catch(refusal)
    if (expect instanceof TimbangError) {
      issues.push(...expect.issues.map((issue) => ({ ...issue, place: `${file.path} · ${one.name} · ${issue.place}` })))
      continue
    }
    const edits = modify(text, ['cases', i, 'expect'], expect, {
      formattingOptions: { insertSpaces: true, tabSize: 2 },
    })
    text = applyEdits(text, edits)
    filled.push(one.name)
  }
  return { file: { path: file.path, text }, filled, issues }
}
