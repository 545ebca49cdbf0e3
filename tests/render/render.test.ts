import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import {
  type Advice,
  advise,
  createPack,
  type Locale,
  locales,
  type RenderOptions,
  render,
  TimbangError,
} from '../../src/index.js'
import { type SocialWorkSituation, socialWork } from '../../src/social-work/socialWork.js'
import { certainties, kinds, statuses, urgencies } from '../../src/vocabulary.js'
import { renderWords as words } from '../../src/words/renderWords.js'
import { packSource, position, rule, unless, when } from '../support/builders.js'

const forms = ['text', 'markdown'] as const

/** The three cases to keep at hand. */
const atHand = {
  'violence-told-in-confidence': {
    case: { jurisdiction: 'ID', urgency: 'hours' },
    client: { roleInHarm: 'victim', status: 'current', ageYears: 34 },
    abuse: {
      suspected: true,
      victim: { spouse: true, child: false },
      perpetrator: 'spouse',
      perpetratorHasAccess: true,
      victimSafeNow: false,
      victimWantsReport: 'no',
      needsMedicalCare: false,
    },
    disclosure: {
      secrecyRequested: true,
      consent: 'refused',
      unsafeToTell: false,
      clientTold: false,
      promiseMade: false,
      requester: 'none',
    },
    risk: {
      type: { violence: true, suicide: false },
      target: { 'identified-other': false, self: true, child: false },
      hasPlanAndMeans: false,
      severity: 'life-threatening',
      imminence: 'likely',
      credibility: 'high',
      disclosureIncreases: false,
      lessIntrusiveAvailable: false,
    },
    worker: { role: 'caseworker' },
  },
  'violence-told-in-confidence-danger-not-stated': {
    case: { jurisdiction: 'ID' },
    abuse: { suspected: true, victim: 'spouse' },
    disclosure: { secrecyRequested: true },
  },
  'the-bribe': {
    case: { jurisdiction: 'ID' },
    relationship: { giftPurpose: 'bribe', giftValue: 'cash' },
    service: { eligible: 'yes' },
    organisation: { scarcity: 'severe' },
    law: { workerIsCivilServant: true },
  },
} as const satisfies Record<string, SocialWorkSituation>

const others: readonly SocialWorkSituation[] = [
  {},
  { case: { jurisdiction: null, dutiesConflict: true }, risk: { severity: null } },
  { risk: { type: ['suicide'], hasPlanAndMeans: true }, client: { ageYears: 15, inCrisis: true } },
  { disclosure: { requester: 'court', legalBasis: 'court-order', consent: 'refused', harmIfMade: 'serious' } },
  {
    consent: { status: 'refused', informed: true, free: true, refusalHarm: 'serious' },
    capacity: { status: 'present' },
  },
  { worker: { role: 'mediator', competent: 'no' }, abuse: { suspected: true, victim: 'spouse' } },
]
const situations: readonly SocialWorkSituation[] = [...Object.values(atHand), ...others]
const advices = await Promise.all(situations.map((situation) => advise(situation, socialWork)))

