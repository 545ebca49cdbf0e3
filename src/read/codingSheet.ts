import * as z from 'zod'
import { askedFacts } from '../consult/answers.js'
import { TimbangError, unknownName } from '../errors.js'
import { optionsGiven } from '../options.js'
import type { Fact } from '../pack/fact.js'
import { grouped } from '../pack/grouped.js'
import { checkPack, type Pack } from '../pack/pack.js'
import type { FactClass, Text } from '../vocabulary.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import { saidInAll } from './saidIn.js'
import { type CodingSchema, entrySchema, pieceSchema } from './sheetSchema.js'

/** What a coder, a person or a model, is given to read a story by. */
export interface CodingSheet {
  readonly format: 1
  readonly pack: { readonly name: string; readonly version: string; readonly digest: string }
  /** What a coder is told, in every language. */
  readonly instructions: Text
  readonly pieces: readonly SheetPiece[]
}

/** The facts of one matter, with a schema small enough for the use of tools; what is coded by several is put into one coding. */
export interface SheetPiece {
  readonly name: string
  readonly matter: string
  readonly facts: readonly SheetFact[]
  /** JSON Schema of a coding of these facts; every one must be spoken of, if only as `not-said`. */
  readonly schema: CodingSchema
}

/** A fact as a coder meets it. */
export interface SheetFact {
  readonly fact: string
  readonly ask: Text
  readonly class: FactClass
  readonly criteria?: Text
  readonly values?: readonly { readonly value: string; readonly label: Text; readonly criteria?: Text }[]
}

/** In which language the schemas speak, and which matters are wanted (all). */
export interface SheetOptions {
  readonly locale: InterfaceLanguage
  /** Beginnings of the names of facts: `abuse`, `risk`. */
  readonly matters?: readonly string[] | undefined
}

const optionsSchema = z.strictObject({
  locale: z.enum(interfaceLanguages),
  matters: z.array(z.string()).min(1).optional(),
})

/**
 * The sheet by which a story is coded: its facts by matter, each with its question, what counts as which value, and its class.
 * @throws TimbangError `invalid-options`
 */
export function codingSheet<S>(pack: Pack<S>, options: SheetOptions): CodingSheet {
  checkPack(pack)
  const { locale, matters } = checkedOptions(options)
  const byMatter = grouped(askedFacts(pack), matterOf)
  const wanted = matters ?? [...byMatter.keys()]
  const strange = wanted.filter((one) => !byMatter.has(one))
  if (strange.length > 0)
    throw new TimbangError(
      'invalid-options',
      strange.map((one) => unknownName('options.matters', 'no fact begins with this name', one, byMatter.keys())),
    )
  const { name, version, digest } = pack
  return {
    format: 1,
    pack: { name, version, digest },
    instructions: saidInAll((words) => words.instructions),
    pieces: wanted.flatMap((matter) => piecesOf(matter, byMatter.get(matter) as readonly Fact[], locale)),
  }
}

function checkedOptions(options: SheetOptions): SheetOptions {
  const given = optionsGiven<SheetOptions>(options, { locale: true, matters: true })
  const parsed = optionsSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const message = 'must be `locale`, one of the languages, and, where only some are wanted, `matters`'
  throw new TimbangError('invalid-options', [{ place: 'options', message }])
}

/** Facts that are told together bear the same beginning. */
function matterOf({ name }: Fact): string {
  return name.split('.')[0] as string
}

/** The largest schema that is still used well as the schema of a tool, in bytes. */
const most = 8_000

function piecesOf(matter: string, facts: readonly Fact[], locale: InterfaceLanguage): readonly SheetPiece[] {
  const parts: Fact[][] = [[]]
  for (const fact of facts) {
    const last = parts.at(-1) as Fact[]
    if (last.length > 0 && bytes(schemaOf([...last, fact], matter, locale)) > most) parts.push([fact])
    else last.push(fact)
  }
  return parts.map((part, i) => ({
    name: parts.length === 1 ? matter : `${matter}-${i + 1}`,
    matter,
    facts: part.map(sheetFact),
    schema: schemaOf(part, matter, locale),
  }))
}

function schemaOf(facts: readonly Fact[], matter: string, locale: InterfaceLanguage): CodingSchema {
  return pieceSchema(matter, new Map(facts.map((fact) => [fact.name, entrySchema(fact, locale)])))
}

/** How many bytes it has at most as JSON. */
function bytes(schema: CodingSchema): number {
  return JSON.stringify(schema).replace(/[^ -~]/g, '...').length
}

function sheetFact({ name, ask, class: how = 'judged', criteria, values }: Fact): SheetFact {
  return {
    fact: name,
    ask: ask as Text,
    class: how,
    ...(criteria && { criteria }),
    ...(values && {
      values: values.map(({ value, label, criteria: counts }) => ({
        value,
        label,
        ...(counts && { criteria: counts }),
      })),
    }),
  }
}
