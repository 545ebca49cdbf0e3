import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { cards, discovery, overrideReasons, parseFeedback, parseRequest } from '../../src/embed/index.js'
import { TimbangError } from '../../src/errors.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack } from '../../src/pack/pack.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { locales } from '../../src/vocabulary.js'
import { arbitraryPack, packSource, rule, says, situationOf } from '../support/builders.js'
import { cardRules, discoveryRules, emptyPlaces, feedbackRules, responseRules } from '../support/cdsHooks.js'
import { runs, sampleOf } from '../support/sample.js'

const instance = '8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1c'
const violence = {
  case: { jurisdiction: 'ID' },
  abuse: { suspected: true, victim: 'spouse', victimSafeNow: false },
  disclosure: { secrecyRequested: true },
  risk: { severity: 'life-threatening', imminence: 'likely', credibility: 'high' },
} as const

const advices = new Map<object, Promise<Advice>>()
/** The advice of the shipped pack with its questions, of one situation made once. */
function advised(situation: object): Promise<Advice> {
  const made = advices.get(situation) ?? advise(situation, socialWork)
  advices.set(situation, made)
  return made
}

const read = (name: string) => JSON.parse(readFileSync(`tests/embed/cds-hooks/${name}.json`, 'utf8'))
const stories = readdirSync('tests/cases').flatMap(
  (file) =>
    JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')).cases as {
      name: string
      situation: object
      options?: object
    }[],
)

describe('the rules of CDS Hooks 2.0', () => {
  interface Example {
    readonly name: string
    readonly response: unknown
    readonly right: boolean
  }
  const examples = read('responses').responses as Example[]

  test.each(examples.map((one) => [one.name, one] as const))('judge a response: %s', (_, { response, right }) => {
    expect(responseRules.safeParse(response).success).toBe(right)
  })

  test('hold for the cards of every case, in both languages', async () => {
    const wrong: unknown[] = []
    for (const [i, { name, situation, options }] of sampleOf(stories, 160, 14).entries()) {
      const advice = await advise(situation, socialWork, { ...options, questions: i % 10 === 0 })
      const step = advice.actions[i % Math.max(1, advice.actions.length)]?.action
      const made = cards(advice, { locale: locales[i % 2] ?? 'en', instance, ...(step && { step }), pack: socialWork })
      const { error } = responseRules.safeParse({ cards: made })
      if (error || made.flatMap((one) => emptyPlaces(one)).length > 0) wrong.push({ name, issues: error?.issues })
    }
    expect(wrong).toEqual([])
  })

  test('hold for the cards of random packs, whatever the step', async () => {
    const property = fc.asyncProperty(
      arbitraryPack()
        .map((source) => createPack(source))
        .chain((pack) => fc.record({ pack: fc.constant(pack), situation: situationOf(pack), n: fc.nat(20) })),
      async ({ pack, situation, n }) => {
        const step = [...pack.actions.keys()][n % pack.actions.size]
        const advice = await advise(situation, pack)
        const made = cards(advice, { locale: 'id', instance, ...(step && { step }), pack })
        expect(responseRules.parse({ cards: made })).toEqual({ cards: made })
        expect(made.flatMap((one) => emptyPlaces(one))).toEqual([])
        const ids = made.flatMap((one) => [one.uuid, ...(one.suggestions ?? []).map(({ uuid }) => uuid)])
        expect(new Set(ids).size).toBe(ids.length)
      },
    )
    await fc.assert(property, runs(150))
  })
})

