import { Writable } from 'node:stream'

/** Standard output on which something is said in other words: the prompts write a word of English by themselves. */
export function outputSaying(written: string, instead: string): Writable {
  const { stdout } = process
  const output = new Writable({
    decodeStrings: false,
    write(text: unknown, _, done) {
      stdout.write(String(text).replaceAll(written, instead))
      done()
    },
  })
  return Object.defineProperties(output, {
    columns: { get: () => stdout.columns },
    rows: { get: () => stdout.rows },
    isTTY: { get: () => stdout.isTTY },
  })
}
