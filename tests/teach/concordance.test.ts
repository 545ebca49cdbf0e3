import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/pack/fact.js'
import { markupText } from '../../src/render/markup.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { type AnswerSheet, answerSheets, sheetHeader } from '../../src/teach/concordance/answerSheets.js'
import { concordanceResults, concordanceScore, cronbachAlpha } from '../../src/teach/concordance/concordanceScores.js'
import { concordanceSet } from '../../src/teach/concordance/concordanceSet.js'
import { concordanceOutlets } from '../../src/teach/concordance/outlets/concordanceOutlets.js'
import { toMoodleTcs } from '../../src/teach/concordance/outlets/moodle.js'
import { concordancePage } from '../../src/teach/concordance/outlets/page/concordancePage.js'
import { concordanceHandOut, concordancePanelSheet } from '../../src/teach/concordance/outlets/sheets.js'
import { panelKey } from '../../src/teach/concordance/panelKey.js'
import { type ConcordanceSet, moves, parseConcordanceSet } from '../../src/teach/concordance/setShape.js'
import type { Vignette } from '../../src/teach/vignette.js'
import { locales } from '../../src/vocabulary.js'
import { concordanceWords } from '../../src/words/concordanceWords.js'
import { anyLine, bareVignette, refusal, vignette, vignetteFiles } from '../support/exercises.js'
import { runs, sampleOf } from '../support/sample.js'

/*
 * Concordance sets. The panel of twenty below is made up: nobody answered. It is made so that its first item spreads as the worked
 * example in the tests of qtype_tcs 1.0.6 does (0, 1, 2, 3 and 4 panellists, here twice as many), and its second as the other example there (0, 1, 2 and 2).
 */

const set = await concordanceSet(vignette('her-own-decision.json'), socialWork)

/** How many of the made-up panel give each answer, from -2 to +2. */
const spreads: readonly (readonly number[])[] = [
  [0, 2, 4, 6, 8],
  [0, 4, 8, 8, 0],
  [20, 0, 0, 0, 0],
]

const panel: readonly AnswerSheet[] = Array.from({ length: 20 }, (_, i) => ({
  code: `P${i + 1}`,
  answers: Object.fromEntries(
    spreads.map((spread, item) => {
      const all = spread.flatMap((count, place) => Array.from({ length: count }, () => moves[place] as -2))
      return [`i${item + 1}`, { moves: all[i] as -2, ...(i % 5 === 0 && { why: `Reason ${i} <b>&</b>` }) }]
    }),
  ),
}))