describe('cards', () => {
  test('tell the planned step first, then what is most urgent', async () => {
    const advice = await advised(violence)
    const made = cards(advice, { locale: 'en', instance, step: 'disclose-to-protect', pack: socialWork })
    expect(made.map(({ summary, indicator }) => ({ summary, indicator }))).toMatchInlineSnapshot(`
      [
        {
          "indicator": "critical",
          "summary": "Ask now whether you must: Tell a service that can protect",
        },
        {
          "indicator": "critical",
          "summary": "Act now. You must: Ensure immediate safety, and 2 more",
        },
        {
          "indicator": "warning",
          "summary": "Act soon. You must: Assess the risk in a structured way, and 5 more",
        },
        {
          "indicator": "info",
          "summary": "You should: Explore choices and consequences together, and 1 more",
        },
        {
          "indicator": "warning",
          "summary": "Ask first: Can the suspected perpetrator still reach the victim?",
        },
      ]
    `)
  })

  const untold = {
    case: { jurisdiction: 'ID' },
    abuse: { suspected: true, victim: 'spouse' },
    risk: { severity: 'serious', imminence: 'likely', credibility: 'high' },
  } as const

  test('order nothing that depends on a danger not known, and say on what it depends, in both languages', async () => {
    const advice = await advised(untold)
    const told = (locale: 'en' | 'id', step?: string) => {
      const [card] = cards(advice, { locale, instance, pack: socialWork, ...(step && { step }) })
      return { summary: card?.summary, suggests: card?.suggestions?.map(({ label }) => label), detail: card?.detail }
    }
    expect(told('en')).toMatchObject({
      summary: 'Ask now whether you must: Tell a service that can protect, and 2 more',
      suggests: [
        'If the answers allow it: Tell a service that can protect',
        'If the answers allow it: Report to the protection service',
        'If the answers allow it: Report to the police',
      ],
    })
    expect(told('id')).toMatchObject({
      summary:
        'Tanyakan sekarang juga apakah Anda wajib: Menyampaikan bahaya ini kepada pihak yang dapat melindungi, dan 2 lagi',
    })
    const step = told('en', 'report-to-protection-service')
    expect(step).toMatchObject({
      summary: 'Ask now whether you must: Report to the protection service',
      suggests: ['Ask a person now, then decide on this step'],
    })
    expect(step.detail).toContain(
      [
        '  This depends on what is not known yet.  ',
        '  Ask first: Would reporting or telling someone raise the danger?  ',
      ].join('\n'),
    )
  })

  test('tell by what a duty could still be set aside where no questions were looked for', async () => {
    const advice = await advise(untold, socialWork, { questions: false })
    const [card] = cards(advice, { locale: 'en', instance, step: 'report-to-protection-service', pack: socialWork })
    expect(card?.detail).toContain(
      'It could give way to another duty: the danger is grave and near, and it would grow if word reached the one who is feared',
    )
  })

  test('of every case offer what depends under a condition only', async () => {
    const wrong: string[] = []
    for (const { name, situation, options } of sampleOf(
      stories.filter((_, i) => i % 3 === 0),
      60,
      7,
    )) {
      const advice = await advise(situation, socialWork, { ...options, questions: false })
      const open = advice.actions.filter((one) => one.certainty === 'depends' && one.assumptions.findsOut.length === 0)
      const onward = advice.procedure?.actions.map(({ action }) => action) ?? []
      const labels = new Set(open.filter(({ action }) => !onward.includes(action)).map(({ label }) => label.en))
      for (const card of cards(advice, { locale: 'en', instance }))
        if (
          card.suggestions?.some(({ label }) => labels.has(label)) ||
          open.some(({ status, label }) => status === 'must' && card.detail?.includes(`**You must: ${label.en}`)) ||
          open.some(({ label }) => /^(Act|You)/.test(card.summary) && card.summary.includes(`: ${label.en}`))
        )
          wrong.push(`${name}: ${card.summary}`)
    }
    expect(wrong).toEqual([])
  })

  describe('of a step that no rule asks for', () => {
    const endangered = { ...untold, risk: { ...untold.risk, disclosureIncreases: true } } as const
    const employer = { disclosure: { requester: 'employer' } } as const
    const told = async (situation: object, step: string, locale: 'en' | 'id' = 'en') => {
      const advice = await advised(situation)
      const [card] = cards<object>(advice, { locale, instance, step, pack: socialWork as never, situation })
      return { says: card?.summary, presses: card?.indicator, why: card?.detail?.split('  \n')[0] }
    }

    test('name the exception that speaks against it', async () => {
      expect(await told(endangered, 'report-to-police')).toEqual({
        says: 'The rules speak against this step: Report to the police',
        presses: 'warning',
        why: expect.stringMatching(
          /^- \*\*A rule would ask for it, but an exception holds: a report could raise the danger, so that a safer route comes first\*\*/,
        ),
      })
      expect((await told(endangered, 'report-to-police', 'id')).why).toMatch(
        /^- \*\*Ada aturan yang memintanya, tetapi pengecualiannya berlaku: laporan dapat memperbesar bahaya/,
      )
    })

    test('name the duty to which it gave way', async () => {
      expect(await told(endangered, 'disclose-to-protect')).toEqual({
        says: 'The rules speak against this step: Tell a service that can protect',
        presses: 'warning',
        why: '- **It gives way to another duty. As far as is known, you must: Tell only those who can protect, by a route that does not reach the one who is feared**',
      })
    })

    test('name what must be done and cannot be done beside it', async () => {
      expect(await told(employer, 'disclose-within-ground')).toEqual({
        says: 'The rules speak against this step: Give the information that the ground covers',
        presses: 'critical',
        why: '- **It cannot be done beside what is advised. You must: Refuse the disclosure**',
      })
    })

    test('say that all rules that speak of it speak against it', async () => {
      expect(await told(employer, 'breach-confidentiality')).toMatchObject({
        presses: 'warning',
        why: expect.stringMatching(/^- \*\*Wherever a rule speaks of it, it speaks against it: passing something on/),
      })
    })

    test('name, also where the pack is not at hand, the duty to which it gave way, and no step that may be misspelt', async () => {
      const advice = await advised(endangered)
      const [aside] = cards(advice, { locale: 'en', instance, step: 'disclose-to-protect' })
      expect(aside?.detail).toMatch(
        /^- \*\*It gives way to another duty\. As far as is known, you must: Tell only those/,
      )
      expect(issuesOf(() => cards(advice, { locale: 'en', instance, step: 'sue-the-landlord' }))).toEqual([
        'options.step: is nothing that the advice speaks of, and wants `pack`, too',
      ])
    })

    test('name the exception by the framework that was asked for', async () => {
      const advice = await advise(endangered, socialWork, { framework: 'ethical-principles-screen' })
      const options = { locale: 'en', instance, step: 'report-to-police', situation: endangered } as const
      const [card] = cards<object>(advice, { ...options, pack: socialWork as never })
      expect(card?.detail).toMatch(/an exception holds: a report could raise the danger/)
    })

    test('say that no rule asks for it only where nothing speaks against it', async () => {
      expect(await told({ case: { jurisdiction: 'ID' } }, 'report-to-police')).toMatchObject({
        says: 'No rule permits this step: Report to the police',
        why: expect.stringMatching(/^From what was stated, no rule asks for this step\. That is not a permission\./),
      })
    })
  })

  describe('of a step that nothing decides while someone is in danger', () => {
    const instances = { instance, pack: socialWork }
    const told = async (situation: object, step: string, locale: 'en' | 'id' = 'en', asks = true) => {
      const advice = await advise(situation, socialWork, { questions: asks })
      const [card] = cards(advice, { locale, step, ...instances })
      const [{ label } = { label: '' }] = card?.suggestions ?? []
      return { says: card?.summary, presses: card?.indicator, detail: card?.detail?.split('\n').slice(0, -2), label }
    }
    const abused = (victim: 'child' | 'older-person') => ({ abuse: { suspected: true, victim } }) as const

    test('name what decides it and ask a person now, neither holding it nor going on, in both languages', async () => {
      expect(await told(abused('child'), 'report-to-police')).toEqual({
        says: 'Ask a person now about this step: Report to the police',
        presses: 'warning',
        detail: [
          'Someone may be in danger, and no rule decides this step. That is no reason to hold it, and it is no permission.',
          '',
          'What decides it is not known yet:',
          '- Ask first: Is the victim safe at this moment?',
          '- Ask first: How grave is the harm that is feared?',
          '- Ask first: What form does it take?',
          '',
          '**Ask a person now: your supervisor, or whoever is on duty**',
        ],
        label: 'Ask a person now, then decide on this step',
      })
      expect(await told(abused('older-person'), 'report-to-police', 'id')).toMatchObject({
        says: 'Hubungi seseorang sekarang juga tentang langkah ini: Melapor kepada kepolisian',
        detail: expect.arrayContaining([
          'Hal yang menentukannya belum diketahui:',
          '- Tanyakan dahulu: Apakah korban aman saat ini?',
          '**Hubungi seseorang sekarang juga: supervisor Anda atau petugas piket**',
        ]),
        label: 'Hubungi seseorang sekarang juga, lalu putuskan langkah ini',
      })
    })

    test('of a duty that hangs on what is open while life is in danger tell the open facts and ask a person now', async () => {
      const risk = { severity: 'life-threatening', imminence: 'imminent', credibility: 'high' } as const
      const { says, presses, detail, label } = await told({ ...abused('child'), risk }, 'report-to-police')
      expect({ says, presses, label }).toEqual({
        says: 'Ask now whether you should: Report to the police',
        presses: 'critical',
        label: 'Ask a person now, then decide on this step',
      })
      expect(detail).toContain('  Ask first: Is the victim safe at this moment?  ')
      expect(detail?.at(-1)).toBe('**Ask a person now: your supervisor, or whoever is on duty**')
    })

    test('name what is open about the danger where nothing was found to decide the step', async () => {
      const { says, detail } = await told({ abuse: { suspected: true } }, 'limit-record-access')
      expect(says).toMatch(/^Ask a person now about this step: /)
      expect(detail).toContain('- Ask first: Is the victim safe at this moment?')
    })

    test('ask a person also where no questions were looked for, and name none', async () => {
      const { says, detail } = await told(abused('child'), 'report-to-police', 'en', false)
      expect(says).toBe('Ask a person now about this step: Report to the police')
      expect(detail?.filter((line) => line.startsWith('- '))).toEqual([])
    })

    test('ask a person where nothing decides between two sides', async () => {
      const rules = [
        rule({ name: 'report', must: ['assess-risk'], urgency: 'immediate' }),
        rule({ name: 'wait', 'must-not': ['assess-risk'], urgency: 'immediate', principle: 'confidentiality' }),
      ]
      const advice = await advise({ abuse: { suspected: true } }, createPack(packSource({ rules })))
      const [card] = cards(advice, { locale: 'en', instance, step: 'assess-risk' })
      expect(card?.summary).toMatch(/^Ask a person now about this step: /)
      expect(card?.detail).toMatch(/\n\nSomeone may be in danger, and no rule decides this step/)
    })

    test('hold it where the danger is known and not near', async () => {
      const calm = { risk: { severity: 'none' } } as const
      expect(await told(calm, 'report-to-police')).toMatchObject({
        says: 'No rule permits this step: Report to the police',
        label: 'Hold this step, and ask first',
      })
    })
  })

  test('put the status first, and hurry nobody where nothing calls for it', async () => {
    const advice = await advise({ disclosure: { requester: 'employer' } }, socialWork)
    const summary = (locale: 'en' | 'id') => cards(advice, { locale, instance })[0]?.summary
    expect(summary('en')).toBe('You must: Refuse the disclosure, and 5 more')
    expect(summary('id')).toBe('Anda wajib: Menolak memberikan informasi, dan 5 lagi')
  })

  test('hold a step of which no rule speaks', async () => {
    const advice = await advise({ case: { jurisdiction: 'ID' } }, socialWork)
    const [card] = cards(advice, { locale: 'id', instance, step: 'disclose-within-ground', pack: socialWork })
    expect(card).toMatchObject({ indicator: 'warning', suggestions: [{ isRecommended: true }] })
    expect(card?.summary).toMatch(/^Tidak ada aturan yang membolehkan langkah ini: /)
  })

  test('are the same for the same call, and have other UUIDs for another', async () => {
    const advice = await advised(violence)
    const uuids = (one: string) => cards(advice, { locale: 'en', instance: one }).map(({ uuid }) => uuid)
    expect(uuids(instance)).toEqual(uuids(instance))
    expect(uuids(instance)).not.toEqual(uuids('8d3a2c4e-6b0f-4d5e-9c1a-2f7b8e9d0a1d'))
  })

  test('offer the reasons for deciding otherwise, those of the host besides', async () => {
    const advice = await advised(violence)
    const [card] = cards(advice, {
      locale: 'id',
      instance,
      reasons: { 'on-leave': { en: 'I am on leave', id: 'Saya sedang cuti' } },
      reasonSystem: 'https://example.org/reasons',
    })
    expect(card?.overrideReasons?.map(({ code }) => code)).toEqual([...Object.keys(overrideReasons), 'on-leave'])
    expect(card?.overrideReasons?.at(-1)).toEqual({
      code: 'on-leave',
      display: 'Saya sedang cuti',
      system: 'https://example.org/reasons',
    })
  })

  test('link to contacts that have an address, and tell of the others', async () => {
    const pack = extendPack(createPack(packSource()), {
      pack: { name: 'agency', version: '1.0.0', title: says('Agency'), extends: 'tiny' },
      contacts: ['tel:129', 'room 5', 'room 6'].map((reach, i) => ({
        name: `contact-${i}`,
        label: says(`contact ${i}`),
        reach: says(reach),
        for: [...createPack(packSource()).actions.keys()],
      })),
    })
    const advice = await advise({ abuse: { suspected: true } }, pack)
    const made = cards(advice, { locale: 'en', instance, contactUrls: { 'contact-2': 'https://example.org/6' } })
    expect(made[0]?.links).toEqual([
      { label: 'contact 0', url: 'tel:129', type: 'absolute' },
      { label: 'contact 2', url: 'https://example.org/6', type: 'absolute' },
    ])
    expect(made[0]?.detail).toContain('contact 1: room 5')
    expect(made.every((card) => cardRules.safeParse(card).success)).toBe(true)
  })

  test('cut a long summary to what it may hold, and keep at its end how much more there is', async () => {
    const long = `${'x'.repeat(118)}😀 and so on, and so on`
    const actions = packSource().actions.map((one) => ({ ...one, label: says(long) }))
    const rules = [rule({ name: 'both', must: ['assess-risk', 'tell-first'] })]
    const advice = await advise({ abuse: { suspected: true } }, createPack(packSource({ actions, rules })))
    const [{ summary } = { summary: '' }] = cards(advice, { locale: 'en', instance })
    expect(summary).toBe(`You must: ${'x'.repeat(116)}…, and 1 more`)
    expect(summary.length).toBeLessThan(140)
  })

  test('link to the source that they cite, where the host has its address', async () => {
    const advice = await advise({ abuse: { suspected: true } }, createPack(packSource()))
    const sourceUrls = { 'CODE-1': 'https://example.org/code' }
    const sourcesOf = (urls: Record<string, string>) =>
      cards(advice, { locale: 'en', instance, sourceUrls: urls }).map(({ source }) => source.url)
    expect(sourcesOf(sourceUrls)[0]).toBe('https://example.org/code')
    expect(sourcesOf({ 'LAW-ID': 'https://example.org/law' })[0]).toBeUndefined()
  })

  test('speak no language that their pack does not', async () => {
    const source = JSON.parse(JSON.stringify(packSource()), (_, held) =>
      held && typeof held === 'object' && 'en' in held ? { id: held.id } : held,
    )
    const pack = createPack({ ...source, pack: { ...source.pack, locales: ['id'] } })
    const advice = await advise({ abuse: { suspected: true } }, pack)
    expect(issuesOf(() => cards(advice, { locale: 'en', instance }))).toEqual([
      'options.locale: must be one of `id`, in which the pack of this advice speaks',
    ])
    const made = cards(advice, { locale: 'id', instance })
    expect(responseRules.safeParse({ cards: made }).success).toBe(true)
  })

  test('leave out what is less urgent than wanted', async () => {
    const advice = await advised(violence)
    const of = (least: 'immediate' | 'routine') =>
      cards(advice, { locale: 'en', instance, least }).filter(({ suggestions }) => suggestions)
    expect(of('immediate').map(({ indicator }) => indicator)).toEqual(['critical'])
    expect(of('routine').length).toBeGreaterThan(1)
  })

  test('refuse options that do not fit, and repeat nothing of them', async () => {
    const advice = await advised(violence)
    const refused = (options: object) => issuesOf(() => cards(advice, { locale: 'en', instance, ...options } as never))
    expect(refused({ instance: 'Budi' })).toEqual(['options.instance: must be a UUID in lower case'])
    expect(refused({ step: 'no-such-step', pack: socialWork })).toEqual([
      'options.step: no action of the pack has this name',
    ])
    expect(refused({ situation: violence })).toEqual(['options.situation: wants `pack`, too'])
    expect(refused({ Budi: 1 })).toEqual(['options: key 3 is no option'])
    expect(refused({ locale: new Date() })).toEqual(['options.locale: must be a plain object'])
    expect(refused({ contactUrls: { x: 'javascript:alert(1)' } })).toEqual([
      'options.contactUrls.x: must be an address',
    ])
    expect(refused({ sourceUrls: { x: 'http://example.org' } })).toEqual([
      'options.sourceUrls.x: must be an address that begins with `https:`',
    ])
  })
})

