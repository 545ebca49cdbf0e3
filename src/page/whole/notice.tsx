import { wording } from '../../pack/texts/languages.js'
import { issueWords } from '../../render/refusals.js'
import { pageWords } from '../../words/pageWords.js'
import { tellingWords } from '../../words/tellingWords.js'
import { pack } from '../state/pack.js'
import type { Dispatch, Notice, PageState } from '../state/state.js'

interface Props {
  readonly state: PageState
  readonly dispatch: Dispatch
}

/** What came of a file, of clearing and of saving; or why something was not taken, where what was told before is still there. */
export function NoticeView({ state: { notice, locale }, dispatch }: Props) {
  const w = tellingWords[locale]
  return (
    <>
      <div class="notice" role="status">
        {notice && calm(notice, locale)}
        {notice?.kind === 'cleared' && (
          <button type="button" onClick={() => dispatch({ do: 'unclear' })}>
            {w.undo}
          </button>
        )}
      </div>
      <div role="alert" class={notice && troubled(notice) ? 'refused' : undefined}>
        {notice && <Trouble notice={notice} locale={locale} />}
      </div>
    </>
  )
}

function troubled({ kind }: Notice): boolean {
  return kind === 'refused' || kind === 'notJson'
}

function calm({ kind }: Notice, locale: PageState['locale']): string | null {
  if (kind === 'cleared') return pageWords[locale].cleared
  if (kind === 'opened') return pageWords[locale].opened
  return kind === 'saved' ? tellingWords[locale].saved : null
}

function Trouble({ notice, locale }: { readonly notice: Notice; readonly locale: PageState['locale'] }) {
  if (!troubled(notice)) return null
  const page = pageWords[locale]
  const lines = notice.kind === 'refused' ? notice.issues.map((one) => issueWords(one, locale)) : [page.notJson]
  return (
    <>
      <p>
        <strong>{page.notUsed}.</strong> {page.kept}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** That what was told last contradicts what was told before; said where it was told. */
export function Contradiction({ state: { notice, locale } }: Pick<Props, 'state'>) {
  const w = tellingWords[locale]
  if (notice?.kind !== 'contradicted') return <div role="alert" />
  const facts = notice.issues.flatMap(({ place }) => pack.facts.get(place.slice(place.indexOf('.') + 1)) ?? [])
  return (
    <div role="alert" class="refused">
      <p>
        <strong>{[w.notTogether, ...facts.map(({ label }) => wording(label, locale))].join(': ')}.</strong>{' '}
        {w.notTogetherHint}
      </p>
    </div>
  )
}