const key = panelKey(set, panel)
describe('a concordance set', () => {
  test('asks of options that are weighed, first with what the story holds back, and holds no key', () => {
    const { heldBack } = vignette('her-own-decision.json')
    expect(set.items.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3', 'i4', 'i5', 'i6'])
    expect(set.items[0]).toMatchObject({ from: 'held-back', fact: 'disclosure.unsafeToTell' })
    expect(heldBack).toMatchObject({ disclosure: { unsafeToTell: false } })
    expect(new Set(set.items.slice(0, 3).map(({ action }) => action)).size).toBe(3)
    expect(Object.keys(set.items[0] as object).sort()).toEqual(['action', 'fact', 'from', 'id', 'newFact', 'option'])
  })

  /** In these stories nothing that one could learn bears on what is weighed. */
  const settled = ['child-without-parents-in-the-shelter.json', 'do-not-tell-father.json']

  test.each(settled)(
    'is refused of a story that holds nothing back, and in which nothing that one could learn bears on what is weighed: %s',
    async (name) => {
      const { heldBack, firstQuestions, ...told } = vignette(name)
      expect([heldBack, firstQuestions]).not.toContain(undefined)
      await expect(concordanceSet(told, socialWork)).rejects.toThrow('vignette: gives no item')
    },
  )

  test.each(sampleOf(vignetteFiles, 14, 2).filter((name) => !settled.includes(name)))(
    'of %s asks nothing twice, nothing guarded, and never “no danger”',
    async (name) => {
      const { items, story } = await concordanceSet(vignette(name), socialWork, { seed: 2, items: 20 })
      expect(story).toHaveLength(vignette(name).story.length)
      expect(new Set(items.map(({ option, newFact }) => `${option.en} ${newFact.en}`)).size).toBe(items.length)
      for (const { fact, newFact, from } of items) {
        const { background, danger, values } = socialWork.facts.get(fact as string) as Fact
        expect(socialWork.facts.get(fact as string)?.protected).toBeUndefined()
        if (from === 'held-back') continue
        expect(background).toBeUndefined()
        if (danger && values) expect(newFact.en.endsWith(` ${values[0]?.label.en}.`)).toBe(false)
      }
    },
  )

  test('is the same for the same seed, and as long as is wanted', async () => {
    const [again, two] = [
      await concordanceSet(vignette('her-own-decision.json'), socialWork, { seed: 1 }),
      await concordanceSet(vignette('her-own-decision.json'), socialWork, { items: 2, seed: 7 }),
    ]
    expect(again).toEqual(set)
    expect(two.items).toHaveLength(2)
  })

  test('is refused where nothing turns, or for options that are none', async () => {
    const refused = async (call: Promise<unknown>) => await call.then(String, (error: Error) => error.message)
    const bare = bareVignette({ case: { jurisdiction: 'ID' } })
    expect(await refused(concordanceSet(bare, socialWork))).toMatch(/^invalid-vignette\nvignette: gives no item/)
    expect(await refused(concordanceSet(bare, socialWork, { items: 0 }))).toMatch(
      'options.items: must be a whole number',
    )
    expect(await refused(concordanceSet(bare, socialWork, { seed: 0.5 }))).toMatch(
      'options.seed: must be a whole number',
    )
  })

  test('can be kept, given items of one’s own, and read again', () => {
    const own = { id: 'i7', option: { en: 'Wait', id: 'Menunggu' }, newFact: { en: 'x', id: 'y' }, from: 'own' }
    expect(parseConcordanceSet(JSON.parse(JSON.stringify({ ...set, items: [...set.items, own] }))).items).toHaveLength(
      7,
    )
    expect(refusal(() => parseConcordanceSet({ ...set, items: [set.items[0], set.items[0]] }))).toMatch('the same id')
    expect(refusal(() => parseConcordanceSet({ ...set, items: [{ ...own, option: { en: 'Wait' } }] }))).toMatch(
      'set.items[0].option.id: is missing',
    )
    expect(refusal(() => parseConcordanceSet({ ...set, key: 1 }))).toMatch(/^invalid-concordance\nset/)
    expect(refusal(() => parseConcordanceSet(() => set))).toMatch(/^invalid-concordance\nset: must be plain data/)
  })
})

describe('a table of answers', () => {
  const header = sheetHeader(set)
  const read = (...lines: readonly string[]) => answerSheets(lines.join('\n'), set)

  test.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
  ])('is read with %j between its cells', (between, ending) => {
    const rows = [
      ['code', 'i1', 'i1-why', 'i2', 'i2-why'],
      ['P01', '+2', '"She asked, ""tell no one"";\nand meant it"', '−1', "'-1 since she said so"],
      ['', '', '', '', ''],
      ['12', '', '', '0'],
    ]
    expect(answerSheets(`\uFEFF${rows.map((row) => row.join(between)).join(ending)}`, set)).toEqual([
      {
        code: 'P01',
        answers: {
          i1: { moves: 2, why: 'She asked, "tell no one";\nand meant it' },
          i2: { moves: -1, why: '-1 since she said so' },
        },
      },
      { code: '12', answers: { i2: { moves: 0 } } },
    ])
  })

  test('is begun by the table that is given out', () => {
    const sheets = concordanceOutlets.find(({ name }) => name === 'sheets')
    expect(answerSheets(sheets?.write(set, { locale: 'id' }) ?? '', set)).toEqual([{ code: 'P01', answers: {} }])
  })

  test('takes no names, and says back nothing that was typed', () => {
    const told = refusal(() => read(header.join(';'), 'Siti;7;x', 'P1;1;y', 'P1;2;z', `P2;1;${'x'.repeat(2001)}`))
    expect(told).toBe(
      [
        'invalid-answers',
        'sheets.line 2.code: must be a code such as `P07`: letters and a number, never a name',
        'sheets.line 2.i1: must be -2, -1, 0, 1 or 2, or nothing',
        'sheets.line 5.i1-why: must be at most 2000 characters',
        'sheets.line 4.code: stands on a line before, too',
      ].join('\n'),
    )
    expect(refusal(() => read('code,name,i1', 'P1,Siti,1'))).toMatch('sheets.column 2: must be one of the columns')
    expect(refusal(() => read('i1,i1', '1,1'))).toMatch(/a column stands twice\nsheets: the column `code` is missing$/)
    expect(refusal(() => read('code,i1', 'P1,1,1'))).toMatch('sheets.line 2: holds more cells than the first line')
    expect(refusal(() => answerSheets('x'.repeat(2_000_001), set))).toMatch('sheets: must be a text of at most')
    const many = Array.from({ length: 1_001 }, (_, i) => `P${i},1`)
    expect(refusal(() => read('code,i1', ...many))).toMatch('sheets: must be the answers of at most 1000 people')
    expect(refusal(() => read(''))).toMatch('the column `code` is missing')
  })
})

