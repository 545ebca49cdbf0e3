import { describe, expect, test } from 'vitest'
import type { AdvisedAction } from '../../src/advise/advice.js'
import { advise } from '../../src/advise/advise.js'
import { createPack } from '../../src/pack/pack.js'
import { inShort } from '../../src/render/consult/atOnce.js'
import { render } from '../../src/render/render.js'
import { packSource, rule, says, when } from '../support/builders.js'

/* What helps to do an action at once: words to say, whom to call, how to begin. */

const contact = (name: string, more: object = {}) => ({
  name,
  label: says(name),
  reach: says(`number of ${name}`),
  for: ['disclose-to-protect'],
  ...more,
})
const contacts = [
  contact('everywhere'),
  contact('id', { jurisdiction: ['ID'], emergency: true, helpsWith: says('fire'), hours: says('day and night') }),
  contact('id-2', { jurisdiction: ['ID'], emergency: true }),
  contact('us', { jurisdiction: ['US'], emergency: true, for: ['disclose-to-protect', 'assess-risk'] }),
  contact('id-office', { jurisdiction: ['ID'] }),
  contact('id-west', { jurisdiction: ['ID'], region: ['west'] }),
]
const source = packSource()
const actions = source.actions.map((one) =>
  one.name === 'disclose-to-protect'
    ? { ...one, steps: [says('first step'), says('second step')], says: [says('I am with you.')] }
    : one,
)
const regions = { name: 'case.region', label: says('region'), ask: says('region?'), type: 'one-of' as const }
const pack = createPack(
  packSource({
    contacts,
    actions,
    facts: [...source.facts, { ...regions, values: ['west', 'east'].map((value) => ({ value, label: says(value) })) }],
    rules: [rule({ name: 'tell', conditions: when('abuse.suspected'), must: ['disclose-to-protect'] })],
  }),
)

async function advised(place: object, on = pack) {
  return advise({ abuse: { suspected: true }, ...place }, on)
}

async function named(place: object) {
  const { actions } = await advised(place)
  return actions.find(({ action }) => action === 'disclose-to-protect')?.contacts?.map(({ name }) => name)
}

describe('whom to call', () => {
  test('is shown only where they serve', async () => {
    expect(await named({ case: { jurisdiction: 'ID' } })).toEqual(['everywhere', 'id', 'id-2', 'id-office'])
    expect(await named({ case: { jurisdiction: 'ID', region: 'west' } })).toEqual([
      'everywhere',
      'id',
      'id-2',
      'id-office',
      'id-west',
    ])
    expect(await named({ case: { jurisdiction: 'ID', region: 'east' } })).not.toContain('id-west')
    expect(await named({ case: { jurisdiction: 'US' } })).toEqual(['everywhere', 'us'])
  })

  test('is, while no country is stated, the emergency number of each to choose from', async () => {
    expect(await named({})).toEqual(['everywhere', 'id', 'id-2', 'us'])
    const text = render(await advised({}), { as: 'text', locale: 'en', width: 200 })
    expect(text).toContain(
      'contact the emergency number of your country (Indonesia number of id / number of id-2 · US number of us)',
    )
    expect(text).toContain('contact everywhere: number of everywhere\n')
  })

  test('is said with what for and when', async () => {
    const text = render(await advised({ case: { jurisdiction: 'ID' } }), { as: 'text', locale: 'en', width: 200 })
    expect(text).toContain('contact id: number of id (fire; day and night)')
  })

  test('is refused as an emergency number of no country', () => {
    const wrong = packSource({ contacts: [contact('nowhere', { emergency: true })] })
    expect(() => createPack(wrong)).toThrow(
      'contacts · nowhere: `emergency` needs the `jurisdiction` whose emergency number it is',
    )
  })

  test('is told once, with the first action that needs it, and with the whole of which that is a part', async () => {
    const part = createPack(
      packSource({
        contacts: [contact('once', { for: ['assess-risk', 'disclose-to-protect'] })],
        actions: source.actions.map((one) =>
          one.name === 'assess-risk' ? { ...one, partOf: ['disclose-to-protect'] } : one,
        ),
        rules: [rule({ name: 'both', must: ['disclose-to-protect', 'assess-risk'] })],
      }),
    )
    const markdown = render(await advised({}, part), { as: 'markdown', locale: 'en' })
    expect(markdown.match(/contact once: number of once/g)).toHaveLength(1)
  })
})

describe('words to say and the first step', () => {
  test('stand with what must be done, in every form', async () => {
    const advice = await advised({})
    const text = render(advice, { as: 'text', locale: 'id', width: 200 })
    expect(text).toContain('mulailah: first step (id)')
    expect(text).toContain('Anda dapat berkata: “I am with you. (id)”')
    const html = render(advice, { as: 'html', locale: 'en' })
    expect(html).toContain('<p class="hand">you can say: “I am with you.”</p>')
    expect(html).not.toContain('begin: first step')
  })

  test('are in short, where little room is, without what a number is for and when', async () => {
    const advice = await advised({ case: { jurisdiction: 'ID' } })
    const [action] = advice.actions
    const { says: words, call, numbers } = inShort(action as AdvisedAction, advice, 'en')
    expect(words).toEqual(['“I am with you.”'])
    expect(call).toContain('contact id: number of id')
    expect(numbers).toEqual(['everywhere', 'id', 'id-2', 'id-office'].map((name) => `number of ${name}`))
    const { says: _, ...other } = { ...(action as AdvisedAction), action: 'assess-risk' }
    expect(inShort(other, advice, 'en')).toEqual({ numbers: [], says: [], call: [] })
    const anywhere = await advised({})
    expect(inShort(anywhere.actions[0] as AdvisedAction, anywhere, 'id').numbers).toEqual([])
  })

  test('are not given for what is spoken against', async () => {
    const against = createPack(
      packSource({ contacts, actions, rules: [rule({ name: 'no', 'must-not': ['disclose-to-protect'] })] }),
    )
    const [action] = (await advised({}, against)).actions
    expect([action?.says, action?.steps, action?.contacts]).toEqual([undefined, undefined, undefined])
  })
})
