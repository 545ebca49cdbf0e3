import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { atOnce } from '../../src/consult/atOnce.js'
import { knownFrom } from '../../src/decide/decide.js'
import { parseSituation } from '../../src/decide/situation.js'
import type { AnySituation, Pack } from '../../src/pack/pack.js'
import { render } from '../../src/render/render.js'
import { socialWork } from '../../src/social-work/socialWork.js'
import { situationOf } from '../support/builders.js'
import { runs, sampleOf } from '../support/sample.js'

/* What a good supervisor says first, and that one screen does not say two things. */

const shipped = socialWork as Pack
const cases = readdirSync('tests/cases').flatMap((file) => {
  const { cases } = JSON.parse(readFileSync(`tests/cases/${file}`, 'utf8')) as {
    cases: { name: string; situation?: AnySituation; on?: string }[]
  }
  return cases.map(({ name, situation = {}, on }) => ({ name: `${file}: ${name}`, situation, on }))
})

async function advised(situation: AnySituation, on?: string): Promise<Advice> {
  const advice = await advise(situation, shipped, { questions: false, ...(on && { on }) })
  return { ...advice, questions: [] }
}

/** What is said on one screen and does not go together, and what is said too soon. */
async function contradictions(situation: AnySituation, on?: string): Promise<readonly string[]> {
  const advice = await advised(situation, on)
  return [...inWords(advice), ...inAdvice(advice, situation)]
}

/** Sentences of which one screen may hold one at most. */
const apart: readonly (readonly [RegExp, RegExp])[] = [
  [
    /points the same way|no duties collide/,
    /because duties pull|because [^.\n]*duties (that )?(collide|conflict)|Duties collide/,
  ],
  [/di sini sejalan/, /karena (?!Anda melihat)[^.\n]*kewajiban[^.\n]* bertentangan|Ada kewajiban yang bertentangan/],
  [/nothing stated calls for haste/, /someone may be in grave danger|this should not wait/],
  [/Too little is known to advise/, /^You must$/m],
]

function inWords(advice: Advice): readonly string[] {
  const screens = (['en', 'id'] as const).map((locale) => render(advice, { as: 'text', locale, width: 100_000 }))
  return apart.flatMap(([one, other]) =>
    screens.some((screen) => one.test(screen) && other.test(screen)) ? [`${one} beside ${other}`] : [],
  )
}

const tellings = ['disclose-to-protect', 'report-to-protection-service', 'report-to-police', 'warn-identified-target']

function inAdvice(advice: Advice, situation: AnySituation): readonly string[] {
  const { values, stated } = knownFrom(parseSituation(situation, shipped), shipped)
  const is = (fact: string) => values[[...shipped.facts.keys()].indexOf(fact)]
  const must = new Set(advice.actions.flatMap(({ action, status }) => (status === 'must' ? [action] : [])))
  const spoken = new Set(advice.actions.map(({ action }) => action))
  const done = new Set((advice.done ?? []).map(({ action }) => action))
  const type = stated.get('risk.type')
  const suicide = type instanceof Map && type.get('suicide') === true
  const role = stated.get('client.roleInHarm')
  const told = (fact: string) => {
    const value = stated.get(fact)
    return value instanceof Map && [...value.values()].includes(true)
  }
  const known = (told('risk.type') || is('abuse.raised') === true) && (told('risk.target') || told('abuse.victim'))
  const waiting = atOnce(advice).waiting.map(({ action }) => action)
  const rows: readonly (readonly [boolean, string])[] = [
    [
      suicide && !must.has('suicide-safety-response') && !done.has('suicide-safety-response'),
      'suicide is told and not met',
    ],
    [waiting.some(({ neverWaits }) => neverWaits === true), 'what is right at once waits'],
    [
      // Parents who openly withhold care are talked with, as long as they are safe to tell.
      role === undefined &&
        is('abuse.raised') === true &&
        is('abuse.careWithheldOpenly') !== true &&
        !spoken.has('avoid-alerting-perpetrator'),
      'a warning is not held back',
    ],
    [
      is('risk.graveAndNear') === true &&
        !known &&
        is('abuse.raised') !== true &&
        !told('risk.target') &&
        is('worker.safetyAtRisk') !== true &&
        !suicide &&
        advice.rules['disclose-to-prevent-grave-harm'] !== undefined,
      'somebody is told before it is known what and whom',
    ],
    [
      is('abuse.raised') !== true &&
        is('risk.graveAndNear') === true &&
        !told('risk.type') &&
        !told('risk.target') &&
        is('worker.safetyAtRisk') !== true &&
        !must.has('ensure-immediate-safety') &&
        !done.has('ensure-immediate-safety'),
      'safety is not seen to while what and whom is not known',
    ],
    [must.has('arrange-temporary-care') && weak(stated), 'a child is taken out on weak grounds'],
  ]
  return rows.flatMap(([wrong, says]) => (wrong ? [says] : []))
}

