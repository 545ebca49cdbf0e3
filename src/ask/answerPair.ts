import type { Known } from '../decide/compiledPack.js'
import type { StatedFacts } from '../decide/statedFacts.js'
import type { Conditions } from '../pack/conditions.js'
import { constantsIn } from '../pack/conditions.js'
import type { Fact } from '../pack/fact.js'
import { leavesRead } from '../pack/factsRead.js'
import type { Stated } from '../pack/factTypes/factType.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { Pack } from '../pack/pack.js'
import { type Text, urgencies } from '../vocabulary.js'
import type { Outlook } from '../weigh/assess.js'
import { isNotKnown } from '../weigh/hastening.js'
import { compareLists, isToldBefore, mostTelling } from './order.js'
import { type Answer, answerOf, askedFact, type Question, supposedInWords, wasAsked } from './question.js'
import { satisfyingFacts } from './satisfyingFacts.js'
import type { SupposedOutlooks } from './supposedOutlooks.js'

/** Two answers between which the advice differs most: by themselves, or with what else would have to be so. */
export function questionAbout<S>(
  fact: Fact,
  contexts: readonly Conditions[],
  outlooks: SupposedOutlooks,
  known: Known,
  pack: Pack<S>,
): Question | undefined {
  const answers = possibleAnswers(fact, contexts, known, pack)
  const told = answers.map((answer) => new Map([stated(fact, answer)]))
  const ways: Question[] = []
  for (const given of satisfyingFacts(contexts, fact.name, known, pack)) {
    const isTold = (haste: number) => isToldBefore(ways, supposedInWords(given, pack).length, haste)
    // What presses whatever is answered leaves so many steps at most.
    if (isTold(urgencies.indexOf(outlooks.leastUrgency([given, ...told])))) continue
    const found = answers.flatMap((answer) => {
      const outlook = outlooks.of(new Map([...given, stated(fact, answer)]))
      return outlook ? [{ answer, outlook }] : []
    })
    // What would be said of actions is not found out where the way could not be more telling for it.
    if (ways.length > 0 && isTold(hasteAmong(found))) continue
    const pair = furthestApart(found)
    const before = pair && outlooks.of(given)
    if (before) ways.push(questionOf(fact, given, newsFirst(pair, before), pack))
  }
  return mostTelling(ways)
}

/** By how much the answers differ most in how soon. */
function hasteAmong(answers: readonly PossibleAnswer[]): number {
  const places = answers.map(({ outlook }) => urgencies.indexOf(outlook.urgency))
  return Math.max(...places) - Math.min(...places)
}

interface PossibleAnswer {
  readonly answer: Answer
  readonly outlook: Outlook
}

/** Of all pairs of answers the one between which most would differ; none where nothing would. */
function furthestApart(answers: readonly PossibleAnswer[]): readonly [PossibleAnswer, PossibleAnswer] | undefined {
  const outlooks = telling(answers)
  let best: { readonly pair: readonly [PossibleAnswer, PossibleAnswer]; readonly distance: number } | undefined
  for (let i = 0; i < outlooks.length; i++)
    for (let j = i + 1; j < outlooks.length; j++) {
      const [one, other] = [outlooks[i] as PossibleAnswer, outlooks[j] as PossibleAnswer]
      const distance = distanceOf(one.outlook, other.outlook)
      if (distance > (best?.distance ?? 0)) best = { pair: [one, other], distance }
    }
  return best?.pair
}

/** Of the answers that come to the same the first alone. */
function telling(answers: readonly PossibleAnswer[]): readonly PossibleAnswer[] {
  const isSame = ({ outlook: one }: PossibleAnswer, { outlook: other }: PossibleAnswer) =>
    one.statuses === other.statuses && one.urgency === other.urgency
  return answers.filter((one, i) => answers.findIndex((other) => isSame(one, other)) === i)
}

/** How much differs between two outlooks: each action counts for more than how soon. */
function distanceOf(one: Outlook, other: Outlook): number {
  return differingIn(one, other) * 2 + (one.urgency === other.urgency ? 0 : 1)
}

/** Of how many actions something else is said. */
function differingIn({ statuses: some }: Outlook, { statuses: others }: Outlook): number {
  if (some === others) return 0
  let alike = 0
  let common = 0
  for (const [action, status] of some) {
    const other = others.get(action)
    if (other !== undefined) common++
    if (other === status) alike++
  }
  return some.size + others.size - common - alike
}

/** The answer that would change more of what is said now comes first. */
function newsFirst(
  pair: readonly [PossibleAnswer, PossibleAnswer],
  now: Outlook,
): readonly [PossibleAnswer, PossibleAnswer] {
  const news = ({ outlook }: PossibleAnswer) => [
    urgencies.indexOf(outlook.urgency) - urgencies.indexOf(now.urgency),
    -differingIn(outlook, now),
  ]
  return compareLists(news(pair[0]), news(pair[1])) <= 0 ? pair : [pair[1], pair[0]]
}

function differing(one: Outlook, other: Outlook): string[] {
  if (one.statuses === other.statuses) return []
  const actions = new Set([...one.statuses.keys(), ...other.statuses.keys()])
  return [...actions].filter((action) => one.statuses.get(action) !== other.statuses.get(action))
}

function questionOf<S>(
  fact: Fact,
  given: StatedFacts,
  [first, second]: readonly [PossibleAnswer, PossibleAnswer],
  pack: Pack<S>,
): Question {
  const order = [...pack.actions.keys()]
  const changed = differing(first.outlook, second.outlook).sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return {
    ...askedFact(fact),
    answers: [first.answer, second.answer],
    given: supposedInWords(given, pack),
    wouldChange: changed.map((action) => ({
      action,
      label: (pack.actions.get(action) as { label: Text }).label,
      from: second.outlook.statuses.get(action) ?? null,
      to: first.outlook.statuses.get(action) ?? null,
    })),
    urgency: { from: second.outlook.urgency, to: first.outlook.urgency },
  }
}

/** The answers worth trying: every value; for a number those around its thresholds; for a list yes and no of each member. */
function possibleAnswers<S>(
  fact: Fact,
  contexts: readonly Conditions[],
  known: Known,
  pack: Pack<S>,
): readonly Answer[] {
  const read = contexts.flatMap((conditions) =>
    leavesRead(conditions, pack.facts).filter((leaf) => leaf.fact === fact.name),
  )
  const type = typeOf(fact)
  const values = type.values(fact, constantsIn(read))
  const open = read.filter((leaf) => isNotKnown(leaf, known, pack) && !wasAsked(leaf, known)).map(({ value }) => value)
  const tried = type.input === 'members' ? values.filter((member) => open.includes(member)) : values
  return tried.flatMap(type.answers).map((stated) => answerOf(fact, stated))
}

function stated({ name }: Fact, { value, so }: Answer): readonly [string, Stated] {
  return [name, so === undefined ? value : new Map([[value as string, so]])]
}
