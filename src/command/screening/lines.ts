import { encodingOf } from '../../terminal/decodedText.js'

const longestLine = 1_000_000

/**
 * The lines of a text as they are read; one that is too long is cut, so that it is not JSON. `whole`: without one that has no end.
 * node:readline would end a line at other signs too (U+2028), and count other lines than an editor does.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, whole = false): AsyncGenerator<string> {
  let decode: ((bytes: Buffer) => string) | undefined
  let rest = ''
  for await (const bytes of stream) {
    decode ??= decoder(bytes)
    const lines = (rest + decode(bytes)).split('\n')
    rest = (lines.pop() as string).slice(0, longestLine)
    yield* lines
  }
  if (rest !== '' && !whole) yield rest
}

/** Makes text of bytes as they come, in the encoding of the first of them. */
function decoder(first: Buffer): (bytes: Buffer) => string {
  const one = new TextDecoder(encodingOf(first))
  return (bytes) => one.decode(bytes, { stream: true })
}
