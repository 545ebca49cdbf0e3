import type { Pack } from '../../pack/pack.js'
import { ruleFileSchema as ruleFileShape } from '../../pack/rule.js'
import { forces } from '../../vocabulary.js'
import { conditionDefs } from './conditionDefs.js'
import { described, fileSchema, has, type JsonSchema, ref, shapeOf, withSchemaKey } from './jsonSchema.js'
import { nameDefs, type SchemaOptions, type Vocabulary } from './nameDefs.js'

/**
 * The JSON Schema of a file of rules. With a pack, its names are the ones that can be named, with their words, and once a
 * fact is named exactly the operators and values that fit it; without one, or `open`, other names may stand too. What one
 * part of a file says of another (exceptions in a circle, an action spoken of twice, a law to be cited) the loader checks.
 */
export function ruleFileSchema<S>(pack?: Pack<S>, options: SchemaOptions = { open: pack === undefined }): JsonSchema {
  const vocabulary = pack ?? nothing
  const defs = { ...nameDefs(vocabulary, options), ...conditionDefs(vocabulary) }
  const shape = described(withSchemaKey(shapeOf(ruleFileShape)), words)
  return fileSchema(`${vocabulary.name}:rules`, 'A file of rules', whatItIs, shape, defs)
}

const whatItIs = 'The rules of one standard: what must, should, may, should not and must not be done, when, and why.'

const nothing: Vocabulary = {
  name: 'any',
  facts: new Map(),
  formerFacts: new Map(),
  formerWords: new Map(),
  principles: new Map(),
  actions: new Map(),
  roles: new Map(),
  sources: new Map(),
  frameworks: new Map(),
  rules: new Map(),
}

const params = 'rules.*.event.params'
const position = `${params}.otherPositions.*`

const asks = {
  must: 'Actions that must be done.',
  should: 'Actions that should be done, unless something speaks against it.',
  may: 'Actions that are permitted.',
  'should-not': 'Actions that are better left.',
  'must-not': 'Actions that must not be done.',
} satisfies Record<(typeof forces)[number], string>

/** What a rule, or a position, asks for and forbids. */
function actionsAsked(place: string): Readonly<Record<string, string | JsonSchema>> {
  const each = forces.flatMap((force) => [
    [`${place}.${force}`, asks[force]],
    [`${place}.${force}.*`, ref('action')],
  ])
  return Object.fromEntries(each)
}

const words: Readonly<Record<string, string | JsonSchema>> = {
  standard: 'The standard that these rules carry, as a practitioner would name it.',
  'rules.*.name': 'A name as a colleague would say it, in kebab-case.',
  'rules.*.conditions': ref('conditions'),
  'rules.*.event': 'What follows when the conditions hold.',
  'rules.*.event.type': ref('principle'),
  [params]: { anyOf: forces.map(has) },
  ...actionsAsked(params),
  [`${params}.principles`]: 'All principles that it serves, the leading one (`type`) first.',
  [`${params}.principles.*`]: ref('principle'),
  [`${params}.basis`]: 'On what it rests. `law` cites at least one law.',
  [`${params}.urgency`]: 'How soon something must be done.',
  [`${params}.role`]: ref('role'),
  [`${params}.because`]:
    'Completes “because …”: lower case, no full stop.\nMelengkapi “karena …”: huruf kecil, tanpa titik.',
  [`${params}.sources`]: 'Where it comes from, to the section.',
  [`${params}.sources.*`]: ref('source'),
  [`${params}.unless`]: 'Where the duty does not arise. Nothing remains owed.',
  [`${params}.unless.*.name`]: 'A name for this exception, in kebab-case.',
  [`${params}.unless.*.because`]:
    'Completes “unless …”: lower case, no full stop.\nMelengkapi “kecuali …”: huruf kecil, tanpa titik.',
  [`${params}.unless.*.conditions`]: ref('conditions'),
  [`${params}.exceptionTo`]: 'The rules over which this one prevails where they collide; what gives way is still owed.',
  [`${params}.exceptionTo.*`]: ref('rule'),
  [`${params}.dilemmaWith`]: 'The rules with which this one collides on purpose, with nothing to settle it.',
  [`${params}.dilemmaWith.*`]: ref('rule'),
  [`${params}.whenOverridden`]: 'What is still owed where this rule gives way.',
  [`${params}.whenOverridden.*`]: ref('action'),
  [`${params}.standing`]: 'Owed in nearly every situation, told last.',
  [`${params}.protective`]: 'May read a protected fact such as gender or origin.',
  [`${params}.jurisdiction`]: 'Where the rule holds; without it, everywhere.',
  [`${params}.jurisdiction.*`]: ref('jurisdiction'),
  [`${params}.otherPositions`]: 'The other published positions in this matter, where the profession is divided.',
  [position]: { anyOf: forces.map(has) },
  [`${position}.name`]: 'A name for this position, in kebab-case.',
  ...actionsAsked(position),
  [`${position}.insteadOf`]: 'The actions of the rule in whose place this position asks for something else.',
  [`${position}.insteadOf.*`]: ref('action'),
  [`${position}.because`]:
    'Completes “because …”: lower case, no full stop.\nMelengkapi “karena …”: huruf kecil, tanpa titik.',
  [`${position}.agreed`]:
    'What both agree on: a clause, lower case, no full stop.\nYang disepakati keduanya: huruf kecil, tanpa titik.',
  [`${position}.sources`]: 'Where it was published, to the section.',
  [`${position}.sources.*`]: ref('source'),
  [`${params}.positionsSought`]:
    'The day on which other published positions were last looked for, as `YYYY-MM-DD`; without it nobody has looked.',
  [`${params}.inForce`]: 'The days between which it holds, as `YYYY-MM-DD`.',
}
