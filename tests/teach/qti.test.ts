import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../src/teach/exerciseShape.js'
import { grade } from '../../src/teach/grading/grade.js'
import { editionOf } from '../../src/teach/outlets/edition.js'
import { toQti } from '../../src/teach/outlets/qti.js'
import { locales } from '../../src/vocabulary.js'
import { anyWords, shippedExercise, small } from '../support/exercises.js'
import { runs } from '../support/sample.js'

/* QTI 2.1, unpacked and read as XML; that items and test are valid was shown with the XSD, which is not in the tree. */

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

function read(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    for (const node of open) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

function filesOf(exercise: Exercise, locale: 'en' | 'id'): ReadonlyMap<string, Node> {
  const files = unzipSync(toQti(exercise, { locale }))
  return new Map(Object.entries(files).map(([path, bytes]) => [path, read(strFromU8(bytes))]))
}

const exercise = await shippedExercise('her-own-decision.json')

describe.each(locales)('QTI in %s', (locale) => {
  const files = filesOf(exercise, locale)

  test('names every file in the manifest, and every item in the test, in its order', () => {
    const manifest = files.get('imsmanifest.xml') as Node
    const hrefs = all(manifest, 'file').map(({ attributes }) => attributes.href)
    expect([...hrefs, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort())
    const items = all(files.get('test.xml') as Node, 'assessmentItemRef').map(({ attributes }) => attributes.href)
    expect(items).toEqual(exercise.questions.map(({ id }) => `${id}.xml`))
    const ids = new Set(all(manifest, 'resource').map(({ attributes }) => attributes.identifier))
    for (const { attributes } of all(manifest, 'dependency')) expect(ids).toContain(attributes.identifierref)
  })

  test('holds the words of every question and choice, and what is said of it', () => {
    const { text, feedback } = editionOf(exercise, { locale })
    for (const { id, ask, pick, choices, rationale } of exercise.questions) {
      const item = files.get(`${id}.xml`) as Node
      expect(all(item, 'prompt')[0]?.text).toBe(text(ask))
      const offered = all(item, pick === 'own-words' ? 'li' : 'simpleChoice').map((one) => one.text)
      expect(offered).toEqual(choices.map(({ says }) => text(says)))
      if (pick === 'own-words') continue
      const told = all(item, 'modalFeedback').map((one) => one.text)
      for (const choice of choices) expect(told).toContain(`${text(choice.says)}: ${feedback(choice)}`)
      expect(told.at(-1)?.startsWith(text(rationale))).toBe(true)
    }
  })
})

test('earns in QTI what `grade` says, whatever is chosen', () => {
  const files = filesOf(exercise, 'en')
  for (const question of exercise.questions.filter(({ pick }) => pick !== 'own-words')) {
    const entries = all(files.get(`${question.id}.xml`) as Node, 'mapEntry')
    const weight = new Map(entries.map(({ attributes: { mapKey, mappedValue } }) => [mapKey, Number(mappedValue)]))
    const ids = question.choices.map(({ id }) => id)
    const picks = question.pick === 'one' ? ids.map((id) => [id]) : ids.flatMap((id, i) => [[id], ids.slice(0, i + 1)])
    for (const chosen of picks) {
      const sum = chosen.reduce((total, id) => total + (weight.get(id) ?? 0), 0)
      const share = grade(exercise, { [question.id]: chosen }).questions.find(
        (one) => one.question === question.id,
      )?.share
      expect(Math.min(1, Math.max(0, sum))).toBeCloseTo(share ?? Number.NaN, 5)
    }
  }
})

test('keeps every sign of every text', () => {
  fc.assert(
    fc.property(anyWords(small(exercise)), (words) => {
      const { text } = editionOf(words, { locale: 'en' })
      const files = filesOf(words, 'en')
      for (const { id, ask } of words.questions)
        expect(all(files.get(`${id}.xml`) as Node, 'prompt')[0]?.text).toBe(text(ask))
    }),
    runs(20),
  )
})
