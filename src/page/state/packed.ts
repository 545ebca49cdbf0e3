/// <reference path="../lzma-decoder.d.ts" />
import { decompressed } from 'lzma-decoder'
import { fromLines, joined } from './textsApart.js'
import { fromWordLetters } from './wordLetters.js'

/** What the build wrote into the page as small as it could: packed by LZMA, its texts apart and words as letters, in letters that a script may hold. */
export function unpacked(base64: string): unknown {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return joined(fromLines(fromWordLetters(new TextDecoder().decode(decompressed(bytes)))))
}
