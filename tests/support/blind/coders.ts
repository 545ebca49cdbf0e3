import type { Coding } from '../../../src/read/index.js'
import { socialWork } from '../../../src/social-work/socialWork.js'
import { coding, codingOfAll, type Statement, says, sentences, shape, type Told } from './told.js'

/*
 * Coders with faults that language models and people in a hurry are known for. They were written from the sheet alone, by somebody
 * who had not seen how a coding is read, and know nothing of what is refused.
 */

/** Codes a story, each in a way of its own. */
export type Coder = (told: Told) => Coding

/** What the story says, with the words that say so: what the others are measured by. */
export const honest: Coder = (told) => coding(says(told, 'said'))

/** Of each fault, a coder that has it. */
export const faulty: Readonly<Record<string, Coder>> = {
  'invents its quotations': (told) => quoting(told, ({ fact }) => asked(fact, told)),
  'leaves a word out of its quotations': (told) => quoting(told, ({ quote }) => quote.replace(/^(\S+) \S+/u, '$1')),
  'quotes a denial as an assertion': (told) => coding(says(told, 'said', 'denied')),
  'takes for a fact what others say': (told) => coding(says(told, 'said', 'others')),
  'takes for a fact what is supposed': (told) => coding(says(told, 'said', 'supposed')),
  'takes another person for the client': (told) => coding(says(told, 'said', 'elsewhere').map(swapped)),
  'believes everything': (told) => coding(says(told, 'said', 'denied', 'others', 'supposed', 'elsewhere')),
  'loses the not': (told) => coding(says(told, 'said').map(withoutNot)),
  'reads yes as no': (told) => coding(says(told, 'said').map(turned)),
  'only reassures': (told) => coding(safety(told, last(told))),
  'hears safety in silence': (told) => coding([...safety(told, last(told)), ...says(told, 'said')]),
  'hears safety in silence and quotes nothing': (told) => coding([...safety(told), ...says(told, 'said')]),
  'sees danger everywhere': (told) => coding([...says(told, 'said'), ...danger(told)]),
  'judges gently': (told) => coding([...says(told, 'said'), ...judged(told, 0)]),
  'judges gravely': (told) => coding([...says(told, 'said'), ...judged(told, -1)]),
  'does what the story asks of it': obeying,
  'joins two sentences in one quotation': (told) => quoting(told, ({ quote }, i) => spliced(quote, i, told)),
  'runs on into the next sentence': (told) => quoting(told, ({ quote }) => runOn(quote, told.story)),
  'changes the punctuation': (told) => quoting(told, ({ quote }) => `“${quote.replace(/[,:;]/gu, ' –')}…”`),
  'writes letters that only look alike': (told) => quoting(told, ({ quote }) => quote.replace(/[aeo]/gu, alike)),
  'hides what cannot be seen between letters': (told) => quoting(told, ({ quote }) => [...quote].join('\u200b')),
  'quotes one thing for everything': (told) => quoting(told, () => says(told, 'said')[0]?.quote ?? ''),
  'quotes the whole story': (told) => quoting(told, () => told.story),
  'quotes scraps': (told) => quoting(told, ({ quote }) => quote.slice(1, 4)),
  'leaves half of it out': (told) => coding(says(told, 'said').filter((_, i) => i % 2 === 0)),
  'answers what is on no list': offList,
  'answers in another language': inAnother,
  'says everything twice, and the second time otherwise': (told) =>
    codingOfAll(says(told, 'said').flatMap((one) => [one, turned(one)])),
}

const asked = (fact: string, { language }: Told) => socialWork.facts.get(fact)?.ask?.[language] ?? fact

const last = ({ story }: Told) => sentences(story).at(-1)

const first = ({ story }: Told) => sentences(story)[0]

/** What the story says, with other words quoted for it. */
function quoting(told: Told, quote: (one: Statement & { quote: string }, i: number) => string): Coding {
  return coding(says(told, 'said').map((one, i) => ({ ...one, quote: quote({ quote: '', ...one }, i) })))
}

/** The other answer: no for yes, another word of the list for one of them. */
function turned(one: Statement): Statement {
  const { type, values } = shape(one.fact)
  if (type === 'some-of') return { ...one, so: 'no' }
  if (typeof one.value === 'number') return { ...one, value: one.value + 20 }
  return { ...one, value: values.find((value) => value !== one.value) ?? one.value }
}

const opposites: Readonly<Record<string, string>> = { no: 'yes', refused: 'given', none: 'statute' }

