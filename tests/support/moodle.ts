import { parseFragment } from 'parse5'
import { SaxesParser } from 'saxes'

/*
 * A reader of Moodle XML by the rules of Moodle's own importer (question/format/xml/format.php) in its default settings: what it
 * would refuse throws here, what it would read otherwise comes out otherwise.
 */

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

interface MoodleAnswer {
  readonly fraction: number
  readonly text: string
  readonly feedback: string
}

interface MoodleQuestion {
  readonly type: string
  readonly name: string
  readonly text: readonly string[]
  readonly generalFeedback: readonly string[]
  readonly single?: boolean
  readonly answers: readonly MoodleAnswer[]
  readonly graderInfo: readonly string[]
  /** What is said to whoever tries again, and whether it is said how many were right. */
  readonly hints: readonly (readonly [says: string, counts: boolean])[]
  /** What an answer begins with. */
  readonly template: readonly string[]
  readonly idNumber: string
  readonly tags: readonly string[]
}

interface MoodleQuiz {
  readonly category: string
  readonly questions: readonly MoodleQuestion[]
}

/** The list of weights from which Moodle takes the nearest or, by default, refuses the question. */
const positive = [
  ...[1, 0.9, 0.8333333, 0.8, 0.75, 0.7, 0.6666667, 0.6, 0.5, 0.4, 0.3333333, 0.3, 0.25, 0.2, 0.1666667, 0.1428571],
  ...[0.125, 0.1111111, 0.1, 0.05],
]
const weightsOfMoodle = [0, ...positive, ...positive.map((one) => -one)]

const formats = ['html', 'moodle_auto_format', 'plain_text', 'markdown', 'wiki_like']

export function readMoodle(xml: string): MoodleQuiz {
  const quiz = elementOf(xml)
  if (quiz.name !== 'quiz') throw new Error('there is no quiz')
  const [first, ...rest] = within(quiz, 'question')
  if (first?.attributes.type !== 'category') throw new Error('the category stands first')
  const questions = rest.map(question)
  const ids = questions.map(({ idNumber }) => idNumber)
  if (new Set(ids).size !== ids.length) throw new Error('two questions of a category have the same idnumber')
  return { category: textAt(first, 'category'), questions }
}

function question(element: Element): MoodleQuestion {
  const type = element.attributes.type ?? ''
  const name = textAt(element, 'name')
  if (name === '') throw new Error('a question has no name')
  const common = {
    type,
    name,
    text: paragraphs(element, 'questiontext'),
    generalFeedback: paragraphs(element, 'generalfeedback'),
    idNumber: plain(only(element, 'idnumber')),
    tags: within(only(element, 'tags'), 'tag').map((tag) => plain(only(tag, 'text'))),
  }
  if (type === 'essay')
    return {
      ...common,
      answers: [],
      hints: [],
      graderInfo: essay(element),
      template: paragraphs(element, 'responsetemplate'),
    }
  if (type !== 'multichoice') throw new Error(`Moodle has no question of type ${type}`)
  const single = plain(only(element, 'single')) === 'true'
  const answers = within(element, 'answer').map(answer)
  checkWeights(answers, single)
  return { ...common, single, answers, graderInfo: [], template: [], hints: within(element, 'hint').map(hint) }
}

function essay(element: Element): readonly string[] {
  const format = plain(only(element, 'responseformat'))
  if (!['editor', 'editorfilepicker', 'plain', 'monospaced', 'noinline'].includes(format))
    throw new Error('no such response format')
  return paragraphs(element, 'graderinfo')
}

function hint(element: Element): readonly [string, boolean] {
  only(element, 'clearwrong')
  return [paragraphs(element).join('\n'), within(element, 'shownumcorrect').length === 1]
}

function answer(element: Element): MoodleAnswer {
  const given = element.attributes.fraction ?? ''
  if (!/^-?\d+(\.\d+)?$/.test(given)) throw new Error('a weight is no number')
  const fraction = Number(given) / 100
  const nearest = weightsOfMoodle.find((weight) => Math.abs(weight - fraction) < 1e-6)
  if (nearest === undefined) throw new Error(`the weight ${given} is not in the list`)
  return {
    fraction: nearest,
    text: paragraphs(element).join('\n'),
    feedback: paragraphs(element, 'feedback').join('\n'),
  }
}

/** What saving the options of a multiple-choice question demands. */
function checkWeights(answers: readonly MoodleAnswer[], single: boolean): void {
  if (answers.filter(({ text }) => text !== '').length < 2) throw new Error('fewer than two answers')
  const most = Math.max(...answers.map(({ fraction }) => fraction))
  const sum = answers.reduce((total, { fraction }) => total + Math.max(0, fraction), 0)
  if (single && most !== 1) throw new Error('no answer is worth 100 %')
  if (!single && Math.abs(sum - 1) > 0.01) throw new Error('what is right is not worth 100 % together')
}

/** The HTML of a text, read as a browser does: the texts of its paragraphs and list items. */
function paragraphs(element: Element, name?: string): readonly string[] {
  const held = name === undefined ? element : only(element, name)
  const { format = 'moodle_auto_format' } = held.attributes
  if (!formats.includes(format)) throw new Error(`Moodle has no format ${format}`)
  const html = plain(only(held, 'text'))
  if (format !== 'html') throw new Error('our texts are HTML')
  return blocks(html)
}

/** The texts of the paragraphs and list items of HTML, as they are shown; no other element may be in it. */
function blocks(html: string): readonly string[] {
  interface Node {
    readonly nodeName: string
    readonly value?: string
    readonly childNodes?: readonly Node[]
  }
  const text = (node: Node): string =>
    node.nodeName === '#text'
      ? (node.value ?? '')
      : node.nodeName === 'br'
        ? '\n'
        : (node.childNodes ?? []).map(text).join('')
  const all = (node: Node): readonly string[] => {
    if (['p', 'li', 'summary'].includes(node.nodeName)) return [text(node)]
    if (!['#document-fragment', 'ul', 'details', '#text'].includes(node.nodeName))
      throw new Error(`there is a ${node.nodeName}`)
    return (node.childNodes ?? []).flatMap(all)
  }
  return all(parseFragment(html) as unknown as Node)
}

function elementOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.write(xml).close()
  return root.children.find((child): child is Element => typeof child !== 'string') ?? root
}

function within({ children }: Element, name: string): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== 'string' && child.name === name)
}

function only(element: Element, name: string): Element {
  const [first, ...rest] = within(element, name)
  if (first === undefined || rest.length > 0)
    throw new Error(`${element.name} has ${rest.length + 1 - (first ? 0 : 1)} ${name}`)
  return first
}

function textAt(element: Element, name: string): string {
  return plain(only(only(element, name), 'text')).trim()
}

function plain({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : '')).join('')
}
