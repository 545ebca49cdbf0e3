import { describe, expect, test } from 'vitest'
import type { RemarkKind } from '../../src/author/remarks/remark.js'
import { remarks } from '../../src/author/remarks/remarks.js'
import { socialWork } from '../../src/social-work/socialWork.js'

/* What an author is told of the shipped pack; of one of its standards: tests/social-work/remarked.test.ts. */

describe('the shipped pack', () => {
  const found = remarks(socialWork)

  test('has no warning but what it says is meant, and sources that nobody verified', () => {
    const told = found.filter(({ level, kind }) => level === 'warning' && kind !== 'not-verified')
    expect(told).toEqual([])
    const meant = found.filter((one) => one.meant).map(({ level, kind, place }) => [level, kind, place])
    expect(meant.filter(([, kind]) => kind === 'redundant' || kind === 'standing-unmarked')).toEqual([
      ['note', 'redundant', 'rules/needs-and-support.json · encourage-treatment-for-substance-use'],
      ['note', 'redundant', 'rules/needs-and-support.json · help-one-whom-debt-presses'],
      ['note', 'redundant', 'rules/children.json · make-tonight-safe-for-a-child-that-lives-with-the-one-who-hurts'],
      ['note', 'redundant', 'rules/suicide.json · take-suicide-as-near-until-it-is-known-to-be-far'],
      ['note', 'standing-unmarked', 'rules/violence-at-home.json · stay-neutral-as-mediator'],
    ])
  })

  test('has no value that nothing reads, no need, guard or rating of this kind but those it says are meant', () => {
    const kinds: readonly RemarkKind[] = [
      'value-never-read',
      'asked-though-denied',
      'guard-silenced',
      'rating-silences',
      'meant-never',
      'unreachable',
    ]
    const such = found.filter(({ kind }) => kinds.includes(kind))
    expect(such.filter(({ meant }) => meant === undefined)).toEqual([])
    expect(new Set(such.map(({ kind }) => kind))).toEqual(new Set(kinds.slice(0, 4)))
  })

  test('has no rule to which no question leads', () => {
    expect(found.filter(({ kind }) => kind === 'unreachable')).toEqual([])
  })

  test('says of every source that was not verified that it was not', () => {
    const told = found.filter(({ level, kind }) => level === 'warning' && kind === 'not-verified')
    const sources = [...socialWork.sources.values()].filter(({ verified }) => verified === 'no')
    expect(told.map(({ place }) => place)).toEqual(sources.map(({ name }) => `sources · ${name}`))
  })

  test('has these dilemmas on purpose, and no other', () => {
    const declared = found.filter(({ level, kind }) => level === 'note' && kind === 'dilemma')
    expect(declared.map(({ rules }) => rules)).toEqual([
      // One parent may be unsafe and another may protect.
      ['another-adult-where-the-parents-are-unsafe', 'bring-in-parents-who-protect'],
      // A young person who understands, and parents who could help: the sources leave it to judgement.
      ['bring-in-parents-who-protect', 'let-a-mature-minor-confide'],
      ['bring-in-the-parents-of-a-child-who-uses-drugs', 'let-a-mature-minor-confide'],
      ['disclose-to-prevent-grave-harm', 'respect-a-refusal-to-disclose'],
      // As with any duty in law to report: it stands against a route that does not raise the danger.
      ['health-staff-inform-the-protection-service', 'tell-by-a-safe-route'],
      ['hold-back-until-the-court-has-ruled', 'obey-a-lawful-order'],
      ['keep-to-the-published-order', 'serve-the-graver-need-first'],
      // A young person who understands is not outvoted by the family, and a family's counsel is not thrown away.
      ['let-a-young-person-who-understands-choose', 'let-the-family-take-counsel'],
      // The same as the last of these, where the client who tells of it cannot decide and the victim is another.
      ['let-another-adult-victim-decide', 'speak-for-one-who-cannot'],
      // What a rumour about a child forbids, a well-founded duty towards an older victim may ask for in the same house.
      ['report-for-an-older-victim', 'report-no-rumour-about-a-child'],
      // An older adult who has not decided: a report cannot be called back, and dependence calls for help from outside.
      ['report-for-an-older-victim', 'say-what-a-report-sets-off'],
      ['report-grave-violence-at-home', 'respect-a-refusal-to-disclose'],
      // The law obliges to report what would raise a danger that is grave and near: as with a court's order, an exception
      // that sets law aside is not for those who wrote the rules to make.
      ['report-what-the-law-obliges-you-to-report', 'tell-by-a-safe-route'],
      ['respect-a-refusal-to-disclose', 'tell-of-grave-violence'],
      // An adult who depends on others and whose ability to decide is in doubt, or who has not decided: nobody who knows
      // the practice has said yet which of the two should give way.
      ['speak-for-one-who-cannot', 'the-adult-victim-decides'],
    ])
  })

  test('leaves these questions undecided, which are too large for the budget, and no other', () => {
    const undecided = found.filter(({ kind }) => kind === 'not-decided')
    expect(undecided.map(({ rules }) => rules)).toEqual([
      ['a-suspected-parent-does-not-hold-the-key', 'talk-with-parents-who-withhold-care'],
      // Whether a low gravity, or weak grounds, silence what is asked for.
      ['disclose-to-prevent-grave-harm'],
      ['disclose-to-prevent-grave-harm'],
      ['tell-the-client-first'],
      ['tell-the-client-first'],
    ])
  })
})