describe('the key of a panel', () => {
  test('gives each answer its share of the most frequent one, as the published examples do', () => {
    const credits = key.items.map(({ answers }) => answers.map(({ credit }) => credit))
    expect(credits[0]).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(credits[1]).toEqual([0, 0.5, 1, 1, 0])
    expect(key.items.map(({ answered, unanimous }) => [answered, unanimous])).toEqual([
      ...[
        [20, false],
        [20, false],
        [20, true],
      ],
      ...Array.from({ length: 3 }, () => [0, false]),
    ])
    expect(key).toMatchObject({ panellists: 20, enough: true })
  })

  test('is the answers of people alone: the rules give none, and no code is in it', () => {
    const none = panelKey(set, [])
    expect(
      none.items.every(({ answered, answers }) => answered === 0 && answers.every(({ credit }) => credit === 0)),
    ).toBe(true)
    expect(concordanceResults(none, panel)).toMatchObject({ panellists: 0, enough: false, mean: null, alpha: null })
    expect(JSON.stringify(key)).not.toMatch(/"P\d/)
    expect(panelKey(set, panel.slice(0, 14)).enough).toBe(false)
    const strange = { code: 'P1', answers: { i9: { moves: 1 as const } } }
    expect(refusal(() => panelKey(set, [strange]))).toMatch('panel[0]: answers an item that the set does not hold')
  })

  test('scores a learner by the share of each answer; what is left open earns nothing', () => {
    const answers = { i1: { moves: 1 as const }, i2: { moves: -1 as const } }
    const { share, credits } = concordanceScore(key, { code: 'L1', answers })
    expect(credits).toEqual({ i1: 0.75, i2: 0.5, i3: 0, i4: null, i5: null, i6: null })
    expect(share).toBeCloseTo(1.25 / 3, 12)
  })
})

/** Alpha by another way: from the mean variance of the items and the mean of what each two of them vary together. */
function otherAlpha(rows: readonly (readonly number[])[]): number {
  const [n, k] = [rows.length, rows[0]?.length ?? 0]
  const column = (i: number) => rows.map((row) => row[i] ?? 0)
  const together = (i: number, j: number) => {
    const [a, b] = [column(i), column(j)]
    const product = a.reduce((all, one, at) => all + one * (b[at] ?? 0), 0)
    const [sumA, sumB] = [a, b].map((all) => all.reduce((sum, one) => sum + one, 0)) as [number, number]
    return (product - (sumA * sumB) / n) / (n - 1)
  }
  const places = Array.from({ length: k }, (_, i) => i)
  const variances = places.map((i) => together(i, i)).reduce((all, one) => all + one, 0) / k
  const pairs = places.flatMap((i) => places.filter((j) => j !== i).map((j) => together(i, j)))
  const covariances = pairs.reduce((all, one) => all + one, 0) / pairs.length
  return (k * covariances) / (variances + (k - 1) * covariances)
}

describe('Cronbach’s alpha', () => {
  test('is what another way to it gives, for the made-up sheets and for any table', () => {
    const { alpha, scores, mean } = concordanceResults(key, panel)
    const rows = scores.map(({ credits }) => ['i1', 'i2', 'i3'].map((id) => credits[id] as number))
    expect(alpha).toBeCloseTo(otherAlpha(rows), 10)
    expect(mean).toBeCloseTo(scores.reduce((all, { share }) => all + (share ?? 0), 0) / 20, 12)
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 9,
    })
    fc.assert(
      fc.property(tables, (table) => {
        const found = cronbachAlpha(table)
        if (found !== null) expect(found).toBeCloseTo(otherAlpha(table), 8)
      }),
      runs(100),
    )
  })

  test('is 1 where all items say the same, and is not defined where nobody differs', () => {
    expect(
      cronbachAlpha([
        [0, 0],
        [0.5, 0.5],
        [1, 1],
      ]),
    ).toBeCloseTo(1, 12)
    for (const rows of [
      [],
      [[1, 1]],
      [[1], [0]],
      [
        [1, 0],
        [0, 1],
      ],
    ])
      expect(cronbachAlpha(rows)).toBeNull()
  })
})

