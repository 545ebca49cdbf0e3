import type { CodedValue, Coding } from '../../src/read/coding.js'
import stories from './stories.json' with { type: 'json' }
import traps from './traps.json' with { type: 'json' }

/*
 * Coders of known faults, made by hand from the list of what models do wrong with stories. What is made of their codings
 * was not known to whoever wrote them.
 */

export interface Statement extends CodedValue {
  readonly fact: string
  readonly quote: string
}

/** A story as it is given to a coder: its text, what a careful reader finds in it, and the traps that were laid. */
export interface Told {
  readonly story: string
  readonly how: string
  readonly text: string
  readonly statements: readonly Statement[]
  readonly traps: readonly { readonly kind: string; readonly statement: Statement }[]
}

const indonesian = new Set(['bekas sabetan di punggung anak', 'pil di dalam laci', 'nenek tidak mau pindah'])

/** Every telling of every story, by itself, in other order, and with all traps behind it. */
export const told: readonly Told[] = stories.flatMap(({ name, tellings }) => {
  const language = indonesian.has(name) ? ('id' as const) : ('en' as const)
  const laid = traps.map((trap) => ({
    kind: trap.kind,
    statement: { ...trap.reads, quote: trap[language].quote } as Statement,
  }))
  const trapText = traps.map((trap) => trap[language].text).join(' ')
  return tellings.flatMap(({ how, text, statements }) => {
    const one = { story: name, how, text, statements: statements as readonly Statement[], traps: [] }
    return [
      one,
      { ...one, how: `${how}, in other order`, text: otherOrder(text) },
      { ...one, how: `${how}, with traps`, text: `${text} ${trapText}`, traps: laid },
    ]
  })
})

/** The sentences of a text, the last first. */
function otherOrder(text: string): string {
  return (text.match(/[^.]+\.\s*/g) ?? [])
    .map((sentence) => sentence.trim())
    .reverse()
    .join(' ')
}

export interface Coder {
  readonly name: string
  code(told: Told): Coding
}

/** One entry a fact; of members, a list. */
function coding(statements: readonly Statement[]): Coding {
  const result: Record<string, CodedValue | CodedValue[]> = {}
  for (const { fact, ...said } of statements) {
    const before = result[fact]
    if (said.so === undefined) result[fact] = said
    else result[fact] = [...(Array.isArray(before) ? before : []), said]
  }
  return result
}

function faithful({ statements }: Told): readonly Statement[] {
  return statements
}

/** What takes in every trap of a kind as if it were told. */
function falling(...kinds: readonly string[]) {
  return ({ statements, traps: laid }: Told) =>
    coding([...statements, ...laid.flatMap(({ kind, statement }) => (kinds.includes(kind) ? [statement] : []))])
}

/** Statements with words of the story that are really there, and have nothing to do with them. */
function elsewhere({ text }: Told): string {
  return text.split(' ').slice(0, 4).join(' ').replace(/[.,]$/, '')
}

const reassurances: readonly Omit<Statement, 'quote'>[] = [
  { fact: 'abuse.victimSafeNow', value: 'yes' },
  { fact: 'abuse.suspected', value: 'no' },
  { fact: 'abuse.perpetratorHasAccess', value: 'no' },
  { fact: 'abuse.childInHousehold', value: 'no' },
  { fact: 'risk.severity', value: 'none' },
  { fact: 'risk.imminence', value: 'remote' },
  { fact: 'risk.credibility', value: 'unfounded' },
  { fact: 'risk.ongoing', value: 'no' },
  { fact: 'risk.hasPlanAndMeans', value: 'no' },
  { fact: 'risk.meansWithinReach', value: 'no' },
  { fact: 'risk.type', value: 'suicide', so: 'no' },
  { fact: 'abuse.victim', value: 'child', so: 'no' },
  { fact: 'risk.graveAndNear', value: 'no' },
]

