import { useEffect, useId, useRef } from 'preact/hooks'
import { hear, longestStory } from '../../hear/hear.js'
import { tellingWords } from '../../words/tellingWords.js'
import { heardIn } from '../state/hearing.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import type { Told } from '../state/telling.js'
import { HeardView } from './heard.js'

interface Props {
  readonly state: PageState
  readonly told: Told
  readonly dispatch: Dispatch
}

/** The story in one's own words, and what was heard in it. It is read here, and goes nowhere. */
export function Story({ state, told, dispatch }: Props) {
  const { locale, story, heard } = state
  const w = tellingWords[locale]
  const [id, hint] = [useId(), useId()]
  const heardBefore = useRef(heard)
  useReadiness()
  const isLong = story.length > longestStory
  const read = () => {
    const now = heardIn(story)
    if (now) dispatch({ do: 'hear', heard: now })
  }
  return (
    <section class="story">
      <h3>
        <label for={id}>{w.story}</label>
      </h3>
      <p class="hint" id={hint}>
        {w.storyHint}
      </p>
      {isLong && (
        <p class="wrong" role="alert">
          {w.storyShorter(longestStory)}
        </p>
      )}
      <StoryField {...{ id, hint, story, dispatch }} />
      <button type="button" class="main" onClick={read}>
        {w.hear}
      </button>
      {heard && <HeardView {...{ heard, told, locale, dispatch }} isNew={heard !== heardBefore.current} />}
    </section>
  )
}

interface FieldProps {
  readonly id: string
  readonly hint: string
  readonly story: string
  readonly dispatch: Dispatch
}

/** Where the story is typed; neither the browser's memory nor its spelling service is to read along. */
function StoryField({ id, hint, story, dispatch }: FieldProps) {
  return (
    <textarea
      id={id}
      aria-describedby={hint}
      rows={5}
      value={story}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => dispatch({ do: 'type', story: event.currentTarget.value })}
    />
  )
}

/** What is needed to hear is made ready as soon as the page stands there, so that the first story need not wait. */
function useReadiness(): void {
  const ready = useRef(false)
  useEffect(() => {
    if (ready.current) return
    ready.current = true
    const later = setTimeout(() => hear('', pack), 300)
    return () => clearTimeout(later)
  }, [])
}
