import { TimbangError, unknownName } from '../errors.js'
import { optionsGiven } from '../options.js'
import { type AnySituation, checkPack, type Pack, packFrom, parsedSource, refusedPack } from './pack.js'
import { type PackPart, partOf } from './packParts.js'
import { type ExtensionSource, extensionSourceSchema } from './packSource.js'

/** What the host of an extended pack answers for. */
export interface ExtendOptions {
  /** The rules about danger or of law over which the rules of the extension may prevail; every advice shows it. */
  readonly admitExceptionsTo?: readonly string[] | undefined
}

/**
 * Adds an agency's own rules, facts, actions, frameworks, translations and contacts to a pack. What stands in the pack stays as
 * it is, save that a contact of the agency takes the place of the one of that name: a rule of the agency may be an exception to
 * one of the pack by naming it, but to a rule about danger or of law only if the host admits it, and then every advice shows it.
 * The type of its situations stays that of the base; where the extension declares facts, name another:
 * `extendPack<OurSituation>(…)`. Several extensions come out the same in whatever order they are added.
 * @throws TimbangError `invalid-pack` with every issue found; `invalid-options` for an admission to a rule that does not exist
 */
export function extendPack<S>(base: Pack<S>, extension: unknown, options?: ExtendOptions): Pack<S>
export function extendPack<S = AnySituation>(base: Pack<unknown>, extension: unknown, options?: ExtendOptions): Pack<S>
export function extendPack<S>(base: Pack<unknown>, extension: unknown, options: ExtendOptions = {}): Pack<S> {
  checkPack(base)
  const admitted = admissions(optionsGiven<ExtendOptions>(options, { admitExceptionsTo: true }), base)
  const part = partOf(parsedSource(extension, extensionSourceSchema), admitted)
  checkBase(part, base)
  const [first, ...others] = base.parts
  const sorted = [...others, part].sort((a, b) => (a.name < b.name ? -1 : 1))
  return packFrom<S>([first, ...sorted])
}

function admissions({ admitExceptionsTo = [] }: ExtendOptions, base: Pack<unknown>): readonly string[] {
  const place = 'options.admitExceptionsTo'
  if (!Array.isArray(admitExceptionsTo))
    throw new TimbangError('invalid-options', [{ place, message: 'must be a list of names of rules' }])
  const unknown = admitExceptionsTo.filter((name) => !base.rules.has(name))
  if (unknown.length > 0)
    throw new TimbangError(
      'invalid-options',
      unknown.map((name) =>
        typeof name === 'string'
          ? unknownName(place, 'no rule of the pack has this name', name, base.rules.keys())
          : { place, message: 'must be a list of names of rules' },
      ),
    )
  return admitExceptionsTo
}

/** An extension says which pack it extends, has a name of its own, and declares nothing that is declared already. */
function checkBase({ name, source }: PackPart & { source: ExtensionSource }, base: Pack<unknown>): void {
  const names = base.parts.map((part) => part.name)
  const issues = [
    ...(names.includes(source.pack.extends)
      ? []
      : [
          unknownName(
            'pack · extends',
            `extends \`${source.pack.extends}\`, which this is not`,
            source.pack.extends,
            names,
          ),
        ]),
    ...(names.includes(name)
      ? [{ place: 'pack · name', message: `a pack named \`${name}\` is already part of it` }]
      : []),
    ...declaredBefore(source, base),
  ]
  if (issues.length > 0) throw refusedPack(issues)
}

const listed = ['facts', 'principles', 'actions', 'roles', 'sources', 'frameworks'] as const

/** A contact of the pack that is extended may be replaced, once: whom to call is what an agency knows best. */
function contactsBefore(
  { contacts = [] }: ExtensionSource,
  { parts: [, ...others] }: Pack<unknown>,
): readonly string[] {
  const taken = new Set(others.flatMap(({ source }) => (source.contacts ?? []).map(({ name }) => name)))
  return contacts.flatMap(({ name }) => (taken.has(name) ? [name] : []))
}

function declaredBefore(source: ExtensionSource, base: Pack<unknown>) {
  const before = (place: string, name: string) => ({
    place,
    message: `\`${name}\` is declared already, and stays as it is`,
  })
  return [
    ...listed.flatMap((key) =>
      (source[key] ?? []).flatMap(({ name }) => (base[key].has(name) ? [before(`${key} · ${name}`, name)] : [])),
    ),
    ...contactsBefore(source, base).map((name) => before(`contacts · ${name}`, name)),
    ...Object.entries(source.rules ?? {}).flatMap(([file, { rules }]) =>
      rules.flatMap(({ name }) => (base.rules.has(name) ? [before(`${file} · ${name}`, name)] : [])),
    ),
  ]
}