describe('the discovery document', () => {
  const hook = 'org.example.dilemma-consult'

  test('follows the rules, in both languages', () => {
    const services = locales.map((locale) => ({ locale, hook, id: `consult-${locale}` }))
    const document = discovery(socialWork, services)
    expect(discoveryRules.parse(document)).toEqual(document)
    expect(emptyPlaces(document)).toEqual([])
    expect(discovery(socialWork, [])).toEqual({ services: [] })
  })

  test('refuses a hook of nobody, and two services with one id', () => {
    const service = { locale: 'en', hook, id: 'consult' } as const
    expect(issuesOf(() => discovery(socialWork, [{ ...service, hook: 'order-sign' }]))).toEqual([
      'services.0.hook: must be a reverse-domain name such as `org.example.consult`',
    ])
    expect(issuesOf(() => discovery(socialWork, [service, service]))).toEqual(['services: two have the same id'])
  })
})

describe('a call', () => {
  const call = { hook: 'org.example.dilemma-consult', hookInstance: instance, context: { situation: violence } }

  test('is read, whatever else the client sends, and no token is kept', () => {
    const sent = {
      ...call,
      hookInstance: instance.toUpperCase(),
      fhirServer: 'https://fhir.example.org',
      fhirAuthorization: { access_token: 'secret' },
      prefetch: {},
      more: 1,
    }
    expect(parseRequest(sent)).toEqual({ hook: call.hook, instance, situation: violence })
    const planned = { ...call, context: { situation: violence, step: 'tell-first' } }
    expect(parseRequest(planned)).toEqual({ hook: call.hook, instance, situation: violence, step: 'tell-first' })
  })

  test('is refused where a part is missing, and nothing of it is repeated', () => {
    expect(issuesOf(() => parseRequest({ ...call, context: {} }))).toEqual(['request.context.situation: is missing'])
    expect(issuesOf(() => parseRequest({ ...call, hookInstance: 'Budi' }))).toEqual([
      'request.hookInstance: must be a UUID',
    ])
    expect(issuesOf(() => parseRequest({ ...call, fhirAuthorization: {} }))).toEqual([
      'request: must name `fhirServer` where it gives `fhirAuthorization`',
    ])
    expect(issuesOf(() => parseRequest('Budi'))).toEqual(['request: must be an object'])
    expect(issuesOf(() => parseRequest({ ...call, context: { situation: { Budi: () => 1 } } }))).toEqual([
      'request.context: must be plain data',
    ])
  })
})

