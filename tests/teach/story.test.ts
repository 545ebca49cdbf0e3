import { parseTwee } from 'extwee'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { choiceParts, endingParts, sceneParts, storyEdition } from '../../src/teach/story/outlets/storyEdition.js'
import { storyOutlets } from '../../src/teach/story/outlets/storyOutlets.js'
import { story } from '../../src/teach/story/story.js'
import type { Story, StoryChoice, StoryScene } from '../../src/teach/story/storyShape.js'
import { type Locale, locales } from '../../src/vocabulary.js'
import { bareVignette, refusal, vignette } from '../support/exercises.js'

/* A story whose choices change the facts: of a dilemma, of a settled case, of a divided matter, and of one that holds nothing back. */

const names = ['her-own-decision.json', 'please-tell-nobody.json', 'the-pupil-who-cuts-herself.json']
const [dilemma, settled, divided] = (await Promise.all(
  names.map((name) => story(vignette(name), socialWork)),
)) as readonly Story[] as readonly [Story, Story, Story]
const whole = await story(vignette('neighbour-as-client.json'), socialWork, { seed: 2 })
const all = [dilemma, settled, divided, whole].map((one) => [one.name, one] as const)

const label = (action: string) => socialWork.actions.get(action)?.label.en
const sceneOf = (told: Story, id: string) => told.scenes.find((one) => one.id === id) as StoryScene
const endingOf = (told: Story, id: string) => told.endings.find((one) => one.id === id)

/** The choice that does this, or is of this kind. */
function choiceIn({ choices }: StoryScene, wanted: string): StoryChoice {
  const found = choices.find(({ kind, says }) => kind === wanted || says.en?.includes(label(wanted) ?? '–'))
  if (found === undefined) throw new Error(`no choice is ${wanted}`)
  return found
}

/** The choices of a way through the story, from its beginning. */
function way(told: Story, ...wanted: readonly string[]): readonly StoryChoice[] {
  let at = 's1'
  return wanted.map((one) => {
    const choice = choiceIn(sceneOf(told, at), one)
    at = choice.leadsTo
    return choice
  })
}

describe.each(all)('the story of %s', (_, told) => {
  test('leads from its beginning through every scene to every ending, in three choices', () => {
    const acts = new Map([['s1', 1]])
    for (const { id, choices } of told.scenes)
      for (const { leadsTo } of choices) acts.set(leadsTo, (acts.get(id) as number) + 1)
    expect([...acts.keys()].sort()).toEqual([...told.scenes, ...told.endings].map(({ id }) => id).sort())
    for (const { id, act } of told.scenes) expect(acts.get(id)).toBe(act)
    for (const { id } of told.endings) expect(acts.get(id)).toBe(4)
  })

  test('offers at least two choices, no two alike, and one at most that is spoken against', () => {
    for (const { choices } of told.scenes) {
      expect(choices.length).toBeGreaterThan(1)
      expect(new Set(choices.map(({ says }) => says.en)).size).toBe(choices.length)
      expect(choices.filter(({ kind }) => kind === 'against' || kind === 'wait').length).toBeLessThan(2)
    }
  })

  test('brings back nothing that was done, and nothing both as open and as too late', () => {
    for (const { done, back, missed } of told.scenes) {
      const texts = done.map(({ en }) => en)
      for (const { says } of [...back, ...missed]) expect(texts).not.toContain(says.en)
      expect(back.filter(({ action }) => missed.some((one) => one.action === action))).toEqual([])
    }
  })
})