describe('a rendering', () => {
  test('needs no pack: an advice that was stored renders as it did before', async () => {
    for (const advice of advices) {
      for (const options of allOptions()) expect(render(stored(advice), options)).toBe(render(advice, options))
    }
  })

  test('leaves the advice as it was', async () => {
    const advice = deepFreeze(stored(await advise(atHand['the-bribe'], socialWork)))
    for (const options of allOptions()) expect(() => render(advice, options)).not.toThrow()
  })

  test('tells every action, every duty that gave way and the first questions', async () => {
    for (const advice of advices.map(stored)) {
      for (const locale of locales) {
        const shown = render(advice, { as: 'text', locale, width: 10_000 })
        const told = [...advice.actions, ...advice.setAside].map(({ label }) => label[locale])
        const asked = [...advice.questions.slice(0, 6), ...advice.unanswered].map(({ ask }) => ask[locale])
        expect([...told, ...asked].filter((text) => !shown.includes(text))).toEqual([])
      }
    }
  })

  test('says that questions were not looked for, and that silence about danger is not safety', async () => {
    const bare = { questions: false } as const
    const depends = await advise(atHand['violence-told-in-confidence-danger-not-stated'], socialWork, bare)
    const calm = await advise(atHand['the-bribe'], socialWork, bare)
    for (const locale of locales) {
      const { askFirst, notLookedFor, dangerSilence } = words[locale]
      const shown = (advice: typeof calm) => render(advice, { as: 'text', locale })
      expect(shown(depends)).toContain(`\n${askFirst}\n  !   ${dangerSilence}\n  !   ${notLookedFor}\n\n`)
      expect(shown(calm)).toContain(`\n${askFirst}\n  !   ${notLookedFor}\n\n`)
      expect(render(calm, { as: 'markdown', locale })).toContain(notLookedFor)
    }
  })

  test('speaks one language', async () => {
    for (const advice of advices.map(stored)) {
      for (const locale of locales) {
        const own = [...screenWords(locale), ...texts(advice, locale)].join(' | ')
        const foreign = [...screenWords(other(locale)), ...texts(advice, other(locale))]
        const foreignOnly = [...new Set(foreign)].filter((text) => !holds(own, text))
        expect(foreignOnly.length).toBeGreaterThan(80)
        for (const as of forms) {
          const shown = render(advice, { as, locale, width: 10_000 }).replaceAll('\\', '')
          expect(foreignOnly.filter((text) => holds(shown, text))).toEqual([])
        }
      }
    }
  })

  test('tells the weaker claims between which nothing decides as the dilemma on which a duty hangs', async () => {
    const excludes: Record<string, string[]> = { 'tell-first': ['assess-risk'], 'assess-risk': ['keep-confidential'] }
    const actions = packSource().actions.map((one) => ({ ...one, incompatibleWith: excludes[one.name] ?? [] }))
    const rules = [
      rule({ name: 'keep', principle: 'confidentiality', must: ['keep-confidential'] }),
      rule({ name: 'assess', should: ['assess-risk'], exceptionTo: ['keep'] }),
      rule({ name: 'tell', principle: 'justice', should: ['tell-first'] }),
    ]
    const advice = await advise(
      { abuse: { suspected: true } },
      createPack(packSource({ actions, frameworks: [], rules })),
    )
    expect(advice.kind).toBe('dilemma')
    expect(advice.dilemmas.map(({ between }) => between)).toEqual([['justice', 'protection-of-life']])
    const lines = render(advice, { as: 'text', locale: 'en' }).split('\n')
    expect(lines).toContain(words.en.goOn)
    expect(lines.join(' ')).toMatch(/tell the client first .*assess the risk .*keep confidential /)
  })

  test('has the same words for the same things in both languages', () => {
    const shape = (locale: Locale) => JSON.stringify(words[locale], (_, held) => (typeof held === 'string' ? '' : held))
    expect(shape('id')).toBe(shape('en'))
    for (const locale of locales)
      expect(screenWords(locale).filter((word) => word.trim() !== word || word === '')).toEqual([])
  })

  test('ends by saying that it supports judgement and replaces none', async () => {
    const advice = await advise({}, socialWork)
    expect(render(advice, { as: 'text', locale: 'en', width: 200 }).trimEnd().split('\n').at(-1)).toBe(words.en.support)
    expect(render(advice, { as: 'text', locale: 'id', width: 200 }).trimEnd().split('\n').at(-1)).toBe(words.id.support)
  })
})

