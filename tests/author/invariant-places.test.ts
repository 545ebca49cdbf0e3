import { expect, test } from 'vitest'
import { checkFiles } from '../../src/author/check/check.js'
import { packSource, says } from '../support/builders.js'

/* A fault in the file of invariants is told by the sentence in which it stands, with its line and column. */

const sentence = (parts: object) => ({
  name: 'nobody-is-left',
  because: says('nobody is left'),
  sources: ['CODE-1'],
  never: [{ actions: ['tell-first'], said: ['must'] }],
  ...parts,
})
const group = { name: 'protecting', label: says('protecting'), actions: ['tell-first'] }

function places(invariants: object): readonly string[] {
  const { rules, ...parts } = packSource()
  const files = Object.entries({ ...parts, ...rules, invariants }).map(([name, content]) => ({
    path: `tiny/${name.replace(/^rules\/|\.json$/g, '')}.json`,
    text: JSON.stringify(content, null, 2),
  }))
  const { diagnostics } = checkFiles(files, { remarks: false })
  return diagnostics.map(({ place, at }) => `${place} at ${at?.text.trim()}`)
}

test.each([
  [
    'a word in a list',
    {
      invariants: [
        sentence({}),
        sentence({ name: 'other', never: [{ actions: ['tell-first'], said: ['must', 'mst'] }] }),
      ],
    },
    'invariants · other · never[0].said[1] at "mst"',
  ],
  [
    'a fact of conditions',
    { invariants: [sentence({ given: { fact: 'abuse.suspect', operator: 'equal', value: true } })] },
    'invariants · nobody-is-left · given at "fact": "abuse.suspect",',
  ],
  [
    'a member of a sentence',
    { invariants: [sentence({}), sentence({ name: 'other', never: 3 })] },
    'invariants · other · never at "never": 3',
  ],
  [
    'an action of a group',
    { groups: [{ ...group, actions: ['tell-frst'] }], invariants: [sentence({})] },
    'invariants · groups · protecting at "tell-frst"',
  ],
  [
    'a group that stands twice',
    { groups: [group, group], invariants: [sentence({})] },
    'invariants · groups · protecting at "name": "protecting",',
  ],
  ['a list that is none', { invariants: [sentence({})], meant: 3 }, 'invariants · meant at "meant": 3'],
])('%s', (_, invariants, place) => {
  expect(places({ groups: [], ...invariants })).toEqual([place])
})

test('what has no name is told by its number', () => {
  const { name: _, ...nameless } = sentence({ never: 3 })
  expect(places({ groups: [], invariants: [sentence({}), nameless] })).toEqual([
    'invariants · [1] · name at {',
    'invariants · [1] · never at "never": 3',
  ])
})