function weak(stated: ReadonlyMap<string, unknown>): boolean {
  const grounds = stated.get('risk.credibility')
  return (grounds === 'low' || grounds === 'unfounded') && stated.get('concern.basis') !== 'established'
}

describe('one screen', () => {
  test.each(sampleOf(cases, 150, 7))('says nothing beside what goes against it: $name', async ({ situation, on }) => {
    expect(await contradictions(situation, on)).toEqual([])
  })

  test('says nothing beside what goes against it in random situations', async () => {
    await fc.assert(
      fc.asyncProperty(situationOf(shipped), async (situation) => {
        expect(await contradictions(situation)).toEqual([])
      }),
      runs(500, 4),
    )
  })
})

describe('the first screen', () => {
  const first = async (situation: AnySituation) => atOnce(await advise(situation, shipped))
  const named = (list: readonly { readonly action: string }[]) => list.map(({ action }) => action)

  test.each([
    [{ risk: { type: 'suicide' } }],
    [{ risk: { type: 'suicide', imminence: 'imminent' } }],
    [{ risk: { type: 'suicide', imminence: 'likely' }, abuse: { suspected: true } }],
  ])('of suicide told (%j) is to stay in touch, with numbers and words, whatever else is open', async (told) => {
    const { now } = await first({ ...told, case: { jurisdiction: 'ID' } })
    expect(named(now)).toContain('suicide-safety-response')
    const advice = await advise({ ...told, case: { jurisdiction: 'ID' } }, shipped)
    const text = render(advice, { as: 'text', locale: 'id', width: 1_000 })
    for (const part of ['Anda dapat berkata', 'Menjauhkan sarana', '119', '112']) expect(text).toContain(part)
  })

  test('of a danger of which neither what nor whom is known is safety, and nobody is told', async () => {
    const { now, waiting } = await first({
      risk: { severity: 'life-threatening', imminence: 'imminent', credibility: 'high' },
    })
    expect(named(now)).toEqual(['ensure-immediate-safety', 'assess-risk'])
    expect(named(waiting.map(({ action }) => action)).filter((one) => tellings.includes(one))).toEqual([])
  })

  test('of a neighbour’s word about a mother warns nobody and has the child seen, on weak grounds too', async () => {
    for (const credibility of ['unfounded', 'low', 'moderate', 'high']) {
      const { actions } = await advise(
        {
          abuse: { suspected: true, victim: 'child', perpetrator: 'parent', timing: 'ongoing' },
          concern: { raisedBy: 'neighbour' },
          risk: { type: 'violence', target: 'child', severity: 'serious', imminence: 'likely', credibility },
        },
        shipped,
      )
      const must = named(actions.filter(({ status }) => status === 'must'))
      expect(named(actions.filter(({ status }) => status === 'must' || status === 'should'))).toContain(
        'ensure-child-gets-help',
      )
      expect(must).toContain('avoid-alerting-perpetrator')
      expect(must).not.toContain('arrange-temporary-care')
      expect(must).not.toContain('tell-client-first')
    }
  })

  test('of a partner’s infection keeps the secret and helps to tell', async () => {
    const { actions } = await advise(
      {
        risk: {
          type: 'infection',
          target: 'identified-other',
          severity: 'serious',
          imminence: 'likely',
          credibility: 'high',
        },
        health: { partnerAtRisk: true, willingToTell: 'needs-support' },
        disclosure: { secrecyRequested: true },
      },
      shipped,
    )
    const must = named(actions.filter(({ status }) => status === 'must'))
    expect(must).toContain('support-self-disclosure')
    expect(must).toContain('keep-confidential')
    expect(must).not.toContain('disclose-to-protect')
  })
})
