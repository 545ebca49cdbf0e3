import type { Locale, Text } from '../../vocabulary.js'

/** What a person may have decided when an advice was shown: to follow it, to do otherwise, to wait, or to consult first. */
export const decisions = ['accepted', 'overridden', 'postponed', 'consulted'] as const
export type Decision = (typeof decisions)[number]

/** Why a person decides otherwise: a starter set, to which a host may add; published sets for medicine do not fit ethics. */
export const overrideReasons = {
  'will-follow-up': { en: 'I will follow up later', id: 'Akan saya tindak lanjuti kemudian' },
  'already-done': { en: 'This has already been done', id: 'Hal ini sudah dilakukan' },
  'facts-differ': { en: 'The facts are not as stated here', id: 'Faktanya tidak seperti yang tercatat di sini' },
  'client-decides-otherwise': {
    en: 'The client, who can decide this, has decided otherwise',
    id: 'Klien, yang mampu memutuskannya, memutuskan lain',
  },
  'would-endanger': { en: 'It would put someone in danger', id: 'Hal ini akan membahayakan seseorang' },
  'agreed-in-supervision': { en: 'Decided otherwise in supervision', id: 'Diputuskan lain dalam supervisi' },
  'order-or-law': {
    en: 'A law or a lawful order asks for something else',
    id: 'Undang-undang atau perintah yang sah meminta hal lain',
  },
  'other-duty-weighs-more': { en: 'Another duty weighs more here', id: 'Kewajiban lain lebih berat di sini' },
  'task-of-another': { en: 'This is the task of someone else', id: 'Ini tugas orang lain' },
  'not-possible-now': { en: 'It cannot be done now', id: 'Hal ini tidak dapat dilakukan saat ini' },
  'rule-does-not-fit': { en: 'The rule does not fit this case', id: 'Aturannya tidak cocok untuk kasus ini' },
} as const satisfies Readonly<Record<string, Text>>

/** The code system of the reasons above, as cards and records name it. */
export const reasonSystem = 'urn:timbang:override-reason'

/** The reasons a host offers: those above and its own, by code. */
export type Reasons = Readonly<Record<string, Text>>

/** The reasons in one language, in their order. */
export function reasonWords(reasons: Reasons, locale: Locale): readonly { code: string; display: string }[] {
  return Object.entries(reasons).map(([code, text]) => ({ code, display: text[locale] }))
}
