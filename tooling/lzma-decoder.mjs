/* What of lzma1 unpacks, without what packs: the page needs no more. */
import { Decoder } from '../node_modules/lzma1/lib/decoder.js'
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js'

export function decompressed(bytes) {
  const output = new OutputBuffer()
  new Decoder().decompress(new InputBuffer(bytes), output)
  return output.toArray()
}