describe('what is owed', () => {
  test('to the side that was not taken comes back, can be done then, and is told at the end where it was not', () => {
    const [taken, done, asked] = way(dilemma, 'keep-confidential', 'make-safety-plan', 'duty') as readonly StoryChoice[]
    const back = (id: string) => sceneOf(dilemma, id).back.map(({ action }) => action)
    expect(back(taken?.leadsTo as string)).toEqual(expect.arrayContaining(['make-safety-plan', 'monitor-risk']))
    expect(back(done?.leadsTo as string)).not.toContain('make-safety-plan')
    const end = endingOf(dilemma, asked?.leadsTo as string)
    expect(end?.owed.find(({ action }) => action === 'monitor-risk')?.because.en).toMatch(/^Owed to what gave way/)
  })

  test('follows the side that was taken', () => {
    const owed = (side: string) => {
      const [choice] = way(dilemma, side)
      return sceneOf(dilemma, choice?.leadsTo as string).back.map(({ action }) => action)
    }
    expect(owed('disclose-to-protect')).toContain('provide-aftercare')
    expect(owed('disclose-to-protect')).not.toContain('monitor-risk')
  })

  test('before something that was done without it comes too late, and is no choice any more', () => {
    const [told] = way(settled, 'disclose-to-protect')
    const { missed, back, choices } = sceneOf(settled, told?.leadsTo as string)
    expect(missed.map(({ action }) => action)).toEqual(['tell-client-first'])
    expect(missed[0]?.because.en).toContain(label('disclose-to-protect'))
    expect(back.map(({ action }) => action)).not.toContain('tell-client-first')
    expect(choices.map(({ says }) => says.en)).not.toContain(label('tell-client-first'))
  })

  test('where nothing gave way is what was asked for first', () => {
    const [waited] = way(whole, 'against')
    expect(sceneOf(whole, waited?.leadsTo as string).back[0]?.because.en).toMatch(
      /^It (was asked for first|has come up)/,
    )
  })
})

describe('what is chosen changes the facts', () => {
  test('so that the rules say otherwise what is to be done, and what was done against them is to be answered for', async () => {
    const choices = way(settled, 'promise-absolute-secrecy', 'ask', 'duty')
    const [promised] = choices
    expect(promised?.changes.map(({ fact }) => fact)).toEqual(['done.worker'])
    const { facts } = vignette('please-tell-nobody.json')
    const said = async (situation: object) => (await advise(situation, socialWork, { questions: false })).actions
    const after = await said({ ...facts, done: { worker: ['promise-absolute-secrecy'] } })
    expect(promised?.turned.map(({ action }) => action)).toEqual(newIn(after, await said(facts)))
    const end = endingOf(settled, choices.at(-1)?.leadsTo as string)
    expect(end?.against.map(({ action }) => action)).toEqual(['promise-absolute-secrecy'])
    expect(end?.askedTooLate).toEqual([])
  })

  test('what nobody asked comes to light before the last choice, and whoever asked knows it before', () => {
    const [, second] = way(settled, 'duty', 'duty')
    expect(second?.comesToLight.map(({ en }) => en)).toEqual([
      'Would reporting or telling someone raise the danger? No.',
    ])
    const [asked, after] = way(settled, 'ask', 'duty')
    expect(asked?.changes.map(({ fact }) => fact)).toEqual(['risk.disclosureIncreases'])
    expect([asked?.comesToLight, after?.comesToLight]).toEqual([[], []])
    expect(sceneOf(settled, asked?.leadsTo as string).learned).toHaveLength(1)
  })

  test('where the profession is divided either position can be taken, and neither is called wrong', () => {
    const sides = divided.scenes[0]?.choices.filter(({ kind }) => kind === 'side') ?? []
    expect(sides.map(({ says }) => says.en)).toEqual(
      expect.arrayContaining(
        ['withhold-from-parents', 'involve-parents'].map((one) => expect.stringContaining(label(one) ?? '–')),
      ),
    )
    for (const { feedback } of sides) expect(feedback.en).toContain('Both agree')
  })
})

/** What a second advice says otherwise than a first one, but for standing duties. */
function newIn(after: Advice['actions'], before: Advice['actions']): readonly string[] {
  const was = new Map(before.map(({ action, status }) => [action, status]))
  return after
    .filter(({ action, status, standing, within }) => !standing && within === undefined && was.get(action) !== status)
    .map(({ action }) => action)
}