describe.each(locales)('what a set is given out as, in %s', (locale) => {
  const w = concordanceWords[locale]
  const written = (name: string, sheets: readonly AnswerSheet[]) =>
    concordanceOutlets.find((one) => one.name === name)?.write(set, { locale, panel: sheets }) ?? ''

  test('the sheet to answer on holds the scale and nothing of the panel', () => {
    const sheet = concordanceHandOut(set, { as: 'markdown', locale, panel })
    expect(sheet).toContain(`- **−2** ${w.scale[-2]}\n- **−1** ${w.scale[-1]}\n- **0** ${w.scale[0]}`)
    expect(sheet).not.toContain('Reason')
    expect(written('hand-out', panel)).toContain(`<html lang="${locale}">`)
  })

  test('the sheet of the panel holds its spread and its reasons, and says how far it can be depended on', () => {
    const [whole, few, none] = [panel, panel.slice(0, 1), []].map((sheets) =>
      concordancePanelSheet(set, { as: 'markdown', locale, panel: sheets }),
    ) as [string, string, string]
    expect(whole).toContain(`**+2** ${w.scale[2]}: ${w.chosenBy(8, 20)} · ${w.share} 100 %`)
    for (const said of [w.panel(20), w.unanimous, w.unanswered, 'Reason 10 \\<b\\>\\&\\</b\\>'])
      expect(whole).toContain(said)
    expect(few).toContain(w.fewPanellists(1, 15))
    expect(whole).not.toContain(w.fewPanellists(20, 15))
    expect(none).toContain(w.noPanel)
    const silent = withoutReasons(panel)
    expect(concordancePanelSheet(set, { as: 'markdown', locale, panel: silent })).toContain(w.noReasons)
    expect(written('panel', panel)).toContain('Reason 10 &lt;b&gt;&amp;&lt;/b&gt;')
  })

  test('the page holds what its script shows, and admits nothing from elsewhere', () => {
    const [page, bare] = [written('page', panel), written('page', [])]
    expect(page).toContain("default-src 'none'; script-src 'sha256-")
    expect(contentOf(page)).toMatchObject({ locale, panellists: 20, moves: [-2, -1, 0, 1, 2] })
    expect(contentOf(page).items[0]?.answers.map(({ count }) => count)).toEqual([0, 2, 4, 6, 8])
    expect(contentOf(bare)).toMatchObject({ panellists: 0, standing: { [locale]: w.noPanel } })
  })

  test.each(['tcs', 'tcsjudgment'])(
    'the XML for qtype_%s counts panellists, and earns nothing before there are any',
    (type) => {
      const [before, after] = [
        questionsOf(written(`moodle-${type}`, [])),
        questionsOf(written(`moodle-${type}`, panel)),
      ]
      expect(after).toHaveLength(set.items.length)
      const [first, , , last] = after as [XmlElement, XmlElement, XmlElement, XmlElement]
      expect(first.attributes.type).toBe(type)
      expect(first.children.map(({ name }) => name)).toEqual([
        ...['name', 'questiontext', 'generalfeedback', 'defaultgrade', 'penalty', 'hidden', 'idnumber'],
        ...['hypothisistext', 'labelhypothisistext', ...(type === 'tcs' ? ['effecttext', 'labeleffecttext'] : [])],
        ...['showquestiontext', 'labelnewinformationeffect', 'labelfeedback', 'labelsituation', 'showfeedback'],
        ...['showoutsidefieldcompetence', 'answer', 'answer', 'answer', 'answer', 'answer'],
        ...['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'],
      ])
      const given = within(first, 'answer')
      expect(given.map((answer) => within(answer, 'fractionimport')[0]?.text)).toEqual(['0', '2', '4', '6', '8'])
      expect(given.map((answer) => within(answer, 'text')[0]?.text)).toEqual(
        moves.map((move) => `<p>${w.scale[move]}</p>`),
      )
      expect(within(given[4] as XmlElement, 'feedback')[0]?.children[0]?.text).toContain(w.chosenBy(8, 20))
      const text = within(first, 'questiontext')[0]?.children[0]?.text ?? ''
      expect(text.includes(w.newFact['held-back'])).toBe(type === 'tcsjudgment')
      const worth = (question: XmlElement | undefined) => question && within(question, 'defaultgrade')[0]?.text
      expect([before[0], first, last].map(worth)).toEqual(['0', '1', '0'])
    },
  )
})

