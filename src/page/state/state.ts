import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
import { advise } from '../advise/advise.js'
import { type Interview, interview, type Sitting } from '../consult/interview.js'
import { type Issue, TimbangError } from '../errors.js'
import { typeOf } from '../pack/factTypes/factTypes.js'
import { type SocialWorkSituation, socialWork } from '../social-work/socialWork.js'
import type { InterfaceLanguage } from '../words/interfaceLanguages.js'

/** The rules of the page. */
export const pack = socialWork

export type Situation = SocialWorkSituation
type Consultation = Interview<Situation>

/** Where the page stands; nothing of it is stored anywhere else. */
export interface PageState {
  readonly locale: InterfaceLanguage
  /** Whether it is known what it is about. */
  readonly begun: boolean
  /** What was answered. */
  readonly consultation: Consultation
  /** Facts to ask next, whether or not it is their turn. */
  readonly wanted: readonly string[]
  /** What was answered before something was tried out. */
  readonly before?: Consultation
  readonly notice?: Notice
}

export type Notice =
  | { readonly kind: 'cleared' | 'opened' | 'notJson' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

type Doing =
  | { readonly do: 'speak'; readonly locale: InterfaceLanguage }
  | { readonly do: 'begin'; readonly facts: readonly string[] }
  | { readonly do: 'answer'; readonly fact: string; readonly answer: Answerable }
  | { readonly do: 'ask'; readonly fact: string }
  | { readonly do: 'back' }
  | { readonly do: 'open'; readonly content: unknown }
  | { readonly do: 'try'; readonly changes: readonly Change[] }
  | { readonly do: 'keep' | 'undo' | 'clear' | 'notJson' }

/** A fact, and how it is answered. */
type Change = readonly [fact: string, answer: Answerable]

export type Dispatch = (doing: Doing) => void

/** An answer as an interview takes it. */
export type Answerable = boolean | string | number | null | Readonly<Record<string, boolean | null>>

const nothing: Consultation = { format: 1, situation: {}, asked: [] }

/** What follows from what a person does; what does not fit is refused, and what was answered before stays. */
function next(state: PageState, doing: Doing): PageState {
  try {
    return moved(state, doing)
  } catch (error) {
    if (!(error instanceof TimbangError)) throw error
    return { ...state, notice: { kind: 'refused', issues: error.issues } }
  }
}

function moved({ notice, ...state }: PageState, doing: Doing): PageState {
  switch (doing.do) {
    case 'speak':
      return { ...state, locale: doing.locale, ...(notice && { notice }) }
    case 'begin':
      return begun(state, doing.facts)
    case 'answer': {
      const { fact, answer } = doing
      const consultation = interview(state.consultation, pack, { step: { fact, answer } }).state
      return { ...state, consultation, wanted: state.wanted.filter((one) => one !== fact) }
    }
    case 'ask':
      return { ...state, wanted: [doing.fact] }
    case 'back':
      return { ...state, wanted: backTo(state) }
    case 'open':
      return { ...state, begun: true, wanted: [], consultation: opened(doing.content), notice: { kind: 'opened' } }
    case 'try':
      return trying(state, doing.changes)
    case 'keep':
      return without(state)
    case 'undo':
      return { ...without(state), consultation: state.before ?? state.consultation }
    case 'clear':
      return { locale: state.locale, begun: false, consultation: nothing, wanted: [], notice: { kind: 'cleared' } }
    case 'notJson':
      return { ...state, notice: { kind: 'notJson' } }
  }
}

function without({ before: _, ...state }: PageState): PageState {
  return state
}

/** Changes that are tried out, until they are kept or undone. */
function trying(state: PageState, changes: readonly Change[]): PageState {
  const { before = state.consultation } = state
  return { ...state, before, consultation: changed(state.consultation, changes), wanted: [] }
}

/** What it is about is so; where that is no yes or no, it is asked first. */
function begun(state: PageState, facts: readonly string[]): PageState {
  const isPlain = (name: string) => {
    const fact = pack.facts.get(name)
    return fact !== undefined && typeOf(fact).json === 'boolean'
  }
  const plain = facts.filter(isPlain).map((fact) => [fact, true] as const)
  const wanted = facts.filter((fact) => !isPlain(fact))
  return { ...state, begun: true, consultation: changed(state.consultation, plain), wanted }
}

function changed(consultation: Consultation, changes: readonly Change[]): Consultation {
  return changes.reduce((now, [fact, answer]) => interview(now, pack, { step: { fact, answer } }).state, consultation)
}

/** The answer before the one that is asked now, or the last. */
function backTo({ consultation: { asked }, wanted: [now] }: PageState): readonly string[] {
  const place = now === undefined ? -1 : asked.indexOf(now)
  const before = asked[(place === -1 ? asked.length : place) - 1]
  return before === undefined ? [] : [before]
}

/** A situation from a file, by itself or with its story; or a consultation that was saved. */
function opened(content: unknown): Consultation {
  const isWhole = typeof content === 'object' && content !== null && 'situation' in content
  const { situation, asked } = (isWhole ? content : { situation: content }) as Partial<Consultation>
  return interview({ situation: situation ?? {}, ...(asked && { asked }) }, pack).state
}

/** The state of the page, the question that it asks, and the advice as far as it is known. */
export function usePage(locale: InterfaceLanguage) {
  const [state, dispatch] = useReducer(next, { locale, begun: false, consultation: nothing, wanted: [] })
  const { consultation, wanted } = state
  const sitting = useMemo(() => sittingOf(consultation, wanted), [consultation, wanted])
  const [advice, setAdvice] = useState<Advice>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    advise(consultation.situation, pack).then(
      (given) => current && setAdvice(given),
      (error: Error) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [consultation])
  // No advice rather than a doubtful one: what fails here fails the page.
  if (failure) throw failure
  return { state, dispatch, sitting, advice }
}

function sittingOf(consultation: Consultation, [wanted]: readonly string[]): Sitting<Situation> {
  if (wanted === undefined) return interview(consultation, pack)
  const before = consultation.asked
  const asked = before.includes(wanted) ? before : [...before, wanted]
  return interview({ ...consultation, asked, at: asked.indexOf(wanted) }, pack)
}