describe('a story', () => {
  test('is refused where the rules ask for nothing, and for a seed that is none', async () => {
    const refused = async (call: Promise<unknown>) => await call.then(String, (error: Error) => error.message)
    const bare = bareVignette({ case: { jurisdiction: 'ID' } })
    expect(await refused(story(bare, socialWork))).toMatch('vignette: gives no story')
    expect(await refused(story(bare, socialWork, { seed: 0.5 }))).toMatch('options.seed: must be a whole number')
  })

  test('is given out in its own languages only', () => {
    const [twee] = storyOutlets
    expect(refusal(() => twee?.write({ ...dilemma, languages: ['id'] }, { locale: 'en' }))).toMatch(
      'must be one of `id`',
    )
  })
})

/** Words, harmless signs, character references and our own links: nothing else. */
const harmless =
  /^(?:[\p{L}\p{M}\p{N} \n.,;?!()–—…“”‘’·%]|(?<=[\p{L}\p{N}])['/-](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}”’)?!…]):(?=[ \n]|$)|&#\d+;|\[\[[\p{L} ]+->(?:Scene \d+(?: (?:[A-H]|Case))?|Ending \d+)\]\])*$/u

const tried = [dilemma, whole].map((one) => [one.name, one] as const)
const given = tried.flatMap(([name, told]) => locales.map((locale) => [name, locale, told] as const))

describe.each(given)('the story of %s in %s', (_, locale, told) => {
  test('as Twee, read by extwee, is the same story', () => {
    const read = parseTwee(written('twee', told, locale) as string)
    const passages = new Map(read.passages.map(({ name, text }) => [name, text]))
    for (const text of passages.values()) expect(text).toMatch(harmless)
    const places = read.passages.flatMap(({ metadata }) => metadata.position ?? [])
    expect(new Set(places).size).toBe(passages.size)
    expect(read.name).toBe(told.title[locale])
    const named = (id: string) => `${id.startsWith('e') ? 'Ending' : 'Scene'} ${id.slice(1)}`
    const edges = told.scenes.flatMap(({ id, choices }) =>
      choices.map((choice) => [`${named(id)} ${choice.id.toUpperCase()}`, choice] as const),
    )
    expect([...passages.keys()].sort()).toEqual(
      [
        'Start',
        ...edges.map(([name]) => name),
        ...[...told.scenes, ...told.endings].map(({ id }) => named(id)),
        ...told.scenes.map(({ id }) => `${named(id)} Case`),
      ].sort(),
    )
    for (const { id } of told.scenes) {
      expect(links(passages.get(named(id)))).toContain(`${named(id)} Case`)
      expect(links(passages.get(`${named(id)} Case`))).toEqual([named(id)])
      for (const sentence of told.story)
        expect(decoded(passages.get(`${named(id)} Case`) ?? '')).toContain(sentence[locale])
    }
    for (const [name, { leadsTo }] of edges) expect(links(passages.get(name))).toEqual([named(leadsTo)])
    const shown = decoded([...passages.values()].join('\n'))
    expect(textsOf(told, locale).filter((text) => !shown.includes(text))).toEqual([])
  })

  test('as H5P, unpacked and followed by its numbers, is the same story', () => {
    const files = unzipSync(written('h5p', told, locale) as Uint8Array)
    const json = (path: string): unknown => JSON.parse(strFromU8(files[path] as Uint8Array))
    expect(Object.keys(files)).toEqual(['h5p.json', 'content/content.json'])
    expect(packageSchema.parse(json('h5p.json')).language).toBe(locale)
    const { content } = contentSchema.parse(json('content/content.json')).branchingScenario
    const reached = new Set<number>()
    const follow = (place: number): void => {
      if (place < 0 || reached.has(place)) return
      reached.add(place)
      const { type, nextContentId: next } = content[place] as Node
      if ('text' in type.params) follow(next ?? Number.NaN)
      else for (const { nextContentId } of type.params.branchingQuestion.alternatives) follow(nextContentId)
    }
    follow(0)
    expect(reached.size).toBe(content.length)
    const shown = plain(JSON.stringify(content))
    expect(textsOf(told, locale).filter((text) => !shown.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
  })
})

function written(name: string, told: Story, locale: Locale): string | Uint8Array | undefined {
  return storyOutlets.find((one) => one.name === name)?.write(told, { locale })
}

function links(text = ''): readonly string[] {
  return [...text.matchAll(/->([^\]]+)\]\]/g)].map(([, to]) => to as string)
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

/** HTML as it is read: without its tags, of which there are paragraphs and strong words alone. */
function plain(html: string): string {
  expect(html.match(/<(?!\/?(?:p|strong)>)/g)).toBeNull()
  const signs: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '\\"',
    '&#39;': "'",
  }
  return html.replace(/<\/?(?:p|strong)>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] as string)
}

