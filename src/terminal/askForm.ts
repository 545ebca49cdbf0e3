import { isTold } from '../ask/question.js'
import { type GivenAnswer, interview, type Sitting } from '../consult/interview.js'
import { knownSituation } from '../consult/statements.js'
import type { Stated } from '../pack/factTypes/factType.js'
import type { AnySituation, Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { consultWords } from '../words/consultWords.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import { languageEverywhere } from '../words/languageWords.js'
import { tellingWords } from '../words/tellingWords.js'
import { terminalWords } from '../words/terminalWords.js'
import { type Reply, reply } from './askQuestion.js'
import { folded } from './display.js'
import { Back, chosenSome } from './prompts.js'

/** What can be chosen on a form: one of its questions, or to go elsewhere. */
type Chosen = { readonly fact: string } | { readonly go: 'enough' | 'language' }

/** How a form is asked: by which rules, in which language, and what becomes of each answer as soon as it is given. */
interface Asking {
  readonly pack: Pack<AnySituation>
  readonly locale: InterfaceLanguage
  /** Where one stands after the answer; where it was not taken, where one stood before. */
  readonly take: (fact: string, answer: GivenAnswer) => Promise<Sitting<AnySituation>>
}

/** Asks for a whole form: what is known of it is chosen in one go and then answered one by one; the rest is then not known. */
export async function formReply(sitting: Sitting<AnySituation>, asking: Asking): Promise<Reply> {
  const told = toldOn(sitting, asking.pack)
  const chosen = await chosenOf(sitting, told, asking.locale)
  if (chosen === undefined) return { go: 'back' }
  for (const one of chosen) if ('go' in one) return one
  const facts = chosen.flatMap((one) => ('fact' in one ? [one.fact] : []))
  // Whoever has come back to a form loses nothing that was told on it.
  const left = sitting.together.map(({ fact }) => fact).filter((fact) => !facts.includes(fact) && !told.has(fact))
  return (
    (await eachAnswered(facts, sitting, asking)) ?? { answers: Object.fromEntries(left.map((fact) => [fact, null])) }
  )
}

/** What is told already of the questions of a form. */
function toldOn({ state, together }: Sitting<AnySituation>, pack: Pack<AnySituation>): ReadonlyMap<string, Stated> {
  const { stated } = knownSituation(state.situation, pack)
  return new Map([...stated].filter(([name, value]) => isTold(value) && together.some(({ fact }) => fact === name)))
}

/** The questions of which something is known; nothing where the person goes back. */
async function chosenOf(
  { together, progress }: Sitting<AnySituation>,
  told: ReadonlyMap<string, Stated>,
  locale: InterfaceLanguage,
): Promise<readonly Chosen[] | undefined> {
  const [w, terminal] = [tellingWords[locale], terminalWords[locale]]
  const heading = together[0]?.danger ? `! ${w.formOfDanger}` : w.form
  const lines = [
    consultWords[locale].asked(progress.answered, progress.open),
    heading,
    `${w.formHint} (${terminal.choose})`,
  ]
  const message = lines.map((line) => folded(line, 'question')).join('\n')
  const choices = [
    ...together.map(({ fact, ask }) => ({
      value: { fact },
      label: wording(ask, locale),
      ...(told.has(fact) && { hint: terminal.answered }),
    })),
    { value: { go: 'enough' } as const, label: terminal.enough },
    { value: { go: 'language' } as const, label: languageEverywhere },
  ]
  try {
    return await chosenSome<Chosen>(message, choices, locale)
  } catch (error) {
    if (!(error instanceof Back)) throw error
    return undefined
  }
}

/** Asks some questions of a form one by one; where one goes elsewhere before the last. */
async function eachAnswered(
  facts: readonly string[],
  sitting: Sitting<AnySituation>,
  { pack, locale, take }: Asking,
): Promise<Reply | undefined> {
  let { state } = sitting
  for (const fact of facts) {
    const alone = interview({ ...state, asked: [...state.asked, fact], at: state.asked.length }, pack)
    if (alone.question === null) continue
    const given = await reply(alone, alone.question, locale)
    if (!('answer' in given)) return given
    state = (await take(fact, given.answer)).state
  }
  return undefined
}
