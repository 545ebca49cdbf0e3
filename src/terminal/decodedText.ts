import { readFileSync } from 'node:fs'

/** The text of a file, or of standard input (0), in UTF-8 or UTF-16; a byte order mark is none of it. */
export function textOf(file: string | 0): string {
  return decoded(readFileSync(file))
}

/** Bytes as text: editors on Windows write UTF-16, and put a byte order mark before UTF-8. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** In which encoding bytes are: by their mark, or else by the empty half of what JSON begins with. */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return 'utf-8'
}