/** Everything that is told somewhere in a story. */
function textsOf(told: Story, locale: Locale): readonly string[] {
  const edition = storyEdition(told, { locale })
  const parts = [
    ...told.scenes.flatMap((scene) => [
      ...(scene.act > 1 ? sceneParts(scene, edition) : []),
      ...scene.choices.flatMap((choice) => choiceParts(choice, edition)),
    ]),
    ...told.endings.flatMap((ending) => endingParts(ending, edition)),
  ]
  const says = told.scenes.flatMap(({ choices }) => choices.map((choice) => choice.says[locale]))
  return [...new Set([...told.story.map((one) => one[locale]), ...says, ...parts.flatMap(({ lines }) => lines)])]
}

const feedbackSchema = z.strictObject({ title: z.string(), subtitle: z.string() })
const nodeSchema = z.strictObject({
  type: z.strictObject({
    library: z.enum(['H5P.AdvancedText 1.1', 'H5P.BranchingQuestion 1.0']),
    params: z.union([
      z.strictObject({ text: z.string() }),
      z.strictObject({
        branchingQuestion: z.strictObject({
          question: z.string(),
          alternatives: z
            .array(z.strictObject({ text: z.string(), nextContentId: z.int(), feedback: feedbackSchema }))
            .min(2),
        }),
      }),
    ]),
    subContentId: z.uuid(),
    metadata: z.strictObject({ contentType: z.string(), license: z.literal('U'), title: z.string() }),
  }),
  showContentTitle: z.boolean(),
  proceedButtonText: z.string(),
  forceContentFinished: z.literal('useBehavioural'),
  feedback: feedbackSchema,
  contentBehaviour: z.literal('useBehavioural'),
  nextContentId: z.int().optional(),
})
type Node = z.infer<typeof nodeSchema>

/** What the semantics of Branching Scenario 1.10 ask for, as far as a story makes use of it. */
const contentSchema = z.strictObject({
  branchingScenario: z.strictObject({
    title: z.string(),
    startScreen: z.strictObject({ startScreenTitle: z.string(), startScreenSubtitle: z.string() }),
    endScreens: z
      .array(z.strictObject({ endScreenTitle: z.string(), endScreenSubtitle: z.string(), contentId: z.literal(-1) }))
      .length(1),
    content: z.array(nodeSchema),
    scoringOptionGroup: z.strictObject({
      scoringOption: z.literal('no-score'),
      includeInteractionsScores: z.boolean(),
    }),
    behaviour: z.record(z.string(), z.boolean()),
    l10n: z.record(z.string(), z.string().min(1)),
  }),
})

/** What h5p.json must hold. */
const packageSchema = z.object({
  title: z.string().min(1),
  language: z.string(),
  mainLibrary: z.literal('H5P.BranchingScenario'),
  embedTypes: z.array(z.enum(['iframe', 'div'])).min(1),
  preloadedDependencies: z
    .array(z.strictObject({ machineName: z.string(), majorVersion: z.int(), minorVersion: z.int() }))
    .min(1),
})
