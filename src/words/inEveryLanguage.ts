import { type InterfaceLanguage, interfaceLanguages } from './interfaceLanguages.js'

type Phrasing = (...parts: never[]) => string

/** Words of which a language may say a part only. */
type SomeWords<W> = {
  readonly [K in keyof W]?: W[K] extends string | Phrasing ? W[K] : SomeWords<W[K]>
}

/** The words of a room as its languages say them: English all of them, another as many as were translated. */
type Spoken<W> = { readonly en: W } & { readonly [L in InterfaceLanguage]?: SomeWords<W> }

/** The words of a room in every language of the interface; a text that a language lacks is there in English. */
export function inEveryLanguage<W extends object>(spoken: Spoken<W>): Readonly<Record<InterfaceLanguage, W>> {
  const languages = interfaceLanguages.map((language) => [language, filled(spoken.en, spoken[language] ?? {})])
  return Object.fromEntries(languages)
}

function filled<W extends object>(english: W, some: SomeWords<W>): W {
  const members = Object.entries(english).map(([name, word]) => {
    const own: unknown = some[name as keyof W]
    return [name, typeof word === 'object' ? filled(word, own ?? {}) : (own ?? word)]
  })
  return Object.fromEntries(members)
}
