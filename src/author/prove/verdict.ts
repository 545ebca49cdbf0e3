import { TimbangError } from '../../errors.js'
import { grouped } from '../../pack/grouped.js'
import type { Text } from '../../vocabulary.js'
import type { Obligation } from './obligation.js'
import { statementsIn, type World, written } from './open/world.js'
import { type Seen, seen } from './replay.js'
import { type Smallest, smallest } from './smallest.js'
import { always, type Literal, never } from './solve/circuit.js'
import type { Question } from './solve/question.js'
import type { Study } from './study.js'
import { type ToldSituation, toldSituation } from './told.js'

/** Whether something holds in all situations: it does, it does not, it says nothing, or the budget did not suffice. */
export const outcomesOfProof = ['holds', 'fails', 'empty', 'not-proved'] as const

/** The smallest situation, or situations, in which something does not hold. */
export interface Counterexample {
  /** What it is about: actions, facts or rules by their names. */
  readonly about: readonly string[]
  readonly situations: readonly ToldSituation[]
  /** The rules that hold there and speak of the actions it is about. */
  readonly rules: readonly string[]
  /** Whether it was proved that fewer stated facts do not suffice. */
  readonly smallest: boolean
}

/** What was found of one invariant or law. */
export interface Verdict {
  readonly name: string
  readonly because: Text
  readonly verdict: (typeof outcomesOfProof)[number]
  /** How many questions were answered for it. */
  readonly questions: number
  /** What it fails for: actions, facts or rules. */
  readonly failing: readonly (readonly string[])[]
  /** What was not proved of it within the budget. */
  readonly notProved: readonly (readonly string[])[]
  readonly counterexample?: Counterexample
}

/** How many counterexamples are made as small as they can be, to tell the smallest. */
const mostShrunk = 12

/** What an invariant or law comes to: every part of it proved, or the smallest counterexample to any. */
export async function verdict(
  { name, because }: { readonly name: string; readonly because: Text },
  made: () => readonly Obligation[],
  study: Study,
): Promise<Verdict> {
  const all = made()
  const obligations = all.filter(({ wanted }) => !wanted.includes(never))
  const told = { name, because, questions: obligations.length }
  const { failing, undecided } = looked(obligations, study)
  const found: Found[] = []
  for (const obligation of failing.slice(0, mostShrunk)) found.push(await counterexample(obligation, study))
  const [first] = found.sort((a, b) => a.size - b.size)
  const about = (list: readonly Obligation[]) => list.map((one) => one.about)
  const rest = { ...told, failing: about(failing), notProved: about(undecided) }
  if (first) return { ...rest, verdict: 'fails', counterexample: first.counterexample }
  if (undecided.length > 0) return { ...rest, verdict: 'not-proved' }
  return { ...rest, verdict: bites(all, study) ? 'holds' : 'empty' }
}

/** What is said of an invariant or law that was not looked at. */
export function unproved({ name, because }: Pick<Verdict, 'name' | 'because'>): Verdict {
  return { name, because, verdict: 'not-proved', questions: 0, failing: [], notProved: [] }
}

/** Which of some obligations fail, and which are not decided; those about the same actions are first looked at together. */
function looked(obligations: readonly Obligation[], study: Study) {
  const question = study.question()
  const lemmas = obligations.filter(({ isLemma }) => isLemma).flatMap((lemma) => openLemma(lemma, question))
  const others = obligations.filter(({ isLemma }) => !isLemma)
  const groups = [...grouped(others, ({ actions }) => actions.join()).values()]
  const open = groups.filter((group) => !areKept(group, study)).flat()
  const answers = [...lemmas, ...open].map((one) => ({ one, answer: study.question().ask(one.wanted) }))
  return {
    failing: answers.filter(({ answer }) => typeof answer !== 'string').map(({ one }) => one),
    undecided: answers.filter(({ answer }) => answer === 'not decided').map(({ one }) => one),
  }
}

/** What is shown is used for what comes after; what is not, is looked at with the rest. */
function openLemma(lemma: Obligation, question: Question): readonly Obligation[] {
  if (question.ask(lemma.wanted) !== 'impossible') return [lemma]
  question.keep(lemma.wanted)
  return []
}

/** Whether it is shown of several at once that none fails. */
function areKept(group: readonly Obligation[], study: Study): boolean {
  if (group.length === 1) return false
  const { circuit } = study
  return study.question().ask([circuit.any(group.map(({ wanted }) => circuit.all(wanted)))]) === 'impossible'
}

/** Whether it says anything: that what it looks at can be, and that what it forbids is asked for somewhere. */
function bites(obligations: readonly Obligation[], study: Study): boolean {
  return obligations.some((one) => one.bites.every((parts) => typeof study.question().ask(parts) !== 'string'))
}

interface Found {
  readonly size: number
  readonly counterexample: Counterexample
}

async function counterexample(obligation: Obligation, study: Study): Promise<Found> {
  const question = study.question()
  const found = smallest(question, obligation.wanted, () => statedThings(obligation, question, study), study.circuit)
  if (typeof found === 'string') throw notSo(obligation)
  const weighed: Seen[] = []
  for (const { world } of obligation.outlooks)
    weighed.push(await seen(written(statementsIn(world, holdsIn(found))), study.pack, study.options))
  if (!obligation.shows(weighed)) throw notSo(obligation)
  const { actions } = obligation
  return {
    size: weighed.reduce((sum, { situation }) => sum + JSON.stringify(situation).length, 0),
    counterexample: {
      about: obligation.about,
      situations: weighed.map((one) => toldSituation(one, actions, study.pack)),
      rules: rulesSpeakingOf(actions, weighed, study),
      smallest: found.shown,
    },
  }
}

function notSo({ about }: Obligation): TimbangError {
  const message = 'has a counterexample that does not come out so when it is weighed'
  return new TimbangError('broken-invariant', [{ place: about.join(' · '), message }])
}

function holdsIn({ holds }: Smallest): (literal: Literal) => boolean {
  return (literal) => literal === always || (literal !== never && holds(literal))
}

/** For each situation, whether a thing is stated in it: what bears on the question, each once. */
function statedThings({ outlooks }: Obligation, question: Question, { circuit }: Study): readonly Literal[] {
  const things = outlooks.flatMap(({ world }) => statedIn(world, question).map((choices) => circuit.any(choices)))
  return [...new Set(things)].filter((one) => one !== always && one !== never)
}

function statedIn(world: World, question: Question): readonly (readonly Literal[])[] {
  return [...world.values()]
    .map((choices) => choices.map(({ literal }) => literal).filter((one) => question.bears(Math.abs(one))))
    .filter((literals) => literals.length > 0)
}

function rulesSpeakingOf(actions: readonly string[], weighed: readonly Seen[], { pack }: Study): readonly string[] {
  const holding = new Set(weighed.flatMap(({ rules }) => [...rules]))
  return [...holding]
    .filter((name) => pack.rules.get(name)?.pushes.some(({ action }) => actions.includes(action)))
    .sort()
}
