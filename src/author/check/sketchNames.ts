import { issuesOf } from '../../errors.js'
import { readJson, type TextFile } from '../../json/jsonText.js'
import { nearName } from '../../nearName.js'
import type { Pack } from '../../pack/pack.js'
import { actionSchema, sourceSchema } from '../../pack/packSource.js'
import type { RuleSketch } from './newRule.js'
import { sourceOf } from './packFiles.js'

/** The names in the sketch of a rule that nothing declares yet. */
interface SketchNames {
  /** What is wrong with those that cannot be meant so, each in one line. */
  readonly refused: readonly string[]
  /** Those that are the author's to declare, by the file in which they will stand. */
  readonly toDeclare: Readonly<Record<string, readonly string[]>>
}

/**
 * Looks up the names of a sketch among those that a pack in the writing declares, whatever else is wrong with its files, and those of
 * the pack that it extends. A principle must be there; an action or a source may be new, unless it looks like a slip of the pen.
 */
export function namesInSketch(sketch: RuleSketch, files: readonly TextFile[], base: Pack<unknown>): SketchNames {
  const declared = declaredNames(files, base)
  if (declared === undefined) return { refused: [], toDeclare: {} }
  const { principle, sources = [], asks = {} } = sketch
  const actions = newOrRefused('action', [...new Set(Object.values(asks).flat())], declared.actions)
  const cited = newOrRefused('source', [...new Set(sources)], declared.sources)
  const principles = principle === undefined ? [] : unknownPrinciple(principle, declared.principles)
  return {
    refused: [...principles, ...actions.refused, ...cited.refused],
    toDeclare: {
      ...(actions.fresh.length > 0 && { 'actions.json': actions.fresh }),
      ...(cited.fresh.length > 0 && { 'sources.json': cited.fresh }),
    },
  }
}

type Part = 'principles' | 'actions' | 'sources'

/** What a pack and the one that it extends declare; nothing where that one is not at hand. */
function declaredNames(files: readonly TextFile[], base: Pack<unknown>): Record<Part, ReadonlySet<string>> | undefined {
  const source = sourceOf(files.map(readJson))
  const header = source.pack as { readonly extends?: unknown } | undefined
  const bases = header === undefined ? base.name : header.extends
  if (bases !== undefined && bases !== base.name) return undefined
  const named = (part: Part) => {
    const own = (Array.isArray(source[part]) ? source[part] : []) as readonly ({ readonly name?: unknown } | null)[]
    return new Set([...(bases === undefined ? [] : base[part].keys()), ...own.map((one) => String(one?.name))])
  }
  return { principles: named('principles'), actions: named('actions'), sources: named('sources') }
}

function unknownPrinciple(name: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(name)) return []
  const near = nearName(name, known)
  if (near !== undefined) return [`no principle is named \`${name}\` (did you mean \`${near}\`?)`]
  const all = known.size === 0 ? 'none is declared' : `there are ${[...known].sort().join(', ')}`
  return [`no principle is named \`${name}\`: ${all}`]
}

const nameShapes = { action: actionSchema.shape.name, source: sourceSchema.shape.name }

/** Names that nothing declares: new ones, and those that are misspelt or could be the name of nothing. */
function newOrRefused(what: keyof typeof nameShapes, names: readonly string[], known: ReadonlySet<string>) {
  const unknown = names.filter((name) => !known.has(name)).map((name) => ({ name, fault: faultOf(what, name, known) }))
  return {
    fresh: unknown.filter(({ fault }) => fault === undefined).map(({ name }) => name),
    refused: unknown.flatMap(({ name, fault }) =>
      fault === undefined ? [] : [`no ${what} is named \`${name}\`${fault}`],
    ),
  }
}

function faultOf(what: keyof typeof nameShapes, name: string, known: ReadonlySet<string>): string | undefined {
  const near = nearName(name, known)
  if (near !== undefined && withoutNumbers(near) !== withoutNumbers(name))
    return ` (did you mean \`${near}\`?); declare a new one first`
  const { error } = nameShapes[what].safeParse(name)
  return error && `: it ${issuesOf(error, () => '', 1)[0]?.message}`
}

/** Another section of a text that is known is most likely meant: it differs in its numbers only. */
function withoutNumbers(name: string): string {
  return name.replace(/\d+/g, '0').toLowerCase()
}
