import { TimbangError } from '../../../errors.js'
import { type Said, saids } from '../../../pack/invariant.js'
import type { Pack } from '../../../pack/pack.js'
import type { Action } from '../../../pack/packSource.js'
import { type Certainty, certainties, statuses, type Text, type Urgency, urgencies } from '../../../vocabulary.js'
import type { OpenOutlook } from '../open/outlook.js'
import { statementsIn, written } from '../open/world.js'
import { type Seen, seen } from '../replay.js'
import { type Smallest, smallest } from '../smallest.js'
import { always, type Circuit, type Literal, never } from '../solve/circuit.js'
import { Question } from '../solve/question.js'
import type { StudyOptions } from '../study.js'
import { situationInWords } from '../told.js'

/** How two packs are compared. */
export interface DiffOptions extends StudyOptions {
  /** How many differences of one action are told, at most; 8 if not given. */
  readonly most?: number | undefined
}

/** An action by its name in the one pack and in the other; nothing where a pack does not have it. */
interface ActionNames {
  readonly before?: string
  readonly after?: string
}

/** An action by the name it has now, or had. */
export function nameOf({ before, after }: ActionNames): string {
  return (after ?? before) as string
}

/** What is said of an action by a pack. */
export interface SaidOf {
  readonly said: Said
  readonly certainty?: Certainty
  readonly urgency?: Urgency
}

/** One way in which the advice about an action differs, with the smallest situation that shows it. */
export interface Difference {
  readonly action: string
  readonly label: Text
  readonly before: SaidOf
  readonly after: SaidOf
  /** The rules that speak of it, in the one pack and in the other. */
  readonly rules: readonly [readonly string[], readonly string[]]
  readonly situation: Seen['situation']
  readonly told: Text
  readonly smallest: boolean
}

/** The actions of two packs, those that only changed their name together. */
export function actionPairs(before: Pack<unknown>, after: Pack<unknown>): readonly ActionNames[] {
  const former = new Map(
    [...after.actions.values()].flatMap(({ name, aliases = [] }) => aliases.map((one) => [one, name])),
  )
  const kept = [...before.actions.keys()].map((name): ActionNames => {
    const now = after.actions.has(name) ? name : former.get(name)
    return { before: name, ...(now !== undefined && { after: now }) }
  })
  const known = new Set(kept.map((names) => names.after))
  return [...kept, ...[...after.actions.keys()].filter((name) => !known.has(name)).map((name) => ({ after: name }))]
}

type Two = readonly [OpenOutlook, OpenOutlook]

/** In how many ways the advice about an action differs. */
export async function differencesOf(names: ActionNames, outlooks: Two, { most = 8, budget }: DiffOptions) {
  const { circuit } = outlooks[0]
  const question = new Question(circuit, budget === undefined ? {} : { budget })
  const search = { circuit, question, names, outlooks }
  const [before, after] = [partsOf(names.before, outlooks[0]), partsOf(names.after, outlooks[1])]
  const differences = await found(
    before.every((part, i) => sameParts(part, after[i])) ? [] : apart(before, after, circuit),
    search,
    most,
  )
  const isSame = -circuit.any(apart(before, after, circuit))
  const otherGrounds = await found([circuit.all([isSame, groundsDiffer(names, outlooks)])], search, 1)
  return {
    names,
    differences: differences.list,
    otherGrounds: otherGrounds.list,
    finished: differences.finished && otherGrounds.finished,
  }
}

/** Where each of some things is said, by what is said. */
type Part = readonly (readonly [said: string, where: Literal])[]

/** What is said of an action in three parts: the status; with it, how surely; with it, how soon. */
function partsOf(action: string | undefined, outlook: OpenOutlook): readonly [Part, Part, Part] {
  if (action === undefined) return [[['not-spoken-of', always]], [], []]
  return [
    saids.map((said) => [said, outlook.said(action, said)] as const),
    statuses.flatMap((said) =>
      certainties.map((one) => [`${said} ${one}`, outlook.certain(action, said, one)] as const),
    ),
    statuses.flatMap((said) => urgencies.map((one) => [`${said} ${one}`, outlook.soon(action, said, one)] as const)),
  ]
}

