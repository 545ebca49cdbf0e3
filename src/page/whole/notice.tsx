import { issueWords } from '../render/refusals.js'
import { pageWords } from '../words/pageWords.js'
import type { PageState } from './state.js'

/** What came of a file, or why it could not be used; what was entered before is still there. */
export function NoticeView({ state: { notice, locale } }: { state: PageState }) {
  const page = pageWords[locale]
  const calm = notice?.kind === 'cleared' || notice?.kind === 'opened'
  return (
    <>
      <p class="notice" role="status">
        {calm ? page[notice.kind] : ''}
      </p>
      <div role="alert" class={notice && !calm ? 'refused' : undefined}>
        {notice && !calm && (
          <>
            <p>
              <strong>{page.notUsed}.</strong> {page.kept}
            </p>
            <ul>
              {(notice.kind === 'refused' ? notice.issues.map((one) => issueWords(one, locale)) : [page.notJson]).map(
                (line) => (
                  <li key={line}>{line}</li>
                ),
              )}
            </ul>
          </>
        )}
      </div>
    </>
  )
}
