import type { Issue } from '../../errors.js'
import { type Fact, hasValue } from '../fact.js'
import { typeOf } from '../factTypes/factTypes.js'
import { everyName } from '../factTypes/wordList.js'
import type { Invariant, Never, Vary } from '../invariant.js'
import { conditionIssues } from './conditionSoundness.js'
import { type Declared, duplicates, undeclaredIssues } from './declared.js'

/** What must hold of the invariants of a pack: conditions that can be read, names that are declared, sentences that are whole. */
export function invariantIssues(declared: Declared): Issue[] {
  const { groups = [], invariants = [], meant = [] } = declared.source.invariants ?? {}
  const named = new Set(groups.map(({ name }) => name))
  return [
    ...twice('invariants · groups', groups),
    ...twice('invariants', invariants),
    ...twice('invariants · meant', meant),
    ...groups.flatMap(({ name, actions }) =>
      undeclaredIssues(`invariants · groups · ${name}`, 'action', actions, declared.actions),
    ),
    ...invariants.flatMap((one) => sentenceIssues(one as Invariant, declared, named)),
  ]
}

function twice(part: string, list: readonly { readonly name: string }[]): Issue[] {
  return duplicates(list.map(({ name }) => name)).map((name) => ({
    place: `${part} · ${name}`,
    message: 'is declared twice',
  }))
}

/** What looks at one situation, and what compares two. */
const ofOne = ['said', 'lacks'] as const
const ofTwo = ['becomes', 'weakens', 'drops', 'strengthens', 'changes', 'calms'] as const

function sentenceIssues(one: Invariant, declared: Declared, groups: ReadonlySet<string>): Issue[] {
  const place = `invariants · ${one.name}`
  return [
    ...shapeRows(one).flatMap(([wrong, message]) => (wrong ? [{ place, message }] : [])),
    ...undeclaredIssues(place, 'source', one.sources, declared.sources),
    ...(['given', 'unless'] as const).flatMap((key) =>
      one[key] === undefined ? [] : conditionIssues(one[key], `${place} · ${key}`, declared.facts),
    ),
    ...(one.vary ?? []).flatMap((vary, i) => varyIssues(vary, `${place} · vary[${i}]`, declared)),
    ...(one.pairs ?? []).flatMap((pair, i) => [
      ...valueIssues(pair.fact, [pair.value], `${place} · pairs[${i}]`, declared),
      ...actionIssues(pair.actions, `${place} · pairs[${i}]`, declared, groups),
    ]),
    ...(one.never ?? []).flatMap((never, i) => neverIssues(never, one, `${place} · never[${i}]`, declared, groups)),
  ]
}

/** Which parts a sentence needs, by what it goes through. */
function shapeRows({ every, pairs, vary, never, given }: Invariant): readonly (readonly [boolean, string])[] {
  const whole = every === 'derived-fact' || every === 'rule'
  return [
    [(every === 'pair') !== (pairs !== undefined), 'needs `pairs` where it speaks of every `pair`, and only there'],
    [
      whole && (never ?? vary ?? given) !== undefined,
      'says by itself what never is, and has no `given`, `vary` or `never`',
    ],
    [!whole && never === undefined, 'needs `never`'],
    [vary !== undefined && every !== undefined, 'has no `vary` where it says of `every` what varies'],
  ]
}

function varyIssues(
  { fact: name, member, from = [], to = [], rises }: Vary,
  place: string,
  declared: Declared,
): Issue[] {
  const fact = declared.facts.get(name)
  if (!fact) return undeclaredIssues(place, 'fact', [name], declared.facts.keys())
  const hasOrder = typeOf(fact).operators.includes('lessThan')
  const rows: [boolean, string][] = [
    [rises === true && (!hasOrder || !typeOf(fact).hasWords), '`rises` needs a fact of type scale'],
    [rises === true && from.length + to.length > 0, 'has either `rises` or `from` and `to`'],
    [rises === undefined && to.length === 0, 'needs `to`, or `rises`'],
    [
      (typeOf(fact).input === 'members') !== (member !== undefined),
      'needs `member` where the fact is a list, and only there',
    ],
  ]
  const asked = [...from, ...to].filter((value) => value !== null)
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...(member === undefined ? [] : undeclaredIssues(place, `value of \`${name}\``, [member], everyName(fact))),
    ...(member === undefined
      ? valueIssues(name, asked, place, declared)
      : asked
          .filter((value) => typeof value !== 'boolean')
          .map(() => ({ place, message: 'a member is `true` or `false`' }))),
  ]
}

function valueIssues(name: string, values: readonly unknown[], place: string, declared: Declared): Issue[] {
  const fact = declared.facts.get(name) as Fact | undefined
  if (!fact) return undeclaredIssues(place, 'fact', [name], declared.facts.keys())
  return values
    .filter((value) => !hasValue(fact, value as string))
    .map((value) => ({ place, message: `\`${name}\` has no value \`${String(value)}\`` }))
}

function actionIssues(
  meant: Never['actions'],
  place: string,
  { actions }: Declared,
  groups: ReadonlySet<string>,
): Issue[] {
  if (meant === undefined) return []
  return typeof meant === 'string'
    ? undeclaredIssues(place, 'group of actions', [meant], groups)
    : undeclaredIssues(place, 'action', meant, actions)
}

function neverIssues(
  never: Never,
  { every, vary }: Invariant,
  place: string,
  declared: Declared,
  groups: ReadonlySet<string>,
): Issue[] {
  const single = ofOne.filter((key) => never[key] !== undefined)
  const double = ofTwo.filter((key) => never[key] !== undefined)
  const two = vary !== undefined || every === 'protected-fact'
  const named = never.calms !== true && every !== 'pair'
  const rows: [boolean, string][] = [
    [single.length + double.length !== 1, `needs one of ${[...ofOne, ...ofTwo].map((key) => `\`${key}\``).join(', ')}`],
    [single.length > 0 && two, 'compares two situations: `said` and `lacks` look at one'],
    [double.length > 0 && !two, 'needs `vary`: it compares two situations'],
    [(never.actions !== undefined) !== named, named ? 'needs `actions`' : 'has no `actions` of its own'],
    [(never.surely ?? never.beside) !== undefined && never.said === undefined, '`surely` and `beside` need `said`'],
    [never.together === true && never.weakens !== true, '`together` needs `weakens`'],
    [never.from !== undefined && never.becomes === undefined, '`from` needs `becomes`'],
  ]
  return [
    ...rows.filter(([wrong]) => wrong).map(([, message]) => ({ place, message })),
    ...actionIssues(never.actions, place, declared, groups),
    ...actionIssues(never.beside?.actions, place, declared, groups),
  ]
}
