import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { HeardStatement, Proposal } from '../../hear/hear.js'
import { firstAsked } from '../../hear/matters.js'
import { withCapital, wording } from '../../pack/texts/languages.js'
import { answerWords } from '../../render/consult/answers.js'
import { jurisdictionFact } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, HeardStory } from '../state/state.js'
import { isList, isTold, type Told } from '../state/telling.js'
import { Besides } from './besides.js'
import { Tick } from './tick.js'

interface Props {
  readonly heard: HeardStory
  readonly told: Told
  readonly locale: InterfaceLanguage
  readonly dispatch: Dispatch
  /** Whether it was heard just now: then it is where one goes on. */
  readonly isNew: boolean
}

/** So many statements stand there at first. */
const shownFirst = 12

/** What was heard, as statements to tick, each with the words in which it was heard. */
export function HeardView({ heard, told, locale, dispatch, isNew }: Props) {
  const w = tellingWords[locale]
  const [all, setAll] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isNew) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [heard, isNew])
  // The country is asked above; where it is told or taken for granted, it is not offered again.
  const heardAll = useMemo(() => statementsOf(heard), [heard])
  const offered = heardAll.filter(({ proposal: { fact } }) => fact !== jurisdictionFact || !told.has(fact))
  const left = offered.length - shownFirst
  const shown = all ? offered : offered.slice(0, shownFirst)
  const heading3 = offered.length === 0 ? w.heardNothing : w.heard(offered.length)
  return (
    <div class="heard">
      <h3 ref={heading} tabIndex={-1}>
        {heading3}
      </h3>
      {offered.length > 0 && <p class="hint">{w.heardHint}</p>}
      {isDangerUntold(told) && <p class="open-danger">{w.dangerUntold}</p>}
      <div class="ticks">
        {shown.map((one) => (
          <HeardTick key={one.key} {...{ one, told, locale, dispatch, story: heard.of }} />
        ))}
      </div>
      {!all && left > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {w.more(left)}
        </button>
      )}
      <Besides {...{ facts: offered.map(({ proposal }) => proposal.fact), told, locale, dispatch }} />
    </div>
  )
}

/** Whether the question of danger that stands first is not answered. */
function isDangerUntold(told: Told): boolean {
  return firstAsked(pack).some(({ fact }) => pack.facts.get(fact)?.danger !== undefined && !told.has(fact))
}

interface Offered {
  readonly key: string
  readonly proposal: Proposal
  readonly statement: HeardStatement
}

/**
 * What tells of the story before what only tells of its background, which is asked first or found among the others. That one of several
 * is not so is worth a tick only where danger is told.
 */
function statementsOf({ proposals }: HeardStory): readonly Offered[] {
  const first = new Set(firstAsked(pack).map(({ fact }) => fact))
  const offered = proposals.flatMap((proposal) =>
    proposal.statements
      .filter(
        ({ so, value }) =>
          !isNoToDanger(proposal.fact, value) && (so || (isList(proposal.fact) && marksDanger(proposal.fact))),
      )
      .map((statement) => ({
        key: JSON.stringify([proposal.fact, statement.value, statement.so]),
        proposal,
        statement,
      })),
  )
  const isBackground = ({ proposal: { fact } }: Offered) =>
    fact === jurisdictionFact || (pack.facts.get(fact)?.background === true && !first.has(fact))
  return [...oftenToldLast(offered.filter((one) => !isBackground(one))), ...offered.filter(isBackground)]
}

/** After so many that were heard in the same words a further one waits, so that what else the story tells stands among the first. */
const oftenTold = 3

/** No sign of danger waits. */
function oftenToldLast(offered: readonly Offered[]): readonly Offered[] {
  const first: Offered[] = []
  for (const one of offered) if (isDanger(one) || !isOftenTold(one, first)) first.push(one)
  return [...new Set([...first, ...offered])]
}

function marksDanger(fact: string): boolean {
  return pack.facts.get(fact)?.danger !== undefined
}

/** *Nobody hits him* is no word on neglect: that there is no danger is answered where it is asked, and never ticked by what was heard. */
function isNoToDanger(fact: string, value: HeardStatement['value']): boolean {
  return value === false && pack.facts.get(fact)?.danger?.includes(true) === true
}

function isDanger({ proposal: { fact }, statement: { value } }: Offered): boolean {
  return pack.facts.get(fact)?.danger?.some((one) => one === value) === true
}

function isOftenTold({ statement: { heardIn } }: Offered, before: readonly Offered[]): boolean {
  return heardIn.every(({ from, to }) => {
    const same = before.filter(({ statement }) => statement.heardIn.some((place) => place.from < to && from < place.to))
    return same.length >= oftenTold
  })
}

interface TickProps extends Omit<Props, 'heard' | 'isNew'> {
  readonly one: Offered
  readonly story: string
}

function HeardTick({ one: { proposal, statement }, story, told, locale, dispatch }: TickProps) {
  const w = tellingWords[locale]
  const { value, so, as, heardIn } = statement
  const asked = { fact: proposal.fact, value, so }
  const words = [...new Set(heardIn.slice(0, 2).map(({ from, to }) => `“${story.slice(from, to)}”`))].join(' … ')
  return (
    <Tick
      statement={asked}
      ticked={isTold(asked, told)}
      label={labelOf(proposal, statement, locale)}
      note={as ? `${w.as[as]}: ${words}` : words}
      dispatch={dispatch}
    />
  )
}

/** A statement in words; a no is said as such. */
function labelOf({ label }: Proposal, statement: HeardStatement, locale: InterfaceLanguage): string {
  const { value, so } = statement
  const isPlain = statement.label === label && typeof value === 'boolean'
  const text = withCapital(wording(statement.label, locale))
  if (isPlain) return `${text}: ${answerWords({ value }, locale)}`
  return so ? text : `${text}: ${answerWords({ value: false }, locale)}`
}