describe('everything that can be said is said by some advice', () => {
  const grave = when('risk.severity', 'serious')
  const packs = {
    statuses: createPack(
      packSource({
        rules: [
          rule({
            name: 'all-forces',
            must: ['tell-first'],
            should: ['consult-supervisor'],
            may: ['document-decision'],
            'should-not': ['respect-choice'],
            'must-not': ['disclose-to-protect'],
          }),
          rule({ name: 'promise', principle: 'justice', must: ['assess-risk'] }),
          rule({ name: 'refuse', principle: 'justice', 'must-not': ['assess-risk'] }),
        ],
      }),
    ),
    certainties: createPack(
      packSource({
        rules: [
          rule({ name: 'sure', must: ['consult-supervisor'], urgency: 'routine' }),
          rule({ name: 'open', must: ['tell-first'], unless: [unless('given', when('consent.given'))] }),
          rule({ name: 'endangered', must: ['document-decision'], unless: [unless('grave', grave)] }),
        ],
      }),
    ),
    tiny: createPack(packSource()),
    divided: createPack(
      packSource({
        rules: [
          rule({
            name: 'tell',
            must: ['tell-first'],
            otherPositions: [position({ name: 'leave-it', may: ['tell-first'] })],
            positionsSought: '2026-01-31',
          }),
        ],
      }),
    ),
  }

  test.each(locales)('in the language %s', async (locale) => {
    const suspected = { abuse: { suspected: true } }
    const advices = await Promise.all([
      advise(suspected, packs.statuses),
      advise({ abuse: { suspected: true, victimSafeNow: false } }, packs.certainties),
      advise({ ...suspected, risk: { severity: 'serious' } }, packs.tiny),
      advise({ consent: { given: false } }, packs.tiny),
      advise({ consent: { given: true }, ...suspected, risk: { severity: 'none' } }, packs.certainties),
      advise({ abuse: { suspected: false, victimSafeNow: true }, risk: { severity: 'none' } }, packs.statuses),
      advise(suspected, packs.divided),
    ])
    expect(new Set(advices.flatMap(({ actions }) => actions.map(({ status }) => status)))).toEqual(new Set(statuses))
    expect(new Set(advices.flatMap(({ actions }) => actions.map(({ certainty }) => certainty)))).toEqual(
      new Set(certainties),
    )
    expect(new Set(advices.map(({ kind }) => kind))).toEqual(new Set(kinds))
    expect(new Set(advices.map(({ urgency }) => urgency))).toEqual(new Set(urgencies))

    const w = words[locale]
    const shown = advices.map((advice) => render(stored(advice), { as: 'text', locale, width: 10_000 })).join('\n')
    const { contested: _, ...told } = w.status
    const said = [
      ...Object.values(told),
      ...Object.values(w.urgency).flatMap(({ mark, says: sentence }) => [mark, sentence]),
      ...Object.values(w.kind),
      w.settled(
        locale === 'en' ? 'confidentiality' : 'confidentiality (id)',
        `protection-of-life${locale === 'en' ? '' : ' (id)'}`,
        ` ${w.grounds.practice} (CODE-1${locale === 'en' ? '' : ' (id)'})`,
      ),
      w.dividedOn(locale === 'en' ? '“tell the client first”' : '“tell the client first (id)”'),
      w.setAside,
      w.stillOwed,
      w.askFirst,
      w.unless,
      w.frameworks,
      w.goOn,
      w.support,
    ]
    expect(said.filter((text) => !shown.includes(text))).toEqual([])
  })
})

describe('a text for the terminal', () => {
  test('keeps its width, save for a word that is longer', async () => {
    for (const advice of advices)
      for (const locale of locales)
        for (const width of [40, 61, 80, 100, 132]) {
          const lines = render(advice, {
            as: 'text',
            locale,
            width,
            title: 'A client begs you to keep quiet about it',
          }).split('\n')
          const long = lines.filter((line) => line.length > width && line.trim().includes(' '))
          expect(long).toEqual([])
        }
  })

  test('keeps eighty characters unless told otherwise', async () => {
    const advice = await advise(atHand['violence-told-in-confidence'], socialWork)
    const shown = render(advice, { as: 'text', locale: 'en' })
    expect(shown).toBe(render(advice, { as: 'text', locale: 'en', width: 80 }))
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeGreaterThan(75)
  })

  test('has no blanks at the ends of its lines', async () => {
    for (const advice of advices) {
      const shown = render(advice, { as: 'text', locale: 'id' })
      expect(shown.split('\n').filter((line) => /\s$/.test(line))).toEqual([])
    }
  })

  test('is coloured only when asked, and says the same', async () => {
    for (const advice of advices) {
      const [bare, coloured] = [false, true].map((colour) => render(advice, { as: 'text', locale: 'en', colour })) as [
        string,
        string,
      ]
      expect(bare).not.toMatch(anyEscape)
      expect(coloured).toMatch(anyEscape)
      expect(coloured.replace(sequence, '')).toBe(bare)
      expect(render(advice, { as: 'markdown', locale: 'en', colour: true })).not.toMatch(anyEscape)
    }
  })

  test('ends each colour on the line where it began, and makes every heading bold', async () => {
    const advice = await advise(atHand['violence-told-in-confidence'], socialWork)
    const lines = render(advice, { as: 'text', locale: 'en', colour: true }).split('\n')
    expect(lines.filter((line) => anyEscape.test(line) && !line.endsWith(`${ESC}[0m`))).toEqual([])
    const headings = [...Object.values(words.en.status), words.en.setAside, words.en.askFirst, words.en.frameworks]
    const shown = lines.filter((line) => headings.includes(line.replace(sequence, '')))
    expect(shown.length).toBeGreaterThan(4)
    expect(shown.filter((line) => !line.startsWith(`${ESC}[1m`) || line.includes(`${ESC}[m`))).toEqual([])
  })
})

