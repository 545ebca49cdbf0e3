import type { Pack } from '../pack/pack.js'
import { wording } from '../pack/texts/languages.js'
import { type InterfaceLanguage, interfaceLanguages } from '../words/interfaceLanguages.js'
import type { Desk } from './tools/tool.js'

/** What a server answers by. */
export interface ServerOptions {
  readonly pack: Pack<unknown>
  readonly key: Uint8Array
  readonly now: () => string
  readonly locale: InterfaceLanguage
  readonly on?: string | undefined
}

/** What a tool works with, in the language of the call. */
export function deskFor(
  { locale }: { readonly locale?: string | undefined },
  { pack, key, now, on, locale: usual }: ServerOptions,
): Desk {
  const language = interfaceLanguages.find((one) => one === locale) ?? usual
  return { pack: pack as Desk['pack'], key, now, on, locale: language, say: (text) => wording(text, language) }
}
