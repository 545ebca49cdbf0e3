import { matterOf, panelOf } from '../ask/order.js'
import { type Asked, askedFact, type Question } from '../ask/question.js'
import { type Known, valueIn } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Fact } from '../pack/fact.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { grouped } from '../pack/grouped.js'
import type { Pack } from '../pack/pack.js'
import { statementKey } from '../pack/sayings/sayings.js'

/** So many stand on a form at most: what can be taken in at one look. */
const most = 8
/** A matter of which no more is open has no form of its own. */
const few = 2

/**
 * What is asked on one form with the question whose turn it is: all that is open about danger, else all of its matter; matters of
 * which little is asked stand together. Nothing stands there that hangs on another answer of the form. Beside it stands what is worth telling with what was told.
 */
export function questionsTogether<S>(
  open: readonly Question[],
  known: Known,
  pack: Pack<S>,
): readonly (Question | Asked)[] {
  const [first] = open
  if (!first) return []
  const belongs = belongingTo(first, open, known, pack)
  const together = open.filter(belongs).reduce<readonly Question[]>(unlessHanging, []).slice(0, most)
  const names = new Set(together.map(({ fact }) => fact))
  const beside = worthTelling(known, pack).filter(({ name }) => !names.has(name))
  return [...together, ...beside.slice(0, most - together.length).map(askedFact)]
}

/** Whether a question belongs on the form of the first. */
function belongingTo<S>(first: Question, open: readonly Question[], known: Known, pack: Pack<S>) {
  const panel = panelOf(known, pack)
  const isDanger = ({ fact, danger }: Question) => danger || panel.has(fact)
  if (isDanger(first)) return isDanger
  const calm = grouped(
    open.filter((one) => !isDanger(one)),
    matterOf,
  )
  const isSmall = (one: Question) => (calm.get(matterOf(one)) ?? []).length <= few
  return (one: Question) => !isDanger(one) && (isSmall(first) ? isSmall(one) : matterOf(one) === matterOf(first))
}

function unlessHanging(form: readonly Question[], one: Question): readonly Question[] {
  return form.some(({ fact }) => one.given.some((supposed) => supposed.fact === fact)) ? form : [...form, one]
}

/** What is worth telling with what was told, of what is open and can be asked for: danger first. */
function worthTelling<S>(known: Known, pack: Pack<S>): readonly Fact[] {
  const facts = companionsOf(known.stated, pack).flatMap((name) => pack.facts.get(name) ?? [])
  const open = facts.filter(
    ({ name, ask, presume }) =>
      ask && !presume && !known.stated.has(name) && valueIn(known.values, name, pack) === undefined,
  )
  return [...open.filter(({ danger }) => danger), ...open.filter(({ danger }) => !danger)]
}

/** The facts that are worth telling once something was told, in the order of the pack, whatever was told first. */
export function companionsOf<S>(told: StatedFacts, { sayings }: Pack<S>): readonly string[] {
  const said = new Set([...told].flatMap(keysOf))
  const files = sayings.flatMap(({ companions = [] }) => companions)
  return [...new Set(files.flatMap(({ of, offer }) => (said.has(statementKey(of)) ? offer : [])))]
}

/** What is told of a fact, as companions name it: the fact, and each of its values; nothing where it is not known. */
function keysOf([fact, stated]: readonly [string, Stated]): readonly string[] {
  const values = stated instanceof Map ? [...stated].flatMap(([name, so]) => (so ? [name] : [])) : [stated ?? []].flat()
  return values.length === 0 ? [] : [undefined, ...values].map((value) => statementKey({ fact, value }))
}
