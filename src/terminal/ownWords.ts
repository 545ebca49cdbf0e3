import { interview } from '../consult/interview.js'
import { TimbangError } from '../errors.js'
import { type HeardStatement, hear, longestStory, type Proposal } from '../hear/hear.js'
import type { Fact } from '../pack/fact.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { answerWords } from '../render/consult/answers.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { terminalWords } from '../words/terminalWords.js'
import type { State } from './askQuestion.js'
import { folded } from './display.js'
import { mentioned, noted, typed } from './prompts.js'

/** A statement that was heard, with the proposal in which it is offered. */
interface Offered {
  readonly proposal: Proposal
  readonly statement: HeardStatement
}

/** So many are looked at in one go. */
const mostOffered = 15

/** A story in the worker's own words: what was heard in it is numbered, and what the worker ticks by number is then so. */
export async function toldInOwnWords(locale: InterfaceLanguage, pack: Pack<AnySituation>): Promise<State> {
  if (pack.sayings.length === 0) return {}
  const w = terminalWords[locale]
  const story = await typed(`${w.ownWords}\n${folded(w.ownWordsHint, 'question')}`, () => undefined)
  if (story === '') return {}
  const offered = hear(story.slice(0, longestStory), pack, { most: 3 * mostOffered })
    .proposals.flatMap((proposal) => proposal.statements.map((statement) => ({ proposal, statement })))
    .slice(0, mostOffered)
  if (offered.length === 0) {
    mentioned(w.heardNothing)
    return {}
  }
  const lines = offered.map((one, place) => folded(`${place + 1}. ${offeredWords(one, story, locale)}`, 'note'))
  noted([folded(w.heardHint, 'note'), ...lines].join('\n'), w.heard)
  const line = await typed(w.heardWhich, (entered) =>
    fits(entered, offered.length) ? undefined : w.heardNumbers(offered.length),
  )
  const ticked = [...new Set(numbersIn(line))].flatMap((number) => offered[number - 1] ?? [])
  return ticked.reduce<State>((state, one) => withTicked(state, one, pack, locale), {})
}

function numbersIn(line: string): readonly number[] {
  return line
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number)
}

function fits(line: string, last: number): boolean {
  return numbersIn(line).every((number) => Number.isInteger(number) && number >= 1 && number <= last)
}

/** The statement, how it was told, and the first words in which it was heard. */
function offeredWords({ proposal, statement }: Offered, story: string, locale: InterfaceLanguage): string {
  const w = terminalWords[locale]
  const { label, value, so, as, heardIn } = statement
  const plain = label === proposal.label && typeof value === 'boolean'
  const no = plain ? value === false : !so
  const answer = no ? `: ${answerWords({ value: false }, locale)}` : ''
  const [first] = heardIn
  const words = first ? ` “${story.slice(first.from, first.to)}”` : ''
  return `${wording(label, locale)}${answer} –${as ? ` ${w[as]}:` : ''}${words}`
}

/** What was ticked is stated; where it contradicts what was ticked before, it is left out, and said so. */
function withTicked(
  state: State,
  { proposal, statement }: Offered,
  pack: Pack<AnySituation>,
  locale: InterfaceLanguage,
): State {
  const members = typeOf(pack.facts.get(proposal.fact) as Fact).input === 'members'
  const answer = members ? { [String(statement.value)]: statement.so } : statement.value
  if (!members && !statement.so) return state
  try {
    return interview(state, pack, { step: { fact: proposal.fact, answer } }).state
  } catch (error) {
    if (!(error instanceof TimbangError) || error.code !== 'invalid-situation') throw error
    mentioned(folded(`${terminalWords[locale].notTogether}: ${wording(statement.label, locale)}`, 'question'))
    return state
  }
}
