import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { noteWords } from '../../words/noteWords.js'

/** On paper alone: the day, and room for what was decided, by whom and why, and for a signature. */
export function SignatureLines({ locale }: { readonly locale: InterfaceLanguage }) {
  const w = noteWords[locale]
  return (
    <section class="signed">
      <p>
        {w.day}: {today(locale)}
      </p>
      {[w.what, w.by, w.why, w.again, w.signed].map((label) => (
        <p key={label} class="blank">
          {label}:
        </p>
      ))}
    </section>
  )
}

/** The day on which the page is read, as it is written there. */
export function today(locale: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date())
}
