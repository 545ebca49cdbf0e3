import { type Matter, matters } from '../../hear/matters.js'
import { wording } from '../../pack/texts/languages.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, PageState } from '../state/state.js'
import { isTold, type Told } from '../state/telling.js'
import { MatterForm } from './matterForm.js'

interface Props {
  readonly state: PageState
  readonly told: Told
  readonly dispatch: Dispatch
}

/** What a story can be about: what was heard first, a dozen at first sight, and the others one touch away. */
export function MatterList(props: Props) {
  const { state } = props
  const w = tellingWords[state.locale]
  const all = matters(pack)
  const heard = (state.heard?.matters ?? []).slice(0, mostHeard)
  const first = all.filter(({ name, open }) => open || heard.includes(name))
  const others = all.filter((one) => !first.includes(one))
  const inOrder = [...first].sort((a, b) => placeIn(heard, a) - placeIn(heard, b))
  return (
    <section class="matters">
      <h3>{w.matters}</h3>
      <p class="hint">{w.mattersHint}</p>
      <ul>
        {inOrder.map((matter) => (
          <MatterItem key={matter.name} matter={matter} isHeard={heard.includes(matter.name)} {...props} />
        ))}
      </ul>
      <details open={others.some(({ name }) => state.matters.includes(name))}>
        <summary>{w.otherMatters(others.length)}</summary>
        <ul>
          {others.map((matter) => (
            <MatterItem key={matter.name} matter={matter} isHeard={false} {...props} />
          ))}
        </ul>
      </details>
    </section>
  )
}

/** Of more matters than these little was heard. */
const mostHeard = 6

/** What was heard stands above what was not, in the order in which it was heard. */
function placeIn(heard: readonly string[], { name }: Matter): number {
  const place = heard.indexOf(name)
  return place === -1 ? heard.length : place
}

function MatterItem({ matter, isHeard, state, told, dispatch }: Props & { matter: Matter; isHeard: boolean }) {
  const { locale, matters: opened } = state
  const w = tellingWords[locale]
  const isOpen = opened.includes(matter.name)
  const ticked = matter.statements.filter((one) => isTold({ ...one, so: true }, told)).length
  return (
    <li class={isOpen ? 'open' : undefined}>
      <button
        type="button"
        class="matter"
        aria-expanded={isOpen}
        onClick={() => dispatch({ do: 'matter', name: matter.name, open: !isOpen })}
      >
        <span>{wording(matter.label, locale)}</span>
        {isHeard && <span class="tag">{w.wasHeard}</span>}
        {ticked > 0 && <span class="tag ticked">{w.ticked(ticked)}</span>}
      </button>
      {isOpen && <MatterForm {...{ matter, told, locale, dispatch }} />}
    </li>
  )
}
