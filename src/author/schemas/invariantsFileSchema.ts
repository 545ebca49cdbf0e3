import { invariantsSchema } from '../../pack/invariant.js'
import type { Pack } from '../../pack/pack.js'
import { conditionDefs } from './conditionDefs.js'
import { described, fileSchema, type JsonSchema, ref, shapeOf, withSchemaKey } from './jsonSchema.js'
import { nameDefs, type SchemaOptions } from './nameDefs.js'

/** The JSON Schema of `invariants.json`: what must never be advised. Which parts belong together, the loader says. */
export function invariantsFileSchema<S>(pack: Pack<S>, options: SchemaOptions = {}): JsonSchema {
  const defs = { ...nameDefs(pack, options), ...conditionDefs(pack) }
  const shape = described(withSchemaKey(shapeOf(invariantsSchema)), parts)
  return fileSchema(`${pack.name}:invariants`, 'The invariants of a pack', whatTheyAre, shape, defs)
}

const whatTheyAre =
  'Sentences about advice that hold in every situation, proved by `timbang prove`; and the groups of actions they name.'

const parts: Readonly<Record<string, string | JsonSchema>> = {
  'groups.*.name': 'A name in kebab-case, by which invariants speak of these actions.',
  'groups.*.actions.*': ref('action'),
  'groups.*.guards': 'These protect somebody: the check names each `unless` that leaves a danger without any of them.',
  'meant.*.name': 'Why they are meant, in kebab-case.',
  'meant.*.remark': 'The kind of remark of `timbang check`.',
  'meant.*.at': 'Where it is made: `facts · risk.type · financial`, or a rule and what of it, without the file.',
  'meant.*.because': 'Why it is meant.',
  'invariants.*.name': 'What holds, in kebab-case.',
  'invariants.*.because': 'The sentence, as it is shown.',
  'invariants.*.sources.*': ref('source'),
  'invariants.*.every':
    'Speaks of every one of these in the pack: its protected or derived facts, its rules, or each of `pairs`.',
  'invariants.*.given': ref('condition'),
  'invariants.*.unless': ref('condition'),
  'invariants.*.presuming': '`given` and `unless` are asked with what is presumed, not by what is stated alone.',
  'invariants.*.pairs.*.fact': ref('fact'),
  'invariants.*.pairs.*.so': 'Of a list: that the member is not so.',
  'invariants.*.vary': 'What differs between two situations that are otherwise the same; then `never` compares them.',
  'invariants.*.vary.*.fact': ref('fact'),
  'invariants.*.vary.*.from': 'Values in the first situation, `null` for not known; left out, any.',
  'invariants.*.vary.*.to': 'Values in the second situation.',
  'invariants.*.vary.*.rises': 'From any value of the scale to any higher one.',
  'invariants.*.never': 'What is never so; each entry by itself.',
  'invariants.*.never.*.said': 'One of these is said of one of the actions.',
  'invariants.*.never.*.surely': 'And with this certainty.',
  'invariants.*.never.*.beside': 'And beside it, one of these is said of one of other actions.',
  'invariants.*.never.*.lacks': 'None of the actions has one of these.',
  'invariants.*.never.*.becomes': 'It is said in the second situation, and was not in the first.',
  'invariants.*.never.*.from': 'With `becomes`: what was said in the first.',
  'invariants.*.never.*.weakens': 'It is asked for less strongly in the second situation.',
  'invariants.*.never.*.together': 'With `weakens`: the strongest that is said for any of the actions.',
  'invariants.*.never.*.strengthens': 'It is asked for more strongly in the second situation.',
  'invariants.*.never.*.drops':
    'It must or should be done in the first situation and nothing speaks for it in the second.',
  'invariants.*.never.*.changes': 'Something else is said of it in the second situation.',
  'invariants.*.never.*.calms': 'The second situation is less urgent.',
  'invariants.*.never.*.contested': 'Contested counts, too: as weaker, or as stronger.',
}
