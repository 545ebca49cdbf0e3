import { interview } from '../../consult/interview.js'
import { takenUpAgain } from '../../consult/takenUpAgain.js'
import { type Issue, TimbangError } from '../../errors.js'
import type { Heard } from '../../hear/hear.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { jurisdictionFact } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { type Answerable, type Consultation, pack, type Situation } from './pack.js'
import { answered, handedOn } from './sittings.js'
import { beginning, toldIn, withoutTold, withTold } from './telling.js'

/** Where the page stands; nothing of it is stored anywhere else. */
export interface PageState {
  readonly locale: InterfaceLanguage
  /** What is shown: the telling, or the questions with the advice. */
  readonly begun: boolean
  /** What was told and answered; this alone is saved. */
  readonly consultation: Consultation
  /** The story as it is typed, and what was heard in it; kept nowhere but here, and gone with the page. */
  readonly story: string
  readonly heard?: HeardStory
  /** The matters that stand open. */
  readonly matters: readonly string[]
  /** Whether the country is only taken for granted. */
  readonly countryAssumed: boolean
  /** The forms that were handed on, each with its facts. */
  readonly forms: readonly (readonly string[])[]
  /** What is asked out of its turn: changed, or gone back to. */
  readonly wanted?: Wanted
  /** What was answered before something was tried out. */
  readonly before?: Consultation
  /** A situation that was opened from a file. */
  readonly kept?: Kept
  readonly notice?: Notice
}

/** A situation as it was kept, and which facts are to be looked at anew, since danger moves. */
interface Kept {
  readonly situation: Situation
  readonly look: readonly string[]
}

/** What was heard, and in which words. */
export interface HeardStory extends Heard {
  readonly of: string
}

/** A fact to be asked, or those of a form, and whether going back from it leads to what was answered before. */
interface Wanted {
  readonly facts: readonly string[]
  readonly back: boolean
}

export type Notice =
  | { readonly kind: 'opened' | 'notJson' | 'saved' }
  /** What was there before stays at hand until something else is done. */
  | { readonly kind: 'cleared'; readonly before: PageState }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'contradicted'; readonly issues: readonly Issue[] }

export type Doing =
  | { readonly do: 'speak'; readonly locale: InterfaceLanguage }
  | { readonly do: 'type'; readonly story: string }
  | { readonly do: 'hear'; readonly heard: HeardStory }
  | { readonly do: 'tell'; readonly fact: string; readonly value: Stated; readonly form?: readonly string[] }
  | { readonly do: 'untell'; readonly fact: string; readonly member?: string; readonly form?: readonly string[] }
  | { readonly do: 'matter'; readonly name: string; readonly open: boolean }
  | { readonly do: 'answer'; readonly fact: string; readonly answer: Answerable }
  | { readonly do: 'handOn'; readonly facts: readonly string[] }
  | { readonly do: 'ask'; readonly fact: string }
  | { readonly do: 'open'; readonly content: unknown }
  | { readonly do: 'try'; readonly changes: readonly Change[] }
  | {
      readonly do: 'begin' | 'retell' | 'back' | 'unmoved' | 'keep' | 'undo' | 'clear' | 'unclear' | 'notJson' | 'saved'
    }

/** A fact, and how it is answered. */
type Change = readonly [fact: string, answer: Answerable]

export type Dispatch = (doing: Doing) => void

/** The page before anything was told. */
export function fresh(locale: InterfaceLanguage): PageState {
  const consultation = beginning(locale)
  const countryAssumed = Object.keys(consultation.situation).length > 0
  return { locale, begun: false, consultation, story: '', matters: [], forms: [], countryAssumed }
}

/** What follows from what a person does; what does not fit is refused, and what was told before stays. */
export function next(state: PageState, doing: Doing): PageState {
  try {
    return moved(state, doing)
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    const kind = doing.do === 'open' ? 'refused' : 'contradicted'
    return { ...state, notice: { kind, issues: error.issues } }
  }
}

function moved({ notice, ...state }: PageState, doing: Doing): PageState {
  switch (doing.do) {
    case 'speak':
      return { ...state, locale: doing.locale, ...(notice && { notice }) }
    case 'type':
    case 'hear':
    case 'tell':
    case 'untell':
    case 'matter':
      return telling(state, doing)
    case 'answer': {
      const { fact, answer } = doing
      return { ...without(state, 'wanted'), consultation: changed(state.consultation, [[fact, answer]]) }
    }
    case 'handOn':
      return { ...without(state, 'wanted'), ...withForm(state, doing.facts) }
    case 'ask':
      return { ...state, begun: true, wanted: { facts: [doing.fact], back: false } }
    case 'begin':
      return { ...state, begun: true }
    case 'retell':
      return { ...without(state, 'wanted'), begun: false }
    case 'back':
      return backFrom(state)
    case 'unmoved':
      return state.kept ? { ...state, kept: { ...state.kept, look: [] } } : state
    case 'try':
      return { ...without(state, 'wanted'), ...trying(state, doing.changes) }
    case 'keep':
      return without(state, 'before')
    case 'undo':
      return { ...without(state, 'before'), consultation: state.before ?? state.consultation }
    default:
      return withWhole({ ...state, ...(notice && { notice }) }, doing)
  }
}

