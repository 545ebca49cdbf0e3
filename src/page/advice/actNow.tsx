import { useEffect, useRef } from 'preact/hooks'
import type { Advice } from '../../advise/advice.js'
import { atOnce } from '../../consult/atOnce.js'
import { wording } from '../../pack/texts/languages.js'
import { inShort, waitingWords } from '../../render/consult/atOnce.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { pageWords } from '../../words/pageWords.js'
import { renderWords } from '../../words/renderWords.js'

/** What must be done at once, above everything else, before any further question; apart from it, what waits for an answer. */
export function ActNow({ advice, locale }: { advice: Advice; locale: InterfaceLanguage }) {
  const { now, waiting } = atOnce(advice)
  const [w, { mark, says }] = [consultWords[locale], renderWords[locale].urgency.immediate]
  const any = now.length + waiting.length > 0
  const actions = [now, waiting.map(({ action }) => action)]
  const box = useInView(actions.map((list) => list.map(({ action }) => action).join()))
  return (
    <div role="alert" id="now" ref={box} class={any ? 'now' : undefined}>
      {any && (
        <p>
          <strong>{mark}</strong> {now.length > 0 ? w.actNow : says}
        </p>
      )}
      {now.length > 0 && (
        <ol>
          {now.map((one) => (
            <li key={one.action}>
              <span class="do">{wording(one.label, locale)}</span>
              <AtOnce {...inShort(one, advice, locale)} locale={locale} />
            </li>
          ))}
        </ol>
      )}
      {waiting.length > 0 && (
        <details class="held" open={isWide()}>
          <summary>
            {w.onceClear} ({waiting.length})
          </summary>
          <ul>
            {waiting.map((one) => (
              <li key={one.action.action}>
                {wording(one.action.label, locale)} <span class="soft">– {waitingWords(one, locale)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Whom to call in doing it, and what can be said; on a small screen the numbers alone, and the rest folded. */
function AtOnce({ numbers, call, says, locale }: ReturnType<typeof inShort> & { readonly locale: InterfaceLanguage }) {
  const lines = [...call.map((line) => [line, 'hand'] as const), ...says.map((line) => [line, 'hand says'] as const)]
  const shown = lines.map(([line, kind]) => (
    <p key={line} class={kind}>
      {line}
    </p>
  ))
  if (lines.length === 0 || isWide()) return <>{shown}</>
  const page = pageWords[locale]
  return (
    <details class="saying">
      <summary>{numbers.length > 0 ? page.callNumbers(numbers.join(' · ')) : (call[0] ?? page.canSay)}</summary>
      {shown}
    </details>
  )
}

/** On a small screen what waits is folded, so that the question finds room below what must be done now. */
function isWide(): boolean {
  return matchMedia('(min-width: 62rem)').matches
}

/** A box that is scrolled into view when what stands in it has changed and it is above the screen. */
function useInView(texts: readonly string[]) {
  const box = useRef<HTMLDivElement>(null)
  const key = texts.join(' | ')
  useEffect(() => {
    const at = box.current
    if (!at?.firstElementChild || at.getBoundingClientRect().top >= 0) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    at.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' })
  }, [key])
  return box
}
