import type { Pack } from '../../../pack/pack.js'
import type { Text } from '../../../vocabulary.js'
import type { CheckedPack } from '../check.js'
import { placeOf, type Remark } from '../remark.js'

/** Of texts in English and Indonesian: those that are the same in each, and those of which the numbers or placeholders differ between languages. */
export function textRemarks({ pack }: CheckedPack): readonly Remark[] {
  const texts = textsOf(pack).filter(isInBoth)
  return [
    ...citeRemarks(pack),
    ...texts.flatMap(([place, text]) => sameRemarks(place, text)),
    ...[...texts, ...citesOf(pack)].flatMap(([place, text]) => numberRemarks(place, text)),
  ]
}

/** A text with its place. */
export type Placed = readonly [place: string, text: Text]

function isInBoth([, { en, id }]: Placed): boolean {
  return en !== undefined && id !== undefined
}

/** Every text of a pack with its place. */
export function textsOf(pack: Pack<unknown>): readonly Placed[] {
  const { title, findOut, whenUndecided } = pack.header
  return [
    ['pack · title', title],
    ...(findOut ? [['pack · findOut.because', findOut.because] as const] : []),
    ['pack · whenUndecided.because', whenUndecided.because],
    ...factTexts(pack),
    ...[...pack.principles.values()].flatMap(({ name, label, means }): Placed[] => [
      [`principles · ${name} · label`, label],
      [`principles · ${name} · means`, means],
    ]),
    ...[...pack.actions.values()].flatMap(({ name, label, steps = [] }): Placed[] => [
      [`actions · ${name} · label`, label],
      ...steps.map((step, i): Placed => [`actions · ${name} · steps[${i}]`, step]),
    ]),
    ...[...pack.roles.values()].map(({ name, label }): Placed => [`roles · ${name} · label`, label]),
    ...[...pack.sources.values()].map(({ name, says }): Placed => [`sources · ${name} · says`, says]),
    ...frameworkTexts(pack),
    ...ruleTexts(pack),
  ]
}

function factTexts({ facts }: Pack<unknown>): readonly Placed[] {
  return [...facts.values()].flatMap(({ name, label, ask, why, values = [], presume }): Placed[] => [
    [`facts · ${name} · label`, label],
    ...(ask ? [[`facts · ${name} · ask`, ask] as const] : []),
    ...(why ? [[`facts · ${name} · why`, why] as const] : []),
    ...values.map((one, i): Placed => [`facts · ${name} · values[${i}].label`, one.label]),
    ...(presume ? [[`facts · ${name} · presume.because`, presume.because] as const] : []),
    ...(presume?.where ?? []).map((one, i): Placed => [`facts · ${name} · presume.where[${i}].because`, one.because]),
  ])
}

function frameworkTexts({ frameworks }: Pack<unknown>): readonly Placed[] {
  return [...frameworks.values()].flatMap(({ name, label, guidelines }): Placed[] => [
    [`frameworks · ${name} · label`, label],
    ...guidelines.map((one, i): Placed => [`frameworks · ${name} · guidelines[${i}].because`, one.because]),
  ])
}

function ruleTexts(pack: Pack<unknown>): readonly Placed[] {
  const rules = [...pack.rules.values()].filter(({ findsOut }) => findsOut === undefined)
  const standards = new Map(rules.map(({ file, standard }) => [file, standard]))
  return [
    ...[...standards].map(([file, standard]): Placed => [`${file} · standard`, standard]),
    ...rules.flatMap((rule): Placed[] => [
      [`${placeOf(rule)} · because`, rule.because],
      ...rule.unless.map(({ because }, i): Placed => [`${placeOf(rule)} · unless[${i}].because`, because]),
      ...(rule.otherPositions ?? []).flatMap(({ name, because, agreed }): Placed[] => [
        [`${placeOf(rule)} · ${name} · because`, because],
        [`${placeOf(rule)} · ${name} · agreed`, agreed],
      ]),
    ]),
  ]
}

function citesOf({ sources }: Pack<unknown>): readonly Placed[] {
  return [...sources.values()].map(({ name, cite }): Placed => [`sources · ${name} · cite`, cite]).filter(isInBoth)
}

/** What is cited mostly has one name in every language: these are counted, not listed. */
function citeRemarks(pack: Pack<unknown>): readonly Remark[] {
  const cites = citesOf(pack)
  const same = cites.filter(([, { en, id }]) => en === id).length
  if (same === 0) return []
  const message = `${same} of ${cites.length} are cited in the same words in both languages, as names rightly are`
  return [{ kind: 'same-text', level: 'note', place: 'sources', message }]
}

/** How many words a name may have that is rightly the same everywhere. */
const shortWords = 3

function sameRemarks(place: string, { en, id }: Text): readonly Remark[] {
  if (en !== id) return []
  const short = en.split(' ').length <= shortWords
  const message = `is the same in both languages${short ? ', as a name or a short word may rightly be' : ''}`
  return [{ kind: 'same-text', level: short ? 'note' : 'warning', place, message }]
}

function numberRemarks(place: string, { en, id }: Text): readonly Remark[] {
  const [one, other] = [tokens(en), tokens(id)]
  const differing = [
    ...new Set([...one.filter((token) => !other.includes(token)), ...other.filter((token) => !one.includes(token))]),
  ]
  if (differing.length === 0) return []
  const listed = differing.map((token) => `\`${token}\``).join(', ')
  return [
    {
      kind: 'other-numbers',
      level: 'warning',
      place,
      message: `${listed} stands in one language and not in the other`,
    },
  ]
}

/** Numbers in digits, and words in braces that something else is to be put for. */
function tokens(text: string): readonly string[] {
  return text.match(/\d+|\{\w+\}/g) ?? []
}