describe('texts of an author and titles of a caller', () => {
  const tricks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](data:text/html,hi)',
    '<https://evil.example>',
    'a | b | c',
    '`code` ``more``',
    '```js',
    '~~~ js',
    '**bold** __bold__ *em* _em_ ~~gone~~',
    '# heading',
    '- item',
    '+ item',
    '* item',
    '1. item',
    '2) item',
    '> quote',
    '--- a',
    '=== a',
    '*** a',
    '&lt;script&gt; &#106;avascript:',
    'ends with \\',
    '\\[not escaped](x)',
    '<!-- hidden',
    ']]> ::title {#id} $x$',
  ] as const

  test.each(tricks)('stay text in Markdown: %s', async (trick) => {
    const advice = stored(
      await advise({ abuse: { suspected: true }, risk: { severity: 'serious' } }, hostilePack(trick)),
    )
    for (const locale of locales) {
      const shown = render(advice, { as: 'markdown', locale, title: trick })
      expect(shown).toContain(
        trick
          .replace(/[^A-Za-z]+/g, ' ')
          .trim()
          .split(' ')[0] ?? '',
      )
      expect(structure(shown)).toEqual(
        structure(render(stored(await harmless()), { as: 'markdown', locale, title: 'x' })),
      )
    }
  })

  test('head an HTML document; without one it is called by what sort of situation it is', async () => {
    const advice = await harmless()
    const shown = (title?: string) => render(advice, { as: 'html', locale: 'en', ...(title && { title }) })
    expect(shown('A case')).toContain('<title>A case</title>')
    expect(shown('A case')).toContain('<h1>A case</h1>')
    const kind = /<p class="kind">(.+)<\/p>/.exec(shown())?.[1]
    expect(shown()).toContain(`<title>${kind}</title>`)
    expect(shown()).not.toContain('<h1>')
  })

  test('of any letters stay text in HTML, which is one document that loads and runs nothing', async () => {
    const plain = await harmless()
    const rendered = (advice: Advice, title: string) => parse(render(advice, { as: 'html', locale: 'en', title }))
    const elements = (node: DefaultTreeAdapterTypes.Node): readonly string[] => [
      'attrs' in node ? `${node.nodeName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}` : '',
      ...('childNodes' in node ? node.childNodes.flatMap(elements) : []),
    ]
    const expected = elements(rendered(plain, 'x')).filter((one) => one !== '')
    expect(expected.filter((one) => /^(script|img|link|iframe|object|a) |src=|href=|url\(/.test(one))).toEqual([])
    const signs = fc.string({ unit: fc.constantFrom(...'<>&"\'/= -!aZ;#1`'), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.oneof(signs, fc.constantFrom(...tricks)), (text) => {
        const trick = `${text.trim()}x`
        const advice = JSON.parse(
          JSON.stringify(plain).replaceAll('harmless', () => JSON.stringify(trick).slice(1, -1)),
        ) as Advice
        expect(elements(rendered(advice, trick)).filter((one) => one !== '')).toEqual(expected)
      }),
    )
  })

  test('of any letters stay text in Markdown', async () => {
    const plain = await harmless()
    const expected = structure(render(plain, { as: 'markdown', locale: 'en', title: 'x' }))
    const punctuation = fc.string({
      unit: fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ aZ19'),
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(punctuation, (text) => {
        const trick = `${text.trim()}x`
        const advice = JSON.parse(
          JSON.stringify(plain).replaceAll('harmless', () => JSON.stringify(trick).slice(1, -1)),
        ) as Advice
        expect(structure(render(advice, { as: 'markdown', locale: 'en', title: trick }))).toEqual(expected)
      }),
    )
  })

  test.each([
    ['lines', 'one\ntwo\r\nthree\u2028four\u2029five'],
    ['colours', '\u001b[31mred\u001b[0m'],
    ['commands to the terminal', '\u001b]0;owned\u0007\u009b2J\u0008\u0000'],
    ['letters that turn the direction around', 'safe \u202eton\u202c \u2066x\u2069'],
  ])('hold no %s, even in a title', async (_, title) => {
    const advice = await ofNothing()
    for (const as of forms) {
      const [first, second] = render(advice, { as, locale: 'en', title }).split('\n') as [string, string]
      const [, below] = render(advice, { as, locale: 'en', title: 'x' }).split('\n')
      expect(first).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(second).toBe(below)
    }
  })

  function hostilePack(trick: string) {
    const said = { en: trick, id: trick }
    const source = packSource()
    return createPack({
      ...source,
      pack: { ...source.pack, title: said },
      facts: source.facts.map((one) => ({ ...one, label: said, ...(one.ask && { ask: said }) })),
      principles: source.principles.map((one) => ({ ...one, label: said })),
      actions: source.actions.map((one) => ({ ...one, label: said })),
      sources: source.sources.map((one) => ({ ...one, cite: said })),
      frameworks: source.frameworks.map((one) => ({ ...one, label: said })),
      rules: Object.fromEntries(
        Object.entries(source.rules).map(([file, { rules }]) => [
          file,
          {
            standard: said,
            rules: rules.map((one) => ({
              ...one,
              event: {
                ...one.event,
                params: {
                  ...one.event.params,
                  because: said,
                  ...(one.event.params.unless && {
                    unless: one.event.params.unless.map((two) => ({ ...two, because: said })),
                  }),
                },
              },
            })),
          },
        ]),
      ),
    })
  }

  async function harmless(): Promise<Advice> {
    return stored(await advise({ abuse: { suspected: true }, risk: { severity: 'serious' } }, hostilePack('harmless')))
  }

  /**
   * What Markdown makes of a page, as far as it shows in how lines begin, how they are marked up and how they end. What is
   * escaped is no mark; of the rest only the marks that Markdown obeys are kept.
   */
  function structure(page: string): string[] {
    return page.split('\n').map((line) => {
      const [, indent = '', block = '', rest = ''] =
        /^( *)((?:(?:[-+*>]|#{1,6}|\d{1,9}[.)])(?= |$) *|[-=*_~`]{3,}|<)?)(.*)$/.exec(line) ?? []
      const marks = rest.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/[^\\`*_{}[\]<>#|~&]/g, '')
      return `${indent.length} ${block.trim()} ${marks} ${/ {2}$/.test(line) ? 'breaks' : ''}${/(^|[^\\])(\\\\)*\\$/.test(line) ? 'escapes the end' : ''}`
    })
  }
})

describe('the options of a rendering', () => {
  const width = 'options.width: must be a whole number of at least 20'

  test.each<readonly [string, object, string]>([
    ['a form that does not exist', { as: 'pdf' }, 'options.as: must be one of `text`, `markdown`'],
    ['no form', { as: undefined }, 'options.as: must be one of `text`, `markdown`'],
    ['a language that does not exist', { locale: 'fr' }, 'options.locale: must be one of `en`, `id`'],
    ['a language that every object has', { locale: 'constructor' }, 'options.locale: must be one of `en`, `id`'],
    ['no width', { width: 0 }, width],
    ['a width below nothing', { width: -80 }, width],
    ['a width that is no number', { width: Number.NaN }, width],
    ['a width without end', { width: Number.POSITIVE_INFINITY }, width],
    ['half a letter of width', { width: 72.5 }, width],
    ['a width as text', { width: '80' }, width],
    ['a title that is no text', { title: 7 }, 'options.title: must be a text'],
    ['steps that are neither wanted nor not', { steps: 'yes' }, 'options.steps: must be `true` or `false`'],
  ])('are refused with %s', async (_, wrong, line) => {
    const advice = await ofNothing()
    const attempt = () => render(advice, { as: 'text', locale: 'id', ...wrong } as RenderOptions)
    expect(attempt).toThrow(TimbangError)
    expect(attempt).toThrow(`invalid-options\n${line}`)
  })
})

let made: Promise<Advice> | undefined
/** The advice where nothing is told, made once. */
function ofNothing(): Promise<Advice> {
  made ??= advise({}, socialWork)
  return made
}

describe('the cases to keep at hand', () => {
  test.each(Object.keys(atHand) as (keyof typeof atHand)[])('%s is shown as a worker needs it', async (name) => {
    const advice = stored(await advise(atHand[name], socialWork))
    for (const locale of locales) {
      await expect(render(advice, { as: 'text', locale })).toMatchFileSnapshot(`rendered/${name}.${locale}.txt`)
      await expect(render(advice, { as: 'markdown', locale })).toMatchFileSnapshot(`rendered/${name}.${locale}.md`)
    }
  })
})

const ESC = String.fromCharCode(27)
const anyEscape = new RegExp(ESC)
const sequence = new RegExp(`${ESC}\\[\\d*m`, 'g')

function allOptions(): readonly RenderOptions[] {
  return forms.flatMap((as) => locales.map((locale) => ({ as, locale, title: 'A title' })))
}

/** An advice as it comes back from where it was stored. */
function stored(advice: Advice): Advice {
  return JSON.parse(JSON.stringify(advice)) as Advice
}

function other(locale: Locale): Locale {
  return locale === 'en' ? 'id' : 'en'
}

/** Every text that the screen itself has in a language; sentences with a gap are split at it. */
function screenWords(locale: Locale): string[] {
  const gap = '\u0001'
  const collect = (held: unknown): string[] => {
    if (typeof held === 'string') return [held]
    if (typeof held === 'function')
      return String(held(gap, gap))
        .split(gap)
        .map((part) => part.trim())
        .filter((part) => /\p{L}/u.test(part))
    return Object.values(held as object).flatMap(collect)
  }
  return collect(words[locale])
}

/** Every text that an advice carries in a language. */
function texts(held: unknown, locale: Locale): string[] {
  if (typeof held !== 'object' || held === null) return []
  if ('en' in held && 'id' in held) return [String((held as Record<Locale, string>)[locale])]
  return Object.values(held).flatMap((inner) => texts(inner, locale))
}

/** Whether a text stands in another as words of its own. */
function holds(page: string, text: string): boolean {
  const start = page.indexOf(text)
  if (start === -1) return false
  const edges = [page[start - 1] ?? ' ', page[start + text.length] ?? ' ']
  return edges.every((edge) => !/[\p{L}\p{N}-]/u.test(edge)) || holds(page.slice(start + 1), text)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner)
  return value
}

test('what cannot wait though nobody is in danger is not told as danger', async () => {
  const pack = createPack(
    packSource({
      rules: [rule({ name: 'at-once', conditions: when('consent.given'), must: ['tell-first'], urgency: 'immediate' })],
    }),
  )
  const [calm, grave] = [
    await advise({ consent: { given: true } }, pack),
    await advise({ consent: { given: true }, risk: { severity: 'serious' } }, pack),
  ]
  expect([calm.danger, grave.danger]).toEqual([false, true])
  expect(render(calm, { as: 'text', locale: 'en' })).toContain('ACT NOW   this cannot wait')
  expect(render(calm, { as: 'text', locale: 'id' })).toContain(
    'BERTINDAKLAH SEKARANG JUGA   hal ini tidak dapat ditunda',
  )
  expect(render(grave, { as: 'text', locale: 'en' })).toContain('ACT NOW   someone may be in grave danger')
})