test('every sign of every text comes through XML and page, and becomes nothing else', () => {
  const texts = fc.record({ en: anyLine, id: anyLine })
  const words = fc.record({ title: texts, told: texts, option: texts, newFact: texts, why: anyLine })
  fc.assert(
    fc.property(words, ({ title, told, option, newFact, why }) => {
      const item = { id: 'i1', option, newFact, from: 'own' as const }
      const held: ConcordanceSet = { ...set, title, story: [told], items: [item] }
      const sheets = [{ code: 'P1', answers: { i1: { moves: 0 as const, why } } }]
      const options = { locale: 'id' as const, panel: sheets }
      const [first] = questionsOf(toMoodleTcs(held, options)) as [XmlElement]
      const textOf = (element: XmlElement | undefined) => element?.children[0]?.text ?? ''
      expect(textOf(within(first, 'hypothisistext')[0])).toBe(`<p>${markupText(option.id)}</p>`)
      const middle = within(first, 'answer')[2] as XmlElement
      expect(textOf(within(middle, 'feedback')[0])).toContain(`<li>${markupText(why)}</li>`)
      const { items } = contentOf(concordancePage(held, options))
      expect(items[0]).toMatchObject({ option, newFact })
      expect(items[0]?.answers[2]?.reasons).toEqual([why])
    }),
    runs(40),
  )
})

test('a set is given out in its own languages only', async () => {
  const { title, story, heldBack: _, alike: __, ...rest } = vignette('her-own-decision.json')
  const one = {
    ...rest,
    title: { id: title.id },
    story: story.map((sentence) => ({ ...sentence, says: { id: sentence.says.id } })),
  } as unknown as Vignette
  const indonesian = await concordanceSet(one, socialWork, { items: 1 })
  expect(indonesian.items[0]?.from).toBe('turning-point')
  expect(refusal(() => concordanceHandOut(indonesian, { as: 'html', locale: 'en' }))).toMatch('must be one of `id`')
  expect(concordanceHandOut(indonesian, { as: 'html', locale: 'id' })).toContain('<html lang="id">')
})

/** The same answers without a reason. */
function withoutReasons(sheets: readonly AnswerSheet[]): readonly AnswerSheet[] {
  return sheets.map(({ code, answers }) => ({
    code,
    answers: Object.fromEntries(Object.entries(answers).map(([id, { moves: move }]) => [id, { moves: move }])),
  }))
}

interface PageContent {
  readonly items: readonly {
    readonly answers: readonly { readonly count: number; readonly reasons: readonly string[] }[]
  }[]
}

/** What the script of a page reads, found as a browser finds it. */
function contentOf(page: string): PageContent {
  const text = /<script type="application\/json" id="content">(.*)<\/script>/.exec(page)?.[1] ?? ''
  expect(text).not.toContain('<')
  return JSON.parse(text)
}

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

function questionsOf(xml: string): readonly XmlElement[] {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1) as XmlElement
    element.text += text.trim()
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return (root.children[0]?.children ?? []).slice(1)
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((one) => one.name === name)
}
