import { applyEdits, type Edit, findNodeAtLocation, type Node } from 'jsonc-parser'
import { type Issue, TimbangError } from '../../errors.js'
import { contentOf, soundJson, type TextFile } from '../../json/jsonText.js'
import { optionsGiven } from '../../options.js'
import type { Pack } from '../../pack/pack.js'
import { type Expectation, expectationSchema } from './caseFile.js'
import { type CaseSketch, expectationOf, inOrder } from './expectation.js'
import { indentAt, laidOut } from './layout.js'
import { refusal } from './readableCases.js'

/** Which expectations are written: those that are missing, or all that differ from what the advice says today. */
export interface FillOptions {
  readonly which?: 'missing' | 'all' | undefined
}

/** The file with expectations written in, the names of the cases concerned, and why others could not be. */
export interface Filled {
  readonly file: TextFile
  readonly filled: readonly string[]
  readonly issues: readonly Issue[]
}

/**
 * The file of cases with what the advice says today written into each case that expects nothing yet (or into all that expect
 * something else), everything else as it stands. A case whose name still ends in `…` is not written yet and is left alone; one
 * whose situation is refused is told in `issues`. What was filled in is a claim of nobody until it is read.
 * @throws TimbangError `invalid-json`
 */
export async function fillCases<S>(text: TextFile, pack: Pack<S>, options: FillOptions = {}): Promise<Filled> {
  const { which = 'missing' } = optionsGiven<FillOptions>(options, { which: true })
  const file = soundJson(text)
  const { cases } = (contentOf(file) ?? {}) as { cases?: unknown }
  const edits: Edit[] = []
  const filled: string[] = []
  const issues: Issue[] = []
  for (const [i, one] of (Array.isArray(cases) ? cases : []).entries()) {
    if (!isWanted(one, which)) continue
    const { data: before } = expectationSchema.safeParse(one.expect)
    const { expect: _, ...sketch } = one
    const expect = await expectationOf(before ? { ...sketch, expect: before } : sketch, pack).catch(refusal)
    if (expect instanceof TimbangError) {
      issues.push(...expect.issues.map((issue) => ({ ...issue, place: `${text.path} · ${one.name} · ${issue.place}` })))
    } else if (before === undefined || JSON.stringify(inOrder(before)) !== JSON.stringify(expect)) {
      edits.push(edit(findNodeAtLocation(file.tree as Node, ['cases', i]) as Node, expect, file.text))
      filled.push(one.name)
    }
  }
  return { file: { path: text.path, text: applyEdits(file.text, edits) }, filled, issues }
}

type NamedSketch = CaseSketch & { readonly name: string }

/** Whether a case is written so far that its expectation can be, and is to be. */
function isWanted(one: unknown, which: 'missing' | 'all'): one is NamedSketch {
  const { name, expect } = (one ?? {}) as { name?: unknown; expect?: unknown }
  if (typeof name !== 'string' || name.endsWith('…')) return false
  return which === 'all' || expect === undefined
}

/** The expectation put in the place of the one that stands there, or after the last member of its case. */
function edit(of: Node, expect: Expectation, text: string): Edit {
  const before = findNodeAtLocation(of, ['expect'])
  const last = of.children?.at(-1) as Node
  const indent = indentAt(last.offset, text)
  const content = laidOut(expect, indent)
  if (before) return { offset: before.offset, length: before.length, content }
  return { offset: last.offset + last.length, length: 0, content: `,\n${indent}"expect": ${content}` }
}
