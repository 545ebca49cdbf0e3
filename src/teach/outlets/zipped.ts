import { strToU8, zipSync } from 'fflate'

/** Texts by their paths as one ZIP file; the same texts give the same bytes on every machine and at every time. */
export function zipped(texts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]))
  return zipSync(files, { mtime: '1980-01-01T00:00:00' })
}
