import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { Advice } from '../advise/advice.js'
import { advise } from '../advise/advise.js'
import { type Interview, interview, type Sitting } from '../consult/interview.js'
import { type Issue, TimbangError } from '../errors.js'
import { type SocialWorkSituation, socialWork } from '../social-work/socialWork.js'
import type { Locale } from '../vocabulary.js'

/** The rules of the page. */
export const pack = socialWork

export type Situation = SocialWorkSituation
type Told = Interview<Situation>

/** Where the page stands; nothing of it is stored anywhere else. */
export interface PageState {
  readonly locale: Locale
  /** Whether it was said what it is about. */
  readonly begun: boolean
  readonly told: Told
  /** Facts to ask next, whether or not it is their turn. */
  readonly wanted: readonly string[]
  /** What was told before something was tried out. */
  readonly before?: Told
  readonly notice?: Notice
}

export type Notice =
  | { readonly kind: 'cleared' | 'opened' | 'notJson' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

type Doing =
  | { readonly do: 'speak'; readonly locale: Locale }
  | { readonly do: 'begin'; readonly facts: readonly string[] }
  | { readonly do: 'answer'; readonly fact: string; readonly answer: Answerable }
  | { readonly do: 'ask'; readonly fact: string }
  | { readonly do: 'back' }
  | { readonly do: 'open'; readonly content: unknown }
  | { readonly do: 'try'; readonly changes: readonly (readonly [string, Answerable])[] }
  | { readonly do: 'keep' | 'undo' | 'clear' | 'notJson' }

export type Dispatch = (doing: Doing) => void

/** An answer as an interview takes it. */
export type Answerable = boolean | string | number | null | Readonly<Record<string, boolean | null>>

const nothing: Told = { format: 1, situation: {}, asked: [] }

/** What follows from what a person does; what does not fit is told, and what was told before stays. */
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
      const told = interview(state.told, pack, { step: { fact, answer } }).state
      return { ...state, told, wanted: state.wanted.filter((one) => one !== fact) }
    }
    case 'ask':
      return { ...state, wanted: [doing.fact] }
    case 'back':
      return { ...state, wanted: backTo(state) }
    case 'open':
      return { ...state, begun: true, wanted: [], told: opened(doing.content), notice: { kind: 'opened' } }
    case 'try':
      return { ...state, before: state.before ?? state.told, told: tried(state.told, doing.changes), wanted: [] }
    case 'keep':
      return without(state)
    case 'undo':
      return { ...without(state), told: state.before ?? state.told }
    case 'clear':
      return { locale: state.locale, begun: false, told: nothing, wanted: [], notice: { kind: 'cleared' } }
    case 'notJson':
      return { ...state, notice: { kind: 'notJson' } }
  }
}

function without({ before: _, ...state }: PageState): PageState {
  return state
}

/** What it is about is so; where that is no yes or no, it is asked first. */
function begun(state: PageState, facts: readonly string[]): PageState {
  const isPlain = (fact: string) => pack.facts.get(fact)?.type === 'yes-no'
  const told = tried(
    state.told,
    facts.filter(isPlain).map((fact) => [fact, true] as const),
  )
  return { ...state, begun: true, told, wanted: facts.filter((fact) => !isPlain(fact)) }
}

function tried(told: Told, changes: readonly (readonly [string, Answerable])[]): Told {
  return changes.reduce((now, [fact, answer]) => interview(now, pack, { step: { fact, answer } }).state, told)
}

/** The answer before the one that is asked now, or the last. */
function backTo({ told, wanted: [now] }: PageState): readonly string[] {
  const place = now === undefined ? told.asked.length : told.asked.indexOf(now)
  const before = told.asked[(place === -1 ? told.asked.length : place) - 1]
  return before === undefined ? [] : [before]
}

/** A situation from a file, by itself or with its story; or a consultation that was saved. */
function opened(content: unknown): Told {
  const held = typeof content === 'object' && content !== null && 'situation' in content ? content : undefined
  const { situation, asked } = held ? (held as Partial<Told>) : { situation: content as Situation, asked: undefined }
  return interview({ situation: situation ?? {}, ...(asked && { asked }) }, pack).state
}

/** The state of the page, the question that it asks, and the advice as far as it was told. */
export function usePage(locale: Locale) {
  const [state, dispatch] = useReducer(next, { locale, begun: false, told: nothing, wanted: [] })
  const { told, wanted } = state
  const sitting = useMemo(() => sittingOf(told, wanted), [told, wanted])
  const [advice, setAdvice] = useState<Advice>()
  const [failure, setFailure] = useState<Error>()
  useEffect(() => {
    let current = true
    advise(told.situation, pack).then(
      (given) => current && setAdvice(given),
      (error: Error) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [told])
  // No advice rather than a doubtful one: what fails here fails the page.
  if (failure) throw failure
  return { state, dispatch, sitting, advice }
}

function sittingOf(told: Told, [wanted]: readonly string[]): Sitting<Situation> {
  if (wanted === undefined) return interview(told, pack)
  const asked = told.asked.includes(wanted) ? told.asked : [...told.asked, wanted]
  return interview({ ...told, asked, at: asked.indexOf(wanted) }, pack)
}