/** What is done with all that was told: clear it, and take that back; open it from a file, and save it. */
function withWhole({ notice, ...state }: PageState, doing: Doing): PageState {
  switch (doing.do) {
    case 'clear':
      return { ...fresh(state.locale), notice: { kind: 'cleared', before: state } }
    case 'unclear':
      return notice?.kind === 'cleared' ? { ...notice.before, locale: state.locale } : state
    case 'open': {
      const here = opened(doing.content)
      return { ...fresh(state.locale), ...here, begun: true, countryAssumed: false, notice: { kind: 'opened' } }
    }
    case 'saved':
    case 'notJson':
      return { ...state, notice: { kind: doing.do } }
    default:
      return state
  }
}

type Telling = Extract<Doing, { do: 'type' | 'hear' | 'tell' | 'untell' | 'matter' }>

/** What is told by ticking and by one's own words; nothing heard is told before it is ticked. */
function telling(state: PageState, doing: Telling): PageState {
  const { consultation, matters } = state
  switch (doing.do) {
    case 'type':
      return { ...state, story: doing.story }
    case 'hear': {
      const heard = doing.heard.matters.slice(0, mattersOpened)
      return { ...state, heard: doing.heard, matters: [...new Set([...matters, ...heard])] }
    }
    case 'tell':
      return {
        ...onForm(ownCountry(state, doing.fact), doing.form),
        consultation: withTold(consultation, doing.fact, doing.value),
      }
    case 'untell':
      return {
        ...onForm(ownCountry(state, doing.fact), doing.form),
        consultation: withoutTold(consultation, doing.fact, doing.member),
      }
    case 'matter': {
      const others = matters.filter((name) => name !== doing.name)
      return { ...state, matters: doing.open ? [...others, doing.name] : others }
    }
  }
}

/** As many of the matters that were heard are opened by themselves. */
const mattersOpened = 2

/** A form stays where it is while somebody fills it in. */
function onForm(state: PageState, form: readonly string[] | undefined): PageState {
  return form ? { ...state, wanted: { facts: form, back: state.wanted?.back ?? true } } : state
}

function ownCountry(state: PageState, fact: string): PageState {
  return fact === jurisdictionFact ? { ...state, countryAssumed: false } : state
}

function without<K extends keyof PageState>(state: PageState, key: K): Omit<PageState, K> {
  const { [key]: _, ...others } = state
  return others
}

/** Changes that are tried out, until they are kept or undone. */
function trying({ consultation, before = consultation }: PageState, changes: readonly Change[]) {
  return { before, consultation: changed(consultation, changes) }
}

function changed(consultation: Consultation, changes: readonly Change[]): Consultation {
  return changes.reduce((now, [fact, answer]) => answered(now, { [fact]: answer }), consultation)
}

/** A whole form with what was answered on it. */
function withForm(
  { consultation, forms }: PageState,
  facts: readonly string[],
): Pick<PageState, 'consultation' | 'forms'> {
  const others = forms.filter((form) => !form.some((fact) => facts.includes(fact)))
  return { consultation: handedOn(consultation, facts), forms: [...others, facts] }
}

/** From a change to the question whose turn it is; else to the answer or the form before; and before the first, to the telling. */
function backFrom(state: PageState): PageState {
  const { consultation, forms, wanted } = state
  const left = without(state, 'wanted')
  if (wanted && !wanted.back) return left
  const { asked } = consultation
  const place = asked.findIndex((fact) => wanted?.facts.includes(fact))
  const fact = place === -1 ? asked.at(-1) : asked[place - 1]
  if (fact === undefined) return { ...left, begun: false }
  const facts = forms.find((form) => form.includes(fact))?.filter((one) => asked.includes(one)) ?? [fact]
  return { ...left, wanted: { facts, back: true } }
}

/** A situation from a file, by itself or with its story, or a consultation that was saved; what is asked in danger is asked anew. */
function opened(content: unknown): Pick<PageState, 'consultation' | 'kept'> {
  const isWhole = typeof content === 'object' && content !== null && 'situation' in content
  const { situation, asked } = (isWhole ? content : { situation: content }) as Partial<Consultation>
  const kept = interview({ situation: situation ?? {}, ...(asked && { asked }) }, pack).state
  const again = takenUpAgain(kept.situation, pack)
  const told = toldIn(again.situation)
  return {
    consultation: { ...kept, situation: again.situation, asked: kept.asked.filter((name) => told.has(name)) },
    kept: { situation: kept.situation, look: again.toldThen.map(([name]) => name) },
  }
}