describe('feedback', () => {
  interface Example {
    readonly name: string
    readonly body: unknown
    readonly issues: readonly { readonly place: string; readonly message: string }[]
  }
  const examples = read('feedback').feedback as Example[]

  test.each(examples.map((one) => [one.name, one] as const))(
    'is judged as the rules say: %s',
    (_, { body, issues }) => {
      expect(feedbackRules.safeParse(body).success).toBe(issues.length === 0)
      expect(issuesOf(() => parseFeedback(body))).toEqual(issues.map(({ place, message }) => `${place}: ${message}`))
    },
  )

  test('keeps a reason without its system where a card offered it, and of one in another system only that there was one', () => {
    const outcomes = (...reasons: object[]) =>
      parseFeedback(
        {
          feedback: reasons.map((reason) => ({
            card: instance,
            outcome: 'overridden',
            outcomeTimestamp: '2026-01-31T09:30:00Z',
            overrideReason: { reason },
          })),
        },
        { reasons: { 'on-leave': says('on leave') } },
      ).outcomes.map(({ reason, otherReason }) => reason ?? otherReason)
    const [own, added] = ['would-endanger', 'on-leave']
    const system = 'urn:timbang:override-reason'
    expect(outcomes({ code: own }, { code: added })).toEqual([
      { code: own, system },
      { code: added, system },
    ])
    expect(outcomes({ code: own, system: 'urn:other' }, { code: added, system: 'urn:other' })).toEqual([true, true])
  })

  test('of a card says one thing: what was accepted, or why it was not', () => {
    const item = { card: instance, outcomeTimestamp: '2026-01-31T09:30:00Z' }
    const [acceptedSuggestions, overrideReason] = [[{ id: instance }], { userComment: 'Budi' }]
    const feedback = ['accepted', 'overridden'].map((outcome) => ({
      ...item,
      outcome,
      acceptedSuggestions,
      overrideReason,
    }))
    expect(issuesOf(() => parseFeedback({ feedback }))).toEqual([
      'feedback.feedback.0: must have no reason for deciding otherwise',
      'feedback.feedback.1: must have no accepted suggestions',
    ])
  })

  test('keeps what was typed apart, and of a reason of the client only that there was one', () => {
    const item = {
      card: instance.toUpperCase(),
      outcome: 'overridden',
      outcomeTimestamp: '2026-01-31T09:30:00Z',
    }
    const reasons = [
      { reason: { code: 'would-endanger', system: 'urn:timbang:override-reason', display: 'x' }, userComment: 'Budi' },
      { reason: { code: 'Budi told me', system: 'https://example.org' } },
      { reason: { code: 'on-leave', system: 'https://example.org/reasons' } },
    ]
    const body = { feedback: reasons.map((overrideReason) => ({ ...item, overrideReason })) }
    const own = { reasons: { 'on-leave': says('on leave') }, reasonSystem: 'https://example.org/reasons' }
    const outcome = { card: instance, outcome: 'overridden', at: item.outcomeTimestamp, suggestions: [] }
    expect(parseFeedback(body, own)).toEqual({
      outcomes: [
        { ...outcome, reason: { code: 'would-endanger', system: 'urn:timbang:override-reason' } },
        { ...outcome, otherReason: true },
        { ...outcome, reason: { code: 'on-leave', system: 'https://example.org/reasons' } },
      ],
      comments: [{ card: instance, comment: 'Budi' }],
    })
  })
})

function issuesOf(run: () => unknown): readonly string[] {
  try {
    run()
    return []
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    return error.issues.map(({ place, message }) => `${place}: ${message}`)
  }
}
