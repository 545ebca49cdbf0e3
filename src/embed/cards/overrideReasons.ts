import { wording } from '../../pack/texts/languages.js'
import { type OverrideReason, overrideReasonCodes, type Text } from '../../vocabulary.js'
import { embedWords } from '../../words/embedWords.js'
import { type InterfaceLanguage, inEachLanguage } from '../../words/interfaceLanguages.js'

/** Why a person decides otherwise: a starter set, to which a host may add; published sets for medicine do not fit ethics. */
export const overrideReasons: Readonly<Record<OverrideReason, Text>> = Object.fromEntries(
  overrideReasonCodes.map((code) => [code, reasonText(code)]),
) as Record<OverrideReason, Text>

function reasonText(code: OverrideReason): Text {
  return inEachLanguage((language) => embedWords[language].overrideReasons[code])
}

/** The code system of the reasons above, as cards and records name it. */
export const reasonSystem = 'urn:timbang:override-reason'

/** The reasons a host offers: those above and its own, by code. */
export type Reasons = Readonly<Record<string, Text>>

/** The reasons in one language, in their order. */
export function reasonWords(reasons: Reasons, locale: InterfaceLanguage): readonly { code: string; display: string }[] {
  return Object.entries(reasons).map(([code, text]) => ({ code, display: wording(text, locale) }))
}
