import { describe, expect, test } from 'vitest'
import actions from '../../rules/actions.json' with { type: 'json' }
import facts from '../../rules/facts.json' with { type: 'json' }
import frameworks from '../../rules/frameworks.json' with { type: 'json' }
import header from '../../rules/pack.json' with { type: 'json' }
import principles from '../../rules/principles.json' with { type: 'json' }
import roles from '../../rules/roles.json' with { type: 'json' }
import sources from '../../rules/sources.json' with { type: 'json' }
import { advise } from '../../src/advise/advise.js'
import { extendPack } from '../../src/pack/extendPack.js'
import { createPack } from '../../src/pack/pack.js'
import { rule, when } from '../support/builders.js'

/* The shipped frameworks, read against what was published of them, over two rules that differ in nothing but their principles or bases. */

type Ground = { readonly principle: string; readonly basis?: 'law' | 'code' | 'practice' }

const standard = { en: 'Two duties', id: 'Dua kewajiban' }

/** The pack without rules but one about nothing that is asked here: what it declares is read once. */
const declared = createPack({
  ...{ pack: header, facts, principles, actions, roles, sources, frameworks },
  rules: {
    'rules/none.json': {
      standard,
      rules: [
        rule({
          name: 'none',
          sources: ['BIESTEK'],
          may: ['refuse-bribe'],
          conditions: when('relationship.giftPurpose', 'bribe'),
        }),
      ],
    },
  },
})

/** Which of two duties a framework puts first, and by which guideline; `silent` where it ranks neither. */
async function first(framework: string, one: Ground, other: Ground, situation: object = {}): Promise<string> {
  const rules = [duty('one', one, 'disclose-to-protect'), duty('other', other, 'keep-confidential')]
  const pack = extendPack(declared, {
    pack: { name: 'two', version: '1.0.0', title: standard, extends: header.name },
    rules: { 'rules/two.json': { standard, rules } },
  })
  const known = { case: { complex: true, jurisdiction: 'ID' }, ...situation } as never
  const { frameworks: views } = await advise(known, pack, { questions: false })
  const view = views[0]?.opinions.find((opinion) => opinion.framework === framework)
  if (view === undefined || view.prevails === null) return 'silent'
  return `${view.prevails === one.principle ? 'one' : 'other'} by ${view.guideline}`
}

function duty(name: string, { principle, basis = 'practice' }: Ground, action: string) {
  const source = { law: 'UU14-2019.44-1', code: 'NASW-1.07c', practice: 'BIESTEK' }[basis]
  return rule({ name, principle, basis, sources: [source], must: [action], conditions: when('case.complex') })
}

describe('the Ethical Principles Screen', () => {
  const ranked = [
    'protection-of-life',
    'equality',
    'autonomy',
    'least-harm',
    'quality-of-life',
    'confidentiality',
    'truthfulness',
  ]
  const pairs = ranked.flatMap((higher, i) => ranked.slice(i + 1).map((lower) => [higher, lower] as const))

  test('has 21 ordered pairs', () => {
    expect(pairs).toHaveLength(21)
  })

  const noDanger = { risk: { severity: 'minor' } }

  test.each(pairs)('puts %s before %s, whichever stands first', async (higher, lower) => {
    const screen = 'ethical-principles-screen'
    expect(await first(screen, { principle: higher }, { principle: lower }, noDanger)).toBe('one by ranked-principles')
    expect(await first(screen, { principle: lower }, { principle: higher }, noDanger)).toBe(
      'other by ranked-principles',
    )
  })

  test('is asked after the Ethical Rules Screen: the code comes before what practice alone suggests', async () => {
    const practice: Ground = { principle: 'equality' }
    const code: Ground = { principle: 'truthfulness', basis: 'code' }
    expect(await first('ethical-principles-screen', practice, code)).toBe('other by code-before-other-grounds')
  })

  test('lets the code itself open secrecy, only where the danger is grave, near and well founded', async () => {
    const [protect, keep]: Ground[] = [
      { principle: 'protection-of-life' },
      { principle: 'confidentiality', basis: 'code' },
    ]
    const danger = (imminence: string) => ({ risk: { severity: 'serious', imminence, credibility: 'high' } })
    const asked = (imminence: string) =>
      first('ethical-principles-screen', protect as Ground, keep as Ground, danger(imminence))
    expect(await asked('likely')).toBe('one by the-code-itself-opens-secrecy')
    expect(await asked('remote')).toBe('other by code-before-other-grounds')
  })
})

describe("Reamer's guidelines", () => {
  const nobodyElse = {
    ...{ child: false, 'dependent-adult': false, 'identified-other': false, 'unidentified-others': false },
    community: false,
  }
  const self = { risk: { target: { self: true, ...nobodyElse } } }
  const other = { risk: { target: ['child'] } }
  const grave = { disclosure: { harmIfMade: 'serious' } }

  test.each([
    ['1: basic harm before secrecy', 'protection-of-life', 'confidentiality', {}, 'basic-harm-over-secrecy'],
    ['1: basic harm before truth', 'protection-of-life', 'truthfulness', {}, 'basic-harm-over-secrecy'],
    [
      '2: the well-being of another before freedom',
      'protection-of-life',
      'self-determination',
      other,
      'well-being-over-the-freedom-of-another',
    ],
    ['4: the law before own preference', 'accountability', 'self-determination', {}, 'keep-the-law'],
    ['5: grave harm before a rule', 'non-maleficence', 'accountability', grave, 'well-being-over-rules'],
    ['6: basic needs before property', 'social-justice', 'property-rights', {}, 'basic-needs-over-property'],
  ])('%s', async (_, higher, lower, situation, guideline) => {
    expect(await first('reamer', { principle: higher }, { principle: lower }, situation)).toBe(`one by ${guideline}`)
    expect(await first('reamer', { principle: lower }, { principle: higher }, situation)).toBe(`other by ${guideline}`)
  })

  test('3: freedom before own well-being, where 2 puts the well-being of another before freedom', async () => {
    const duties = [{ principle: 'protection-of-life' }, { principle: 'self-determination' }] as const
    expect(await first('reamer', ...duties, self)).toBe('other by freedom-over-own-well-being')
    expect(await first('reamer', ...duties, { risk: { target: ['self', 'child'] } })).toBe(
      'one by well-being-over-the-freedom-of-another',
    )
  })
})

describe('law first', () => {
  test.each([
    ['law', 'code'],
    ['law', 'practice'],
    ['code', 'practice'],
  ] as const)('puts %s before %s', async (higher, lower) => {
    const duties = [
      { principle: 'justice', basis: lower },
      { principle: 'integrity', basis: higher },
    ] as const
    expect(await first('law-first', ...duties)).toBe('other by law-then-code-then-practice')
  })

  test('lets law and code themselves open secrecy for life', async () => {
    const duties = [{ principle: 'protection-of-life' }, { principle: 'confidentiality', basis: 'law' }] as const
    expect(await first('law-first', ...duties)).toBe('one by the-law-opens-secrecy-for-life')
  })
})
