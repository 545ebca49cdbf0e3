import { wording } from '../../pack/texts/languages.js'
import type { Text } from '../../vocabulary.js'
import { adviceWords } from '../../words/adviceWords.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { renderWords } from '../../words/renderWords.js'
import type { AdviceWords } from '../../words/shapes/advice.js'
import type { ConsultWords } from '../../words/shapes/consult.js'
import type { RenderWords } from '../../words/shapes/render.js'

/** All words of a consultation in one language, and the texts of the pack in it. */
interface Speech {
  readonly w: ConsultWords
  readonly render: RenderWords
  readonly advice: AdviceWords
  readonly say: (text: Text) => string
}

/** The words of a consultation in a language. */
export function speechIn(locale: InterfaceLanguage): Speech {
  return {
    w: consultWords[locale],
    render: renderWords[locale],
    advice: adviceWords[locale],
    say: (text) => wording(text, locale),
  }
}
