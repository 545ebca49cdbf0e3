import { useMemo, useState } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { atOnce } from '../../consult/atOnce.js'
import { wording } from '../../pack/texts/languages.js'
import { jurisdictionFact } from '../../vocabulary.js'
import { renderWords } from '../../words/renderWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import { heardIn } from '../state/hearing.js'
import type { Dispatch, PageState } from '../state/state.js'
import { toldIn } from '../state/telling.js'
import { Contradiction } from '../whole/notice.js'
import { FirstBlock } from './firstBlock.js'
import { MatterList } from './matterList.js'
import { Search } from './search.js'
import { Story } from './story.js'
import { Victim } from './victim.js'

interface Props {
  readonly state: PageState
  readonly advice: Advice | undefined
  readonly dispatch: Dispatch
}

/** Where one tells what it is about: in one's own words, by ticking, or by looking for a word. What is left alone stays open. */
export function Begin({ state, advice, dispatch }: Props) {
  const { locale, consultation } = state
  const w = tellingWords[locale]
  const told = useMemo(() => toldIn(consultation.situation), [consultation])
  return (
    <div class="begin">
      <h2 class="lead">{w.heading}</h2>
      <p>{w.lead}</p>
      <p class="private">{w.private}</p>
      <Victim locale={locale} country={told.get(jurisdictionFact)} />
      <Story {...{ state, told, dispatch }} />
      <FirstBlock {...{ state, told, dispatch }} />
      <Search {...{ told, locale, dispatch }} />
      <MatterList {...{ state, told, dispatch }} />
      <ToldBar {...{ state, advice, dispatch }} count={[...told.keys()].length - (state.countryAssumed ? 1 : 0)} />
    </div>
  )
}

/** How much was told, what must be done at once if anything, and the way to the advice; it is always in view. */
function ToldBar({ state, advice, count, dispatch }: Props & { readonly count: number }) {
  const { locale } = state
  const w = tellingWords[locale]
  const [first] = advice ? atOnce(advice).now : []
  const { isHeld, show } = useHoldingBack(state, count, dispatch)
  return (
    <div class="bar">
      <Contradiction state={state} />
      <p role="status">{w.told(count)}</p>
      <p role="alert" class="untold">
        {isHeld && w.tickFirst}
      </p>
      <p role="alert" class="alarm">
        {first && (
          <>
            <strong>{renderWords[locale].urgency.immediate.mark}</strong> {wording(first.label, locale)}
          </>
        )}
      </p>
      <button type="button" class="main" onClick={show}>
        {w.show}
      </button>
    </div>
  )
}

/**
 * Own words are not weighed before something is ticked: whoever asks for advice while they were not read, or while nothing is ticked, is
 * shown once what is heard in them.
 */
function useHoldingBack({ story, heard }: PageState, count: number, dispatch: Dispatch) {
  const [heldFor, setHeldFor] = useState<string>()
  const show = () => {
    const isMissed = heldFor !== story && (heard?.of !== story || count === 0)
    const now = isMissed ? heardIn(story) : undefined
    if (!now) return dispatch({ do: 'begin' })
    setHeldFor(story)
    dispatch({ do: 'hear', heard: now })
  }
  return { isHeld: heldFor === story && heard?.of === story, show }
}
