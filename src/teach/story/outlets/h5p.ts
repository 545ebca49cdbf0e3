import { contentUuid } from '../../../pack/identity/contentUuid.js'
import { digestOf } from '../../../pack/identity/digest.js'
import { element, markupText } from '../../../render/markup.js'
import { outletWords } from '../../../words/outletWords.js'
import { teachWords } from '../../../words/teachWords.js'
import type { OutletOptions } from '../../outlets/edition.js'
import { zipped } from '../../outlets/zipped.js'
import type { Story, StoryScene } from '../storyShape.js'
import {
  choiceParts,
  endingParts,
  type StoryEdition,
  type StoryPart,
  sceneParts,
  sceneQuestion,
  storyEdition,
} from './storyEdition.js'

/** The libraries that play it, in the versions of spring 2026; they are not in the package, and the site must have them. */
const libraries = [
  { machineName: 'H5P.BranchingScenario', majorVersion: 1, minorVersion: 10 },
  { machineName: 'H5P.BranchingQuestion', majorVersion: 1, minorVersion: 0 },
  { machineName: 'H5P.AdvancedText', majorVersion: 1, minorVersion: 1 },
  { machineName: 'FontAwesome', majorVersion: 4, minorVersion: 5 },
]

/** The story as H5P Branching Scenario: a package with the content alone, without the libraries that play it. */
export function storyToH5p(given: Story, options: OutletOptions): Uint8Array {
  const edition = storyEdition(given, options)
  const about = {
    title: edition.text(edition.story.title),
    language: edition.locale,
    defaultLanguage: edition.locale,
    mainLibrary: 'H5P.BranchingScenario',
    embedTypes: ['iframe'],
    license: 'U',
    preloadedDependencies: libraries,
  }
  return zipped({
    'h5p.json': JSON.stringify(about),
    'content/content.json': JSON.stringify(h5pContent(edition)),
  })
}

/** A story with what it is known by. */
interface Identified extends StoryEdition {
  readonly digest: string
}

/** What Branching Scenario plays: texts and questions, each with the number of what follows; -1 is the end. */
function h5pContent(given: StoryEdition) {
  const edition = { ...given, digest: digestOf(given.story) }
  const { story, locale, text, words } = edition
  const nodes = numbered(edition)
  const title = text(story.title)
  const w = outletWords[locale]
  return {
    branchingScenario: {
      title: markupText(title),
      startScreen: { startScreenTitle: paragraph(title), startScreenSubtitle: paragraph(text(story.rules)) },
      endScreens: [
        {
          endScreenTitle: paragraph(words.end),
          endScreenSubtitle: [w.endSays, teachWords[locale].support].map(paragraph).join(''),
          contentId: -1,
        },
      ],
      content: [
        textNode('start', w.story, [{ lines: story.story.map(text) }], nodes('s1'), edition),
        ...story.scenes.flatMap((scene) => sceneNodes(scene, nodes, edition)),
        ...story.endings.map((one) => textNode(one.id, words.end, endingParts(one, edition), -1, edition)),
      ],
      scoringOptionGroup: { scoringOption: 'no-score', includeInteractionsScores: false },
      behaviour: { enableBackwardsNavigation: false, forceContentFinished: false, randomizeBranchingQuestions: false },
      l10n: { ...words.h5p, startScreenButtonText: w.begin, endScreenButtonText: w.restart },
    },
  }
}

/** Where what has an id begins: of a scene that tells what came of a choice the text before its question. */
function numbered({ story }: StoryEdition): (id: string) => number {
  const sizes = [
    ...story.scenes.map((scene) => [scene.id, scene.act === 1 ? 1 : 2] as const),
    ...story.endings.map(({ id }) => [id, 1] as const),
  ]
  const places = new Map<string, number>()
  let place = 1
  for (const [id, size] of sizes) {
    places.set(id, place)
    place += size
  }
  return (id) => places.get(id) as number
}

function sceneNodes(scene: StoryScene, nodes: (id: string) => number, edition: Identified): readonly unknown[] {
  const { text, words } = edition
  const question = sceneQuestion(scene, edition)
  const alternatives = scene.choices.map((choice) => ({
    text: markupText(text(choice.says)),
    nextContentId: nodes(choice.leadsTo),
    feedback: { title: paragraph(text(choice.says)), subtitle: htmlOf(choiceParts(choice, edition)) },
  }))
  const params = { branchingQuestion: { question: paragraph(question), alternatives } }
  const asked = node(`${scene.id} ask`, 'H5P.BranchingQuestion 1.0', question, params, undefined, edition)
  if (scene.act === 1) return [asked]
  const told = textNode(scene.id, words.soFar, sceneParts(scene, edition), nodes(scene.id) + 1, edition)
  return [told, asked]
}

function textNode(id: string, title: string, parts: readonly StoryPart[], next: number, edition: Identified) {
  return node(id, 'H5P.AdvancedText 1.1', title, { text: htmlOf(parts) }, next, edition)
}

function node(
  id: string,
  library: string,
  title: string,
  params: unknown,
  next: number | undefined,
  { digest, locale }: Identified,
) {
  const type = {
    library,
    params,
    subContentId: contentUuid([digest, locale, id], 4),
    metadata: { contentType: library.startsWith('H5P.A') ? 'Text' : 'Branching Question', license: 'U', title },
  }
  return {
    type,
    showContentTitle: false,
    proceedButtonText: outletWords[locale].onward,
    forceContentFinished: 'useBehavioural',
    feedback: { title: '', subtitle: '' },
    contentBehaviour: 'useBehavioural',
    ...(next !== undefined && { nextContentId: next }),
  }
}

function paragraph(text: string): string {
  return element('p', {}, markupText(text))
}

/** Each part under its heading, as paragraphs: what is said of a choice may hold no list. */
function htmlOf(parts: readonly StoryPart[]): string {
  return parts
    .flatMap(({ heading, lines }) => [
      ...(heading === undefined ? [] : [element('p', {}, element('strong', {}, markupText(`${heading}:`)))]),
      ...lines.map((line) => paragraph(heading === undefined ? line : `– ${line}`)),
    ])
    .join('')
}