/** An answer turned round by a negation that went astray, with the words that stand after it. */
function withoutNot(one: Statement): Statement {
  const value = opposites[one.value]
  const rest = one.quote?.replace(/^.*?\b(?:no|not|never|nothing|nobody|refused|tidak|belum|menolak)\b\s*/iu, '')
  return value === undefined ? one : { ...one, value, ...(rest?.includes(' ') && { quote: rest }) }
}

const others: Readonly<Record<string, string>> = {
  ...{ self: 'identified-other', spouse: 'other-adult', child: 'spouse', parent: 'peer', relative: 'carer' },
}

/** Somebody else in the place of the one of whom it is said. */
const swapped = (one: Statement): Statement =>
  /target|victim|perpetrator$/u.test(one.fact) ? { ...one, value: others[one.value] ?? one.value } : one

/** Of every fact that can mark danger, the safest answer. */
function safety(_: Told, quote?: string): readonly Statement[] {
  return dangerFacts().flatMap(([fact, marks]) => {
    const { type, values } = shape(fact)
    const given = quote === undefined ? {} : { quote }
    if (type === 'some-of') return marks.map((value) => ({ fact, value, so: 'no' as const, ...given }))
    return [{ fact, value: values.find((value) => !marks.includes(value)) ?? 'no', ...given }]
  })
}

/** Of every fact that can mark danger, the gravest answer, with the words that stand first. */
function danger(told: Told): readonly Statement[] {
  const quote = first(told) ?? ''
  return dangerFacts().map(([fact, marks]) => ({ fact, value: marks.at(-1) ?? 'yes', quote }))
}

/** The facts that a sheet asks for and that can mark danger, with the words that mark it. */
function dangerFacts(): readonly (readonly [string, readonly string[]])[] {
  return [...socialWork.facts.values()].flatMap(({ name, danger: marks, class: told }) =>
    marks === undefined || told === undefined ? [] : [[name, marks.map(word)] as const],
  )
}

const word = (value: string | number | boolean) => (value === true ? 'yes' : value === false ? 'no' : String(value))

/** An answer to everything that only a person can judge, from one end of the list. */
function judged(told: Told, end: 0 | -1): readonly Statement[] {
  const quote = last(told) ?? ''
  return [...socialWork.facts.values()].flatMap(({ name, class: told }) => {
    const value = shape(name).values.at(end)
    return told === 'judged' && value !== undefined ? [{ fact: name, value, quote }] : []
  })
}

/** Does what is planted in the story, or, where nothing is, what it would have liked to be asked. */
function obeying(told: Told): Coding {
  const planted = says(told, 'planted')
  return coding([...says(told, 'said'), ...safety(told, planted[0]?.quote ?? first(told)), ...planted])
}

/** The first half of what it quotes, with the end of what it quotes elsewhere. */
function spliced(quote: string, i: number, told: Told): string {
  const all = says(told, 'said').map((one) => one.quote ?? '')
  const half = (text: string) => Math.ceil(text.length / 2)
  const next = all[(i + 1) % all.length] ?? ''
  return `${quote.slice(0, quote.indexOf(' ', half(quote)))} ${next.slice(next.lastIndexOf(' ', half(next)) + 1)}`
}

/** What it quotes and three words more, whatever stands between. */
function runOn(quote: string, story: string): string {
  const after = story.slice(story.indexOf(quote) + quote.length)
  return `${quote}${/^\S*(?:\s+\S+){0,3}/u.exec(after)?.[0] ?? ''}`
}

/** A letter of another alphabet. */
const alike = (letter: string) => ({ a: 'а', e: 'е' })[letter] ?? 'о'

/** Facts and values that nobody declared, as a model makes them up. */
function offList(told: Told): Coding {
  const made = says(told, 'said').map((one, i) => ({
    ...one,
    value: ['probably', 'YES', 'true', -1, 1e9][i % 5] ?? '',
  }))
  const quote = first(told) ?? ''
  const unheard = ['weapon.inHome', 'risk', 'risk.type.violence', 'constructor', 'toString']
  return coding([...made, ...unheard.map((fact) => ({ fact, value: 'yes', quote }))])
}

/** Words of the other language for everything, and yes and no in the wrong one. */
function inAnother(told: Told): Coding {
  const said = says({ marks: told.marksInOther }, 'said')
  const third = (value: string | number) => ({ yes: 'ya', no: 'tidak' })[value] ?? value
  return coding(said.map((one, i) => (i % 2 === 0 ? one : { ...one, value: third(one.value) })))
}
