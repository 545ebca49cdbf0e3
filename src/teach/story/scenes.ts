import type { Fact } from '../../pack/fact.js'
import type { Action } from '../../pack/packSource.js'
import type { Text } from '../../vocabulary.js'
import { askedAndAnswered, factInWords, sentences, statusInWords } from '../phrasing.js'
import { worded } from '../worded.js'
import { askedFor, type Moment, owedAt, reasonOf, spokenAgainst, type Telling } from './moment.js'
import type { Move } from './moves.js'
import type { StoryChoice, StoryDuty, StoryEnding, StoryScene } from './storyShape.js'

/** What is done is stated as that fact of the pack which tells what is done. */
export function doneFacts<S>(
  does: readonly string[],
  { pack }: Telling<S>,
): readonly (readonly [string, Map<string, boolean>])[] {
  const fact = [...pack.facts.values()].find(({ makesDone }) => makesDone !== undefined)
  return fact === undefined || does.length === 0 ? [] : [[fact.name, new Map(does.map((name) => [name, true]))]]
}

export function choiceOf<S>(
  move: Move,
  before: Moment,
  after: Moment,
  telling: Telling<S>,
): Omit<StoryChoice, 'id' | 'leadsTo'> {
  const { kind, says, feedback, sources, asks, does } = move
  const { heldBack, pack } = telling
  const told = asks === undefined ? [] : [asks]
  const fresh = after.past.late.filter((name) => !before.past.late.includes(name))
  return {
    kind,
    says,
    feedback,
    sources: sources.flatMap((name) => before.advice.sources[name]?.cite ?? pack.sources.get(name)?.cite ?? []),
    changes: [
      ...told.map((fact) => ({ fact, says: factInWords(pack.facts.get(fact) as Fact, heldBack.get(fact) ?? null) })),
      ...doneFacts(does, telling).map(([fact]) => ({
        fact,
        says: doneInWords(pack.facts.get(fact) as Fact, labels(does, telling)),
      })),
    ],
    comesToLight: learnedTexts(fresh, telling),
    turned: turned(before, after),
  }
}

function doneInWords({ label }: Fact, actions: readonly Text[]): Text {
  return worded((_, say) => `${say(label)}: ${actions.map(say).join(' · ')}`)
}

function learnedTexts<S>(names: readonly string[], { heldBack, pack }: Telling<S>): readonly Text[] {
  return names.map((name) => askedAndAnswered(pack.facts.get(name) as Fact, heldBack.get(name) ?? null))
}

/** What the rules say otherwise than before, but for what is merely done. */
function turned(before: Moment, after: Moment): readonly StoryDuty[] {
  const was = new Map(before.advice.actions.map(({ action, status }) => [action, status]))
  return after.advice.actions
    .filter(({ action, status, standing, within }) => was.get(action) !== status && !standing && within === undefined)
    .map((one) => {
      const status = statusInWords(one.status)
      return {
        action: one.action,
        says: worded((_, say) => `“${say(one.label)}”: ${say(status)}`),
        because: reasonOf(one),
      }
    })
}

export function sceneOf<S>(moment: Moment, telling: Telling<S>): Omit<StoryScene, 'id' | 'choices'> {
  const { act, done, asked, late } = moment.past
  const { open, missed } = owedAt(moment, telling)
  return {
    act,
    done: labels(done, telling),
    learned: learnedTexts([...asked, ...late], telling),
    back: open,
    missed,
  }
}

export function endingOf<S>(moment: Moment, telling: Telling<S>): Omit<StoryEnding, 'id'> {
  const { done, late } = moment.past
  const { open, missed } = owedAt(moment, telling)
  const named = new Set([...open, ...missed].map(({ action }) => action))
  const against = spokenAgainst(moment).filter(({ action }) => done.includes(action))
  return {
    done: labels(done, telling),
    against: against.map((one) => ({ action: one.action, says: one.label, because: sentences(reasonOf(one)) })),
    missed,
    owed: open,
    stillAsked: askedFor(moment)
      .filter(({ action }) => !named.has(action))
      .map(({ label }) => label),
    askedTooLate: learnedTexts(late, telling),
  }
}

function labels<S>(actions: readonly string[], { pack }: Telling<S>): readonly Text[] {
  return [...actions].sort().map((name) => (pack.actions.get(name) as Action).label)
}
