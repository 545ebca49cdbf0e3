import { describe, expect, test } from 'vitest'
import { namesInSketch } from '../../src/author/check/sketchNames.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* The names in the sketch of a rule: those that nothing declares are told before anything is written. */

const header = { path: 'ours/pack.json', text: '{ "name": "ours", "extends": "social-work" }' }
const own = [
  header,
  { path: 'ours/actions.json', text: '[{ "name": "knock-first" }, null]' },
  { path: 'ours/sources.json', text: '[{ "name": "OUR-HOUSE.4" }]' },
  { path: 'ours/home-visits.json', text: 'is not JSON yet' },
]
const names = (sketch: object, files = own) => namesInSketch({ name: 'knock-and-wait', ...sketch }, files, socialWork)
const nothing = { refused: [], toDeclare: {} }

describe('of a sketch', () => {
  test('what the pack or the one that it extends declares is known, in however unfinished files', () => {
    expect(
      names({
        principle: 'acceptance',
        sources: ['OUR-HOUSE.4', 'NASW-1.01'],
        asks: { should: ['knock-first'], must: ['accept-gift'] },
      }),
    ).toEqual(nothing)
    expect(names({})).toEqual(nothing)
  })

  test('a principle must be there: the near one is offered, else all are named', () => {
    expect(names({ principle: 'aceptance' }).refused).toEqual([
      'no principle is named `aceptance` (did you mean `acceptance`?)',
    ])
    expect(names({ principle: 'tidiness' }).refused).toEqual([
      expect.stringMatching(/^no principle is named `tidiness`: there are acceptance, .*self-determination/),
    ])
  })

  test('an action or a source that is like another is refused, and one like no other is to be declared', () => {
    expect(names({ asks: { may: ['accept-small-gift'], should: ['dance-in-the-rain'] } })).toEqual({
      refused: ['no action is named `accept-small-gift` (did you mean `accept-gift`?); declare a new one first'],
      toDeclare: { 'actions.json': ['dance-in-the-rain'] },
    })
    expect(names({ sources: ['NAWS-1.01', 'THEIR-BOOK.7'] })).toEqual({
      refused: [expect.stringMatching(/^no source is named `NAWS-1\.01` \(did you mean `NASW-1\.\d\d`\?\)/)],
      toDeclare: { 'sources.json': ['THEIR-BOOK.7'] },
    })
  })

  test('what could be the name of nothing is refused', () => {
    expect(
      names({ asks: { must: ['Dance In The Rain', 'x'.repeat(101)] }, sources: ['the book of rain'] }).refused,
    ).toEqual([
      expect.stringMatching(/^no action is named `Dance In The Rain`: it must be a name in small letters/),
      expect.stringMatching(/: it must have at most 100 characters$/),
      'no source is named `the book of rain`: it must be a name of letters, digits, dots and hyphens',
    ])
  })

  test('another section of a text that is cited already is new', () => {
    expect(names({ sources: ['OUR-HOUSE.5'] })).toEqual({ refused: [], toDeclare: { 'sources.json': ['OUR-HOUSE.5'] } })
  })
})

test('a pack that does not exist yet will extend the shipped one; of another base nothing can be told', () => {
  expect(names({ principle: 'aceptance' }, []).refused).toHaveLength(1)
  const other = [{ path: 'ours/pack.json', text: '{ "name": "ours", "extends": "their-pack" }' }]
  expect(names({ principle: 'aceptance' }, other)).toEqual(nothing)
  const alone = [{ path: 'ours/pack.json', text: '{ "name": "ours" }' }]
  expect(names({ principle: 'acceptance' }, alone).refused).toEqual([
    'no principle is named `acceptance`: none is declared',
  ])
})
