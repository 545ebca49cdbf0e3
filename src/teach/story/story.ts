import { checkedOptions as checkedWeighing } from '../../advise/advise.js'
import { knownOrContradiction } from '../../decide/decide.js'
import { restated } from '../../decide/statedFacts.js'
import { TimbangError } from '../../errors.js'
import { checkPack, type Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import type { WeighOptions } from '../../weigh/assess.js'
import { outletWords } from '../../words/outletWords.js'
import { inTheseLanguages } from '../textLanguages.js'
import { type Vignette, vignetteWithFacts } from '../vignette.js'
import { worded } from '../worded.js'
import { askedFirst, askedFor, type Moment, momentAfter, type Past, type Telling } from './moment.js'
import { type Move, movesAt } from './moves.js'
import { choiceOf, doneFacts, endingOf, sceneOf } from './scenes.js'
import type { Story, StoryChoice, StoryEnding, StoryScene } from './storyShape.js'

/** What a teacher may choose of a story. */
export interface StoryOptions extends WeighOptions {
  /** Any whole number; the same one gives the same story (1). */
  readonly seed?: number | undefined
}

/** How many times one chooses; what was not asked until the last comes to light before it. */
const acts = 3

/**
 * Makes a branching story from a vignette. What one chooses is stated as done, or what the story holds back as learned; the rules then
 * say what stands otherwise, and what was owed and not done comes back. Nothing in it is invented: what follows from a choice
 * is what the rules say of the facts that it leaves.
 * @throws TimbangError `invalid-vignette` also where the rules ask for nothing in it, `invalid-options`
 */
export async function story<S>(vignette: Vignette, pack: Pack<S>, options: StoryOptions = {}): Promise<Story> {
  checkPack(pack)
  const { seed = 1, ...weighing } = checkedWeighing<StoryOptions, S>(options, pack, { seed: true })
  if (!Number.isSafeInteger(seed)) throw refused('invalid-options', 'options.seed', 'must be a whole number')
  const withFacts = vignetteWithFacts(vignette, pack)
  const telling = { ...withFacts, pack, options: weighing, seed }
  const start = { act: 1, stated: withFacts.toldFacts, done: [], taken: [], asked: [], late: [], left: [], since: [] }
  const first = await momentAfter(start, telling)
  if (movesAt(first, telling).length < 2)
    throw refused('invalid-vignette', 'vignette', 'gives no story: the rules ask for nothing in it')
  const { scenes, endings } = await told(first, telling)
  const { name, title, story: sentencesTold } = withFacts.vignette
  const content = {
    title,
    story: sentencesTold.map(({ says }) => says),
    rules: rulesLine(first, telling),
    scenes,
    endings,
  }
  const { languages } = withFacts
  return { name, languages, ...inTheseLanguages(content, languages) }
}

function refused(code: 'invalid-options' | 'invalid-vignette', place: string, message: string): TimbangError {
  return new TimbangError(code, [{ place, message }])
}

function rulesLine<S>({ advice }: Moment, { pack }: Telling<S>): Text {
  return worded((_, say, language) =>
    pack.parts.map(({ title, version }) => outletWords[language].rules(say(title), version, advice.on)).join(' · '),
  )
}

/** Every scene that can be reached, each once however it is reached, and every ending. */
async function told<S>(first: Moment, telling: Telling<S>): Promise<Pick<Story, 'scenes' | 'endings'>> {
  const ids = new Map([[keyOf(first.past), 's1']])
  const count = { s: 1, e: 0 }
  const waiting = [first]
  const scenes: StoryScene[] = []
  const endings: StoryEnding[] = []
  const place = (moment: Moment): string => {
    const key = keyOf(moment.past)
    const letter = moment.past.act > acts ? 'e' : 's'
    const before = ids.get(key)
    if (before !== undefined) return before
    const id = `${letter}${++count[letter]}`
    ids.set(key, id)
    if (letter === 's') waiting.push(moment)
    else endings.push({ id, ...endingOf(moment, telling) })
    return id
  }
  for (let moment = waiting.shift(); moment !== undefined; moment = waiting.shift()) {
    const choices: StoryChoice[] = []
    for (const move of movesAt(moment, telling)) {
      const after = await momentBy(move, moment, telling)
      if (after)
        choices.push({
          id: 'abcdefgh'.charAt(choices.length),
          ...choiceOf(move, moment, after, telling),
          leadsTo: place(after),
        })
    }
    scenes.push({ id: ids.get(keyOf(moment.past)) as string, ...sceneOf(moment, telling), choices })
  }
  return { scenes, endings }
}

function keyOf({ act, done, taken, asked, late, left, since }: Past): string {
  return JSON.stringify([act, ...[done, taken, asked, late, left, since].map((names) => [...names].sort())])
}

/** The moment after a move; nothing where what it would state contradicts what was told. */
async function momentBy<S>(move: Move, moment: Moment, telling: Telling<S>): Promise<Moment | undefined> {
  const next = pastBy(move, moment.past, telling)
  if (typeof knownOrContradiction(next.stated, telling.pack) === 'string') return undefined
  const after = await momentAfter(next, telling)
  const duties = askedFor(after).filter(({ status }) => status === 'must')
  const open = new Set(duties.map(({ action }) => action))
  const before = new Set(askedFor(moment).map(({ action }) => action))
  const kept = (names: readonly string[]) => [...new Set(names)].filter((action) => open.has(action))
  const left = kept([...moment.past.left, ...askedFirst(moment).map(({ action }) => action)])
  const since = kept([...moment.past.since, ...[...open].filter((action) => !before.has(action))])
  return { ...after, past: { ...next, left, since } }
}

/** What has happened once a move is made; what nobody asked for comes to light before the last choice. */
function pastBy<S>({ asks, does, takes }: Move, past: Past, telling: Telling<S>): Past {
  const { heldBack } = telling
  const act = past.act + 1
  const asked = [...past.asked, ...(asks === undefined ? [] : [asks])]
  const open = [...heldBack.keys()].filter((name) => !asked.includes(name))
  const late = act === acts ? open : past.late
  const learned = [...asked, ...late].map((name) => [name, heldBack.get(name) ?? null] as const)
  return {
    act,
    stated: restated(past.stated, [...learned, ...doneFacts(does, telling)]),
    done: [...new Set([...past.done, ...does])],
    taken: [...past.taken, ...(takes === undefined ? [] : [takes])],
    asked,
    late,
    left: [],
    since: [],
  }
}