function sameParts(one: Part, other: Part | undefined): boolean {
  return one.length === other?.length && one.every(([, where], i) => where === other[i]?.[1])
}

/** Where two different things are said: another status; or with the same status another certainty, or another urgency. */
function apart(before: readonly Part[], after: readonly Part[], circuit: Circuit): readonly Literal[] {
  const statusOf = (said: string) => said.split(' ')[0]
  const pairs = before.flatMap((part, i) =>
    part.flatMap(([one, where]) =>
      (after[i] as Part)
        .filter(([other]) => one !== other && (i === 0 || statusOf(one) === statusOf(other)))
        .map(([, elsewhere]) => circuit.all([where, elsewhere])),
    ),
  )
  return pairs.filter((literal) => literal !== never)
}

/** Where a rule is among the grounds of an action in one of the packs, and not in the other. */
function groundsDiffer({ before, after }: ActionNames, [one, other]: Two): Literal {
  if (before === undefined || after === undefined) return never
  const { circuit } = one
  const grounds = (action: string, outlook: OpenOutlook) =>
    new Map(outlook.claimsOn(action).map((claim) => [claim.rule.name, outlook.weighing.label(claim).in]))
  const [old, now] = [grounds(before, one), grounds(after, other)]
  const rules = new Set([...old.keys(), ...now.keys()])
  return circuit.any([...rules].map((rule) => circuit.differ(old.get(rule) ?? never, now.get(rule) ?? never)))
}

interface Search {
  readonly circuit: Circuit
  readonly question: Question
  readonly names: ActionNames
  readonly outlooks: Two
}

/** Goes through what may differ until nothing is left, or enough is told. */
async function found(apart: readonly Literal[], search: Search, most: number) {
  const list: Difference[] = []
  let finished = true
  for (const pair of apart) {
    if (list.length >= most) return { list, finished: false }
    const one = smallest(search.question, [pair], () => things(search), search.circuit)
    if (one === 'not decided') finished = false
    else if (one !== 'impossible') list.push(await difference(one, search))
  }
  return { list, finished }
}

function things({ outlooks: [{ world }], question, circuit }: Search): readonly Literal[] {
  return [...world.values()]
    .map((choices) => choices.map(({ literal }) => literal).filter((one) => question.bears(one)))
    .filter((literals) => literals.length > 0)
    .map((literals) => circuit.any(literals))
}

async function difference({ holds, shown }: Smallest, { names, outlooks }: Search): Promise<Difference> {
  const situation = written(statementsIn(outlooks[0].world, holds))
  const [one, other] = [
    await seen(situation, outlooks[0].pack, outlooks[0].options),
    await seen(situation, outlooks[1].pack, outlooks[1].options),
  ]
  const [before, after] = [saidOf(names.before, one), saidOf(names.after, other)]
  const rules = [rulesOf(names.before, one, outlooks[0]), rulesOf(names.after, other, outlooks[1])] as const
  if (sameSaid(before, after) && rules[0].join() === rules[1].join())
    throw new TimbangError('broken-invariant', [
      { place: nameOf(names), message: 'differs where weighing finds no difference' },
    ])
  const action = nameOf(names)
  const { label } = (outlooks[1].pack.actions.get(action) ?? outlooks[0].pack.actions.get(action)) as Action
  return {
    action,
    label,
    before,
    after,
    rules,
    situation,
    told: situationInWords(other, outlooks[1].pack),
    smallest: shown,
  }
}

function saidOf(action: string | undefined, { look }: Seen): SaidOf {
  if (action === undefined) return { said: 'not-spoken-of' }
  const said = saids.find((one) => look.said(action, [one])) as SaidOf['said']
  const certainty = certainties.find((one) => look.surely(action, [one]))
  const urgency = look.urgency(action)
  return { said, ...(certainty && { certainty }), ...(urgency && { urgency }) }
}

function sameSaid(one: SaidOf, other: SaidOf): boolean {
  return one.said === other.said && one.certainty === other.certainty && one.urgency === other.urgency
}

function rulesOf(action: string | undefined, { rules }: Seen, { pack }: OpenOutlook): readonly string[] {
  const speaks = (name: string) => pack.rules.get(name)?.pushes.some((push) => push.action === action) === true
  return [...rules].filter(speaks).sort()
}
