import { TimbangError } from '../../../errors.js'
import { optionsGiven } from '../../../options.js'
import { digestOf } from '../../../pack/identity/digest.js'
import { storyWords } from '../../../words/outletWords.js'
import { courseOf } from '../../outlets/xapi/course.js'
import { type Activity, framed, type Said, type XapiStatement } from '../../outlets/xapi/statement.js'
import { checkedFrame, type XapiFrame } from '../../outlets/xapi/xapiOptions.js'
import { worded } from '../../worded.js'
import type { Story, StoryChoice, StoryEnding, StoryScene } from '../storyShape.js'

/** What the statements of a story are about, and who makes them. */
export interface StoryXapiOptions extends Omit<XapiFrame, 'mastery'> {
  /** What was chosen at each moment, in order, by its letter; without it, a statement for every choice of every moment. */
  readonly taken?: readonly string[] | undefined
}

/**
 * What was chosen in a story as xAPI statements: it was experienced, at each moment something was chosen, and it was
 * completed. Nothing is scored: what a choice is (a duty, a side, a question …), where it leads, and what is owed at the end
 * stand as extensions.
 * @throws TimbangError `invalid-answers` where a letter is no choice of its moment, `invalid-options`
 */
export function storyToXapi(story: Story, options: StoryXapiOptions): readonly XapiStatement[] {
  const { taken, ...given } = optionsGiven<StoryXapiOptions>(options, {
    ...{ actor: true, base: true, timestamp: true, launch: true, taken: true },
  })
  const frame = checkedFrame(given)
  const grouping = { id: `${frame.base}${story.name}` }
  const own = `${grouping.id}-story-${digestOf(story).slice(0, 12)}`
  const whole: Activity = {
    id: frame.launch?.activityId ?? own,
    definition: { type: 'http://adlnet.gov/expapi/activities/simulation', name: story.title },
  }
  const state = framed(frame, grouping, story.languages)
  const answered = (scene: StoryScene, choice: StoryChoice): Said => ({
    verb: 'answered',
    object: { id: `${own}/${scene.id}`, definition: definitionOf(scene, story) },
    parent: { id: whole.id },
    result: { response: choice.id, extensions: extensions({ kind: choice.kind, leadsTo: choice.leadsTo }) },
  })
  if (taken === undefined)
    return story.scenes.flatMap((scene) => scene.choices.map((choice) => state(answered(scene, choice))))
  const { steps, ending } = walked(story, taken)
  return courseOf(
    {
      object: whole,
      answered: steps.map(({ scene, choice }) => answered(scene, choice)),
      complete: ending !== undefined,
      ...(ending && { result: { extensions: extensions(endedBy(ending)) } }),
    },
    frame,
  ).map(state)
}

function extensions(held: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(held).map(([name, value]) => [`https://timbang.example/xapi/${name}`, value]),
  )
}

/** What is to be answered for at an ending, and what is left, by the names of actions. */
function endedBy({ id, against, missed, owed }: StoryEnding) {
  const names = (duties: StoryEnding['owed']) => duties.map(({ action }) => action)
  return { ending: id, against: names(against), missed: names(missed), owed: names(owed) }
}

/** A moment as an interaction; no choice of it is the right one. */
function definitionOf({ act, choices }: StoryScene, { languages }: Story) {
  return {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    description: worded((_w, _say, language) => storyWords[language][act === 1 ? 'whatNow' : 'whatNext'], languages),
    interactionType: 'choice',
    choices: choices.map(({ id, says }) => ({ id, description: says })),
  }
}

interface Walked {
  readonly steps: readonly { readonly scene: StoryScene; readonly choice: StoryChoice }[]
  /** The ending that was reached, if one was. */
  readonly ending: StoryEnding | undefined
}

/** The way through a story that was taken. */
function walked({ scenes, endings }: Story, taken: readonly string[]): Walked {
  let at = scenes[0]?.id
  const steps = taken.map((letter, i) => {
    const scene = scenes.find(({ id }) => id === at)
    const choice = scene?.choices.find(({ id }) => id === letter)
    if (scene === undefined || choice === undefined)
      throw new TimbangError('invalid-answers', [{ place: `taken[${i}]`, message: misfit(scene) }])
    at = choice.leadsTo
    return { scene, choice }
  })
  return { steps, ending: endings.find(({ id }) => id === at) }
}

function misfit(scene: StoryScene | undefined): string {
  if (scene === undefined) return 'comes after the end'
  return `must be one of ${scene.choices.map(({ id }) => `\`${id}\``).join(', ')}`
}
