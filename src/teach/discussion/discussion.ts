import { checkedOptions as checkedWeighing } from '../../advise/advise.js'
import { TimbangError } from '../../errors.js'
import type { Fact } from '../../pack/fact.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Kind, Text } from '../../vocabulary.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { discussionWords } from '../../words/discussionWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { outletWords } from '../../words/outletWords.js'
import { type TalkStep, talkSteps } from '../../words/shapes/discussion.js'
import { concordanceItems } from '../concordance/items.js'
import { type Lesson, lessonOf } from '../lesson.js'
import { answerInWords, principleWithReason, questionInWords, sentences } from '../phrasing.js'
import { stakesOf } from '../questions/atStake.js'
import { inTheseLanguages } from '../textLanguages.js'
import { type Vignette, vignetteWithFacts } from '../vignette.js'
import { worded } from '../worded.js'
import { type Stance, stancesOf } from './stances.js'

/** What a teacher may choose of a discussion. */
export interface DiscussionOptions extends WeighOptions {
  /** How long it may take, from 20 to 240 minutes (45). */
  readonly minutes?: number | undefined
}

/** What a class needs to talk a case over: two positions with the best case for each, questions, mistakes, minutes and roles. */
export interface Discussion {
  readonly name: string
  readonly title: Text
  readonly story: readonly Text[]
  readonly kind: Kind
  /** In which languages all of it is. */
  readonly languages: readonly InterfaceLanguage[]
  /** The rules from which the reasons come. */
  readonly rules: Text
  readonly stances: readonly [Stance, Stance]
  readonly prompts: readonly Text[]
  /** The principles that the rules see at stake, each with its reason: what the class named is held against them. */
  readonly stakes: readonly Text[]
  readonly whenAllAgree: readonly Text[]
  readonly mistakes: readonly { readonly says: Text; readonly reply: Text }[]
  readonly plan: readonly { readonly step: TalkStep; readonly minutes: number }[]
  /** What the story holds back, for the one who plays the person it is about. */
  readonly heldBack: readonly { readonly ask: Text; readonly answer: Text }[]
}

/**
 * Makes a discussion from a vignette. Reasons, what is owed and common mistakes come from the rules; no position is the right one.
 * @throws TimbangError `invalid-vignette` also where the rules ask for nothing in it, `invalid-options`
 */
export async function discussion<S>(
  vignette: Vignette,
  pack: Pack<S>,
  options: DiscussionOptions = {},
): Promise<Discussion> {
  checkPack(pack)
  const { minutes = 45, ...weighing } = checkedWeighing<DiscussionOptions, S>(options, pack, { minutes: true })
  if (!Number.isInteger(minutes) || minutes < 20 || minutes > 240)
    throw new TimbangError('invalid-options', [
      { place: 'options.minutes', message: 'must be a whole number from 20 to 240' },
    ])
  const withFacts = vignetteWithFacts(vignette, pack)
  const lesson = await lessonOf(withFacts, pack, weighing, { seed: 1, most: 3, whole: false })
  const stances = stancesOf(lesson)
  if (stances === undefined)
    throw new TimbangError('invalid-vignette', [
      { place: 'vignette', message: 'gives nothing to talk over: the rules ask for nothing in it' },
    ])
  const { name, title, story, prompts = [] } = withFacts.vignette
  const turns = concordanceItems(lesson, withFacts.toldFacts).map(({ newFact }) => newFact)
  const content = {
    title,
    story: story.map(({ says }) => says),
    rules: rulesLine(lesson),
    stances,
    prompts: [...prompts, ...promptsOf(stances, turns)],
    stakes: stakesOf(lesson).map(({ principle, because }) => principleWithReason(principle, because, pack)),
    whenAllAgree: whenAllAgree(turns),
    mistakes: mistakesOf(lesson),
    heldBack: heldBackOf(lesson),
  }
  const { languages, advice } = lesson
  return { name, kind: advice.kind, languages, plan: planOf(minutes), ...inTheseLanguages(content, languages) }
}

function rulesLine<S>({ pack, advice }: Lesson<S>): Text {
  return worded((_, say, language) =>
    pack.parts.map(({ title, version }) => outletWords[language].rules(say(title), version, advice.on)).join(' · '),
  )
}

function promptsOf([one, other]: readonly [Stance, Stance], turns: readonly Text[]): readonly Text[] {
  const fixed = (['stakeAsk', 'absentAsk', 'unknownAsk'] as const).map(fixedText)
  const owed = [
    [one, other],
    [other, one],
  ].map(([taken, left]) =>
    worded((_, say, language) =>
      discussionWords[language].owedAsk(say((taken as Stance).says), say((left as Stance).says)),
    ),
  )
  return [...fixed, ...owed, ...turns.slice(0, 2).map(turnAsk), ...(['ownAsk', 'wordsAsk'] as const).map(fixedText)]
}

function whenAllAgree(turns: readonly Text[]): readonly Text[] {
  return [...(['defendAsk', 'priceAsk'] as const).map(fixedText), ...turns.slice(2, 3).map(turnAsk)]
}

function fixedText(
  name: 'stakeAsk' | 'absentAsk' | 'unknownAsk' | 'ownAsk' | 'wordsAsk' | 'defendAsk' | 'priceAsk',
): Text {
  return worded((_w, _say, language) => discussionWords[language][name])
}

function turnAsk(newFact: Text): Text {
  return worded((_, say, language) => discussionWords[language].turnAsk(say(newFact)))
}

const mostMistakes = 5

/** What must not be done in the case, and why; where the profession is divided nothing is a mistake. */
function mistakesOf<S>({ advice }: Lesson<S>): Discussion['mistakes'] {
  const forbidden = advice.actions.filter(
    ({ status, standing, divided }) => status === 'must-not' && !standing && !divided,
  )
  return forbidden.slice(0, mostMistakes).map(({ label, because }) => ({
    says: label,
    reply: sentences(...because.slice(0, 1).map((reason) => reason.because)),
  }))
}

function heldBackOf<S>({ heldBack, pack }: Lesson<S>): Discussion['heldBack'] {
  return [...heldBack].map(([name, stated]) => {
    const fact = pack.facts.get(name) as Fact
    return { ask: questionInWords(fact), answer: sentences(answerInWords(fact, stated)) }
  })
}

/** Which part of the time each step takes, in percent. */
const shares: Readonly<Record<TalkStep, number>> = { read: 10, vote: 10, groups: 35, again: 10, plenary: 25, close: 10 }

/** Whole minutes for each step that make up the time there is; what rounding leaves over is the plenary’s. */
function planOf(minutes: number): Discussion['plan'] {
  const plan = talkSteps.map((step) => ({ step, minutes: Math.floor((minutes * shares[step]) / 100) }))
  const left = minutes - plan.reduce((sum, one) => sum + one.minutes, 0)
  return plan.map((one) => (one.step === 'plenary' ? { ...one, minutes: one.minutes + left } : one))
}
