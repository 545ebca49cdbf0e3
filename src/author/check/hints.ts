import type { Issue } from '../../errors.js'
import { indexOf, type NameIndex } from '../../find/nameIndex.js'
import { wordsOf } from '../../find/terms.js'
import { nearName } from '../../nearName.js'
import { type Fact, factSchema } from '../../pack/fact.js'
import type { Pack } from '../../pack/pack.js'
import {
  type Action,
  actionSchema,
  contactSchema,
  extensionHeaderSchema,
  headerSchema,
  sourceSchema,
} from '../../pack/packSource.js'
import { ruleSchema } from '../../pack/rule.js'
import { partIn } from './packFiles.js'

/** What a pack that was refused declares, together with the one that it extends. */
export function namesOf(source: Readonly<Record<string, unknown>>, base: Pack<unknown> | undefined): NameIndex {
  const own = <T>(part: string) => (Array.isArray(source[part]) ? source[part].filter(isNamed) : []) as T[]
  return indexOf(
    [...(base?.facts.values() ?? []), ...own<Fact>('facts')],
    [...(base?.actions.values() ?? []), ...own<Action>('actions')],
  )
}

function isNamed(held: unknown): boolean {
  const { name, label } = (held ?? {}) as { name?: unknown; label?: unknown }
  return typeof name === 'string' && typeof label === 'object' && label !== null
}

/** An issue with what an author needs beyond it: where a member belongs, what may stand there, and the name that a label has. */
export function withHint(issue: Issue, names: NameIndex): Issue {
  const hinted = strayMember(issue) ?? example(issue) ?? strayFile(issue) ?? issue
  const suggestion = hinted.suggestion ?? byLabel(hinted, names)
  return suggestion === undefined ? hinted : { ...hinted, suggestion }
}

const inParams = Object.keys(ruleSchema.shape.event.shape.params.shape)

/** What may stand in a thing, by the part or the member of which a place speaks. */
const members: Readonly<Record<string, readonly string[]>> = {
  pack: [...new Set([...Object.keys(extensionHeaderSchema.shape), ...Object.keys(headerSchema.shape)])],
  facts: Object.keys(factSchema.shape),
  actions: Object.keys(actionSchema.shape),
  sources: Object.keys(sourceSchema.shape),
  contacts: Object.keys(contactSchema.shape),
  rule: Object.keys(ruleSchema.shape),
  'event.params': inParams,
}

function strayMember({ place, message }: Issue): Issue | undefined {
  const [, name] = /^`([^`]+)` is not part of this$/.exec(message) ?? []
  if (name === undefined) return undefined
  const [part = '', , inner] = place.split(' · ')
  const where = partIn(part) ?? inner ?? 'rule'
  if (where !== 'event.params' && part !== where && inParams.includes(name))
    return { place, message: `${message}; it belongs in \`event.params\`` }
  const known = members[where] ?? []
  if (known.length === 0) return undefined
  const listed = `${message}; here may stand ${known.map((one) => `\`${one}\``).join(', ')}`
  const suggestion = nearName(name, known)
  return { place, message: listed, ...(suggestion !== undefined && { suggestion }) }
}

/** How members look that are easily written otherwise. */
const examples: Readonly<Record<string, string>> = {
  inForce: `${JSON.stringify({ from: '2026-01-01', until: '2026-12-31' })}, or with one of the two`,
  jurisdiction: '["ID"] in a rule, a contact and a pack, "ID" in a source',
}

function example({ place, message, ...rest }: Issue): Issue | undefined {
  const shown = examples[place.split(/ · |\./).at(-1) as string]
  return shown && message.startsWith('must be')
    ? { place, message: `${message}, such as ${shown}`, ...rest }
    : undefined
}

/** A file that holds no rules is most likely a part of the pack under another name. */
function strayFile({ place, message }: Issue): Issue | undefined {
  if (!place.endsWith('.json') || !message.includes('must be an object')) return undefined
  const rules = 'a file of rules is `{ "standard": { … }, "rules": [ … ] }`'
  return {
    place,
    message: `${message}: ${rules}; the other parts are \`facts.json\`, \`actions.json\`, \`sources.json\` and so on`,
  }
}

/** The name of what has such words for its label: authors remember labels. */
function byLabel({ message }: Issue, names: NameIndex): string | undefined {
  const [, kind, name] = /^no (fact|action) is named `([^`]+)`$/.exec(message) ?? []
  if (name !== undefined) return first(name, names, (named) => named.kind === kind)
  const [, fact, value] = /^`([^`]+)` has no value `([^`]+)`/.exec(message) ?? []
  return value === undefined ? undefined : first(value, names, (named) => named.fact === fact)
}

function first(name: string, names: NameIndex, wanted: Parameters<NameIndex['meant']>[1]): string | undefined {
  return names.meant(wordsOf(name).join(' '), wanted)?.name
}