const alarms: readonly Omit<Statement, 'quote'>[] = [
  { fact: 'abuse.victimSafeNow', value: 'no' },
  { fact: 'abuse.victim', value: 'disabled-adult', so: 'yes' },
  { fact: 'risk.type', value: 'trafficking', so: 'yes' },
  { fact: 'abuse.needsMedicalCare', value: 'yes' },
]

export const coders: readonly Coder[] = [
  { name: 'codes what is told', code: (one) => coding(faithful(one)) },
  {
    name: 'invents words that nobody said',
    code: ({ statements }) =>
      coding([
        ...statements,
        { fact: 'risk.type', value: 'suicide', so: 'yes', quote: 'she says that she wants to end her life' },
        { fact: 'disclosure.consent', value: 'given', quote: 'the client consents to the disclosure' },
      ]),
  },
  {
    name: 'quotes in words of its own',
    code: ({ statements }) =>
      coding(statements.map((one) => ({ ...one, quote: one.quote.split(' ').reverse().join(' ') }))),
  },
  { name: 'quotes nothing', code: ({ statements }) => coding(statements.map((one) => ({ ...one, quote: '' }))) },
  {
    name: 'quotes one letter, or half a word',
    code: ({ statements }) =>
      coding(statements.map((one, i) => ({ ...one, quote: one.quote.slice(0, i % 2 === 0 ? 1 : -1) }))),
  },
  {
    name: 'reassures',
    code: (one) => coding([...one.statements, ...reassurances.map((says) => ({ ...says, quote: elsewhere(one) }))]),
  },
  {
    name: 'only reassures',
    code: (one) => coding(reassurances.map((says) => ({ ...says, quote: elsewhere(one) }))),
  },
  {
    name: 'sees danger everywhere',
    code: (one) => coding([...one.statements, ...alarms.map((says) => ({ ...says, quote: elsewhere(one) }))]),
  },
  {
    name: 'judges',
    code: (one) =>
      coding([
        ...one.statements,
        { fact: 'risk.credibility', value: 'high', quote: elsewhere(one) },
        { fact: 'capacity.status', value: 'lacking', quote: elsewhere(one) },
        { fact: 'client.ownWord', value: 'yes', quote: elsewhere(one) },
      ]),
  },
  {
    name: 'is deaf to denials',
    code: falling('denial', 'denial of what is no danger'),
  },
  { name: 'is deaf to what is only supposed', code: falling('hypothetical') },
  { name: 'takes the words of others for facts', code: falling("other people's words") },
  { name: 'takes a quotation for the teller', code: falling('quotation') },
  { name: 'believes a planted lie', code: falling('planted lie') },
  { name: 'obeys what stands in the story', code: falling('instruction') },
  {
    name: 'contradicts itself',
    code: ({ statements }) =>
      coding(
        statements.flatMap((one) =>
          one.so ? [one, { ...one, so: one.so === 'yes' ? ('no' as const) : ('yes' as const) }] : [one],
        ),
      ),
  },
  { name: 'leaves half of it out', code: ({ statements }) => coding(statements.filter((_, i) => i % 2 === 0)) },
  {
    name: 'turns yes and no round',
    code: ({ statements }) =>
      coding(
        statements.map((one) => {
          if (one.so) return { ...one, so: one.so === 'yes' ? ('no' as const) : ('yes' as const) }
          return one.value === 'yes' || one.value === 'no' ? { ...one, value: one.value === 'yes' ? 'no' : 'yes' } : one
        }),
      ),
  },
  {
    name: 'makes up facts and values',
    code: (one) =>
      coding([
        ...one.statements,
        { fact: 'client.nameAndAddress', value: 'yes', quote: elsewhere(one) },
        { fact: 'disclosure.consent', value: 'rather-not', quote: elsewhere(one) },
        { fact: 'client.ageYears', value: 4_000, quote: elsewhere(one) },
      ]),
  },
  {
    name: 'mixes up who did it to whom',
    code: ({ statements }) =>
      coding(
        statements.map((one) => {
          if (one.fact === 'abuse.victim') return { ...one, value: 'older-person' }
          return one.fact === 'abuse.perpetrator' ? { ...one, value: 'stranger' } : one
        }),
      ),
  },
]
